/** The one module that knows cytoscape: a picture of elements that tells what the pointer does to it. */

import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from "cytoscape";
import type { Vocabulary } from "../api/vocabulary";
import type { Selection } from "../state/model";
import { lineOf } from "./elements";
import { FONT, FONT_SIZE } from "./lettering";
import type { Point } from "./placement";

const ACCENT = "#b35900";
const CLOSEST = 2.5;
const FARTHEST = 0.01;
const MARGIN = 40;
const ZOOM_STEP = 1.25;
// In pixels of the screen: smaller words tell nothing and cost time.
const SMALLEST_WORDS = 8;
/** How large boxes must be drawn for their words to be read. */
export const READABLE = SMALLEST_WORDS / FONT_SIZE;
/** More entities than these make a large picture. */
export const MANY = 600;

/** What the pointer did. */
export interface PictureEvents {
  onEntity(id: string, more: boolean): void;
  onEntities(ids: readonly string[]): void;
  onStatement(id: string): void;
  onNothing(): void;
  onOpen(id: string): void;
  onMove(places: Readonly<Record<string, Point>>): void;
}

/** A part of a picture: how large it is drawn, and where its origin stands in the element. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** What part of a picture is seen, in an element of what size in pixels. */
export interface View {
  readonly viewport: Viewport;
  readonly size: { readonly width: number; readonly height: number };
}

/** A picture of a graph in an element of the page. */
export class Picture {
  private readonly cy: Core;
  private drawn: ReadonlyMap<string, ElementDefinition> = new Map();

  /** @param isLarge whether it holds more than `MANY` entities, and must be drawn with less. */
  constructor(container: HTMLElement, vocabulary: Vocabulary, isLarge: boolean, events: PictureEvents) {
    this.cy = cytoscape({
      container,
      style: stylesheet(vocabulary, isLarge),
      minZoom: FARTHEST,
      maxZoom: CLOSEST,
      boxSelectionEnabled: true,
      // Without a graphics card each frame is drawn anew: thousands of lines then come back when the picture rests.
      ...(isLarge ? { hideEdgesOnViewport: true, pixelRatio: 1 } : {}),
    });
    this.cy.on("tap", "node", (event) => events.onEntity(event.target.id(), Boolean(event.originalEvent?.shiftKey)));
    // A box names the nodes in it one by one: they are told together.
    let boxed: string[] = [];
    this.cy.on("box", "node", (event) => {
      boxed.push(event.target.id());
      if (boxed.length > 1) return;
      queueMicrotask(() => {
        this.cy.elements().unselect();
        events.onEntities(boxed);
        boxed = [];
      });
    });
    this.cy.on("tap", "edge", (event) => events.onStatement(event.target.data("statement")));
    this.cy.on("tap", (event) => event.target === this.cy && events.onNothing());
    this.cy.on("dbltap", "node", (event) => events.onOpen(event.target.id()));
    this.cy.on("dragfree", "node", (event) => events.onMove({ [event.target.id()]: rounded(event.target.position()) }));
  }

  /** Draw these elements: those that are there already are changed where they differ, and not made anew. */
  draw(elements: readonly ElementDefinition[]): void {
    const wanted = new Map(elements.map((element) => [String(element.data.id), element]));
    this.cy.batch(() => {
      this.cy
        .elements()
        .filter((element) => !wanted.has(element.id()))
        .remove();
      // Added together: one at a time takes cytoscape a minute for ten thousand.
      this.cy.add(elements.filter((element) => this.cy.getElementById(String(element.data.id)).empty()));
      for (const [id, element] of wanted) {
        const before = this.drawn.get(id);
        if (!before || isSame(before, element)) continue;
        const present = this.cy.getElementById(id);
        if (element.grabbable === false) present.ungrabify();
        else present.grabify();
        present.data(element.data);
        if (element.position) present.position(element.position);
      }
    });
    this.drawn = wanted;
  }

