/** Names where the picture is too far away for the words in its boxes: of the best connected, as many as fit. */

import type { Viewport } from "./canvas";
import { type Ruler, wrapped } from "./lettering";
import type { Point } from "./placement";

/** A name and where in the picture it belongs. */
export interface Named extends Point {
  readonly name: string;
}

/** A name in lines, and the room that they take, in pixels of the element. */
export interface Lettered {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A name where it stands in the element: its middle, in pixels from the left upper corner. */
export interface Standing extends Point, Lettered {}

/** What no name may stand on, in the same pixels. */
export interface Taken extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const LINE = 14;
const MOST = 120;
const WIDEST = 108;
const LINES = 2;
// Pixels between names side by side, between names one above the other, and to the border.
const [BESIDE, ABOVE, INSIDE] = [8, 2, 4];

/** Sets names in lines, each once: a picture that is moved asks for the same ones again and again. */
export function letterer(ruler: Ruler): (name: string) => Lettered {
  const known = new Map<string, Lettered>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const lines = wrapped(name, WIDEST, ruler, LINES);
    const lettered = { lines, width: Math.max(...lines.map(ruler)), height: lines.length * LINE };
    known.set(name, lettered);
    return lettered;
  };
}

/**
 * The names that can be read at once: none on another, each in the middle of where it belongs, or as near as it can be
 * seen whole.
 *
 * @param names the most important first: these stand before others.
 * @param letter sets a name in lines.
 * @param taken where no name may stand.
 */
export function namesInView(
  names: readonly Named[],
  { zoom, pan }: Viewport,
  size: Size,
  letter: (name: string) => Lettered,
  taken: readonly Taken[] = [],
): readonly Standing[] {
  const standing: Standing[] = [];
  for (const { x, y, name } of names) {
    if (standing.length >= MOST) break;
    const [across, down] = [x * zoom + pan.x, y * zoom + pan.y];
    if (across < 0 || down < 0 || across > size.width || down > size.height) continue;
    const lettered = letter(name);
    const { width, height } = lettered;
    const [left, top] = [within(across, width, size.width), within(down, height, size.height)];
    const isClear = (other: Taken) =>
      Math.abs(other.x - left) * 2 >= other.width + width + 2 * BESIDE ||
      Math.abs(other.y - top) * 2 >= other.height + height + 2 * ABOVE;
    if (standing.every(isClear) && taken.every(isClear)) standing.push({ ...lettered, x: left, y: top });
  }
  return standing;
}

/** The middle of what is so long, moved no farther than needed to be inside. */
function within(middle: number, length: number, whole: number): number {
  const least = length / 2 + INSIDE;
  return Math.max(least, Math.min(middle, whole - least));
}
