import { describe, expect, it } from "vitest";
import { spread } from "./arrangement";

describe("an arrangement of the service", () => {
  it("is drawn apart for the boxes of the canvas, its order kept", () => {
    const { a, b, c } = spread({ a: { x: 0, y: 0 }, b: { x: 70, y: 0 }, c: { x: 0, y: 40 } });
    expect(Math.abs((b?.x ?? 0) - (a?.x ?? 0))).toBeGreaterThanOrEqual(225);
    expect(Math.abs((c?.y ?? 0) - (a?.y ?? 0))).toBeGreaterThanOrEqual(64);
    expect(c?.x).toBe(a?.x);
  });

  it("has a bound where two share a place", () => {
    expect(spread({ a: { x: 10, y: 10 }, b: { x: 10, y: 10 } }).b).toEqual({ x: 60, y: 39 });
  });
});
