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
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe("what stands ready", () => {
  it("is about what was found, the nearest first, and then what the words say", () => {
    expect(ids(diagramsFor(DIAGRAMS, "GFMD", "gfmd"))).toEqual(["gfmd", "institutions"]);
    expect(ids(diagramsFor(DIAGRAMS, "iom", "iom"))).toEqual(["institutions", "merge"]);
    expect(ids(diagramsFor(DIAGRAMS, "论坛 联合国", undefined))).toEqual(["gfmd"]);
    expect(ids(diagramsFor(DIAGRAMS, "treaty", "icrmw"))).toEqual([]);
  });

  it("is a few questions that hold every word", () => {
    const question = (id: string, en: string) =>
      ({ id, title: { en, zh: "" }, description: { en, zh: "" } }) as Question;
    const many = Array.from({ length: 9 }, (_, at) => question(`q${at}`, "Who funds what?"));
    expect(ids(questionsFor([question("a", "Who chairs?"), ...many], "FUNDS who"))).toEqual(["q0", "q1", "q2"]);
    expect(questionsFor(many, "who").length).toBe(MOST_READY);
  });
});
