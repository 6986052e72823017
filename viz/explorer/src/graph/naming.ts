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
// Of more names than these most have no room anyway, and trying each in several ways would take each frame longer.
const FEW = 240;
// How wide a name may be: where it has no room, the next narrower one, so that few boxes are left without a name.
const WIDTHS = [108, 80, 56] as const;
const LINES = 2;
const CUT = "…";
// Pixels by which a name may stand lower or higher, where it still lies on its box.
const SHIFTS = [0, LINE / 2, -LINE / 2] as const;
// Pixels between names side by side, between names one above the other, and to the border.
const [BESIDE, ABOVE, INSIDE] = [8, 2, 4];

/** Sets names in lines, the widest first, each once: a picture that is moved asks for the same ones again and again. */
export function letterer(ruler: Ruler): (name: string) => readonly Lettered[] {
  const known = new Map<string, readonly Lettered[]>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const ways = WIDTHS.map((widest) => withEnd(wrapped(name, widest, ruler, LINES), name, widest, ruler));
    const lettered = ways.map((lines) => ({
      lines,
      width: Math.max(...lines.map(ruler)),
      height: lines.length * LINE,
    }));
    known.set(name, lettered);
    return lettered;
  };
}

/**
 * Lines that were cut, with the end of the name in the last one where it is Chinese: what the name is of stands there,
 * as in 公约 and 委员会, and tells two apart that begin alike.
 */
function withEnd(lines: readonly string[], name: string, widest: number, ruler: Ruler): readonly string[] {
  if (!lines.at(-1)?.endsWith(CUT) || !/\p{Script=Han}$/u.test(name)) return lines;
  const characters = Array.from(name);
  let end = "";
  for (let at = characters.length - 1; at >= 0 && ruler(CUT + characters[at] + end) <= widest; at -= 1) {
    end = characters[at] + end;
  }
  return [...lines.slice(0, -1), CUT + end];
}

/**
 * The names that can be read at once: none on another, each in the middle of where it belongs, or as near as it can be
 * seen whole; narrower where it has no room.
 *
 * @param names the most important first: these stand before others.
 * @param letter sets a name in lines, the way that is to be taken rather first.
 * @param taken where no name may stand.
 */
export function namesInView(
  names: readonly Named[],
  { zoom, pan }: Viewport,
  size: Size,
  letter: (name: string) => readonly Lettered[],
  taken: readonly Taken[] = [],
): readonly Standing[] {
  const standing: Standing[] = [];
  for (const { x, y, name } of names) {
    if (standing.length >= MOST) break;
    const [across, down] = [x * zoom + pan.x, y * zoom + pan.y];
    if (across < 0 || down < 0 || across > size.width || down > size.height) continue;
    const ways = waysOf(letter(name), names.length <= FEW);
    for (const [lettered, shift] of ways) {
      const { width, height } = lettered;
      const [left, top] = [within(across, width, size.width), within(down + shift, height, size.height)];
      const isClear = (other: Taken) =>
        Math.abs(other.x - left) * 2 >= other.width + width + 2 * BESIDE ||
        Math.abs(other.y - top) * 2 >= other.height + height + 2 * ABOVE;
      if (!standing.every(isClear) || !taken.every(isClear)) continue;
      standing.push({ ...lettered, x: left, y: top });
      break;
    }
  }
  return standing;
}

/** The ways to set a name and to shift it, those to be taken rather first; the first alone where there is little time. */
function waysOf(lettered: readonly Lettered[], isEach: boolean): readonly (readonly [Lettered, number])[] {
  const ways = lettered.flatMap((each) => SHIFTS.map((shift) => [each, shift] as const));
  return isEach ? ways : ways.slice(0, 1);
}

/** The middle of what is so long, moved no farther than needed to be inside. */
function within(middle: number, length: number, whole: number): number {
  const least = length / 2 + INSIDE;
  return Math.max(least, Math.min(middle, whole - least));
}
