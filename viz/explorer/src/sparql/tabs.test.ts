import { describe, expect, it } from "vitest";
import {
  currentOf,
  MOST_TABS,
  oneTab,
  parseTabs,
  withChange,
  withoutTab,
  withQuery,
  withReopened,
  withTab,
} from "./tabs";

const FIRST = "SELECT 1";

describe("tabs of queries", () => {
  it("opens a query where it stands, in an untouched tab, or in a new one", () => {
    const start = oneTab(FIRST);
    const used = withQuery(start, "ASK {}", FIRST, "Ask");
    expect(used.tabs).toEqual([{ id: 1, name: "Ask", text: "ASK {}" }]);
    const two = withQuery(used, "SELECT 2", FIRST);
    expect(two.tabs.map(({ text }) => text)).toEqual(["ASK {}", "SELECT 2"]);
    expect(currentOf(two).text).toBe("SELECT 2");
    const back = withQuery(two, "ASK {} ", FIRST);
    expect([back.tabs.length, back.current]).toEqual([2, 1]);
  });

  it("brings closed tabs back, the last one first, and is never without a tab", () => {
    let state = withChange(withTab(withTab(oneTab("a"), "b"), "c"), { name: "Third" });
    state = withoutTab(state);
    expect(currentOf(state).text).toBe("b");
    state = withoutTab(withoutTab(state));
    expect(state.tabs.map(({ text }) => text)).toEqual([""]);
    expect(state.closed.map(({ text }) => text)).toEqual(["a", "b", "c"]);
    state = withReopened(withReopened(state));
    expect(state.tabs.map(({ text }) => text)).toEqual(["", "a", "b"]);
    state = withReopened(withReopened(state));
    expect(currentOf(state)).toMatchObject({ name: "Third", text: "c" });
    expect(new Set(state.tabs.map(({ id }) => id)).size).toBe(state.tabs.length);
  });

  it("has so many tabs and no more; a query then takes the place of the current one", () => {
    let state = oneTab("0");
    for (let n = 1; n < 50; n += 1) state = withTab(state, String(n));
    expect(state.tabs.length).toBe(MOST_TABS);
    expect(withQuery(state, "x", FIRST).tabs.length).toBe(MOST_TABS);
    expect(currentOf(withQuery(state, "x", FIRST)).text).toBe("x");
  });

  it("reads what was kept, whatever stands there", () => {
    for (const kept of [null, 1, "x", {}, { tabs: [] }, { tabs: [null, { id: "1", text: "a" }] }, { tabs: { 0: 1 } }]) {
      expect(parseTabs(kept)).toBeNull();
    }
    const kept = {
      tabs: [
        { id: 2, text: "a" },
        { id: 2, text: "b" },
        { id: 3, name: 5, text: "c" },
      ],
      current: 9,
    };
    expect(parseTabs(kept)?.tabs).toEqual([
      { id: 2, name: "", text: "a" },
      { id: 3, name: "", text: "c" },
    ]);
    expect(currentOf(parseTabs(kept) ?? oneTab("")).text).toBe("a");
  });
});
