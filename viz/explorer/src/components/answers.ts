/** What of an answer can be drawn, and in which form the address shows it. */

import type { Answer, Cell } from "../api/questions";

/** How an answer is shown. */
export const FORMS = ["table", "timeline"] as const;
export type Form = (typeof FORMS)[number];
const FORM = "as";

/** The form in which an address shows an answer. */
export function readForm(details: Readonly<Record<string, string>>): Form {
  return FORMS.find((each) => each === details[FORM]) ?? "table";
}

/** `details` with another form; the table needs no word. */
export function withForm(details: Readonly<Record<string, string>>, form: Form): Record<string, string> {
  const { [FORM]: _, ...others } = details;
  return form === "table" ? others : { ...others, [FORM]: form };
}

const DATE = /^\d{4}(-\d{2}){0,2}[?~%]?$/;

/** Whether an answer names dates or statements, which may have some. */
export function mayBeDated(answer: Answer): boolean {
  const isDated = (cell: Cell | null) =>
    cell?.kind === "statement" || (cell && !cell.kind && cell.value.split("/").some((part) => DATE.test(part)));
  return answer.rows.some((row) => row.some(isDated));
}

/**
 * The entities that an answer names, each once, in the order of the rows, then those that what it rests on is about: who
 * decided something stands with what was decided.
 */
export function entitiesIn(answer: Answer): readonly string[] {
  const named = answer.rows.flat().flatMap((cell) => (cell?.kind === "entity" && cell.id ? [cell.id] : []));
  const behind = answer.statements
    .flat()
    .flatMap(({ subject, object }) => [subject.id, ...("id" in object ? [object.id] : [])]);
  return [...new Set(named.length ? [...named, ...behind] : [])];
}
