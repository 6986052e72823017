import { describe, expect, it } from "vitest";
import { HEIGHT, namesInView, shortened } from "./naming";

const SIZE = { width: 800, height: 400 };
const VIEW = { zoom: 0.1, pan: { x: 100, y: 50 } };
const ruler = (name: string) => [...name].length * 10;

describe("the names of a picture far away", () => {
  it("stand where they belong on the screen", () => {
    expect(namesInView([{ x: 1000, y: 500, name: "UN" }], VIEW, SIZE, ruler)).toEqual([
      { x: 200, y: 100, name: "UN", width: 20 },
    ]);
  });

  it("leave out what is out of view", () => {
    const names = [
      { x: 9000, y: 0, name: "far" },
      { x: 0, y: -600, name: "above" },
    ];
    expect(namesInView(names, VIEW, SIZE, ruler)).toEqual([]);
  });

  it("never stand on one another, and the first goes before", () => {
    const names = [
      { x: 0, y: 0, name: "first" },
      { x: 30, y: 20, name: "second" },
      { x: 0, y: HEIGHT * 10, name: "below" },
    ];
    expect(namesInView(names, VIEW, SIZE, ruler).map(({ name }) => name)).toEqual(["first", "below"]);
  });

  it("never stand on what is taken", () => {
    const names = [
      { x: 0, y: 0, name: "covered" },
      { x: 0, y: 400, name: "below" },
    ];
    const taken = [{ x: 100, y: 50, width: 30, height: 40 }];
    expect(namesInView(names, VIEW, SIZE, ruler, taken).map(({ name }) => name)).toEqual(["below"]);
  });

  it("come closer together when the picture is nearer", () => {
    const names = Array.from({ length: 40 }, (_, at) => ({ x: at * 100, y: 0, name: "name" }));
    const far = namesInView(names, { ...VIEW, zoom: 0.05 }, SIZE, ruler).length;
    expect(namesInView(names, VIEW, SIZE, ruler).length).toBeGreaterThan(far);
  });

  it("are cut where they are long, in whole letters", () => {
    expect(shortened("联合国人权事务高级专员办事处")).toBe("联合国人权事务高级专员办事处");
    expect([...shortened("𠮷".repeat(40))]).toHaveLength(28);
  });
});
