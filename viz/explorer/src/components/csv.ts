/** Rows as CSV (RFC 4180) that spreadsheets open as they are. */

// A cell that a spreadsheet would compute is led by an apostrophe, as in the service's own files.
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV with a mark by which spreadsheets know the encoding. */
export function toCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${[headings, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