  /** Mark what is chosen and what is related to it. */
  mark(selection: Selection): void {
    this.cy.batch(() => {
      this.cy.elements(".chosen, .near").removeClass("chosen near");
      const ids = [...selection.entities, ...selection.statements.map(lineOf)];
      const chosen = ids.reduce((found, id) => found.union(this.cy.getElementById(id)), this.cy.collection());
      chosen.addClass("chosen");
      chosen.nodes().connectedEdges().addClass("near");
      chosen.edges().connectedNodes().addClass("near");
    });
  }

  /** Which part is in view; a picture made anew can go on there. */
  get viewport(): Viewport {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  set viewport({ zoom, pan }: Viewport) {
    this.cy.viewport({ zoom, pan });
  }

  /** Tell what is seen, now and whenever that changes; the answer ends it. */
  watch(tell: (view: View) => void): () => void {
    const told = () => tell({ viewport: this.viewport, size: { width: this.cy.width(), height: this.cy.height() } });
    this.cy.on("viewport resize", told);
    told();
    return () => {
      this.cy.off("viewport resize", told);
    };
  }

  /** Bring a point of the picture into the middle. */
  centreOn({ x, y }: Point): void {
    const zoom = this.cy.zoom();
    this.cy.pan({ x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom });
  }

  /** Bring the whole picture into view, never larger than it is. */
  fit(): void {
    this.cy.fit(undefined, MARGIN);
    if (this.cy.zoom() > 1) {
      this.cy.zoom(1);
      this.cy.center();
    }
  }

  /** Bring an entity into view where it is out of it. */
  reveal(id: string): void {
    const node = this.cy.getElementById(id);
    if (node.empty()) return;
    const { x1, y1, x2, y2 } = this.cy.extent();
    const { x, y } = node.position();
    if (x < x1 || x > x2 || y < y1 || y > y2) this.cy.center(node);
  }

  /** Come closer, or go farther away. */
  zoom(closer: boolean): void {
    const level = this.cy.zoom() * (closer ? ZOOM_STEP : 1 / ZOOM_STEP);
    this.cy.zoom({ level, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Fit the picture into its element's new size. */
  resize(): void {
    this.cy.resize();
  }

  destroy(): void {
    this.cy.destroy();
  }
}

/** Whether two drawings of an element are the same. */
function isSame(one: ElementDefinition, other: ElementDefinition): boolean {
  return (
    one.position?.x === other.position?.x &&
    one.position?.y === other.position?.y &&
    Object.entries(other.data).every(([key, value]) => one.data[key] === value)
  );
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function stylesheet({ ink, paper }: Vocabulary, isLarge: boolean): StylesheetJson {
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
        "min-zoomed-font-size": SMALLEST_WORDS,
      },
    },
    {
      selector: "edge",
      style: {
        "curve-style": "data(curve)" as "bezier",
        "control-point-step-size": 46,
        width: "data(width)",
        "line-color": "data(colour)",
        "line-style": "data(line)" as "solid",
        "line-dash-pattern": ((edge: { data(key: string): number[] }) => edge.data("dashes")) as unknown as number[],
        "target-arrow-shape": "data(arrow)" as "triangle",
        "target-arrow-color": "data(colour)",
        "arrow-scale": 1.1,
        label: isLarge ? "" : "data(label)",
        color: ink,
        "font-family": FONT,
        "font-size": 12,
        "text-margin-y": "data(lift)" as unknown as number,
        "text-background-color": paper,
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
        "min-zoomed-font-size": SMALLEST_WORDS,
      },
    },
    { selector: "node[?pinned]", style: { "border-style": "double", "border-width": 4 } },
    { selector: "edge.near", style: { "z-index": 5, label: "data(label)" } },
    { selector: "node.near", style: { "border-width": 3 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": ACCENT, "z-index": 10 } },
    {
      selector: "edge.chosen",
      style: {
        label: "data(label)",
        "underlay-color": ACCENT,
        "underlay-opacity": 0.35,
        "underlay-padding": 5,
        "z-index": 10,
      },
    },
  ];
}
