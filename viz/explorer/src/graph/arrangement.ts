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
  return spread(await fetchDiagramPlaces(ids, layout, filters));
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
