/** The one module that knows cytoscape: a picture of elements that tells what the pointer does to it. */

import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import type { Vocabulary } from "../api/vocabulary";
import { NOTHING_SELECTED, type Selection } from "../state/model";
import { LINE_FONT_SIZE, stylesheet } from "./canvasStyle";
import { clusterNode, clusterOf } from "./clusters";
import { lineOf } from "./elements";
import type { Point } from "./placement";

const CLOSEST = 2.5;
const FARTHEST = 0.01;
const MARGIN = 40;
const ZOOM_STEP = 1.25;
// In pixels of the page: smaller words on lines aren't worth their time.
const SMALLEST_ON_LINES = 8;
const FEW_LINES = 30;
/** More entities than these make a large picture. */
export const MANY = 600;

/** What the pointer did. */
export interface PictureEvents {
  onEntity(id: string, more: boolean): void;
  onEntities(ids: readonly string[]): void;
  onStatement(id: string): void;
  onCluster(id: string): void;
  onNothing(): void;
  /** Told the id of an entity, or of a cluster's box. */
  onOpen(node: string): void;
  onMove(places: Readonly<Record<string, Point>>): void;
  onMoveCluster(id: string, place: Point): void;
}

/** A part of a picture: how large it is drawn, and where its origin stands in the element. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** What part of a picture is seen, in an element of what size in pixels, and how many of the screen's one has. */
export interface View {
  readonly viewport: Viewport;
  readonly size: { readonly width: number; readonly height: number };
  readonly pixelRatio: number;
}

/** What is drawn, by its id. */
type Elements = ReadonlyMap<string, ElementDefinition>;

/** A picture of a graph in an element of the page. */
export class Picture {
  private readonly cy: Core;
  private boxes: Elements = new Map();
  private lines: Elements = new Map();
  private readonly pixelRatio: number;
  private marked = NOTHING_SELECTED;
  /** Where the element stood on the page when this was looked at last. */
  private stands: Point = { x: Number.NaN, y: Number.NaN };
  /** Keeps lines that are still to come from being drawn; nothing where none are. */
  private cancelLines: (() => void) | undefined;

  /**
   * @param pixelRatio pixels of the screen for one of the page.
   * @param isLarge whether it holds more than `MANY` entities, and must be drawn with less.
   */
  constructor(
    private readonly container: HTMLElement,
    vocabulary: Vocabulary,
    pixelRatio: number,
    private readonly isLarge: boolean,
    events: PictureEvents,
  ) {
    // Without a graphics card each frame is drawn anew: of a large picture as few pixels as can be.
    this.pixelRatio = isLarge ? 1 : pixelRatio;
    // Until the picture has the focus, as by a click, the wheel scrolls the page past it; before cytoscape listens.
    container.addEventListener("wheel", this.onWheel, { capture: true });
    this.cy = cytoscape({
      container,
      style: stylesheet(vocabulary, this.pixelRatio),
      pixelRatio: this.pixelRatio,
      minZoom: FARTHEST,
      maxZoom: CLOSEST,
      boxSelectionEnabled: true,
      // Thousands of lines come back when the picture rests.
      hideEdgesOnViewport: isLarge,
    });
    this.cy.on("zoom", () => this.letter());
    this.cy.on("tap", "node", (event) => {
      const cluster = clusterOf(event.target.id());
      if (cluster === undefined) events.onEntity(event.target.id(), Boolean(event.originalEvent?.shiftKey));
      else events.onCluster(cluster);
    });
    // A box names the nodes in it one by one: they are told together.
    let boxed: string[] = [];
    this.cy.on("box", "node", (event) => {
      if (clusterOf(event.target.id()) !== undefined) return;
      boxed.push(event.target.id());
      if (boxed.length > 1) return;
      queueMicrotask(() => {
        this.cy.elements().unselect();
        events.onEntities(boxed);
        boxed = [];
      });
    });
    this.cy.on("tap", "edge[statement]", (event) => events.onStatement(event.target.data("statement")));
    this.cy.on("tap", (event) => event.target === this.cy && events.onNothing());
    this.cy.on("dbltap", "node", (event) => events.onOpen(event.target.id()));
    this.cy.on("dragfree", "node", (event) => {
      const cluster = clusterOf(event.target.id());
      const place = rounded(event.target.position());
      if (cluster === undefined) events.onMove({ [event.target.id()]: place });
      else events.onMoveCluster(cluster, place);
    });
  }

  /**
   * Draw these boxes and lines: those that are there already are changed where they differ, and not made anew.
   *
   * @param lines makes the lines: it takes its time, and where boxes come with many lines these are seen a frame later.
   * @param count how many lines those are.
   */
  draw(boxes: readonly ElementDefinition[], lines: () => readonly ElementDefinition[], count: number): void {
    const before = this.boxes;
    this.boxes = this.change(before, boxes);
    const areFresh = boxes.some(({ data }) => !before.has(String(data.id)));
    const drawLines = () => {
      this.cancelLines = undefined;
      this.lines = this.change(this.lines, lines());
    };
    const isLater = count > FEW_LINES && (areFresh || this.cancelLines !== undefined);
    this.cancelLines?.();
    if (isLater) {
      this.cancelLines = afterFrame(() => {
        drawLines();
        this.mark(this.marked);
      });
    } else {
      // Settles how boxes look before they have lines: else each property of a box is told to each of its lines.
      if (areFresh) this.cy.nodes().boundingBox();
      drawLines();
    }
    this.letter();
  }

