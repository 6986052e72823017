/** Bringing an entity and what is around it onto the canvas. */

import { fetchAround } from "../api/graph";
import { actions, useExplorer } from "../state/store";
import { middleOf, placesAround } from "./placement";

/** How many entities one expansion brings at most. */
export const MOST_NEW = 24;

/** How many entities are shown together at most, as many as the service draws between. */
export const MOST_TOGETHER = 200;

/** What an expansion brought. */
export interface Expansion {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly added: number;
}

/** Put an entity on the canvas if it isn't there, and what is around it; open the graph and choose the entity. */
export async function expandEntity(id: string): Promise<Expansion> {
  const found = await fetchAround(id, MOST_NEW);
  const { canvas, view } = useExplorer.getState().shown;
  const centre = canvas[id] ?? middleOf(canvas);
  const ids = [id, ...found.entities.map((entity) => entity.id).filter((each) => each !== id)];
  const fresh = ids.filter((each) => !(each in canvas));
  actions.place(placesAround(centre, fresh, canvas));
  actions.selectEntity(id);
  if (view !== "graph") actions.open("graph");
  if (found.left_out > 0) {
    actions.notify({ kind: "limited", shown: found.entities.length, total: found.total.entities });
  }
  const label = found.entities.find((entity) => entity.id === id)?.label ?? { zh: id, en: id };
  return { id, label, added: fresh.filter((each) => each !== id).length };
}

/** Show these entities alone, in the graph; the ones that stood there can be had back by undoing. */
export function showTogether(ids: readonly string[]): void {
  const shown = ids.slice(0, MOST_TOGETHER);
  actions.replaceCanvas(placesAround({ x: 0, y: 0 }, shown, {}));
  actions.open("graph");
  if (shown.length < ids.length) actions.notify({ kind: "limited", shown: shown.length, total: ids.length });
}
