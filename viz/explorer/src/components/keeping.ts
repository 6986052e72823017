/** Small choices that this browser keeps for the next visit; the address, where it says something, comes first. */

/** What was kept under a name; undefined where nothing was, or where the browser keeps nothing. */
export function readKept(name: string): string | undefined {
  try {
    return localStorage.getItem(`migov-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keep a choice; a browser that keeps nothing changes nothing. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`migov-${name}`, value);
  } catch {
    // Private windows and full stores: the choice then lives as long as the page.
  }
}