  /** Make the elements that were drawn into those that are wanted; answers these by their ids. */
  private change(drawn: Elements, elements: readonly ElementDefinition[]): Elements {
    const wanted = new Map(elements.map((element) => [String(element.data.id), element]));
    this.cy.batch(() => {
      for (const id of drawn.keys()) if (!wanted.has(id)) this.cy.getElementById(id).remove();
      // Added together: one at a time takes cytoscape a minute for ten thousand. A line goes when one of its ends does.
      this.cy.add(elements.filter(({ data }) => !this.cy.hasElementWithId(String(data.id))));
      for (const [id, element] of wanted) {
        const before = drawn.get(id);
        if (!before || isSame(before, element)) continue;
        const present = this.cy.getElementById(id);
        if (element.grabbable === false) present.ungrabify();
        else present.grabify();
        present.data(element.data);
        if (element.position) present.position(element.position);
      }
    });
    return wanted;
  }

  /** Mark what is chosen and what is related to it. */
  mark(selection: Selection): void {
    this.marked = selection;
    this.cy.batch(() => {
      this.cy.elements(".chosen, .near").removeClass(this.isLarge ? "chosen near worded" : "chosen near");
      const cluster = selection.cluster === undefined ? [] : [clusterNode(selection.cluster)];
      const ids = [...selection.entities, ...selection.statements.map(lineOf), ...cluster];
      const chosen = ids.reduce((found, id) => found.union(this.cy.getElementById(id)), this.cy.collection());
      chosen.addClass("chosen");
      chosen.nodes().connectedEdges().addClass("near");
      chosen.edges().connectedNodes().addClass("near");
    });
    this.letter();
  }

  /** Which part is in view; a picture made anew can go on there. */
  get viewport(): Viewport {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  set viewport({ zoom, pan }: Viewport) {
    this.cy.viewport({ zoom, pan });
  }

  /** Tell what is seen, with the next frame and with each in which that has changed; the answer ends it. */
  watch(tell: (view: View) => void): () => void {
    let frame: number | undefined;
    const told = () => {
      frame = undefined;
      const size = { width: this.cy.width(), height: this.cy.height() };
      tell({ viewport: this.viewport, size, pixelRatio: this.pixelRatio });
    };
    const wait = () => {
      frame ??= requestAnimationFrame(told);
    };
    this.cy.on("viewport resize", wait);
    wait();
    return () => {
      this.cy.off("viewport resize", wait);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }

  /** Bring a point of the picture into the middle. */
  centreOn({ x, y }: Point): void {
    const zoom = this.cy.zoom();
    this.cy.pan({ x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom });
  }

  /** Bring the whole picture into view, never larger than it is. */
  fit(): void {
    const frame = frameOf(this.boxes.values());
    if (!frame) return;
    const [width, height] = [this.cy.width(), this.cy.height()];
    const wanted = Math.min((width - 2 * MARGIN) / frame.width, (height - 2 * MARGIN) / frame.height, 1);
    const zoom = Math.max(wanted, FARTHEST);
    this.viewport = { zoom, pan: { x: width / 2 - frame.x * zoom, y: height / 2 - frame.y * zoom } };
  }

  /** Put the words on lines once they are drawn large enough to be read; of many lines on those of the chosen alone. */
  private letter(): void {
    if (this.cy.zoom() * LINE_FONT_SIZE < SMALLEST_ON_LINES) return;
    const wanted = this.isLarge ? this.cy.edges(".near, .chosen") : this.cy.edges();
    const silent = wanted.filter((edge) => !edge.hasClass("worded"));
    if (silent.nonempty()) this.cy.batch(() => silent.addClass("worded"));
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

  /** Look where the element stands on the page now: cytoscape isn't told when what is above it grows or goes. */
  lookWhere(): void {
    const { left, top } = this.container.getBoundingClientRect();
    if (left === this.stands.x && top === this.stands.y) return;
    this.stands = { x: left, y: top };
    this.cy.resize();
  }

  private readonly onWheel = (event: WheelEvent): void => {
    const isWanted = event.ctrlKey || event.metaKey || document.activeElement === this.container;
    if (!isWanted) event.stopImmediatePropagation();
  };

  destroy(): void {
    this.container.removeEventListener("wheel", this.onWheel, { capture: true });
    this.cancelLines?.();
    this.cy.destroy();
  }
}

/** Do something once the next frame is drawn; the answer calls it off. */
function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Whether two drawings of an element are the same. */
function isSame(one: ElementDefinition, other: ElementDefinition): boolean {
  return (
    one.position?.x === other.position?.x &&
    one.position?.y === other.position?.y &&
    Object.entries(other.data).every(([key, value]) => one.data[key] === value)
  );
}

/** The middle of all boxes together, and how large they are; nothing where there is none. */
function frameOf(elements: Iterable<ElementDefinition>): (Point & { width: number; height: number }) | undefined {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { position, data } of elements) {
    if (!position) continue;
    left = Math.min(left, position.x - data.width / 2);
    right = Math.max(right, position.x + data.width / 2);
    top = Math.min(top, position.y - data.height / 2);
    bottom = Math.max(bottom, position.y + data.height / 2);
  }
  if (left > right) return undefined;
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
