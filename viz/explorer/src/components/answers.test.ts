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

it("finds the entities of an answer once each, and nothing else", () => {
  const cell = (kind: string, id: string) => ({ kind, id, value: id });
  const rows = [
    [cell("entity", "iom"), cell("statement", "A/1.1")],
    [null, cell("entity", "gmg")],
    [cell("entity", "iom"), { value: "iom" }],
  ];
  expect(entitiesIn({ columns: [], headings: [], rows, dataset: "" } as unknown as Answer)).toEqual(["iom", "gmg"]);
});
