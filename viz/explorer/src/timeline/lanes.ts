/** Dated things in lanes below each other, in rows where none touches another, and the steps between them. */

import { placeOf, type Range } from "./axis";
import type { Extent } from "./extent";

/** Widths in rem: of a label, of the space after it, and of the shortest bar. */
export const LABEL = 20;
const SPACE = 0.75;
const SHORTEST = 0.75;

/** Something with a date, and the lane it belongs to. */
export interface Dated {
  readonly id: string;
  readonly lane: string;
  readonly extent: Extent;
}

export interface Placed<Item extends Dated> {
  readonly item: Item;
  readonly left: number;
  /** The width of the bar. */
  readonly bar: number;
  /** The width of bar and label. */
  readonly width: number;
  readonly row: number;
}

export interface Lane<Item extends Dated> {
  readonly id: string;
  readonly rows: number;
  /** By their dates. */
  readonly placed: readonly Placed<Item>[];
}

/**
 * Things in their lanes, each in the first row in which it touches none.
 *
 * @param order the lanes from above to below; those that it doesn't name come last, by their earliest thing.
 */
export function arranged<Item extends Dated>(
  items: readonly Item[],
  range: Range,
  zoom: number,
  order: readonly string[] = [],
): readonly Lane<Item>[] {
  const sorted = [...items].sort(byDate);
  const known = order.filter((lane) => sorted.some((item) => item.lane === lane));
  const lanes = [...new Set([...known, ...sorted.map(({ lane }) => lane)])];
  return lanes.map((id) => {
    const ends: number[] = [];
    const placed = sorted
      .filter(({ lane }) => lane === id)
      .map((item): Placed<Item> => {
        const { from, to } = item.extent.possible;
        const left = placeOf(from, range, zoom);
        const bar = Math.max(placeOf(to, range, zoom) - left, SHORTEST);
        const width = Math.max(bar, LABEL);
        const free = ends.findIndex((end) => end + SPACE <= left);
        const row = free < 0 ? ends.length : free;
        ends[row] = left + width;
        return { item, left, bar, width, row };
      });
    return { id, rows: ends.length, placed };
  });
}

function byDate(one: Dated, other: Dated): number {
  const [a, b] = [one.extent.possible, other.extent.possible];
  // Two open sides are equally far, and their difference is no number.
  const apart = (x: number, y: number) => (x === y ? 0 : x - y);
  return apart(a.from, b.from) || apart(a.to, b.to) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

export type Step = "earlier" | "later" | "above" | "below" | "first" | "last";

/** What one comes to from a thing: by time within its lane, or in the nearest row above or below; null where none is. */
export function stepFrom<Item extends Dated>(lanes: readonly Lane<Item>[], id: string, step: Step): string | null {
  const all = lanes.flatMap((lane, number) => lane.placed.map((placed) => ({ placed, number })));
  if (step === "first" || step === "last") return all.at(step === "first" ? 0 : -1)?.placed.item.id ?? null;
  const from = all.find(({ placed }) => placed.item.id === id);
  if (!from) return null;
  if (step === "earlier" || step === "later") {
    const lane = lanes[from.number]?.placed ?? [];
    const at = lane.findIndex(({ item }) => item.id === id) + (step === "later" ? 1 : -1);
    return lane[at]?.item.id ?? null;
  }
  const sign = step === "below" ? 1 : -1;
  const rowsAway = ({ placed, number }: (typeof all)[number]) =>
    sign * (number - from.number) * EVERY_ROW + sign * (placed.row - from.placed.row);
  const ahead = all.filter((each) => rowsAway(each) > 0);
  const nearest = Math.min(...ahead.map(rowsAway));
  const next = ahead
    .filter((each) => rowsAway(each) === nearest)
    .sort((one, other) => aside(one.placed, from.placed) - aside(other.placed, from.placed))[0];
  return next?.placed.item.id ?? null;
}

// More than the rows of any lane: a row of the next lane is farther than every row of this one.
const EVERY_ROW = 1_000_000;

function aside(one: Placed<Dated>, other: Placed<Dated>): number {
  return Math.abs(one.left - other.left);
}
