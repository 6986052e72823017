import { expect, it } from "vitest";
import { citedPlaces } from "./citing";

it("lists each place once, in the order of the text, runs together", () => {
  const at = (...paragraphs: string[]) => ({
    evidence: paragraphs.map((paragraph) => ({
      report: "A-1",
      paragraph,
      quote: "",
      translation: "",
      start: 0,
      end: 0,
    })),
  });
  expect(
    citedPlaces([at("12"), at("9", "14"), at("13", "fn10"), at("9", "summary", "fn2"), at("15", "20", "21")]),
  ).toEqual([{ report: "A-1", paragraphs: ["9", "12–15", "20", "21"], others: ["fn2", "fn10", "summary"] }]);
  expect(citedPlaces([])).toEqual([]);
});
