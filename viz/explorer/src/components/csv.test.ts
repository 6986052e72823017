import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("CSV", () => {
  it("keeps quotes and lines and disarms formulas", () => {
    expect(toCsv(["a"], [['say "yes"\nno'], ["=1+1"]])).toBe('\ufeff"a"\r\n"say ""yes""\nno"\r\n"\'=1+1"\r\n');
  });
});
