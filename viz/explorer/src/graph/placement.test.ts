import { describe, expect, it } from "vitest";
import { placesAround, ROOM } from "./placement";

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

  it("always gives the same places", () => {
    expect(placesAround({ x: 0, y: 0 }, IDS, {})).toEqual(placesAround({ x: 0, y: 0 }, IDS, {}));
  });
});
