import { describe, expect, it } from "vitest";
import { FONT_SIZE } from "./lettering";
import { areWordsDrawn } from "./reading";

describe("words in boxes", () => {
  it("are drawn from about half of their full size, on any screen", () => {
    for (const ratio of [1, 1.25, 1.5, 1.75, 2, 2.5, 3]) {
      expect(areWordsDrawn(FONT_SIZE, 1, ratio), `${ratio}`).toBe(true);
      expect(areWordsDrawn(FONT_SIZE, 0.72, ratio), `${ratio}`).toBe(true);
      expect(areWordsDrawn(FONT_SIZE, 0.35, ratio), `${ratio}`).toBe(false);
      expect(areWordsDrawn(FONT_SIZE, 0.01, ratio), `${ratio}`).toBe(false);
    }
    for (const ratio of [1, 2]) {
      expect(areWordsDrawn(FONT_SIZE, 0.501, ratio)).toBe(true);
      expect(areWordsDrawn(FONT_SIZE, 0.5, ratio)).toBe(false);
    }
  });
  it("are drawn from farther away where they are larger", () => {
    expect(areWordsDrawn(8 * FONT_SIZE, 0.07, 1)).toBe(true);
    expect(areWordsDrawn(8 * FONT_SIZE, 0.06, 1)).toBe(false);
  });
});
