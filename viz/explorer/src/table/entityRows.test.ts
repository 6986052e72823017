import { describe, expect, it } from "vitest";
import type { DatedStatement } from "../api/selected";
import { entitiesInOrder, readEntityColumns, toldOf } from "./entityRows";

const said = (subject: string, object: object, modality: string, earliest?: string, latest?: string) =>
  ({ subject: { id: subject }, object, modality, time: earliest ? { earliest, latest } : null }) as DatedStatement;

describe("rows of entities", () => {
  it("counts the statements about each entity once, the facts among them, and their years", () => {
    const told = toldOf(
      [
        said("a", { id: "b" }, "fact", "2006-01-01", "2006-12-31"),
        said("a", { words: {} }, "proposal", "1990-05-01", "1991-01-01"),
        said("b", { id: "b" }, "fact"),
      ],
      ["c"],
    );
    expect(Object.fromEntries(told)).toEqual({
      a: { statements: 2, facts: 1, years: [1990, 2006] },
      b: { statements: 2, facts: 2, years: [2006, 2006] },
      c: { statements: 0, facts: 0, years: undefined },
    });
  });

  it("orders counts as numbers, and what has no date last", () => {
    const row = (id: string, statements: string, years: string) => {
      const cells = { name: id, class: "", statements, facts: "0", years, other: "", spellings: "" };
      return { id, cells, text: "" };
    };
    const rows = [row("x", "10", "1990"), row("y", "9", ""), row("z", "100", "2006")];
    const ids = (column: "statements" | "years", descending: boolean) =>
      entitiesInOrder(rows, { column, descending }, "en").map(({ id }) => id);
    expect(ids("statements", false)).toEqual(["y", "x", "z"]);
    expect(ids("years", false)).toEqual(["x", "z", "y"]);
    expect(ids("years", true)).toEqual(["z", "x", "y"]);
    expect(readEntityColumns("years.nonsense")).toEqual(["name", "years"]);
  });
});
