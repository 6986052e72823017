import { describe, expect, it } from "vitest";
import { bendAround } from "./bends";

const box = (x: number, y: number) => ({ x, y, width: 100, height: 30 });

describe("a line between two boxes", () => {
  const [from, to] = [box(0, 0), box(600, 0)];
  it("is straight where nothing is in its way", () => {
    expect(bendAround(from, to, [from, to, box(300, 100)])).toBe(0);
  });
  it("is led around a box, by no more than it takes", () => {
    const bend = bendAround(from, to, [from, to, box(300, 0)]);
    expect(Math.abs(bend)).toBeGreaterThanOrEqual(2 * 15);
    expect(Math.abs(bend)).toBeLessThan(2 * 60);
  });
  it("goes where there is room", () => {
    const below = bendAround(from, to, [from, to, box(300, 0), box(300, -45)]);
    const above = bendAround(from, to, [from, to, box(300, 0), box(300, 45)]);
    expect(below).toBeGreaterThan(0);
    expect(above).toBeLessThan(0);
  });
  it("stays straight where no curve is clear", () => {
    const wall = Array.from({ length: 41 }, (_, at) => box(300, (at - 20) * 30));
    expect(bendAround(from, to, [from, to, ...wall])).toBe(0);
  });
  it("has no bend where both stand in the same place", () => {
    expect(bendAround(from, box(0, 0), [from, box(10, 0)])).toBe(0);
  });
});
