/** Clusters on the canvas: where each stands, and how its entities come around it a part at a time and go again. */

import { type Cluster, type Clustering, clusteringOf, fetchMembers } from "../api/clusters";
import { MOST_CLUSTERS } from "../state/address";
import type { Canvas, Clusters, Filters } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { MOST_TOGETHER } from "./expansion";
import { type Point, placesAround } from "./placement";

/** How many entities one opening brings at most. */
export const MOST_OPENED = 50;
// Along the ellipse there is room for one opening of each cluster, in pixels.
const APART = 1600;
const NEAREST = 900;
const FLATTENED = 0.62;

/** The largest clusters, as many as a canvas holds, the largest first. */
export function largestOf(clusters: readonly Cluster[]): readonly Cluster[] {
  return [...clusters].sort((one, other) => other.entities - one.entities).slice(0, MOST_CLUSTERS);
}

/** Where clusters have their places: on an ellipse that is as wide as they are many, from its top onwards. */
export function placesOnEllipse(ids: readonly string[]): Clusters {
  if (ids.length < 2) return Object.fromEntries(ids.map((id) => [id, { x: 0, y: 0 }]));
  const radius = Math.max(NEAREST, (ids.length * APART) / (2 * Math.PI));
  return Object.fromEntries(
    ids.map((id, at) => {
      const angle = (at / ids.length) * 2 * Math.PI - Math.PI / 2;
      return [id, { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius * FLATTENED) }];
    }),
  );
}

/** Which cluster each entity is in. */
export type ClusterOfEntity = (entity: { readonly id: string; readonly class: string }) => string | undefined;

/** Which of some clusters an entity is in: that of its class, or the community that has it as a member. */
export function clustering(by: Clustering, clusters: readonly Cluster[]): ClusterOfEntity {
  if (by === "class") return (entity) => entity.class;
  const within = new Map(clusters.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  return ({ id }) => within.get(id);
}

/** What the clusters on a canvas are made by. */
export function clusteringOn(clusters: Clusters): Clustering {
  return Object.keys(clusters).some((id) => clusteringOf(id) === "community") ? "community" : "class";
}

/** Draw these clusters on the canvas and no others, those that are there already where they stand. */
export function drawClusters(ids: readonly string[]): void {
  const { clusters, view } = useExplorer.getState().shown;
  const places = Object.entries(placesOnEllipse(ids)).map(([id, place]) => [id, clusters[id] ?? place]);
  actions.replaceClusters(Object.fromEntries(places));
  if (view !== "graph") actions.open("graph");
}

/** Bring the next entities of a cluster onto the canvas around a point, and say how many came. */
export async function openCluster(id: string, centre: Point, filters: Filters): Promise<number> {
  const { canvas, view } = useExplorer.getState().shown;
  const room = Math.max(0, MOST_TOGETHER - Object.keys(canvas).length);
  const fresh = await fetchMembers(id, filters, canvas, Math.min(MOST_OPENED, room));
  const { canvas: now, clusters } = useExplorer.getState().shown;
  if (fresh.length) actions.place(placesAround(centre, fresh, { ...now, ...standing(clusters) }));
  if (view !== "graph") actions.open("graph");
  return fresh.length;
}

/** Clusters as what takes room on the canvas: their boxes are as wide as several others. */
function standing(clusters: Clusters): Canvas {
  const around = [-1, 0, 1].flatMap((row) => [-2, -1, 0, 1, 2].map((column) => ({ x: column * 200, y: row * 100 })));
  return Object.fromEntries(
    Object.entries(clusters).flatMap(([id, { x, y }]) =>
      around.map((shift, at) => [
        `${clusterNode(id)} ${at}`,
        { x: x + shift.x, y: y + shift.y, pinned: true, hidden: false },
      ]),
    ),
  );
}

/** The id of a cluster's box, which no entity has. */
export function clusterNode(id: string): string {
  return `cluster ${id}`;
}

/** The cluster whose box it is, or undefined where it is none. */
export function clusterOf(node: string | undefined): string | undefined {
  return node?.startsWith("cluster ") ? node.slice("cluster ".length) : undefined;
}
