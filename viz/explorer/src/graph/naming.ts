/** Names where the picture is too far away for the words in its boxes: of the best connected, as many as fit. */

import type { Viewport } from "./canvas";
import type { Point } from "./placement";

/** A name and where in the picture it belongs. */
export interface Named extends Point {
  readonly name: string;
}

/** A name where it stands in the element, in pixels from its left upper corner, and how wide it is. */
export interface Standing extends Named {
  readonly width: number;
}

/** What no name may stand on, in the same pixels. */
export interface Taken extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const HEIGHT = 16;
const MOST = 120;
const LONGEST = 28;

/** A name that isn't too long to stand between others. */
export function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : name;
}

/**
 * The names that can be read at once: none on another, each in the middle of where it belongs.
 *
 * @param names the most important first: these stand before others.
 * @param ruler how wide a name is, in pixels of the element.
 * @param taken where no name may stand.
 */
export function namesInView(
  names: readonly Named[],
  { zoom, pan }: Viewport,
  { width, height }: Size,
  ruler: (name: string) => number,
  taken: readonly Taken[] = [],
): readonly Standing[] {
  const standing: Standing[] = [];
  for (const { x, y, name } of names) {
    if (standing.length >= MOST) break;
    const [left, top] = [x * zoom + pan.x, y * zoom + pan.y];
    if (left < 0 || top < 0 || left > width || top > height) continue;
    const short = shortened(name);
    const wide = ruler(short);
    const isClear = (other: Point & { width: number }, high: number) =>
      Math.abs(other.x - left) * 2 >= other.width + wide + 8 || Math.abs(other.y - top) * 2 >= high + HEIGHT;
    const isFree =
      standing.every((other) => isClear(other, HEIGHT)) && taken.every((other) => isClear(other, other.height));
    if (isFree) standing.push({ x: left, y: top, name: short, width: wide });
  }
  return standing;
}
