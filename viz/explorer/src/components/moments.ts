/** Dates in words, with no more precision than they have: the same words as on the plain pages. */

import type { Language } from "../state/model";
import { useExplorer } from "../state/store";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/**
 * A date or interval in Extended Date/Time Format in words; what words can't render stays as it was authored.
 *
 * An interval lasts (`2003/..`, since 2003); of a set one day is meant (`[2003..]`, 2003 or later).
 */
export function momentWords(edtf: string, language: Language): string {
  const oneOf = /^\[([\d-]*)\.\.([\d-]*)\]$/.exec(edtf);
  if (oneOf) return someDay(oneOf[1] ?? "", oneOf[2] ?? "", language);
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return pointWords(edtf, language);
  const [start, end] = [pointWords(from, language), pointWords(to, language)];
  if (to === "..") return language === "zh" ? `${start}起` : `since ${start}`;
  if (from === "..") return language === "zh" ? `至${end}` : `until ${end}`;
  return language === "zh" ? `${start}至${end}` : (daysOfAMonth(from, to) ?? `${start} to ${end}`);
}

/** An interval of days within a month in English, month and year named once. */
function daysOfAMonth(from: string, to: string): string | undefined {
  const days = /^(\d{4}-\d{2})-(\d{2}) \1-(\d{2})$/.exec(`${from} ${to}`);
  if (!days) return undefined;
  const [first, last] = [Number(days[2]), Number(days[3])];
  return `${first} ${last === first + 1 ? "and" : "to"} ${pointWords(to, "en")}`;
}

/** A function that gives a date in words of the language that is shown. */
export function useMomentWords(): (edtf: string) => string {
  const language = useExplorer((state) => state.shown.language);
  return (edtf) => momentWords(edtf, language);
}

function someDay(from: string, to: string, language: Language): string {
  const [start, end] = [pointWords(from, language), pointWords(to, language)];
  if (!to) return language === "zh" ? `${start}或以后` : `${start} or later`;
  if (!from) return language === "zh" ? `${end}或以前` : `${end} or earlier`;
  return language === "zh" ? `${start}至${end}之间` : `between ${start} and ${end}`;
}

function pointWords(edtf: string, language: Language): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]*)$/.exec(edtf);
  const [, year = "", month, day, sign = ""] = found ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!found || (month && !name)) return edtf;
  const [about, unsure] = [/[~%]/.test(sign), /[?%]/.test(sign)];
  if (language === "zh") {
    const words = `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
    return `${about ? "约" : ""}${words}${unsure ? "（待考）" : ""}`;
  }
  const words = [day && String(Number(day)), month && name, year].filter(Boolean).join(" ");
  return `${about ? "about " : ""}${words}${unsure ? " (uncertain)" : ""}`;
}
