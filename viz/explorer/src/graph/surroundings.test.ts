import { describe, expect, it } from "vitest";
import type { Node, RelationCount, Statement } from "../api/graph";
import { hangingOn, newcomersOf, outsideOf } from "./surroundings";

const place = (pinned = false) => ({ x: 0, y: 0, pinned, hidden: false });
const relation = (subject: string, object: string) => ({ statement: {} as Statement, subject, object });
const VISIBLE = {
  entities: ["hub", "leaf", "pin", "shared", "other", "far"].map((id) => ({ id }) as Node),
  relations: [
    relation("hub", "leaf"),
    relation("leaf", "leaf"),
    relation("pin", "hub"),
    relation("hub", "shared"),
    relation("shared", "other"),
    relation("other", "far"),
  ],
};
const CANVAS = { hub: place(), leaf: place(), pin: place(true), shared: place(), other: place(), far: place() };

describe("focusing", () => {
  it("leaves what is chosen and what is beside it", () => {
    expect(outsideOf(VISIBLE, ["hub"])).toEqual(["other", "far"]);
    expect(outsideOf(VISIBLE, ["hub", "other"])).toEqual([]);
  });
});

describe("collapsing", () => {
  it("takes what hangs on nothing else, and nothing that is pinned or chosen", () => {
    expect(hangingOn(VISIBLE, ["hub"], CANVAS)).toEqual(["leaf"]);
    expect(hangingOn(VISIBLE, ["hub", "other"], CANVAS)).toEqual(["leaf", "shared", "far"]);
  });
});

describe("expanding by a relation", () => {
  it("brings what isn't there yet, once", () => {
    const relations = [{ neighbours: ["hub", "new"] }, { neighbours: ["new", "newer"] }] as RelationCount[];
    expect(newcomersOf(relations, CANVAS)).toEqual(["new", "newer"]);
  });
});
