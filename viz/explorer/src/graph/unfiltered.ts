/** Showing what a view has that filters don't narrow: all of it, so that nothing one asked to see is hidden. */

import { isNarrowed, NO_FILTERS, type Titles } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { showTogether } from "./expansion";

/** Show these entities alone and without filters; a notice gives those back that there were. */
export async function showUnfiltered(ids: readonly string[], titles?: Titles): Promise<void> {
  const { filters } = useExplorer.getState().shown;
  await showTogether(ids, titles);
  if (!isNarrowed(filters)) return;
  actions.setFilters(NO_FILTERS);
  actions.notify({ kind: "unfiltered", filters });
}
