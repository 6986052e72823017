/** The query that somebody is writing, kept in this browser alone, so that it is there when they come back. */

const KEY = "migov-sparql-draft";
const LONGEST = 100_000;

/** The query that was written last; empty where the browser keeps nothing. */
export function readDraft(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keep a query; one that is too long, or a browser that keeps nothing, changes nothing. */
export function keepDraft(text: string): void {
  if (text.length > LONGEST) return;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Private windows and full stores: the query then lives as long as the page.
  }
}
