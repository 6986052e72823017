/** Rows of the table of statements: their cells as words, sought, sorted and cut into pages. */

import type { Statement } from "../api/graph";

export const COLUMNS = [
  "status",
  "statement",
  "holder",
  "time",
  "place",
  "subject",
  "relation",
  "object",
  "limits",
  "quotation",
  "translation",
] as const;
export type Column = (typeof COLUMNS)[number];

/** What stands without a choice; status and holder always do. */
export const USUAL: readonly Column[] = ["status", "statement", "holder", "time", "place"];
export const ALWAYS: readonly Column[] = ["status", "statement", "holder"];
/** What there is where statements rest on no report. */
const OF_DATA: readonly Column[] = ["status", "statement", "subject", "relation", "object"];

/** The columns that a dataset can fill, those of evidence only where it carries some. */
export function columnsOf(carriesEvidence: boolean): readonly Column[] {
  return carriesEvidence ? COLUMNS : OF_DATA;
}

export const PAGE_ROWS = 100;

/** What a table shows in a row: words by column. */
export interface Line<Column extends string> {
  readonly id: string;
  readonly cells: Readonly<Record<Column, string>>;
  /** All words of the row in both languages, in small letters. */
  readonly text: string;
}

/** A statement and the words of each of its cells. */
export interface Row extends Line<Column> {
  readonly statement: Statement;
}

/** A column, down or up. */
export interface Order<Name extends string = Column> {
  readonly column: Name;
  readonly descending: boolean;
}

/** The rows that hold every word. */
export function rowsWith<Found extends { readonly text: string }>(
  rows: readonly Found[],
  sought: string,
): readonly Found[] {
  const words = wordsOf(sought);
  return words.length ? rows.filter(({ text }) => words.every((word) => text.includes(word))) : rows;
}

/** How many of the rows that were found have one of the words nowhere in these columns, but in another or in the other language. */
export function foundUnseen<Name extends string>(
  rows: readonly Line<Name>[],
  sought: string,
  columns: readonly Name[],
): number {
  const words = wordsOf(sought);
  if (!words.length) return 0;
  const seenIn = ({ cells }: Line<Name>) =>
    columns
      .map((each) => cells[each])
      .join("\n")
      .toLowerCase();
  return rows.filter((row) => {
    const seen = seenIn(row);
    return words.some((word) => !seen.includes(word));
  }).length;
}

function wordsOf(sought: string): readonly string[] {
  return sought.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The rows in an order; in that of the report without one. What has no date comes after what has, either way. */
export function rowsInOrder<Found extends Row>(
  rows: readonly Found[],
  order: Order | null,
  locale: string,
): readonly Found[] {
  const places = new Intl.Collator("en", { numeric: true });
  const byPlace = (one: Row, other: Row) =>
    placeKey(one).localeCompare(placeKey(other)) || places.compare(one.id, other.id);
  if (!order) return [...rows].sort(byPlace);
  const words = new Intl.Collator(locale, { numeric: true });
  const sign = order.descending ? -1 : 1;
  const { column } = order;
  return [...rows].sort((one, other) => {
    if (column === "place") return sign * byPlace(one, other);
    if (column === "time") {
      const [a, b] = [timeKey(one), timeKey(other)];
      if (!a !== !b) return a ? -1 : 1;
      return sign * a.localeCompare(b) || byPlace(one, other);
    }
    return sign * words.compare(one.cells[column], other.cells[column]) || byPlace(one, other);
  });
}

/** Cover and summary, then the paragraphs by number, then the footnotes. */
function placeKey({ statement }: Row): string {
  const place = statement.evidence[0]?.paragraph ?? "";
  const kind = place === "cover" ? 0 : place === "summary" ? 1 : place.startsWith("fn") ? 3 : 2;
  return `${statement.report} ${kind} ${(/\d+/.exec(place)?.[0] ?? "").padStart(6, "0")}`;
}

function timeKey({ statement: { time } }: Row): string {
  return time ? `${time.earliest ?? "0000"} ${time.latest ?? "9999"}` : "";
}

/** The order that an address names: `time`, or `-time` for the other way round. */
export function readOrder<Name extends string>(text: string | undefined, offered: readonly Name[]): Order<Name> | null {
  const descending = text?.startsWith("-") ?? false;
  const column = offered.find((each) => each === (descending ? text?.slice(1) : text));
  return column ? { column, descending } : null;
}

/** The columns that an address names, those that always stand included. */
export function readColumns(text: string | undefined, offered: readonly Column[] = COLUMNS): readonly Column[] {
  if (text === undefined) return offered === COLUMNS ? USUAL : offered;
  const named = text.split(".");
  return offered.filter((each) => ALWAYS.includes(each) || named.includes(each));
}
