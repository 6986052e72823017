/** How boxes and lines look, in cytoscape's terms. */

import type { StylesheetJson } from "cytoscape";
import type { Vocabulary } from "../api/vocabulary";
import { CLUSTER_FONT_SIZE } from "./clusterElements";
import { LINE_STEP } from "./elements";
import { FONT, FONT_SIZE } from "./lettering";
import { smallestLetters } from "./reading";

const ACCENT = "#b35900";
export const LINE_FONT_SIZE = 12;

/** The styles of everything on a canvas; a line has words where it is `worded`. */
export function stylesheet({ ink, paper }: Vocabulary, pixelRatio: number): StylesheetJson {
  // Smaller words tell nothing and cost time.
  const smallest = smallestLetters(pixelRatio);
  const words = {
    label: "data(label)",
    color: ink,
    "font-family": FONT,
    "font-size": LINE_FONT_SIZE,
    "text-margin-y": "data(lift)" as unknown as number,
    "text-background-color": paper,
    "text-background-opacity": 0.9,
    "text-background-padding": "2px",
    "min-zoomed-font-size": smallest,
  };
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        "background-color": "data(tint)",
        "background-image": "data(glyph)",
        "background-width": "16px",
        "background-height": "16px",
        "background-position-x": "10px",
        "background-position-y": "50%",
        "background-image-containment": "over",
        "border-width": 1.5,
        "border-color": "data(colour)",
        label: "data(label)",
        color: ink,
        "font-family": FONT,
        "font-size": FONT_SIZE,
        "text-wrap": "wrap",
        "text-justification": "left",
        "text-halign": "center",
        "text-valign": "center",
        "text-margin-x": 12,
        "line-height": 1.25,
        "min-zoomed-font-size": smallest,
      },
    },
    {
      selector: "edge",
      style: {
        "curve-style": "straight",
        width: "data(width)",
        "line-color": "data(colour)",
        "target-arrow-shape": "data(arrow)" as "triangle",
        "target-arrow-color": "data(colour)",
        "arrow-scale": 1.1,
      },
    },
    // Not of every line: each property of each of them takes its time.
    { selector: "edge[!isAlone]", style: { "curve-style": "bezier", "control-point-step-size": LINE_STEP } },
    {
      selector: "edge[?bend]",
      style: {
        "curve-style": "unbundled-bezier",
        "control-point-distances": "data(bend)" as unknown as number,
        "control-point-weights": 0.5,
        // Measured between the middles of the boxes, as the bend is.
        "edge-distances": "node-position",
      },
    },
    {
      selector: "edge[?dashes]",
      style: {
        "line-style": "dashed",
        "line-dash-pattern": ((edge: { data(key: string): number[] }) => edge.data("dashes")) as unknown as number[],
      },
    },
    { selector: "edge.worded", style: words },
    {
      selector: "node.cluster",
      style: {
        shape: "cut-rectangle",
        "background-image": "none",
        "border-width": 14,
        "border-style": "double",
        "font-size": CLUSTER_FONT_SIZE,
        "text-justification": "center",
        "text-margin-x": 0,
        "z-index": 8,
      },
    },
    {
      selector: "edge.between",
      style: {
        "curve-style": "unbundled-bezier",
        "control-point-distances": 180,
        "control-point-weights": 0.5,
        "line-opacity": 0.55,
        "arrow-scale": 2,
        ...words,
        "font-size": 76,
      },
    },
    { selector: "node[?pinned]", style: { "border-style": "double", "border-width": 6 } },
    { selector: "edge.near", style: { "z-index": 5 } },
    { selector: "node.near", style: { "border-width": 3 } },
    // Seen from afar as well, where a frame is no wider than a hair.
    {
      selector: ".chosen",
      style: {
        "underlay-color": ACCENT,
        "underlay-opacity": 0.35,
        "underlay-padding": 5,
        "z-index": 10,
      },
    },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": ACCENT, "underlay-padding": 12 } },
  ];
}
