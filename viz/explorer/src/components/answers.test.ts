import { expect, it } from "vitest";
import type { Answer } from "../api/questions";
import { entitiesIn, mayBeDated } from "./answers";

it("may be a timeline where the answer names dates or statements", () => {
  const answer = (...row: unknown[]) => ({ columns: [], headings: [], rows: [row], dataset: "" }) as unknown as Answer;
  for (const value of ["2006", "2013-05-21", "2007/..", "../2006-09", "1985~"]) {
    expect(mayBeDated(answer(null, { value }))).toBe(true);
  }
  expect(mayBeDated(answer({ kind: "statement", value: "A-68-283/46.1" }))).toBe(true);
  expect(mayBeDated(answer({ kind: "entity", value: "2006" }, { value: "151" }, { value: "since 2006" }))).toBe(false);
});

it("finds the entities of an answer once each, then those of what it rests on", () => {
  const cell = (kind: string, id: string) => ({ kind, id, value: id });
  const rows = [
    [cell("entity", "iom"), cell("statement", "A/1.1")],
    [null, cell("entity", "gmg")],
    [cell("entity", "iom"), { value: "iom" }],
  ];
  const told = { subject: { id: "ga" }, object: { id: "iom" } };
  const statements = [[told], [{ subject: { id: "gmg" }, object: { value: "2006" } }], []];
  const answer = { columns: [], headings: [], rows, statements, dataset: "" } as unknown as Answer;
  expect(entitiesIn(answer)).toEqual(["iom", "gmg", "ga"]);
  expect(entitiesIn({ ...answer, rows: [[{ value: "1" }]] } as unknown as Answer)).toEqual([]);
});
