/** The axis of years: how far it reaches, how wide a year is, and where its ticks stand. Widths are in rem. */

import { type Extent, yearsAt } from "./extent";

/** Whole years, the last one included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A tick at the begin of a year, or of a month within one. */
export interface Tick {
  readonly at: number;
  readonly year: number;
  /** 1 to 12; null for a year. */
  readonly month: number | null;
}

/** How wide a year can be. */
const ZOOMS = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const;
const WIDEST = 4500;
// A usual axis fits into a page, unless its years get too narrow.
const USUAL_WIDTH = 60;
const USUAL_YEAR = 2;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MONTHS = [1, 3, 6];
const BETWEEN_TICKS = 3.5;

/** The years that hold every bound; null without any. What is open reaches a year beyond them. */
export function rangeOf(extents: readonly Extent[]): Range | null {
  const bounds = extents.flatMap(({ possible }) => [possible.from, possible.to]).filter(Number.isFinite);
  if (!bounds.length) return null;
  const opens = (side: "from" | "to") => (extents.some(({ possible }) => !Number.isFinite(possible[side])) ? 1 : 0);
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  return { first: Math.floor(least) - opens("from"), last: Math.ceil(most) - 1 + opens("to") };
}

export function yearsIn({ first, last }: Range): number {
  return last - first + 1;
}

/** The widths of a year that make no axis too wide, narrowest first. */
export function zoomsFor(range: Range): readonly number[] {
  const fitting = ZOOMS.filter((zoom) => zoom * yearsIn(range) <= WIDEST);
  return fitting.length ? fitting : [ZOOMS[0]];
}

/** The width of a year that an address names, as far as the axis allows; without one that of a usual axis. */
export function readZoom(text: string | undefined, range: Range): number {
  const zooms = zoomsFor(range);
  const named = ZOOMS.find((zoom) => String(zoom) === text);
  const most = named ?? Math.max(USUAL_WIDTH / yearsIn(range), USUAL_YEAR);
  return zooms.findLast((zoom) => zoom <= most) ?? zooms[0] ?? ZOOMS[0];
}

/** Where a time stands on the axis; what lies beyond the range stands at its end. */
export function placeOf(years: number, range: Range, zoom: number): number {
  return (Math.min(Math.max(years, range.first), range.last + 1) - range.first) * zoom;
}

/** Where a stretch of some length begins that holds the most of some places, the first of such; they are in order. */
export function mostWithin(places: readonly number[], length: number): number {
  let [best, most, last] = [0, 0, 0];
  for (const [first, place] of places.entries()) {
    while (last < places.length && (places[last] ?? 0) <= place + length) last += 1;
    if (last - first > most) [best, most] = [place, last - first];
  }
  return best;
}

/** Round years as ticks, and the months between them where there is room. */
export function ticksOf(range: Range, zoom: number): readonly Tick[] {
  const step = STEPS.find((each) => each * zoom >= BETWEEN_TICKS) ?? Math.max(...STEPS);
  const months = MONTHS.find((each) => (each / 12) * zoom >= BETWEEN_TICKS);
  const ticks: Tick[] = [];
  for (let year = Math.ceil(range.first / step) * step; year <= range.last + 1; year += step) {
    ticks.push({ at: year, year, month: null });
    if (months === undefined || year > range.last) continue;
    for (let month = 1 + months; month <= 12; month += months) {
      ticks.push({ at: yearsAt(`${year}-${month}-1`), year, month });
    }
  }
  return ticks;
}
