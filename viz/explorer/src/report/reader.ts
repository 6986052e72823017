/** What the reader of a report keeps in the address, which paragraphs it shows, and how a text is marked. */

import type { Paragraph } from "../api/reports";

/** A place in a report: characters `start` to `end` of a paragraph, or all of it. */
export interface Spot {
  readonly report: string;
  readonly paragraph: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

export function toDetails({ report, paragraph, start, end }: Spot): Record<string, string> {
  const words = start !== undefined && end !== undefined ? { w: `${start}-${end}` } : {};
  return { r: report, p: paragraph, ...words };
}

export function readSpot(details: Readonly<Record<string, string>>): Partial<Spot> {
  const { r: report, p: paragraph, w: words = "" } = details;
  const [, start, end] = /^(\d{1,6})-(\d{1,6})$/.exec(words) ?? [];
  return {
    ...(report ? { report } : {}),
    ...(paragraph ? { paragraph } : {}),
    ...(start && end ? { start: Number(start), end: Number(end) } : {}),
  };
}

/** How many paragraphs are read at once. */
export const PAGE = 10;

/** The page of paragraphs that one stands on, with the first ones of the pages before and after. */
export function pageOf(paragraphs: readonly string[], paragraph: string) {
  const at = Math.max(0, paragraphs.indexOf(paragraph));
  const first = at - (at % PAGE);
  return {
    shown: paragraphs.slice(first, first + PAGE),
    before: first > 0 ? paragraphs[first - PAGE] : undefined,
    after: paragraphs[first + PAGE],
  };
}

/** A piece of a text: what it names, and whether it is among the words that are looked at. */
export interface Piece {
  readonly text: string;
  readonly entity: string | null;
  readonly marked: boolean;
  readonly start: number;
}

/** A text cut where a mention or the marked words begin or end. Places count characters, as the service does. */
export function cut(
  text: string,
  mentions: Paragraph["mentions"],
  marked: { readonly start?: number | undefined; readonly end?: number | undefined } = {},
): readonly Piece[] {
  const characters = Array.from(text);
  const { start: from = -1, end: to = -1 } = marked;
  const edges = new Set([0, characters.length, from, to, ...mentions.flatMap(({ start, end }) => [start, end])]);
  const places = [...edges].filter((each) => each >= 0 && each <= characters.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? characters.length;
    const mention = mentions.find((each) => each.start <= start && end <= each.end);
    return {
      text: characters.slice(start, end).join(""),
      entity: mention?.entity ?? null,
      marked: from <= start && end <= to,
      start,
    };
  });
}

const WORDS = /[\p{L}\p{N}]/u;

/**
 * The translations of a paragraph's passages in their order, null where words stand that no statement rests on; of a
 * passage within another one the longer one's alone.
 */
export function translationsOf({ report, id, text, statements }: Paragraph): readonly (string | null)[] {
  const characters = Array.from(text);
  const passages = statements.flatMap(({ evidence }) =>
    evidence.filter((each) => each.report === report && each.paragraph === id && each.translation),
  );
  // The longest of those that begin together comes first.
  passages.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = 0;
  const gapTo = (place?: number) => (WORDS.test(characters.slice(reached, place).join("")) ? [null] : []);
  const found = passages.flatMap(({ start, end, translation }) => {
    if (end <= reached) return [];
    const gap = gapTo(start);
    reached = end;
    return [...gap, translation];
  });
  return found.length ? [...found, ...gapTo()] : [];
}

/** The entities that the statements of some paragraphs are about, each once. */
export function endsIn(paragraphs: readonly Paragraph[]): readonly string[] {
  const ends = paragraphs.flatMap(({ statements }) =>
    statements.flatMap(({ subject, object }) => ("id" in object ? [object.id, subject.id] : [subject.id])),
  );
  return [...new Set(ends)];
}
