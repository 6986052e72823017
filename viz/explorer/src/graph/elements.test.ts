import { describe, expect, it } from "vitest";
import type { Canvas } from "../state/model";
import { toBoxes, toLines, type Visible } from "./elements";

const LOOKS = {
  classLook: () => ({ glyph: "M0 0", colour: "#111111", tint: "#eeeeee" }),
  lineLook: () => ({ colour: "#111111", dashes: [], width: 1, arrow: "triangle" }),
};

function drawn(relations: readonly object[], entities: readonly object[], canvas: Canvas) {
  const visible = { entities, relations } as unknown as Visible;
  const looks = LOOKS as unknown as Parameters<typeof toBoxes>[2];
  const boxes = toBoxes(visible, canvas, looks, "en", (text) => text.length);
  const lines = toLines(
    visible,
    canvas,
    boxes,
    looks,
    ({ predicate, modality }) => `${modality === "absence" ? "not: " : ""}${predicate.label.en}`,
  );
  return [...boxes, ...lines];
}

function lifts(subjects: readonly string[], places: Record<string, { x: number; y: number }>) {
  const canvas = Object.fromEntries(
    Object.entries(places).map(([id, place]) => [id, { ...place, pinned: false, hidden: false }]),
  );
  const entities = Object.keys(places).map((id) => ({
    id,
    class: "Body",
    label: { en: id, zh: id },
    short_label: { en: id, zh: id },
  }));
  const relations = subjects.map((subject, at) => ({
    statement: { id: `1.${at}`, modality: "fact", predicate: { label: { en: "created", zh: "设立" } } },
    subject,
    object: subject === "b" ? "a" : "b",
  }));
  return drawn(relations, entities, canvas)
    .filter(({ group }) => group === "edges")
    .map(({ data }) => data.lift);
}

describe("the name in a box", () => {
  const nameOf = (label: string, short: string) =>
    drawn([], [{ id: "a", class: "Body", label: { en: label, zh: "" }, short_label: { en: short, zh: "" } }], {
      a: { x: 0, y: 0, pinned: false, hidden: false },
    })[0]?.data.label;
  it("is the whole one where it has room, and else the short one", () => {
    expect(nameOf("Office for Refugees", "UNHCR")).toBe("Office for Refugees");
    expect(nameOf("Office of the High Commissioner ".repeat(20), "UNHCR")).toBe("UNHCR");
  });
});

describe("the words on a line", () => {
  const wordsOf = (statement: object) =>
    drawn(
      [
        {
          statement: { id: "1.1", predicate: { label: { en: "has", zh: "" } }, ...statement },
          subject: "a",
          object: "b",
        },
      ],
      ["a", "b"].map((id) => ({ id, class: "Body", label: { en: id, zh: id }, short_label: { en: id, zh: id } })),
      {},
    ).find(({ group }) => group === "edges")?.data.label;
  it("say of a stated absence that it isn't so, and that the report limits a statement", () => {
    expect(wordsOf({ modality: "fact" })).toBe("has");
    expect(wordsOf({ modality: "absence" })).toBe("not: has");
    expect(wordsOf({ modality: "fact", qualifier: { en: "often", zh: "" } })).toBe("has*");
    expect(wordsOf({ modality: "absence", condition: { en: "if", zh: "" } })).toBe("not: has*");
  });
});

describe("the words on curves between the same two entities", () => {
  it("stand apart as the curves do, whichever way the curves lead", () => {
    const up = { a: { x: 0, y: 0 }, b: { x: 300, y: -400 } };
    const down = { a: { x: 0, y: 0 }, b: { x: -300, y: 400 } };
    expect(lifts(["a", "a", "a"], up)).toEqual([-20, 0, 20]);
    expect(lifts(["b", "a", "b"], up)).toEqual([-20, 0, 20]);
    expect(lifts(["a", "b"], down)).toEqual([10, -10]);
  });
  it("stay on the curves where these stand apart already, and on a line alone", () => {
    expect(lifts(["a", "a"], { a: { x: 0, y: 0 }, b: { x: 300, y: 100 } }).map(Math.abs)).toEqual([0, 0]);
    expect(lifts(["a"], { a: { x: 0, y: 0 }, b: { x: 0, y: 300 } })).toEqual([0]);
  });
});
