import { describe, expect, it } from "vitest";
import type { Paragraph } from "../api/reports";
import { cut, pageOf, readSpot, toDetails, translationsOf } from "./reader";

const mention = (start: number, end: number, entity: string) => ({
  start,
  end,
  entity,
  form: "",
  paragraph: "1",
  report: "A",
});

describe("a text that is cut", () => {
  it("keeps every character, with what each names and whether it is marked", () => {
    const text = "𠀀小组没有秘书处";
    const pieces = cut(text, [mention(1, 3, "gmg"), mention(5, 8, "secretariat")], { start: 2, end: 6 });
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map(({ text: words, entity, marked }) => [words, entity, marked])).toEqual([
      ["𠀀", null, false],
      ["小", "gmg", false],
      ["组", "gmg", true],
      ["没有", null, true],
      ["秘", "secretariat", true],
      ["书处", "secretariat", false],
    ]);
  });

  it("has no piece without a text, and one where nothing is named", () => {
    expect(cut("", [])).toEqual([]);
    expect(cut("abc", [], { start: 9, end: 12 })).toHaveLength(1);
  });
});

it("finds the page of a paragraph and its neighbours", () => {
  const paragraphs = Array.from({ length: 23 }, (_, index) => String(index + 1));
  expect(pageOf(paragraphs, "15")).toMatchObject({ before: "1", after: "21" });
  expect(pageOf(paragraphs, "15").shown[0]).toBe("11");
  expect(pageOf(paragraphs, "23").after).toBeUndefined();
  expect(pageOf(paragraphs, "nope").before).toBeUndefined();
});

it("brings a place back from the details", () => {
  const spot = { report: "A-68-283", paragraph: "fn1", start: 3, end: 12 };
  expect(readSpot(toDetails(spot))).toEqual(spot);
  expect(readSpot({ r: "A", p: "1", w: "x" })).toEqual({ report: "A", paragraph: "1" });
});

describe("the translations of a paragraph", () => {
  const passage = (start: number, end: number, translation: string, paragraph = "1") => ({
    report: "A",
    paragraph,
    start,
    end,
    quote: "",
    translation,
  });
  const paragraph = (text: string, ...evidence: ReturnType<typeof passage>[]) =>
    ({
      report: "A",
      id: "1",
      text,
      statements: evidence.map((each) => ({ evidence: [each] })),
    }) as unknown as Paragraph;

  it("come in the order of the text, the longer one of two that begin together or lie within one another", () => {
    const read = paragraph(
      "𠀀一二三四，五六七八。",
      passage(6, 10, "later"),
      passage(0, 2, "short"),
      passage(0, 5, "whole"),
      passage(1, 3, "within"),
      passage(0, 9, "of another paragraph", "2"),
    );
    expect(translationsOf(read)).toEqual(["whole", "later"]);
  });

  it("say where words have none", () => {
    const read = paragraph("一二三四五六七八", passage(2, 4, "some"), passage(6, 7, "more"));
    expect(translationsOf(read)).toEqual([null, "some", null, "more", null]);
    expect(translationsOf(paragraph("一二"))).toEqual([]);
  });
});
