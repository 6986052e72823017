import { describe, expect, it } from "vitest";
import type { Question } from "../api/questions";
import { readForm, withForm } from "../components/answers";
import { byTopic, holdingMost, readChosen, toDetails, withChosen } from "./questions";

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

describe("the form of an answer", () => {
  it("stays when other values are asked for, and the table needs no word", () => {
    const details = withForm(toDetails({ id: "claims", values: { actor: "iom" } }), "timeline");
    expect(readForm(details)).toBe("timeline");
    const other = withChosen(details, { id: "claims", values: {} });
    expect(readForm(other)).toBe("timeline");
    expect(readChosen(other)).toEqual({ id: "claims", values: {} });
    expect(withForm(other, "table")).toEqual(toDetails({ id: "claims", values: {} }));
    expect(readForm({ as: "poem" })).toBe("table");
  });
});

describe("questions by topic", () => {
  const all = [
    question("b", "law", "Which norms bind?", "哪些规范具有约束力？"),
    question("a", "criticism", "Who criticizes whom?", "谁批评谁？"),
  ];

  const topics = (sought: string) => [...byTopic(holdingMost(all, sought).found).keys()];

  it("holds those with every word, in either language", () => {
    expect(topics("")).toEqual(["criticism", "law"]);
    expect(topics("NORMS which")).toEqual(["law"]);
    expect(topics("批评")).toEqual(["criticism"]);
  });

  it("holds those with the most words where none has all", () => {
    expect(topics("which norms on detention")).toEqual(["law"]);
    expect(topics("detention")).toEqual([]);
    expect(["which norms", "norms detention", "detention"].map((sought) => holdingMost(all, sought).isPartly)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
