/** How far a date reaches on an axis of years, and how sure that is. */

/** A date as the service gives it: in EDTF, with the first and the last day that it may mean; null where it is open. */
export interface Dating {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A stretch of the axis in years and parts of them; the day of `to` lies before it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Extent {
  /** All days that the date may mean; infinite where it is open. */
  readonly possible: Stretch;
  /** Whether it names its day, or its first and its last day; otherwise it may be any part of what is possible. */
  readonly isCertain: boolean;
  readonly isDay: boolean;
  /** Whether the source itself calls the date uncertain or approximate. */
  readonly isUnsure: boolean;
}

/** The begin of a day, `2006-09-14`, in years and parts of them; with `after` its end. */
export function yearsAt(day: string, after = false): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const start = utc(year, 1, 1);
  return year + (utc(year, month, date + (after ? 1 : 0)) - start) / (utc(year + 1, 1, 1) - start);
}

// Date.UTC takes the years 0 to 99 for those of the twentieth century.
function utc(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

/** The days that a year, month or day in EDTF may mean; null for what else EDTF can say. */
export function boundsOf(point: string): { readonly first: string; readonly last: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?[?~%]?$/.exec(point) ?? [];
  if (!year) return null;
  if (day) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = new Date(utc(Number(year), Number(month) + 1, 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` };
}

/**
 * How far a date reaches; null where it has no bound at all.
 *
 * Reports say “2002/2003” of what happened between these years as well as of what lasted: only days are certain.
 */
export function readExtent({ edtf, earliest, latest }: Dating): Extent | null {
  if (earliest === null && latest === null) return null;
  const possible = {
    from: earliest === null ? Number.NEGATIVE_INFINITY : yearsAt(earliest),
    to: latest === null ? Number.POSITIVE_INFINITY : yearsAt(latest, true),
  };
  const isUnsure = /[?~%]/.test(edtf);
  const isCertain = edtf.split("/").every((point) => /^\d{4}-\d{2}-\d{2}$/.test(point));
  return { possible, isCertain, isDay: earliest === latest, isUnsure };
}
