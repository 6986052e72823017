import { describe, expect, it } from "vitest";
import type { DatedStatement } from "../api/selected";
import { statementsBehind } from "./behind";

const said = (id: string, subject: string, edtf: string, object = "words") =>
  ({ id, subject: { id: subject }, object: { id: object }, time: { edtf } }) as unknown as DatedStatement;

const DATED = [
  said("r/1", "gmg", "2006"),
  said("r/2", "gmg", "2010"),
  said("r/3", "iom", "2010", "gmg"),
  said("r/4", "iom", "1951"),
];
const entity = (id: string) => ({ type: "uri", value: `https://w3id.org/migov/entity/${id}` });
const literal = (value: string) => ({ type: "literal", value });

function behind(...rows: Parameters<typeof statementsBehind>[0]) {
  const { statements, without } = statementsBehind(rows, DATED);
  return [statements.map(({ id }) => id), without];
}

function listing(ids: string, total: string) {
  return { evidence_statements: literal(ids), evidence_total: literal(total) };
}

describe("the dated statements behind rows", () => {
  it("are those that connect what a row names, by the date that it names", () => {
    const evidence = listing("r/1 | r/2 | r/9", "3");
    expect(behind({ body: entity("gmg"), date: literal("2010"), ...evidence })).toEqual([["r/2"], 0]);
    expect(behind({ body: entity("gmg"), ...evidence })).toEqual([["r/1", "r/2"], 0]);
  });

  it("are those of an entity and a date where the evidence isn't listed whole", () => {
    expect(behind({ body: entity("gmg"), date: literal("2010"), evidence_total: literal("0") })).toEqual([
      ["r/2", "r/3"],
      0,
    ]);
    expect(behind({ body: entity("gmg"), date: literal("2010"), ...listing("r/1", "12") })).toEqual([
      ["r/2", "r/3"],
      0,
    ]);
  });

  it("are each there once, and rows without any are counted", () => {
    const first = { body: entity("gmg"), date: literal("2006"), ...listing("r/1", "1") };
    const none = { body: entity("iom"), date: literal("2006"), evidence_total: literal("0") };
    expect(behind(first, first, none, { body: entity("iom") })).toEqual([["r/1"], 2]);
  });
});
