/** An answer as a chart: one column gives the labels, another one, of numbers only, the lengths. Pure geometry. */

import type { Answer, Cell } from "../api/questions";

export const MOST_BARS = 40;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?$/;
const STEPS = [1, 2, 2.5, 5, 10];

export interface Point {
  readonly label: Cell | null;
  readonly value: number;
  /** The time that the label tells, in years; only where the chart is a line. */
  readonly time: number;
}

export interface Chart {
  /** Bars beside one another, or a line over time where every label is a year or a day. */
  readonly kind: "bars" | "line";
  readonly points: readonly Point[];
  /** How many rows have a number; more than the points where there are too many for bars. */
  readonly total: number;
  /** Round numbers that the axis shows, from below the least value, or zero, to above the greatest. */
  readonly ticks: readonly number[];
}

/** The columns of numbers that can be drawn: every cell that is not empty is a number, and there is one at least. */
export function numberColumns({ columns, rows }: Answer): readonly number[] {
  return columns
    .map((_, at) => at)
    .filter((at) => {
      const cells = rows.map((row) => row[at]).filter((cell) => cell != null);
      return cells.length > 0 && cells.every((cell) => !cell.kind && NUMBER.test(cell.value));
    });
}

/** The column that names what the numbers count: the first that isn't the numbers' own and holds words, else years. */
export function labelColumn(answer: Answer, numbers: number): number | undefined {
  const numeric = numberColumns(answer);
  const others = answer.columns.map((_, at) => at).filter((at) => at !== numbers);
  return others.find((at) => !numeric.includes(at)) ?? others.find((at) => answer.rows.every((row) => isTime(row[at])));
}

/** A column of numbers as a chart; null where nothing names them or none is there. */
export function chartOf(answer: Answer, numbers: number): Chart | null {
  const labels = labelColumn(answer, numbers);
  if (labels === undefined) return null;
  const every = answer.rows.flatMap((row): Point[] => {
    const [label = null, cell] = [row[labels], row[numbers]];
    return cell ? [{ label, value: Number(cell.value), time: timeOf(label) }] : [];
  });
  if (!every.length) return null;
  const distinct = new Set(every.map(({ time }) => time));
  const isLine = every.length > 2 && distinct.size === every.length && every.every(({ time }) => Number.isFinite(time));
  const points = isLine ? [...every].sort((one, other) => one.time - other.time) : every.slice(0, MOST_BARS);
  return {
    kind: isLine ? "line" : "bars",
    points,
    total: every.length,
    ticks: ticksOf(points.map(({ value }) => value)),
  };
}

/** Round numbers in equal steps around some values and zero, four to nine of them. */
export function ticksOf(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = most - least || 1;
  const size = 10 ** Math.floor(Math.log10(span / 4));
  const step = (STEPS.find((each) => span / (each * size) <= 6) ?? 10) * size;
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function isTime(cell: Cell | null | undefined): boolean {
  return Number.isFinite(timeOf(cell ?? null));
}

/** A year or a day as a number of years; NaN for anything else. */
function timeOf(cell: Cell | null): number {
  const [, year, month = "1", day = "1"] = (!cell?.kind && DAY.exec(cell?.value ?? "")) || [];
  return year ? Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372 : Number.NaN;
}
