/** Opening a cluster: some more of its entities come onto the canvas, around a place of the cluster's own. */

import { fetchMembers } from "../api/clusters";
import type { Filters } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { MOST_TOGETHER } from "./expansion";
import { type Point, placesAround } from "./placement";

/** How many entities one opening brings at most. */
export const MOST_OPENED = 50;
// Far enough from each other for the first openings of a dozen clusters.
const RADIUS = { x: 4200, y: 2600 } as const;

/** Where a cluster has its place: on an ellipse, a share of a turn from its right. */
export function centreOf(turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: Math.round(Math.cos(angle) * RADIUS.x), y: Math.round(Math.sin(angle) * RADIUS.y) };
}

/** Bring the next entities of a class onto the canvas, and say how many came. */
export async function openCluster(id: string, turn: number, filters: Filters): Promise<number> {
  const { canvas, view } = useExplorer.getState().shown;
  const room = Math.max(0, MOST_TOGETHER - Object.keys(canvas).length);
  const fresh = await fetchMembers(id, filters, canvas, Math.min(MOST_OPENED, room));
  if (fresh.length) actions.place(placesAround(centreOf(turn), fresh, useExplorer.getState().shown.canvas));
  if (view !== "graph") actions.open("graph");
  return fresh.length;
}
