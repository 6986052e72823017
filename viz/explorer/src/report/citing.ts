/** Where statements rest, as a citation lists it. */

import type { Statement } from "../api/graph";

/** Places of one report: numbers of paragraphs, a run of them as `12–14`, and other places by id. */
export interface Cited {
  readonly report: string;
  readonly paragraphs: readonly string[];
  readonly others: readonly string[];
}

/** Each place that some statements rest on, once and in the order of the text. */
export function citedPlaces(statements: readonly Pick<Statement, "evidence">[]): readonly Cited[] {
  const found = new Map<string, Set<string>>();
  for (const { report, paragraph } of statements.flatMap(({ evidence }) => evidence)) {
    found.set(report, (found.get(report) ?? new Set()).add(paragraph));
  }
  return [...found].sort().map(([report, places]) => {
    const numbers = [...places].filter((each) => /^\d+$/.test(each)).map(Number);
    const others = [...places].filter((each) => !/^\d+$/.test(each)).sort(byNumber);
    return { report, paragraphs: inRuns(numbers.sort((one, other) => one - other)), others };
  });
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function inRuns(numbers: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const each of numbers) {
    const last = runs.at(-1);
    if (last && each === last[1] + 1) last[1] = each;
    else runs.push([each, each]);
  }
  return runs.flatMap(([first, last]) =>
    last === first ? [`${first}`] : last === first + 1 ? [`${first}`, `${last}`] : [`${first}–${last}`],
  );
}
