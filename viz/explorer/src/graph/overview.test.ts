import { describe, expect, it } from "vitest";
import { frameOf, scalingOf, wholePoint } from "./overview";

const SMALL = { width: 180, height: 120 };
const PLACES = [
  { x: -1000, y: 0 },
  { x: 5000, y: 2000 },
  { x: 0, y: -300 },
];

describe("the overview", () => {
  it("holds every place", () => {
    const { scale, shift } = scalingOf(PLACES, SMALL);
    for (const { x, y } of PLACES) {
      expect(x * scale + shift.x).toBeGreaterThan(0);
      expect(x * scale + shift.x).toBeLessThan(SMALL.width);
      expect(y * scale + shift.y).toBeGreaterThan(0);
      expect(y * scale + shift.y).toBeLessThan(SMALL.height);
    }
  });

  it("frames what is in view", () => {
    const scaling = scalingOf(PLACES, SMALL);
    const size = { width: 800, height: 400 };
    const frame = frameOf(scaling, { zoom: 0.5, pan: { x: 100, y: -50 } }, size);
    const corner = wholePoint(scaling, frame);
    expect(corner.x).toBeCloseTo(-200);
    expect(corner.y).toBeCloseTo(100);
    expect(frame.width / scaling.scale).toBeCloseTo(1600);
  });

  it("stands around a single place", () => {
    const scaling = scalingOf([{ x: 70, y: 30 }], SMALL);
    expect(wholePoint(scaling, { x: 90, y: 60 })).toEqual({ x: 70, y: 30 });
  });
});
