import { describe, expect, it } from "vitest";
import type { Answer, Question } from "../api/questions";
import { byTopic, entitiesIn, readChosen, toDetails } from "./questions";

const question = (id: string, topic: string, en: string, zh: string): Question => ({
  id,
  topic,
  topic_label: { en: topic, zh: topic },
  title: { en, zh },
  description: { en: "", zh: "" },
  parameters: [],
});

describe("the chosen question", () => {
  it("comes back from the details with its values", () => {
    const chosen = { id: "claims", values: { actor: "iom & other", day: "2006-01-01" } };
    expect(readChosen(toDetails(chosen))).toEqual(chosen);
    expect(readChosen({ find: "who" })).toBeNull();
  });
});

describe("questions by topic", () => {
  const all = [
    question("b", "law", "Which norms bind?", "哪些规范具有约束力？"),
    question("a", "criticism", "Who criticizes whom?", "谁批评谁？"),
  ];

  it("holds those with every word, in either language", () => {
    expect([...byTopic(all, "").keys()]).toEqual(["criticism", "law"]);
    expect([...byTopic(all, "NORMS which").keys()]).toEqual(["law"]);
    expect([...byTopic(all, "批评").keys()]).toEqual(["criticism"]);
    expect(byTopic(all, "norms whom").size).toBe(0);
  });
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
