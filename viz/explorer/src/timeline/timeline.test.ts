import { describe, expect, it } from "vitest";
import type { DatedStatement } from "../api/selected";
import { mostWithin, placeOf, rangeOf, readZoom, ticksOf, yearsIn, zoomsFor } from "./axis";
import { boundsOf, type Extent, readExtent, yearsAt } from "./extent";
import { byDating, laneOf, readGrouping } from "./items";
import { arranged, type Dated, LABEL, type Lane, stepFrom } from "./lanes";

function extent(edtf: string, earliest: string | null, latest: string | null): Extent {
  const read = readExtent({ edtf, earliest, latest });
  if (!read) throw new Error(`${edtf} has no bound`);
  return read;
}

const ofYear = (year: number) => extent(`${year}`, `${year}-01-01`, `${year}-12-31`);
const dated = (id: string, year: number, lane = "one"): Dated => ({ id, lane, extent: ofYear(year) });

describe("what the frame shows at first", () => {
  it("is where most begin, the earliest of such", () => {
    expect(mostWithin([1, 2, 50, 51, 52, 90, 91, 92], 5)).toBe(50);
    expect(mostWithin([1, 9], 8)).toBe(1);
    expect(mostWithin([], 8)).toBe(0);
  });
});

describe("a date on the axis", () => {
  it("is where its days are, leap years counted", () => {
    expect(yearsAt("2013-01-01")).toBe(2013);
    expect(yearsAt("2013-12-31", true)).toBe(2014);
    expect(yearsAt("2012-12-31")).toBeCloseTo(2012 + 365 / 366, 10);
    expect(yearsAt("0050-01-01")).toBe(50);
  });

  it.each([
    ["2006", "2006-01-01", "2006-12-31"],
    ["2012-02", "2012-02-01", "2012-02-29"],
    ["2013-05-21", "2013-05-21", "2013-05-21"],
    ["2006~", "2006-01-01", "2006-12-31"],
  ])("has the bounds of %s", (edtf, first, last) => {
    expect(boundsOf(edtf)).toEqual({ first, last });
  });

  it.each(["200X", "2006-21", "..", "", "2006/2007"])("has no bounds of its own: %s", (edtf) => {
    expect(boundsOf(edtf)).toBeNull();
  });

  it("is certain only by its days", () => {
    expect(extent("2013-05-21", "2013-05-21", "2013-05-21")).toMatchObject({ isCertain: true, isDay: true });
    expect(extent("2013-10-03/2013-10-04", "2013-10-03", "2013-10-04")).toMatchObject({
      isCertain: true,
      isDay: false,
    });
    expect(ofYear(2006)).toMatchObject({ isCertain: false, isDay: false, isUnsure: false });
    expect(extent("2002/2003", "2002-01-01", "2003-12-31").isCertain).toBe(false);
    expect(extent("2013-05-21?", "2013-05-21", "2013-05-21")).toMatchObject({ isCertain: false, isUnsure: true });
    expect(extent("2013-10-03/..", "2013-10-03", null).isCertain).toBe(false);
  });

  it("is open where it has no bound, and nowhere where it has none at all", () => {
    expect(extent("2007/..", "2007-01-01", null).possible).toEqual({ from: 2007, to: Number.POSITIVE_INFINITY });
    expect(extent("../2007", null, "2007-12-31").possible).toEqual({ from: Number.NEGATIVE_INFINITY, to: 2008 });
    expect(readExtent({ edtf: "../..", earliest: null, latest: null })).toBeNull();
  });
});

describe("the axis", () => {
  it("reaches over every bound, and a year farther where one is open", () => {
    expect(rangeOf([ofYear(1949), ofYear(2013)])).toEqual({ first: 1949, last: 2013 });
    expect(rangeOf([ofYear(1949), extent("2003/..", "2003-01-01", null)])).toEqual({ first: 1949, last: 2003 });
    expect(rangeOf([extent("../2003", null, "2003-12-31")])).toEqual({ first: 2003, last: 2003 });
    expect(rangeOf([])).toBeNull();
  });

  it("has round years as ticks, never closer than their words are wide", () => {
    const range = { first: 1949, last: 2013 };
    expect(ticksOf(range, 0.5).map(({ year }) => year)).toEqual([1950, 1960, 1970, 1980, 1990, 2000, 2010]);
    for (const zoom of zoomsFor(range)) {
      const at = ticksOf(range, zoom).map((tick) => placeOf(tick.at, range, zoom));
      for (const [index, place] of at.entries()) {
        if (index) expect(place - (at[index - 1] ?? 0)).toBeGreaterThan(3.2);
      }
    }
  });

  it("has months where years are wide enough", () => {
    const ticks = ticksOf({ first: 2013, last: 2013 }, 16);
    expect(ticks.map(({ month }) => month)).toEqual([null, 4, 7, 10, null]);
    expect(ticks[1]?.at).toBeCloseTo(yearsAt("2013-04-01"), 10);
  });

  it("is never too wide to draw, however far apart the dates are", () => {
    const ages = { first: 1, last: 9999 };
    expect(Math.max(...zoomsFor(ages)) * yearsIn(ages)).toBeLessThan(5000);
    expect(ticksOf(ages, readZoom("64", ages)).length).toBeLessThan(1000);
  });

  it("takes the width that an address names as far as it can, and a usual one otherwise", () => {
    const range = { first: 2000, last: 2013 };
    expect(readZoom("16", range)).toBe(16);
    expect(readZoom("64", { first: 1900, last: 2013 })).toBe(32);
    expect(readZoom(undefined, range)).toBe(readZoom("1e9", range));
  });
});

