/** Bringing an entity and what is around it onto the canvas. */

import { fetchDiagram } from "../api/diagrams";
import { fetchAround, fetchRelations, prefetchGraph, type RelationCount } from "../api/graph";
import { type Canvas, type Filters, isNarrowed, NO_FILTERS, type Titles } from "../state/model";
import { isOnlyChoice } from "../state/selection";
import { actions, useExplorer } from "../state/store";
import { fetchArrangement, MANY_ARRANGED, MOST_ARRANGED } from "./arrangement";
import { middleOf, placesAround } from "./placement";
import { newcomersOf } from "./surroundings";

const MOST_NEW = 24;
const MOST_NEW_NARROWED = 60;

/** How many entities one expansion brings at most: more of what filters have narrowed, as who asks for it wants all. */
export function mostNew(filters: Filters): number {
  return isNarrowed(filters) ? MOST_NEW_NARROWED : MOST_NEW;
}

/** How many entities are shown together at most: as many as can be moved smoothly on a machine without graphics card. */
export const MOST_TOGETHER = 2000;

// With more on the canvas, what stands between all of it is too much to ask for before it is wanted.
const MOST_PREPARED = 300;

/** What an expansion brought. */
export interface Expansion {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly added: number;
}

/** Ask for what expanding an entity would bring, so that it is there when it is wanted; nothing on the page waits for it. */
export async function prepareExpansion(id: string, canvas: Canvas, filters: Filters): Promise<void> {
  const { ids } = await findAround(id, filters);
  if (Object.keys(canvas).length <= MOST_PREPARED) await prefetchGraph(joined(canvas, ids), filters);
}

/** An entity and what is nearest to it by what the filters let through. */
async function findAround(id: string, filters: Filters) {
  const found = await fetchAround(id, mostNew(filters), filters);
  return { found, ids: [id, ...found.entities.map((entity) => entity.id).filter((each) => each !== id)] };
}

function joined(canvas: Canvas, ids: readonly string[]): readonly string[] {
  return [...new Set([...Object.keys(canvas), ...ids])];
}

/** Put an entity on the canvas if it isn't there, and what is around it; open the graph and choose the entity. */
export async function expandEntity(id: string): Promise<Expansion> {
  const before = useExplorer.getState().shown;
  const { found, ids } = await findAround(id, before.filters);
  await prefetchGraph(joined(before.canvas, ids), before.filters);
  const { canvas, view, selection } = useExplorer.getState().shown;
  const centre = canvas[id] ?? middleOf(canvas);
  const fresh = ids.filter((each) => !(each in canvas));
  actions.place(placesAround(centre, fresh, canvas));
  // Chosen anew, what is said of it would be drawn again, and a sheet that was put away would come back over the canvas.
  if (!isOnlyChoice(selection, id)) actions.selectEntity(id);
  if (view !== "graph") actions.open("graph");
  if (found.left_out > 0) {
    const kind = isNarrowed(before.filters) ? "limited.narrowed" : "limited";
    actions.notify({ kind, shown: found.entities.length, total: found.total.entities });
  }
  const label = found.entities.find((entity) => entity.id === id)?.label ?? { zh: id, en: id };
  return { id, label, added: fresh.filter((each) => each !== id).length };
}

/** Put on the canvas whom an entity is tied to by what the filters let through, all of them; says how many came. */
export async function bringEveryone(id: string): Promise<number> {
  const { filters } = useExplorer.getState().shown;
  return bringNeighbours(id, await fetchRelations(id, filters));
}

/** Put on the canvas whom some relations of an entity lead to, and say how many came. */
export function bringNeighbours(id: string, relations: readonly RelationCount[]): number {
  const { canvas, filters } = useExplorer.getState().shown;
  const fresh = newcomersOf(relations, canvas);
  const room = Math.max(0, MOST_TOGETHER - Object.keys(canvas).length);
  const brought = fresh.slice(0, room);
  if (brought.length) actions.place(placesAround(canvas[id] ?? middleOf(canvas), brought, canvas));
  if (brought.length < fresh.length) {
    const kind = isNarrowed(filters) ? "limited.narrowed" : "limited";
    actions.notify({ kind, shown: brought.length, total: fresh.length });
  }
  return brought.length;
}

/**
 * Show these entities alone, in the graph, arranged as the service would; what stood there can be had back by undoing.
 *
 * Many stand by community. Where the service doesn't answer, they stand around the middle.
 */
export async function showTogether(
  ids: readonly string[],
  titles?: Titles,
  details?: Readonly<Record<string, string>>,
): Promise<void> {
  const shown = ids.slice(0, MOST_TOGETHER);
  const around = placesAround({ x: 0, y: 0 }, shown, {});
  const layout = shown.length > MOST_ARRANGED ? MANY_ARRANGED : "force";
  const arranged = await fetchArrangement(shown, layout, NO_FILTERS).catch(() => ({}));
  actions.replaceCanvas({ ...around, ...arranged }, titles);
  actions.open("graph", details);
  if (shown.length < ids.length) actions.notify({ kind: "limited", shown: shown.length, total: ids.length });
}

/**
 * Show a ready diagram's entities where they stand in it, narrowed as it is; undoing brings the others back, a notice
 * the filters that there were.
 */
export async function showDiagram(id: string): Promise<void> {
  const { entities, families, modalities, title } = await fetchDiagram(id);
  const { filters } = useExplorer.getState().shown;
  const own = { ...NO_FILTERS, families, modalities };
  actions.replaceCanvas(
    Object.fromEntries(entities.map((each) => [each.id, { x: Math.round(each.x), y: Math.round(each.y) }])),
    title,
  );
  actions.setFilters(own, true);
  if (isNarrowed(filters) && JSON.stringify(filters) !== JSON.stringify(own)) {
    actions.notify({ kind: "refiltered", filters });
  }
  actions.open("graph");
}
