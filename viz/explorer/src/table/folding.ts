/** One row for each recommendation: what only says whom it asks, what it is about and who makes it stands within it. */

import type { Language } from "../state/model";
import type { Row } from "./rows";

/** What is told of a recommendation, what tells the most first; the service folds its documents alike. */
const TELLING = ["content", "addressedTo", "concerns", "addresses"];

/** A row and those that are told within it. */
export interface FoldedRow extends Row {
  readonly within: readonly Row[];
}

/**
 * The rows with those of each recommendation in the place of the first that tells the most of it.
 *
 * Only what has the same status and holder is folded, and neither limit nor note of its own.
 *
 * @param isRecommendation whether an entity is one.
 */
export function folded(
  rows: readonly Row[],
  isRecommendation: (id: string) => boolean,
  language: Language,
): readonly FoldedRow[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, isRecommendation);
    if (key === undefined) continue;
    const others = groups.get(key);
    if (others) others.push(row);
    else groups.set(key, [row]);
  }
  const within = new Map<string, readonly Row[]>();
  const gone = new Set<string>();
  for (const group of groups.values()) {
    const [first] = [...group].sort((one, other) => rankOf(one) - rankOf(other));
    if (!first) continue;
    const told = group.filter((row) => row !== first && hasNoLimitBeside(row, first));
    within.set(first.id, told);
    for (const { id } of told) gone.add(id);
  }
  return rows.filter(({ id }) => !gone.has(id)).map((row) => withTold(row, within.get(row.id) ?? [], language));
}

function keyOf({ statement }: Row, isRecommendation: (id: string) => boolean): string | undefined {
  if (!TELLING.includes(statement.predicate.id) || !isRecommendation(statement.subject.id)) return undefined;
  return [statement.subject.id, statement.modality, statement.attributed_to].join(" ");
}

function rankOf({ statement }: Row): number {
  return TELLING.indexOf(statement.predicate.id);
}

function hasNoLimitBeside({ statement: one }: Row, { statement: other }: Row): boolean {
  const isNone = (words: { en: string } | null | undefined, others: { en: string } | null | undefined) =>
    !words || words.en === others?.en;
  return (["qualifier", "condition", "note"] as const).every((each) => isNone(one[each], other[each]));
}

function withTold(row: Row, within: readonly Row[], language: Language): FoldedRow {
  if (!within.length) return { ...row, within };
  const [space, joint, stop] = language === "zh" ? ["", "、", "；"] : [" ", ", ", "; "];
  const objects = new Map<string, string[]>();
  for (const { cells } of within) objects.set(cells.relation, [...(objects.get(cells.relation) ?? []), cells.object]);
  const told = [...objects].map(([relation, names]) => `${relation}${space}${names.join(joint)}`).join(stop);
  const places = [...new Set([row, ...within].flatMap(({ cells }) => cells.place.split("; ")))].join("; ");
  return {
    ...row,
    within,
    cells: { ...row.cells, statement: `${row.cells.statement} → ${told}`, place: places },
    text: [row, ...within].map(({ text }) => text).join("\n"),
  };
}
