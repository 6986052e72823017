/** Walking the graph by keyboard: along the relations, in the direction of an arrow key. */

import type { Canvas } from "../state/model";
import { type Relation, relationsOf, type Visible } from "./elements";
import type { Point } from "./placement";

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
 * @returns null where nothing stands in that direction; the first entity where none is chosen yet.
 */
export function stepFrom(
  id: string | undefined,
  direction: Direction,
  visible: Visible,
  canvas: Canvas,
): string | null {
  const from = id === undefined ? undefined : canvas[id];
  if (id === undefined || !from) return visible.entities[0]?.id ?? null;
  const related = new Set(relationsOf(visible, id).map(({ subject, object }) => (subject === id ? object : subject)));
  const all = visible.entities.map((entity) => entity.id).filter((each) => each !== id);
  return (
    nearest(
      from,
      direction,
      all.filter((each) => related.has(each)),
      canvas,
    ) ?? nearest(from, direction, all, canvas)
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

function nearest(from: Point, direction: Direction, ids: readonly string[], canvas: Canvas): string | null {
  const { x, y } = VECTORS[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const place = canvas[id];
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