describe("lanes", () => {
  const range = { first: 2000, last: 2013 };

  it("hold things so that none touches another", () => {
    const items = [...Array(60).keys()].map((n) => dated(`s${n}`, 2000 + (n % 14), n % 3 ? "one" : "other"));
    for (const zoom of [0.5, 4, 32]) {
      for (const { placed } of arranged(items, range, zoom)) {
        for (const each of placed) {
          const beside = placed.filter(({ row, item }) => row === each.row && item !== each.item);
          for (const other of beside) {
            const apart = other.left >= each.left + each.width || each.left >= other.left + other.width;
            expect(apart).toBe(true);
          }
        }
      }
    }
  });

  it("hold every thing once, by date, in the order asked for", () => {
    const items = [dated("c", 2010, "b"), dated("a", 2005, "a"), dated("b", 2001, "c"), dated("d", 2001, "b")];
    const lanes = arranged(items, range, 4, ["c", "nobody's"]);
    expect(lanes.map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(lanes[1]?.placed.map(({ item }) => item.id)).toEqual(["d", "c"]);
  });

  it("stay the same whatever the order of the statements", () => {
    const items = [...Array(40).keys()].map((n) => dated(`s${n}`, 2000 + (n % 5)));
    expect(arranged([...items].reverse(), range, 8)).toEqual(arranged(items, range, 8));
  });

  it("draw what is open to the end of the axis", () => {
    const open = { id: "x", lane: "one", extent: extent("2007/..", "2007-01-01", null) };
    expect(arranged([open], range, 10)[0]?.placed[0]).toMatchObject({ left: 70, bar: 70, width: 70 });
    const day = { id: "y", lane: "one", extent: extent("2007-02-03", "2007-02-03", "2007-02-03") };
    expect(arranged([day], range, 1)[0]?.placed[0]?.width).toBe(LABEL);
  });
});

describe("steps from a statement", () => {
  const range = { first: 2000, last: 2013 };
  const items = [dated("a", 2001), dated("b", 2002), dated("c", 2013), dated("d", 2005, "two")];
  // With labels of 20 rem, a and b stand in rows of their own, and c beside a.
  const lanes: readonly Lane<Dated>[] = arranged(items, range, 4);

  it.each([
    ["a", "later", "b"],
    ["b", "earlier", "a"],
    ["c", "later", null],
    ["a", "below", "b"],
    ["c", "below", "b"],
    ["b", "below", "d"],
    ["d", "above", "b"],
    ["b", "above", "a"],
    ["a", "above", null],
    ["b", "first", "a"],
    ["a", "last", "d"],
    ["gone", "later", null],
  ] as const)("leads from %s %s to %s", (from, step, to) => {
    expect(stepFrom(lanes, from, step)).toBe(to);
  });
});

describe("statements", () => {
  const statement = (id: string, more: Partial<DatedStatement>) =>
    ({ id, time: null, as_of_report: false, subject: { id: "gmg" }, modality: "fact", ...more }) as DatedStatement;

  it("are kept, each in one part, whatever is known of their time", () => {
    const time = { edtf: "2006", earliest: "2006-01-01", latest: "2006-12-31" };
    const unbounded = { edtf: "../..", earliest: null, latest: null };
    const all = [
      statement("1", { time }),
      statement("2", { as_of_report: true }),
      statement("3", {}),
      statement("4", { time: unbounded }),
      statement("5", { time, as_of_report: true }),
    ];
    const { dated, current, undated } = byDating(all);
    expect(dated.map(([{ id }]) => id)).toEqual(["1", "5"]);
    expect(current.map(({ id }) => id)).toEqual(["2"]);
    expect(undated.map(({ id }) => id)).toEqual(["3", "4"]);
  });

  it("stand in the lane that the reader chose", () => {
    const said = statement("1", { attributed_to: "ohchr" });
    const lane = (grouping: string) => laneOf(said, readGrouping(grouping), () => "Body");
    expect(["class", "entity", "modality", "holder", "nonsense"].map(lane)).toEqual([
      "Body",
      "gmg",
      "fact",
      "ohchr",
      "Body",
    ]);
    expect(laneOf(statement("2", { attributed_to: null }), "holder", () => "Body")).toBe("");
  });
});
