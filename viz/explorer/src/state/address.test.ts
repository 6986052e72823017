import { describe, expect, it } from "vitest";
import { fromAddress, GRID, MOST_ENTITIES, toAddress } from "./address";
import { NO_FILTERS, type Shown, startingView } from "./model";

const FULL: Shown = {
  language: "zh",
  view: "graph",
  canvas: {
    gmg: { x: 0, y: -35, pinned: false, hidden: false },
    "a-68-283": { x: 1240, y: 5, pinned: true, hidden: false },
    "http://other.example/x~y.z?a=1&b=%2F": { x: -5, y: 10, pinned: true, hidden: true },
  },
  clusters: { Body: { x: 300, y: -400 }, "Other~1": { x: 0, y: 5 } },
  titles: { en: "Who & why? 100 %", zh: "谁~为何" },
  selection: { entities: ["gmg"], statements: ["A-68-283/46.1"] },
  filters: {
    ...NO_FILTERS,
    classes: ["Body"],
    modalities: ["fact", "plan"],
    sections: ["III.C.1"],
    certainties: ["certain", "possible"],
    from: "2003-1X",
    asAt: "2006?",
  },
  details: { question: "ties-of-an-actor", "v.actor": "国际移民组织 & other" },
};

function read(address: string) {
  const [path = "", query = ""] = address.split("?");
  return fromAddress(path, query, "en");
}

describe("the address of a view", () => {
  it("is read back as it was", () => {
    const [path = "", ...query] = toAddress(FULL).split("?");
    expect(fromAddress(path, query.join("?"), "en")).toEqual({ shown: FULL, unread: [] });
  });

  it("survives the browser's own parsing", () => {
    const { pathname, search } = new URL(toAddress(FULL), "http://127.0.0.1");
    expect(fromAddress(pathname, search, "en").shown).toEqual(FULL);
  });

  it("is short enough to mail with fifty entities", () => {
    const canvas = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [
        `an-entity-with-id-${at}`,
        { x: at * 250 - 4000, y: 1500 - at * 110, pinned: false, hidden: false },
      ]),
    );
    expect(toAddress({ ...startingView("en"), view: "graph", canvas }).length).toBeLessThan(1700);
  });

  it("keeps what no server would take behind a #, and takes it from there", () => {
    const canvas = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [
        `body-${at}`,
        { x: at * 5, y: 5 - at * 5, pinned: false, hidden: false },
      ]),
    );
    const shown: Shown = { ...startingView("en"), view: "graph", canvas };
    const { pathname, search, hash } = new URL(toAddress(shown), "http://127.0.0.1");
    expect(search).toBe("?lang=en");
    expect(fromAddress(pathname, search, "zh", hash)).toEqual({ shown, unread: [] });
    expect(fromAddress(pathname, search, "zh", "#content").unread).toEqual([]);
  });

  it("holds as many entities as a canvas, and says how many it left", () => {
    const items = Array.from({ length: MOST_ENTITIES + 2 }, (_, at) => `e${at}.0.0`);
    const { shown, unread } = fromAddress("/explore/graph", "", "en", `#n=${items.join("~")}`);
    expect(Object.keys(shown.canvas)).toHaveLength(MOST_ENTITIES);
    expect(unread).toEqual(["… +2"]);
  });

  it("puts positions on the grid", () => {
    const canvas = { gmg: { x: 12, y: -13, pinned: false, hidden: false } };
    const { shown } = read(toAddress({ ...startingView("en"), view: "graph", canvas }));
    expect(shown.canvas.gmg).toEqual({ x: 2 * GRID, y: -3 * GRID, pinned: false, hidden: false });
  });

  it("is that of the start in the reader's language where it says nothing", () => {
    expect(fromAddress("/", "", "zh")).toEqual({ shown: startingView("zh"), unread: [] });
    expect(toAddress(startingView("zh"))).toBe("/explore?lang=zh");
  });

  it.each([
    ["/explore/nowhere?lang=en", ["nowhere"]],
    ["/explore/graph?lang=fr", ["lang=fr"]],
    ["/explore/graph?n=gmg.0.0~iom~un.a.b.x~ilo.zzzzzzz.0", ["iom", "un.a.b.x", "ilo.zzzzzzz.0"]],
    ["/explore/graph?as_at=yesterday", ["as_at=yesterday"]],
    ["/explore/graph?e=a&e=b", ["e=b"]],
  ])("tells what can't be read of %s and keeps the rest", (address, unread) => {
    expect(read(address).unread).toEqual(unread);
  });

  it("never fails on broken escapes", () => {
    expect(read("/explore/graph?e=%E4%ZZ&n=%.0.0&d-x=%").unread).toEqual([]);
  });
});
