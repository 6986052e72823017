import { describe, expect, it } from "vitest";
import type { Question } from "../api/questions";
import { diagramsFor, MOST_READY, questionsFor } from "./ready";

const diagram = (id: string, en: string, zh: string, about: string[]) => ({
  id,
  title: { en, zh },
  subtitle: null,
  about,
});
const DIAGRAMS = [
  diagram("institutions", "Who governs migration", "谁治理移徙", ["gmg", "gfmd", "iom"]),
  diagram("gfmd", "The Global Forum and the United Nations", "全球论坛与联合国", ["gfmd", "united-nations"]),
  diagram("merge", "Merging IOM and UNHCR", "合并移民组织与难民署", []),
];
const question = (id: string, en: string, entity?: string) =>
  ({
    id,
    title: { en, zh: "" },
    description: { en, zh: "" },
    parameters: entity ? [{ name: entity, kind: "entity" }] : [],
  }) as unknown as Question;
const asked = (found: ReturnType<typeof questionsFor>) =>
  found.map(({ question: { id }, values }) => `${id} ${Object.values(values).join()}`);
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe("what stands ready", () => {
  it("is about what was found, the nearest first, and then what the words say", () => {
    expect(ids(diagramsFor(DIAGRAMS, "GFMD", "gfmd"))).toEqual(["gfmd", "institutions"]);
    expect(ids(diagramsFor(DIAGRAMS, "iom", "iom"))).toEqual(["institutions", "merge"]);
    expect(ids(diagramsFor(DIAGRAMS, "论坛 联合国", undefined))).toEqual(["gfmd"]);
    expect(ids(diagramsFor(DIAGRAMS, "treaty", "icrmw"))).toEqual([]);
  });

  it("is a few questions that hold every word", () => {
    const many = Array.from({ length: 9 }, (_, at) => question(`q${at}`, "Who funds what?"));
    expect(asked(questionsFor([question("a", "Who chairs?"), ...many], "FUNDS who", new Map()))).toEqual([
      "q0 ",
      "q1 ",
      "q2 ",
    ]);
    expect(questionsFor(many, "who", new Map()).length).toBe(MOST_READY);
  });

  it("is a question about an entity, asked of the one that the other words name", () => {
    const questions = [
      question("chairs", "Who chairs what?"),
      question("of", "What criticism is made of a body?", "body"),
    ];
    const named = new Map([["GFMD", "gfmd"]]);
    expect(asked(questionsFor(questions, "criticism GFMD", named))).toEqual(["of gfmd"]);
    expect(asked(questionsFor(questions, "GFMD chairs", named))).toEqual(["chairs "]);
    expect(asked(questionsFor(questions, "criticism zebra", named))).toEqual([]);
    expect(asked(questionsFor(questions, "GFMD", named))).toEqual([]);
  });
});
