/** What the canvas draws of clusters: a box for each with its count, and lines with how many statements lead where. */

import type { ElementDefinition } from "cytoscape";
import type { Clusters as ClustersAnswer } from "../api/clusters";
import type { Vocabulary } from "../api/vocabulary";
import type { Clusters } from "../state/model";
import { clusterNode } from "./clusters";
import { type Ruler, wrapped } from "./lettering";

/** How large the words in a cluster's box are: it is seen from farther away than an entity. */
export const CLUSTER_FONT_SIZE = 96;
/** How many lines between clusters are drawn at most: those of the most statements. */
export const MOST_LINES_BETWEEN = 120;
// A line between clusters stands for statements of any status, and so has none of their colours.
const COLOUR = "#5a6570";
const LABEL_WIDTH = 1150;
const PADDING = 48;
const LINE_HEIGHT = 118;

/** What stands between the clusters that are drawn, the most first, as many as are drawn. */
export function linesBetween(found: ClustersAnswer, clusters: Clusters) {
  return found.between.filter(({ from, to }) => from in clusters && to in clusters).slice(0, MOST_LINES_BETWEEN);
}

/**
 * The boxes of clusters, for cytoscape.
 *
 * @param nameOf what each is called.
 * @param sizes how a cluster's second line reads: how many entities it stands for, and how many of them are shown.
 * @param ruler of `CLUSTER_FONT_SIZE`.
 */
export function toClusterBoxes(
  found: ClustersAnswer | undefined,
  clusters: Clusters,
  nameOf: (id: string) => string,
  sizes: (id: string, entities: number) => string,
  vocabulary: Vocabulary,
  ruler: Ruler,
): ElementDefinition[] {
  const counts = new Map(found?.clusters.map(({ id, entities }) => [id, entities]));
  return Object.entries(clusters).map(([id, place]): ElementDefinition => {
    const { colour, tint } = vocabulary.classLook(id);
    const lines = [...wrapped(nameOf(id), LABEL_WIDTH, ruler), sizes(id, counts.get(id) ?? 0)];
    return {
      group: "nodes",
      classes: "cluster",
      data: {
        id: clusterNode(id),
        label: lines.join("\n"),
        width: Math.max(...lines.map(ruler)) + 2 * PADDING,
        height: lines.length * LINE_HEIGHT + PADDING,
        colour,
        tint,
      },
      position: { ...place },
      grabbable: true,
    };
  });
}

/**
 * The lines between clusters, for cytoscape.
 *
 * @param statements how a line's words read: how many statements it stands for.
 */
export function toClusterLines(
  found: ClustersAnswer | undefined,
  clusters: Clusters,
  statements: (count: number) => string,
): ElementDefinition[] {
  return (found ? linesBetween(found, clusters) : []).map(
    ({ from, to, statements: count }): ElementDefinition => ({
      group: "edges",
      classes: "between",
      data: {
        id: `between ${from} ${to}`,
        source: clusterNode(from),
        target: clusterNode(to),
        label: statements(count),
        width: 4 + 4 * Math.log10(count),
        colour: COLOUR,
        arrow: "vee",
        lift: 0,
        isAlone: true,
      },
    }),
  );
}
