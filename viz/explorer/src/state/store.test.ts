import { beforeEach, describe, expect, it } from "vitest";
import { startingView } from "./model";
import { actions, useExplorer } from "./store";

const now = () => useExplorer.getState();
const canvas = () => Object.keys(now().shown.canvas);

beforeEach(() => {
  useExplorer.setState(useExplorer.getInitialState(), true);
});

describe("the canvas", () => {
  it("keeps what stands on it where others come", () => {
    actions.place({ gmg: { x: 10, y: 20 } });
    actions.setPinned(["gmg"], true);
    actions.place({ iom: { x: 300, y: 0 } });
    expect(now().shown.canvas.gmg).toEqual({ x: 10, y: 20, pinned: true, hidden: false });
    expect(canvas()).toEqual(["gmg", "iom"]);
  });

  it("has nothing to undo where it came with the first address", () => {
    actions.restore({ ...startingView("en"), canvas: { gmg: { x: 0, y: 0, pinned: false, hidden: false } } });
    expect(now().history.past).toEqual([]);
    actions.restore({ ...startingView("en"), canvas: {} });
    expect(now().history.past).toHaveLength(1);
  });

  it("finds the table again as it was left", () => {
    actions.open("table", { words: "IOM", out: "r/1" });
    actions.open("report");
    expect(now().shown.details).toEqual({});
    actions.open("table");
    expect(now().shown.details).toEqual({ words: "IOM", out: "r/1" });
    actions.open("table", { rows: "entities" });
    expect(now().shown.details).toEqual({ rows: "entities" });
  });

  it("keeps its choice where an address makes the same one", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.selectEntity("gmg");
    const { selection } = now().shown;
    actions.restore({ ...now().shown, view: "table", selection: { ...selection } });
    expect(now().shown.selection).toBe(selection);
    actions.restore({ ...now().shown, selection: { entities: ["iom"], statements: [] } });
    expect(now().shown.selection.entities).toEqual(["iom"]);
  });

  it("loses the notice of what is left out with what it was said of, not when it is moved", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.notify({ kind: "limited", shown: 1, total: 9 });
    actions.place({ gmg: { x: 50, y: 0 } });
    expect(now().notices).toHaveLength(1);
    actions.remove(["gmg"]);
    expect(now().notices).toEqual([]);
  });

  it("is undone and redone step by step, and a new step forgets what was undone", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.place({ iom: { x: 1, y: 0 } });
    actions.remove(["gmg"]);
    actions.undo();
    expect(canvas()).toEqual(["gmg", "iom"]);
    actions.undo();
    expect(canvas()).toEqual(["gmg"]);
    actions.redo();
    expect(canvas()).toEqual(["gmg", "iom"]);
    actions.place({ un: { x: 2, y: 0 } });
    actions.redo();
    expect(canvas()).toEqual(["gmg", "iom", "un"]);
  });

  it("is undone with what it was narrowed to, in one step where the one belongs to the other", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.setFilters({ asAt: "2006" });
    actions.place({ gmg: { x: 5, y: 0 } });
    actions.undo();
    expect(now().shown.filters.asAt).toBe("2006");
    actions.undo();
    expect(now().shown.filters.asAt).toBe("");
    expect(canvas()).toEqual(["gmg"]);
    actions.redo();
    expect(now().shown.filters.asAt).toBe("2006");
    actions.replaceCanvas({ iom: { x: 0, y: 0 } });
    actions.setFilters({ asAt: "" }, true);
    actions.undo();
    expect(canvas()).toEqual(["gmg"]);
    expect(now().shown.filters.asAt).toBe("2006");
  });

  it("undoes what was done with clusters, and clears them with the rest", () => {
    actions.placeClusters({ Body: { x: 1, y: 2 } });
    actions.placeClusters({ Treaty: { x: 3, y: 4 } });
    actions.selectCluster("Body");
    actions.replaceClusters({ "@iom": { x: 0, y: 0 } });
    expect(now().shown.clusters).toEqual({ "@iom": { x: 0, y: 0 } });
    expect(now().shown.selection.cluster).toBeUndefined();
    actions.undo();
    actions.selectCluster("Body");
    actions.removeCluster("Body");
    expect(now().shown.clusters).toEqual({ Treaty: { x: 3, y: 4 } });
    expect(now().shown.selection.cluster).toBeUndefined();
    actions.undo();
    expect(now().shown.clusters).toEqual({ Body: { x: 1, y: 2 }, Treaty: { x: 3, y: 4 } });
    actions.replaceCanvas({});
    expect(now().shown.clusters).toEqual({});
  });

  it("takes its title along when it is undone, and has none of what stood there before", () => {
    actions.replaceCanvas({ gmg: { x: 0, y: 0 } }, { en: "The Group", zh: "移徙小组" });
    actions.setTitle("My Group");
    expect(now().shown.titles).toEqual({ en: "My Group", zh: "移徙小组" });
    actions.replaceCanvas({});
    expect(now().shown.titles).toEqual({ en: "", zh: "" });
    actions.undo();
    expect(now().shown.titles.en).toBe("My Group");
  });

  it("loses the choice of what leaves it, by undo too", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.selectEntity("gmg");
    actions.undo();
    expect(now().shown.selection.entities).toEqual([]);
  });

  it("can be had back after an address has shown another one", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.restore(startingView("en"));
    expect(canvas()).toEqual([]);
    actions.undo();
    expect(canvas()).toEqual(["gmg"]);
  });

  it("loses what the dataset doesn't hold, and says so", () => {
    actions.place({ gmg: { x: 0, y: 0 }, old: { x: 1, y: 1 } });
    actions.selectEntity("old");
    actions.reportGone(["old"]);
    expect(canvas()).toEqual(["gmg"]);
    expect(now().shown.selection.entities).toEqual([]);
    expect(now().notices).toEqual([{ kind: "gone", ids: ["old"] }]);
  });
});

describe("the choice", () => {
  it("is one thing, or several entities", () => {
    actions.selectEntity("gmg");
    actions.selectEntity("iom", true);
    expect(now().shown.selection).toEqual({ entities: ["gmg", "iom"], statements: [] });
    actions.selectEntity("gmg", true);
    expect(now().shown.selection.entities).toEqual(["iom"]);
    actions.selectStatement("A-68-283/46.1");
    expect(now().shown.selection).toEqual({ entities: [], statements: ["A-68-283/46.1"] });
  });

  it("of all leaves out what is hidden", () => {
    actions.place({ gmg: { x: 0, y: 0 }, iom: { x: 1, y: 1 } });
    actions.setHidden(["iom"], true);
    actions.selectAll();
    expect(now().shown.selection.entities).toEqual(["gmg"]);
  });
});

describe("the browser's back button", () => {
  it("returns from views and new entities, not from moves and choices", () => {
    actions.place({ gmg: { x: 0, y: 0 } });
    actions.open("graph");
    const { step } = now();
    actions.place({ gmg: { x: 50, y: 0 } });
    actions.selectEntity("gmg");
    actions.setLanguage("zh");
    expect(now().step).toBe(step);
  });
});
