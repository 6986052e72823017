import { describe, expect, it } from "vitest";
import { wrapped } from "./lettering";

const ruler = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 14 : 7), 0);

describe("a label", () => {
  it("breaks between English words", () => {
    const lines = wrapped("Global Forum on Migration and Development", 170, ruler);
    expect(lines).toEqual(["Global Forum on", "Migration and", "Development"]);
  });

  it("fits its width", () => {
    for (const line of wrapped("Global Forum on Migration and Development", 170, ruler)) {
      expect(ruler(line)).toBeLessThanOrEqual(170);
    }
  });

  it("breaks between Chinese characters, never before a closing sign", () => {
    const lines = wrapped("保护所有移徙工人及其家庭成员权利国际公约、附件", 140, ruler);
    expect(lines.join("")).toBe("保护所有移徙工人及其家庭成员权利国际公约、附件");
    expect(lines.filter((line) => line.startsWith("、"))).toEqual([]);
  });

  it("ends in an ellipsis where it is cut", () => {
    const lines = wrapped("one two three four five six seven eight nine ten", 60, ruler);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)?.endsWith("…")).toBe(true);
  });
});
