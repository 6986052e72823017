import { describe, expect, it } from "vitest";
import { settled, spread } from "./arrangement";

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

describe("an arrangement by force", () => {
  const overlap = (places: Record<string, { x: number; y: number }>) => {
    const points = Object.values(places);
    return points.some((one, at) =>
      points.slice(at + 1).some(({ x, y }) => Math.abs(x - one.x) < 222 && Math.abs(y - one.y) < 61),
    );
  };
  const star = Object.fromEntries(
    Array.from({ length: 18 }, (_, at) => [
      `e${at}`,
      at ? { x: Math.cos(at) * (100 + 30 * at), y: Math.sin(at) * (60 + 10 * at) } : { x: 0, y: 0 },
    ]),
  );

  it("is as small as boxes and lines allow, and no box lies on another one", () => {
    const settling = settled(star);
    expect(overlap(settling)).toBe(false);
    const widthOf = (places: Record<string, { x: number }>) => {
      const across = Object.values(places).map(({ x }) => x);
      return Math.max(...across) - Math.min(...across);
    };
    expect(widthOf(settling)).toBeLessThan(widthOf(spread(star)));
    expect(widthOf(settling)).toBeLessThan(1500);
  });

  it("leaves boxes in one line in their line, and those in one place are told apart", () => {
    expect(settled({ a: { x: 0, y: 0 }, b: { x: 200, y: 0 } })).toEqual({ a: { x: 0, y: 0 }, b: { x: 400, y: 0 } });
    expect(overlap(settled({ a: { x: 0, y: 0 }, b: { x: 0, y: 0 }, c: { x: 0, y: 0 } }))).toBe(false);
  });
});
