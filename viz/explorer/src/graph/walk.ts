/** Walking the graph by keyboard: along the relations, in the direction of an arrow key. */

import { clusterOf } from "./clusters";
import { type Relation, relationsOf, type Visible } from "./elements";
import type { Point } from "./placement";

type Places = Readonly<Record<string, Point>>;
export type Direction = "left" | "right" | "up" | "down";

const VECTORS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
// How much a step aside costs beside a step ahead.
const ASIDE = 2;

/**
 * The entity that one comes to from another in a direction: a related one where there is one, else any.
 *
 * @param places of the entities, and of the boxes of clusters, which are walked to as well.
 * @returns null where nothing stands in that direction; the first entity where none is chosen yet.
 */
export function stepFrom(
  id: string | undefined,
  direction: Direction,
  visible: Visible,
  places: Places,
): string | null {
  const standing = visible.entities.map((entity) => entity.id);
  const all = [...standing, ...Object.keys(places).filter((each) => clusterOf(each) !== undefined)];
  const from = id === undefined ? undefined : places[id];
  if (id === undefined || !from) return all[0] ?? null;
  const related = new Set(relationsOf(visible, id).map(({ subject, object }) => (subject === id ? object : subject)));
  const others = all.filter((each) => each !== id);
  return (
    nearest(
      from,
      direction,
      others.filter((each) => related.has(each)),
      places,
    ) ?? nearest(from, direction, others, places)
  );
}

/** The relation of an entity that follows another one, around from the last to the first; `back` goes the other way. */
export function nextRelation(
  visible: Visible,
  id: string,
  statement: string | undefined,
  back: boolean,
): Relation | null {
  const relations = relationsOf(visible, id);
  const at = relations.findIndex((relation) => relation.statement.id === statement);
  const next = at < 0 ? (back ? -1 : 0) : at + (back ? -1 : 1);
  return relations.at(next % Math.max(relations.length, 1)) ?? null;
}

function nearest(from: Point, direction: Direction, ids: readonly string[], places: Places): string | null {
  const { x, y } = VECTORS[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const place = places[id];
    if (!place) continue;
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    const cost = ahead + aside * ASIDE;
    if (ahead > 0 && aside <= ahead * ASIDE && cost < least) {
      best = id;
      least = cost;
    }
  }
  return best;
}
