/** Showing what filters don't narrow: all of it, so that nothing one asked to see is hidden. */

import { type Filters, isNarrowed, NO_FILTERS, type Titles } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { type Expansion, expandEntity, prepareExpansion, showTogether } from "./expansion";

/** Show these entities alone and without filters; a notice gives those back that there were. */
export async function showUnfiltered(ids: readonly string[], titles?: Titles): Promise<void> {
  const { filters } = useExplorer.getState().shown;
  await showTogether(ids, titles);
  setAside(filters, true);
}

/** Begin anew with an entity and what is around it, without filters; undoing and a notice give back what there was. */
export async function beginWith(id: string): Promise<Expansion> {
  const { canvas, clusters, filters } = useExplorer.getState().shown;
  // Nothing is cleared for what doesn't come.
  await prepareExpansion(id, {}, NO_FILTERS);
  const isCleared = Object.keys(canvas).length > 0 || Object.keys(clusters).length > 0;
  if (isCleared) actions.replaceCanvas({});
  setAside(filters, isCleared);
  return expandEntity(id);
}

function setAside(filters: Filters, joined: boolean): void {
  if (!isNarrowed(filters)) return;
  actions.setFilters(NO_FILTERS, joined);
  actions.notify({ kind: "unfiltered", filters });
}
