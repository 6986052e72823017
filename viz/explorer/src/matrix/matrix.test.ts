import { describe, expect, it } from "vitest";
import type { DatedStatement } from "../api/selected";
import { cutMatrix, readAsked, readRole, shortName, stepTo, toMatrix, withAsked } from "./matrix";

const KINDS: Readonly<Record<string, string>> = { a: "Body", b: "Body", c: "Institution", t: "Concept", u: "Concept" };

function isA(id: string, classes: readonly string[]): boolean {
  return classes.includes(KINDS[id] ?? "");
}

function statement(n: number, subject: string, predicate: string, object: string | null): DatedStatement {
  const words = { zh: "", en: "" };
  return {
    id: `R/${n}`,
    subject: { id: subject },
    predicate: { id: predicate, label: words },
    object: object === null ? { words } : { id: object },
    modality: "fact",
  } as unknown as DatedStatement;
}

const SAID = [
  statement(1, "a", "memberOf", "b"),
  statement(2, "b", "worksWith", "a"),
  statement(3, "c", "worksWith", "b"),
  statement(4, "a", "addresses", "t"),
  statement(5, "t", "concerns", "c"),
  statement(6, "a", "worksWith", "a"),
  statement(7, "a", "memberCount", null),
];

describe("the matrix", () => {
  it("holds what ties two bodies in the cells of both, whichever way it goes", () => {
    const matrix = toMatrix(SAID, "bodies", isA);
    expect(matrix.held).toBe(
      new Set(matrix.rows.flatMap((row) => matrix.columns.flatMap((column) => matrix.cell(row, column)))).size,
    );
    expect(matrix.held).toBeLessThan(SAID.length);
    expect(matrix.rows).toEqual(["b", "a", "c"]);
    expect(matrix.columns).toEqual(["b", "a", "c"]);
    expect(matrix.cell("a", "b").map(({ id }) => id)).toEqual(["R/1", "R/2"]);
    expect(matrix.cell("b", "a")).toEqual(matrix.cell("a", "b"));
    expect(matrix.cell("a", "c")).toEqual([]);
    expect(matrix.cell("a", "a")).toEqual([]);
  });

  it("tells the roles of a body in a relation apart", () => {
    const matrix = toMatrix(SAID, "roles", isA);
    expect(matrix.cell("a", "memberOf").map(({ id }) => id)).toEqual(["R/1"]);
    expect(matrix.cell("b", "^memberOf").map(({ id }) => id)).toEqual(["R/1"]);
    expect(matrix.cell("c", "^concerns").map(({ id }) => id)).toEqual(["R/5"]);
    expect(matrix.rows).not.toContain("t");
    expect(matrix.columns).not.toContain("memberCount");
    expect(readRole("^memberOf")).toEqual({ property: "memberOf", isInverse: true });
    expect(readRole("memberOf")).toEqual({ property: "memberOf", isInverse: false });
  });

  it("sets bodies against topics", () => {
    const matrix = toMatrix(SAID, "topics", isA);
    expect([matrix.rows, matrix.columns]).toEqual([["a", "c"], ["t"]]);
  });

  it("is cut to the best connected, then put in order", () => {
    const matrix = toMatrix(SAID, "bodies", isA);
    const as = { name: (id: string) => ({ a: "z", b: "y", c: "x" })[id] ?? id, locale: "en" };
    const group = (id: string) => ({ a: 0, b: 1 })[id];
    expect(cutMatrix(matrix, 2, "names", { ...as, group }).rows).toEqual(["b", "a"]);
    expect(cutMatrix(matrix, 9, "names", { ...as, group }).rows).toEqual(["c", "b", "a"]);
    expect(cutMatrix(matrix, 9, "communities", { ...as, group }).columns).toEqual(["a", "b", "c"]);
    expect(cutMatrix(matrix, 1, "connections", { ...as, group }).columns).toEqual(["b"]);
    expect(matrix.rows).toEqual(["b", "a", "c"]);
  });
});

describe("the address of a matrix", () => {
  it("says only what isn't so anyway, keeps what others say, and reads it back", () => {
    const plain = readAsked({ against: "moon", size: "7", cell: "a" });
    expect(plain).toEqual({ against: "bodies", order: "connections", size: 20, cell: null });
    expect(withAsked({ scope: "about", cell: "a~b" }, plain)).toEqual({ scope: "about" });
    const full = { against: "roles", order: "names", size: 40, cell: ["gmg", "^memberOf"] } as const;
    expect(readAsked(withAsked({}, full))).toEqual(full);
  });
});

describe("walking the grid", () => {
  it("goes one step, leaps, and stays within", () => {
    expect(stepTo("ArrowRight", false, [1, 1], 3, 3)).toEqual([1, 2]);
    expect(stepTo("ArrowRight", false, [1, 2], 3, 3)).toEqual([1, 2]);
    expect(stepTo("ArrowUp", false, [0, 1], 3, 3)).toEqual([0, 1]);
    expect(stepTo("PageDown", false, [1, 1], 30, 3)).toEqual([11, 1]);
    expect(stepTo("Home", false, [2, 2], 3, 3)).toEqual([2, 0]);
    expect(stepTo("End", true, [0, 0], 3, 4)).toEqual([2, 3]);
    expect(stepTo("a", false, [0, 0], 3, 3)).toBeNull();
  });
});

it("a narrow place takes the acronym where there is one", () => {
  expect(shortName(["Global Migration Group", "the Group", "GMG"])).toBe("GMG");
  expect(shortName(["Global Migration Group", "the Group"])).toBe("Global Migration Group");
  expect(shortName(["联合国难民事务高级专员办事处", "难民署"])).toBe("联合国难民事务高级专员办事处");
  expect(shortName(["GFMD"])).toBe("GFMD");
  expect(shortName([])).toBeUndefined();
});
