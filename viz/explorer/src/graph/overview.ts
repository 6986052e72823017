/** A small picture of the whole graph: where its entities and the part in view stand in it. */

import type { Viewport } from "./canvas";
import type { Size } from "./naming";
import type { Point } from "./placement";

/** How a picture is scaled into a smaller one: `small = whole * scale + shift`. */
export interface Scaling {
  readonly scale: number;
  readonly shift: Point;
}

const MARGIN = 8;
// Boxes reach beyond their middles.
const AROUND = 130;

/** The scaling that brings all places into a small picture, in its middle. */
export function scalingOf(places: readonly Point[], { width, height }: Size): Scaling {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const [at, { x, y }] of places.entries()) {
    left = at ? Math.min(left, x) : x;
    right = at ? Math.max(right, x) : x;
    top = at ? Math.min(top, y) : y;
    bottom = at ? Math.max(bottom, y) : y;
  }
  const wide = right - left + 2 * AROUND;
  const high = bottom - top + 2 * AROUND;
  const scale = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high);
  return {
    scale,
    shift: { x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale },
  };
}

/** The part in view, in the small picture. */
export function frameOf({ scale, shift }: Scaling, { zoom, pan }: Viewport, { width, height }: Size): Point & Size {
  return {
    x: (-pan.x / zoom) * scale + shift.x,
    y: (-pan.y / zoom) * scale + shift.y,
    width: (width / zoom) * scale,
    height: (height / zoom) * scale,
  };
}

/** Where a point of the small picture is in the whole one. */
export function wholePoint({ scale, shift }: Scaling, { x, y }: Point): Point {
  return { x: (x - shift.x) / scale, y: (y - shift.y) / scale };
}
