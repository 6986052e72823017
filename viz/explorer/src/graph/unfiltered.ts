/** Showing what filters don't narrow: all of it, so that nothing one asked to see is hidden. */

import { type Filters, isNarrowed, NO_FILTERS, type Titles } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { type Expansion, expandEntity, prepareExpansion, showTogether } from "./expansion";

/** Show these entities alone and without filters; a notice gives those back that there were. */
export async function showUnfiltered(ids: readonly string[], titles?: Titles): Promise<void> {
  const { filters } = useExplorer.getState().shown;
  await showTogether(ids, titles);
  setAside(filters);
}

/** Begin anew with an entity and what is around it, without filters; undoing and a notice give back what there was. */
export async function beginWith(id: string): Promise<Expansion> {
  const { canvas, clusters, filters } = useExplorer.getState().shown;
  // Nothing is cleared for what doesn't come.
  await prepareExpansion(id, {}, NO_FILTERS);
  if (Object.keys(canvas).length || Object.keys(clusters).length) actions.replaceCanvas({});
  setAside(filters);
  return expandEntity(id);
}

function setAside(filters: Filters): void {
  if (!isNarrowed(filters)) return;
  actions.setFilters(NO_FILTERS);
  actions.notify({ kind: "unfiltered", filters });
}
