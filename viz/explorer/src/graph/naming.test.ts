import { describe, expect, it } from "vitest";
import { LINE, letterer, namesInView } from "./naming";

const SIZE = { width: 800, height: 400 };
const VIEW = { zoom: 0.1, pan: { x: 100, y: 50 } };
const letter = letterer((name) => [...name].length * 10);

describe("the names of a picture far away", () => {
  it("stand where they belong on the screen", () => {
    expect(namesInView([{ x: 1000, y: 500, name: "UN" }], VIEW, SIZE, letter)).toEqual([
      { x: 200, y: 100, lines: ["UN"], width: 20, height: LINE },
    ]);
  });

  it("leave out what is out of view", () => {
    const names = [
      { x: 9000, y: 0, name: "far" },
      { x: 0, y: -600, name: "above" },
    ];
    expect(namesInView(names, VIEW, SIZE, letter)).toEqual([]);
  });

  it("never stand on one another, and the first goes before", () => {
    const names = [
      { x: 0, y: 0, name: "first" },
      { x: 30, y: 20, name: "second" },
      { x: 0, y: (LINE + 2) * 10, name: "below" },
    ];
    expect(namesInView(names, VIEW, SIZE, letter).flatMap(({ lines }) => lines)).toEqual(["first", "below"]);
  });

  it("are set narrower where that gives them room, rather than left out", () => {
    const names = [
      { x: 0, y: 0, name: "neighbour" },
      { x: 950, y: 0, name: "一二三四五六七八九十" },
    ];
    const shown = namesInView(names, VIEW, SIZE, letter).map(({ lines }) => lines);
    expect(shown).toEqual([["neighbour"], ["一二三四五六七八", "九十"]]);
  });

  it("stand a little lower or higher on their boxes where that gives them room", () => {
    const near = (LINE - 4) * 10;
    const names = [
      { x: 0, y: 0, name: "one" },
      { x: 0, y: near, name: "two" },
      { x: 0, y: -near, name: "three" },
    ];
    const shown = namesInView(names, VIEW, SIZE, letter).map(({ lines, y }) => [lines[0], y]);
    expect(shown).toEqual([
      ["one", 50],
      ["two", 50 + LINE - 4 + LINE / 2],
      ["three", 50 - LINE + 4 - LINE / 2],
    ]);
  });

  it("never stand on what is taken", () => {
    const names = [
      { x: 0, y: 0, name: "covered" },
      { x: 0, y: 400, name: "below" },
    ];
    const taken = [{ x: 100, y: 50, width: 30, height: 40 }];
    expect(namesInView(names, VIEW, SIZE, letter, taken).flatMap(({ lines }) => lines)).toEqual(["below"]);
  });

  it("come closer together when the picture is nearer", () => {
    const names = Array.from({ length: 40 }, (_, at) => ({ x: at * 100, y: 0, name: "name" }));
    const far = namesInView(names, { ...VIEW, zoom: 0.05 }, SIZE, letter).length;
    expect(namesInView(names, VIEW, SIZE, letter).length).toBeGreaterThan(far);
  });

  it("are set in two lines at most, and cut where that isn't enough", () => {
    const widest = (name: string) => letter(name)[0]?.lines;
    expect(widest("human rights framework")).toEqual(["human", "rights…"]);
    expect(widest("联合国人权事务高级专员办事处")).toEqual(["联合国人权事务高级专", "员办事处"]);
    expect(widest("一".repeat(40))).toEqual(["一".repeat(10), `…${"一".repeat(9)}`]);
  });

  it("show what they are of where they begin alike", () => {
    const same = "保护所有移徙工人及其全部家庭成员权利国际";
    const [treaty, committee] = ["公约", "公约委员会"].map((end) => letter(same + end)[0]?.lines);
    expect(treaty).toEqual(["保护所有移徙工人及其", "…庭成员权利国际公约"]);
    expect(committee?.at(-1)).toMatch(/委员会$/);
  });

  it("stay whole at the border of the picture", () => {
    const [one] = namesInView([{ x: -950, y: 3460, name: "edge" }], VIEW, SIZE, letter);
    expect(one).toMatchObject({ x: 24, y: 400 - LINE / 2 - 4 });
  });
});
