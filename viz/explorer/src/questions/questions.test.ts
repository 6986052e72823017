import { describe, expect, it } from "vitest";
import type { Answer, Question } from "../api/questions";
import { byTopic, entitiesIn, mayBeDated, readChosen, readForm, toDetails, withChosen, withForm } from "./questions";

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

  it("may be a timeline where the answer names dates or statements", () => {
    const answer = (...row: unknown[]) =>
      ({ columns: [], headings: [], rows: [row], dataset: "" }) as unknown as Answer;
    for (const value of ["2006", "2013-05-21", "2007/..", "../2006-09", "1985~"]) {
      expect(mayBeDated(answer(null, { value }))).toBe(true);
    }
    expect(mayBeDated(answer({ kind: "statement", value: "A-68-283/46.1" }))).toBe(true);
    expect(mayBeDated(answer({ kind: "entity", value: "2006" }, { value: "151" }, { value: "since 2006" }))).toBe(
      false,
    );
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
