import { expect, test } from "vitest";
import type { Difference } from "../api/scenarios";
import { endsOfReasons, tellDifference } from "./scenarios";

const difference = {
  added: ["r/2"],
  ended: [{ fact: "r/1", because: ["r/3"] }],
  changed: [{ from: "r/1", to: "r/2" }],
  reasons: { substance: [], required: [], for: [], against: ["r/3"], open: [] },
  statements: [{ id: "r/1" }, { id: "r/2" }, { id: "r/3" }],
} as unknown as Difference;

test("each id becomes its statement, in the order of the ids", () => {
  const told = tellDifference(difference);
  expect(told.added.map(({ id }) => id)).toEqual(["r/2"]);
  expect(told.ended.map(({ from, to }) => [from.id, to.map(({ id }) => id)])).toEqual([["r/1", ["r/3"]]]);
  expect(told.changed.map(({ from, to }) => [from.id, to.map(({ id }) => id)])).toEqual([["r/1", ["r/2"]]]);
  expect(told.reasons.against.map(({ id }) => id)).toEqual(["r/3"]);
});

test("what reasons are about is named once each", () => {
  const reason = (subject: string, object: object) => ({ subject: { id: subject }, object }) as never;
  const reasons = {
    substance: [],
    required: [],
    for: [reason("model", { id: "gap" })],
    against: [reason("model", { value: "2" })],
    open: [],
  };
  expect(endsOfReasons({ added: [], ended: [], changed: [], reasons })).toEqual(["model", "gap"]);
});

test("a statement that is missing is never left out in silence", () => {
  expect(() => tellDifference({ ...difference, added: ["r/9"] })).toThrow("r/9");
});
