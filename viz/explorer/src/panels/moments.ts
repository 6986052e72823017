import type { IntlShape } from "react-intl";

/** A day as people write it; a year or month stays as it is, without more precision than it has. */
export function dayWords(date: string, intl: IntlShape): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? intl.formatDate(date, { dateStyle: "long", timeZone: "UTC" }) : date;
}

/** An EDTF date as people read it, without more precision than it has: `2007/..` is `2007 –`, `2006-05` stays. */
export function momentWords(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return edtf;
  return `${from === ".." ? "" : from} – ${to === ".." ? "" : to}`.trim();
}
