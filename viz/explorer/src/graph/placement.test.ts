import { describe, expect, it } from "vitest";
import { isNewPicture, placesAlong, placesAround, placesInGroups, ROOM } from "./placement";

const IDS = Array.from({ length: 60 }, (_, at) => `e${at}`);

describe("placing", () => {
  it("puts nothing on anything else", () => {
    const places = Object.values(placesAround({ x: 3, y: 4 }, IDS, {}));
    expect(places).toHaveLength(IDS.length);
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        const apart = Math.abs(one.x - other.x) >= ROOM.width || Math.abs(one.y - other.y) >= ROOM.height;
        expect(apart).toBe(true);
      }
    }
  });

  it("leaves what is on the canvas where it is, and goes around it", () => {
    const canvas = { gmg: { x: 0, y: 0, pinned: false, hidden: false } };
    const places = placesAround({ x: 0, y: 0 }, ["gmg", "iom"], canvas);
    expect(places.gmg).toEqual({ x: 0, y: 0 });
    expect(places.iom).not.toEqual({ x: 0, y: 0 });
  });

  it("shows a picture whole where more than one entity came or moved", () => {
    const at = (x: number) => ({ x, y: 0, pinned: false, hidden: false });
    expect(isNewPicture({}, { a: at(0) })).toBe(true);
    expect(isNewPicture({ a: at(0), b: at(1) }, { a: at(0), b: at(2), c: at(3) })).toBe(true);
    expect(isNewPicture({ a: at(0), b: at(1) }, { a: at(0), b: at(2) })).toBe(false);
    expect(isNewPicture({ a: at(0), b: at(1) }, { a: at(0) })).toBe(false);
  });

  it("always gives the same places", () => {
    expect(placesAround({ x: 0, y: 0 }, IDS, {})).toEqual(placesAround({ x: 0, y: 0 }, IDS, {}));
  });

  it("puts the entities of a path along it, and shows those that were hidden", () => {
    const canvas = {
      a: { x: 0, y: 0, pinned: false, hidden: false },
      b: { x: 900, y: 0, pinned: false, hidden: false },
      c: { x: 5, y: 900, pinned: false, hidden: true },
    };
    expect(placesAlong(["a", "m", "n", "b"], canvas)).toEqual({ m: { x: 300, y: 0 }, n: { x: 600, y: 0 } });
    expect(placesAlong(["a", "c", "b"], canvas)).toEqual({ c: { x: 5, y: 900 } });
  });
});

describe("places in groups", () => {
  const group = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`);
  const groups = [group("a", 180), group("b", 90), group("c", 40), group("d", 2), group("e", 1), group("a", 181)];

  it("are nobody else's, always the same, and each group's own", () => {
    const places = placesInGroups(groups);
    expect(placesInGroups(groups)).toEqual(places);
    const all = Object.entries(places);
    expect(all).toHaveLength(180 + 90 + 40 + 2 + 1 + 1);
    for (const [at, [one, a]] of all.entries()) {
      for (const [other, b] of all.slice(at + 1)) {
        const isApart = Math.abs(a.x - b.x) >= 250 || Math.abs(a.y - b.y) >= 110;
        expect(isApart, `${one} ${other}`).toBe(true);
      }
    }
    const inB = all.filter(([id]) => id.startsWith("b")).map(([, place]) => place);
    const [left, right] = [Math.min(...inB.map(({ x }) => x)), Math.max(...inB.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...inB.map(({ y }) => y)), Math.max(...inB.map(({ y }) => y))];
    const strangers = all.filter(
      ([id, { x, y }]) => !id.startsWith("b") && x >= left && x <= right && y >= top && y <= bottom,
    );
    expect(strangers).toEqual([]);
  });

  it("are none where there is nobody", () => {
    expect(placesInGroups([])).toEqual({});
    expect(placesInGroups([[]])).toEqual({});
  });
});
