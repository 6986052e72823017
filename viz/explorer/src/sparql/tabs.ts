/** The queries that somebody is writing, each in a tab, kept in this browser alone so that they are there again. */

export interface Tab {
  readonly id: number;
  /** As it was named; empty for one that goes by its number. */
  readonly name: string;
  readonly text: string;
}

export interface Tabs {
  readonly tabs: readonly [Tab, ...Tab[]];
  readonly current: number;
  /** Those that were closed, the last one first. */
  readonly closed: readonly Tab[];
}

const KEY = "migov-sparql-tabs";
/** Where the one query was kept before there were tabs. */
const OLD_KEY = "migov-sparql-draft";
const LONGEST = 100_000;
const LONGEST_NAME = 60;
export const MOST_TABS = 12;
const MOST_CLOSED = 10;

/** One tab with a query. */
export function oneTab(text: string): Tabs {
  return { tabs: [{ id: 1, name: "", text }], current: 1, closed: [] };
}

export function currentOf({ tabs, current }: Tabs): Tab {
  return tabs.find(({ id }) => id === current) ?? tabs[0];
}

/** With a new tab at the end, which becomes the current one; as they were where there are as many as there may be. */
export function withTab(state: Tabs, text: string, name = ""): Tabs {
  if (state.tabs.length >= MOST_TABS) return state;
  const tab = { id: nextId(state), name: name.slice(0, LONGEST_NAME), text };
  return { ...state, tabs: [...state.tabs, tab], current: tab.id };
}

function nextId({ tabs, closed }: Tabs): number {
  return Math.max(...[...tabs, ...closed].map(({ id }) => id)) + 1;
}

/** With a query in sight: in the tab that has it already, in the current one where that is as good as empty, else anew. */
export function withQuery(state: Tabs, text: string, untouched: string, name = ""): Tabs {
  const same = state.tabs.find((tab) => tab.text.trim() === text.trim());
  if (same) return { ...state, current: same.id };
  const { text: present } = currentOf(state);
  const isFree = !present.trim() || present === untouched || state.tabs.length >= MOST_TABS;
  return isFree ? withChange(state, { text, name: name.slice(0, LONGEST_NAME) }) : withTab(state, text, name);
}

/** With the current tab changed. */
export function withChange(state: Tabs, change: Partial<Pick<Tab, "name" | "text">>): Tabs {
  const { id } = currentOf(state);
  const [first, ...others] = state.tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab));
  return first ? { ...state, tabs: [first, ...others] } : state;
}

/** Without the current tab, whose neighbour comes into sight; with an empty one in the place of the last. */
export function withoutTab(state: Tabs): Tabs {
  const gone = currentOf(state);
  const at = state.tabs.indexOf(gone);
  const closed = gone.text.trim() ? [gone, ...state.closed].slice(0, MOST_CLOSED) : state.closed;
  const [first, ...others] = state.tabs.filter((tab) => tab !== gone);
  if (!first) {
    const id = nextId(state);
    return { tabs: [{ id, name: "", text: "" }], current: id, closed };
  }
  const left: readonly Tab[] = [first, ...others];
  return { tabs: [first, ...others], current: (left[Math.max(at - 1, 0)] ?? first).id, closed };
}

/** With the tab that was closed last. */
export function withReopened(state: Tabs): Tabs {
  const [last, ...closed] = state.closed;
  if (!last || state.tabs.length >= MOST_TABS) return state;
  return { tabs: [...state.tabs, last], current: last.id, closed };
}

/** What this browser keeps; null where it keeps nothing, or nothing that can be read. */
export function readTabs(): Tabs | null {
  try {
    const old = localStorage.getItem(OLD_KEY);
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return parseTabs(found) ?? (old?.trim() ? oneTab(old) : null);
  } catch {
    return null;
  }
}

/** Tabs out of what was kept, which another version, or somebody's hand, may have written. */
export function parseTabs(found: unknown): Tabs | null {
  const { tabs, current } = (found ?? {}) as { tabs?: unknown; current?: unknown };
  if (!Array.isArray(tabs)) return null;
  const read = tabs.slice(0, MOST_TABS).flatMap((tab: Partial<Tab> | null): Tab[] => {
    if (typeof tab?.id !== "number" || typeof tab.text !== "string") return [];
    return [{ id: tab.id, name: typeof tab.name === "string" ? tab.name.slice(0, LONGEST_NAME) : "", text: tab.text }];
  });
  const [first, ...others] = read.filter(({ id }, at) => read.findIndex((tab) => tab.id === id) === at);
  if (!first) return null;
  return { tabs: [first, ...others], current: typeof current === "number" ? current : first.id, closed: [] };
}

/** Keep the tabs; a query that is too long is left out, and a browser that keeps nothing changes nothing. */
export function keepTabs({ tabs, current }: Tabs): void {
  const kept = tabs.map((tab) => (tab.text.length > LONGEST ? { ...tab, text: "" } : tab));
  try {
    localStorage.setItem(KEY, JSON.stringify({ tabs: kept, current }));
    localStorage.removeItem(OLD_KEY);
  } catch {
    // Private windows and full stores: the queries then live as long as the page.
  }
}
