/** Arranging what is on the canvas as the service arranges its diagrams. */

import { fetchCommunities } from "../api/analysis";
import { fetchDiagramPlaces } from "../api/graph";
import type { Filters } from "../state/model";
import { type Point, placesInGroups } from "./placement";

/** The arrangements that the service knows, in the order of the menu. */
export const LAYOUTS = ["force", "layered", "radial", "timeline", "clusters"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How many entities the service arranges at most; more of them stand by community, which `MANY_ARRANGED` names. */
export const MOST_ARRANGED = 120;
export const MANY_ARRANGED: Layout = "clusters";

// The boxes of diagrams hold short names, those of the canvas full ones: so much wider and higher they are.
const WIDER = 2;
const HIGHER = 1.3;
const BOX = { width: 225, height: 64 } as const;
const LARGEST = 3;

/** Places for entities in an arrangement, apart enough for the canvas' boxes; many stand by community in any of them. */
export async function fetchArrangement(
  ids: readonly string[],
  layout: Layout,
  filters: Filters,
): Promise<Record<string, Point>> {
  if (ids.length > MOST_ARRANGED) {
    const communities = await fetchCommunities(ids, filters);
    // Who is tied to nobody comes last.
    return placesInGroups([...communities, ids]);
  }
  const places = await fetchDiagramPlaces(ids, layout, filters);
  // Where places mean nothing by themselves, each box may be moved a little: the picture stays small enough to be read.
  return layout === "force" ? settled(places) : spread(places);
}

// Of the picture for each box, with its lines and their words.
const EACH = { width: 300, height: 130 } as const;
// Of the picture: about as wide as the canvas, but drawn out of its shape by no more than a bound.
const WIDTH_TO_HEIGHT = 1.8;
const MOST_DRAWN_OUT = 2.5;
const ROUNDS = 400;

/** About the same places, as near to each other as the boxes and their lines have room, no box on another one. */
export function settled(places: Readonly<Record<string, Point>>): Record<string, Point> {
  const ids = Object.keys(places);
  const points = Object.values(places).map(({ x, y }) => ({ x: x * WIDER, y: y * HIGHER }));
  const [across, down] = [extentOf(points.map(({ x }) => x)), extentOf(points.map(({ y }) => y))];
  // Boxes that stand in one line have no area to fill.
  if (across && down) {
    const area = points.length * EACH.width * EACH.height;
    const wanted = (across / down) * (1 / WIDTH_TO_HEIGHT);
    const drawnOut = Math.max(1 / MOST_DRAWN_OUT, Math.min(wanted, MOST_DRAWN_OUT));
    const factor = Math.sqrt(area / (across * down * drawnOut));
    for (const point of points) {
      point.x *= factor;
      point.y *= factor * drawnOut;
    }
  }
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(points)) break;
  return Object.fromEntries(points.map(({ x, y }, at) => [ids[at] as string, { x: Math.round(x), y: Math.round(y) }]));
}

/** Push boxes that lie on each other apart, each pair by the shorter way; says whether there were any. */
function pushApart(points: { x: number; y: number }[]): boolean {
  let wasAny = false;
  for (const [at, one] of points.entries()) {
    for (const other of points.slice(at + 1)) {
      const [across, down] = [other.x - one.x, other.y - one.y];
      const [tooNear, tooLow] = [BOX.width - Math.abs(across), BOX.height - Math.abs(down)];
      // Less than a pixel is lost when places are rounded.
      if (tooNear < 1 || tooLow < 1) continue;
      wasAny = true;
      if (tooNear / BOX.width < tooLow / BOX.height) {
        const push = ((across < 0 ? -1 : 1) * tooNear) / 2;
        one.x -= push;
        other.x += push;
      } else {
        const push = ((down < 0 ? -1 : 1) * tooLow) / 2;
        one.y -= push;
        other.y += push;
      }
    }
  }
  return wasAny;
}

function extentOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** The same places, drawn apart until no box lies on another one or the picture is `LARGEST` times as large. */
export function spread(places: Readonly<Record<string, Point>>): Record<string, Point> {
  const points = Object.values(places).map(({ x, y }) => ({ x: x * WIDER, y: y * HIGHER }));
  let factor = 1;
  for (const [at, one] of points.entries()) {
    for (const other of points.slice(at + 1)) {
      const needed = Math.min(BOX.width / Math.abs(one.x - other.x), BOX.height / Math.abs(one.y - other.y));
      if (needed > factor) factor = Math.min(needed, LARGEST);
    }
  }
  return Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => [
      id,
      { x: Math.round(x * WIDER * factor), y: Math.round(y * HIGHER * factor) },
    ]),
  );
}
