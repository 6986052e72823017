/** Where new entities go on the canvas: near where they belong, on nobody's place, and always in the same spot. */

import type { Canvas } from "../state/model";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The room that an entity's box takes, with the distance to the next one, in pixels. */
export const ROOM = { width: 250, height: 110 } as const;
// Points tried for each box: one box can be in the way of several points.
const SPARE = 8;
// Of a picture of groups, and how many boxes' room lies between the middles of those at their borders.
const LANDSCAPE = 1.6;
const GROUP_GAP = 1.5;

/**
 * Places for some entities around a point, nearest first, none on another's or on what is on the canvas.
 *
 * The entities keep the places that they have. They are placed in the order given.
 */
export function placesAround(centre: Point, ids: readonly string[], canvas: Canvas): Record<string, Point> {
  const taken = new Grid(Object.values(canvas));
  const places: Record<string, Point> = {};
  const points = ringsAround(centre, ids.length + Object.keys(canvas).length).values();
  for (const id of ids) {
    const known = canvas[id];
    if (known) {
      places[id] = { x: known.x, y: known.y };
      continue;
    }
    // What one found taken stays taken: the next goes on from there.
    let point = points.next().value;
    while (point && !taken.isFree(point)) point = points.next().value;
    if (!point) break;
    taken.take(point);
    places[id] = point;
  }
  return places;
}

/**
 * Places for groups of entities: each around its first one, the groups in rows, a picture rather wider than high.
 *
 * An entity stands in the first group that names it.
 */
export function placesInGroups(groups: readonly (readonly string[])[]): Record<string, Point> {
  const known = new Set<string>();
  const blocks = groups.flatMap((group) => {
    const ids = group.filter((id) => !known.has(id));
    for (const id of ids) known.add(id);
    return ids.length ? [blockOf(placesAround({ x: 0, y: 0 }, ids, {}))] : [];
  });
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(Math.sqrt(area * LANDSCAPE), ...blocks.map(({ width }) => width));
  const places: Record<string, Point> = {};
  let [left, top, rowHeight] = [0, 0, 0];
  for (const block of blocks) {
    if (left > 0 && left + block.width > widest) [left, top, rowHeight] = [0, top + rowHeight, 0];
    for (const [id, { x, y }] of Object.entries(block.places)) {
      places[id] = { x: x - block.left + left, y: y - block.top + top };
    }
    left += block.width;
    rowHeight = Math.max(rowHeight, block.height);
  }
  return places;
}

/** Places with the rectangle that they take, the room of their boxes included. */
function blockOf(places: Readonly<Record<string, Point>>) {
  const [across, down] = [Object.values(places).map(({ x }) => x), Object.values(places).map(({ y }) => y)];
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return {
    places,
    left,
    top,
    width: Math.max(...across) - left + GROUP_GAP * ROOM.width,
    height: Math.max(...down) - top + GROUP_GAP * ROOM.height,
  };
}

/** Places for the entities of a path that aren't on the canvas: along the line from its first to its last one. */
export function placesAlong(path: readonly string[], canvas: Canvas): Record<string, Point> {
  const middle = middleOf(canvas);
  const from = canvas[path[0] ?? ""] ?? middle;
  const to = canvas[path.at(-1) ?? ""] ?? middle;
  const places: Record<string, Point> = {};
  let standing = canvas;
  for (const [at, id] of path.entries()) {
    if (id in canvas) continue;
    const share = at / Math.max(path.length - 1, 1);
    const wanted = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    Object.assign(places, placesAround(wanted, [id], standing));
    const place = places[id];
    if (place) standing = { ...standing, [id]: { ...place, pinned: false, hidden: false } };
  }
  // What is hidden comes into sight again where it was.
  for (const id of path) {
    const known = canvas[id];
    if (known?.hidden) places[id] = { x: known.x, y: known.y };
  }
  return places;
}

/** The middle of what is on the canvas, or where an empty one begins. */
export function middleOf(canvas: Canvas): Point {
  const places = Object.values(canvas);
  if (!places.length) return { x: 0, y: 0 };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(places.map((place) => place.x)), y: mean(places.map((place) => place.y)) };
}

/** Whether more than one entity came or went elsewhere: such a picture is to be seen whole. */
export function isNewPicture(before: Canvas, after: Canvas): boolean {
  const elsewhere = Object.entries(after).filter(([id, { x, y }]) => before[id]?.x !== x || before[id]?.y !== y);
  return elsewhere.length > 1 || (elsewhere.length > 0 && !Object.keys(before).length);
}

/** Points on ellipses around a centre, the inner ones first: enough for `count` boxes among as many others. */
function ringsAround(centre: Point, count: number): Point[] {
  const points = [{ x: Math.round(centre.x), y: Math.round(centre.y) }];
  for (let ring = 1; points.length < SPARE * count; ring += 1) {
    const onRing = 6 * ring;
    for (let at = 0; at < onRing; at += 1) {
      const angle = ((at + (ring % 2) / 2) / onRing) * 2 * Math.PI - Math.PI / 2;
      points.push({
        x: Math.round(centre.x + Math.cos(angle) * ring * ROOM.width * 1.3),
        y: Math.round(centre.y + Math.sin(angle) * ring * ROOM.height * 1.5),
      });
    }
  }
  return points;
}

/** Which places are taken, looked up by the cell they are in. */
class Grid {
  private readonly cells = new Map<string, Point[]>();

  constructor(points: Iterable<Point>) {
    for (const point of points) this.take(point);
  }

  take(point: Point): void {
    const [column, row] = this.cell(point);
    const key = `${column},${row}`;
    const others = this.cells.get(key);
    if (others) others.push(point);
    else this.cells.set(key, [point]);
  }

  isFree(point: Point): boolean {
    const [column, row] = this.cell(point);
    for (let across = column - 1; across <= column + 1; across += 1) {
      for (let down = row - 1; down <= row + 1; down += 1) {
        for (const other of this.cells.get(`${across},${down}`) ?? []) {
          if (Math.abs(other.x - point.x) < ROOM.width && Math.abs(other.y - point.y) < ROOM.height) return false;
        }
      }
    }
    return true;
  }

  private cell({ x, y }: Point): [number, number] {
    return [Math.floor(x / ROOM.width), Math.floor(y / ROOM.height)];
  }
}
