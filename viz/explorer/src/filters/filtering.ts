/** Dates that filters take, and the years of a slider as such dates. */

import type { Filters } from "../state/model";

/** Whether words are a date that a filter takes: a year, month or day in EDTF, perhaps uncertain; or nothing. */
export function isDate(words: string): boolean {
  return /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[?~%]?)?$/.test(words);
}

/** The years that a slider stands at: those of the filters, within the slider. */
export function yearsOf(filters: Filters, [first, last]: readonly [number, number]): [number, number] {
  const within = (date: string, otherwise: number) =>
    date ? Math.min(last, Math.max(first, Number(date.slice(0, 4)))) : otherwise;
  const from = within(filters.from, first);
  return [from, Math.max(from, within(filters.to, last))];
}

/** What a slider's years narrow to: an end of it is no bound. */
export function toDates(
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): Pick<Filters, "from" | "to"> {
  return { from: from > first ? String(from) : "", to: to < last ? String(to) : "" };
}

/** A list with one value more or less. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}
