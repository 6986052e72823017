import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../api/vocabulary";
import { fitting, missingPrefix, type Nameable } from "./completion";
import { named, readResource, readTriples, toTable } from "./results";

const BASE = "https://w3id.org/migov/";
const EMPTY = new Map();
const VOCABULARY = {
  classes: new Map([["Body", { id: "Body", iri: `${BASE}ontology#Body`, label: { en: "body", zh: "机关" } }]]),
  properties: EMPTY,
  modalities: EMPTY,
  families: EMPTY,
} as unknown as Vocabulary;

describe("results", () => {
  it("know what an IRI names, and take no other host's for ours", () => {
    expect(readResource(`${BASE}entity/gmg`, BASE, VOCABULARY)).toMatchObject({ kind: "entity", id: "gmg" });
    expect(readResource(`${BASE}report/a-68-283/statement/46.1`, BASE, VOCABULARY)).toMatchObject({
      kind: "statement",
      id: "a-68-283/46.1",
    });
    expect(readResource(`${BASE}ontology#Body`, BASE, VOCABULARY)).toMatchObject({ kind: "term", id: "Body" });
    for (const iri of [
      "https://else.example/entity/gmg",
      "https://else.example/#Body",
      `${BASE}entity/gmg/label/zh-1`,
    ]) {
      expect(readResource(iri, BASE, VOCABULARY)).toEqual({ iri, value: iri });
    }
  });

  it("read triples with their escapes and line ends", () => {
    const text = '<a:s> <a:p> "one \\"two\\"\\n\\u4e2d"@zh .\n_:b <a:p> <a:o> .\n';
    expect(readTriples(text)).toEqual([
      {
        subject: { type: "uri", value: "a:s" },
        predicate: { type: "uri", value: "a:p" },
        object: { type: "literal", value: 'one "two"\n中' },
      },
      {
        subject: { type: "bnode", value: "b" },
        predicate: { type: "uri", value: "a:p" },
        object: { type: "uri", value: "a:o" },
      },
    ]);
  });

  it("keep empty cells empty and call entities by name", () => {
    const rows = [{ who: { type: "uri", value: `${BASE}entity/gmg` } }];
    const table = toTable({ kind: "rows", columns: ["who", "what"], rows }, BASE, VOCABULARY);
    const label = { en: "Global Migration Group", zh: "全球移徙小组" };
    expect(table && named(table, [{ id: "gmg", label }]).rows).toEqual([
      [{ kind: "entity", id: "gmg", iri: `${BASE}entity/gmg`, value: "gmg", label }, null],
    ]);
    expect(toTable({ kind: "truth", truth: true }, BASE, VOCABULARY)).toBeNull();
  });
});

describe("completion", () => {
  const all: readonly Nameable[] = [
    { text: "migov:SubBody", names: ["subsidiary body", "附属机关"], type: "class" },
    { text: "migov:Body", names: ["body", "机关"], type: "class" },
  ];

  it("finds a term by any name in either language, its own first", () => {
    expect(fitting("body", all).map(({ text }) => text)).toEqual(["migov:Body", "migov:SubBody"]);
    expect(fitting("附属", all).map(({ text }) => text)).toEqual(["migov:SubBody"]);
    expect(fitting("nothing", all)).toEqual([]);
  });

  it("declares a prefix once", () => {
    expect(missingPrefix("SELECT", ["migov", "a:"])).toBe("PREFIX migov: <a:>\n");
    expect(missingPrefix("prefix migov: <a:>\nSELECT", ["migov", "a:"])).toBe("");
  });
});
