import { describe, expect, it } from "vitest";
import type { Figure } from "../api/analysis";
import { keyOf, placesOf, readAsked, STATUSES, toDetails } from "./analysis";

function figure(value: number, ...ids: string[]): Figure {
  const entities = ids.map((id) => {
    const label = { zh: id, en: id };
    return { id, iri: id, class: "Body", label, short_label: label, statements: 1 };
  });
  return { entities, value, shared: [], statements: [], statements_total: 0 };
}

describe("the address of an analysis", () => {
  it("says only what isn't so anyway, and reads it back", () => {
    const plain = readAsked({}, ["connections", "brokers"]);
    expect(plain).toEqual({ measure: "connections", stance: "facts", onCanvas: false, kind: "", figure: "" });
    expect(toDetails(plain)).toEqual({ measure: "connections" });
    const full = { measure: "brokers", stance: "every", onCanvas: true, kind: "bodies", figure: "gmg" } as const;
    expect(readAsked(toDetails(full), ["connections", "brokers"])).toEqual(full);
  });

  it("falls back where it names what there isn't", () => {
    expect(readAsked({ measure: "moon", status: "no", within: "no", kind: "moons" }, ["connections"])).toEqual(
      readAsked({}, ["connections"]),
    );
  });
});

describe("the places of figures", () => {
  it("are shared by equal ones, and the next one counts them all", () => {
    const figures = [figure(9, "a"), figure(5, "b"), figure(5, "c", "d"), figure(1, "e")];
    expect([...placesOf(figures)]).toEqual([
      ["a", 1],
      ["b", 2],
      ["c~d", 2],
      ["e", 4],
    ]);
  });

  it("stand by what a figure is about", () => {
    expect(keyOf(figure(1, "a", "b", "c"))).toBe("a~b");
  });
});

it("counts no criticism, report or absence as a proposal", () => {
  for (const status of ["criticism", "reported", "absence", "assessment"]) {
    expect(STATUSES.proposals).not.toContain(status);
  }
});
