import { describe, expect, it } from "vitest";
import { isLetThrough, switched } from "./signs";

const USED = ["Body", "Person", "Treaty"];
const isA = (id: string, kind: string) => id === kind || (kind === "Actor" && id !== "Treaty");

describe("a sign of the legend", () => {
  it("hides its own where nothing is filtered", () => {
    expect(switched([], "Person", USED)).toEqual(["Body", "Treaty"]);
  });

  it("brings its own back, and the last one lifts the filter", () => {
    expect(switched(["Body"], "Person", USED)).toEqual(["Body", "Person"]);
    expect(switched(["Body", "Treaty"], "Person", USED)).toEqual([]);
  });

  it("never leaves a filter that shows nothing", () => {
    expect(switched(["Body"], "Body", USED)).toEqual([]);
  });

  it("knows what a wider class holds", () => {
    expect(isLetThrough(["Actor"], "Person", isA)).toBe(true);
    expect(switched(["Actor"], "Person", USED, USED, isA)).toEqual(["Body"]);
  });

  it("hides nothing that only comes later", () => {
    expect(switched([], "Person", USED, [...USED, "Event", "Place"])).toEqual(["Body", "Event", "Place", "Treaty"]);
    expect(switched([], "Person", USED, [...USED, "Actor", "Event"], isA)).toEqual(["Body", "Event", "Treaty"]);
    expect(switched(["Body", "Event", "Treaty"], "Treaty", USED, [...USED, "Event"])).toEqual(["Body", "Event"]);
  });

  it("keeps what isn't on the canvas", () => {
    expect(switched(["Place"], "Body", USED)).toEqual(["Body", "Place"]);
  });
});
