import { describe, expect, it } from "vitest";
import type { Node, Statement } from "../api/graph";
import { nextRelation, stepFrom } from "./walk";

const place = (x: number, y: number) => ({ x, y, pinned: false, hidden: false });
const CANVAS = { a: place(0, 0), b: place(300, 0), c: place(100, 20), d: place(0, 200) };
const entity = (id: string) => ({ id }) as Node;
const relation = (id: string, subject: string, object: string) => ({
  statement: { id } as Statement,
  subject,
  object,
});
const VISIBLE = {
  entities: ["a", "b", "c", "d"].map(entity),
  relations: [relation("1", "a", "b"), relation("2", "d", "a")],
};

describe("walking", () => {
  it("goes along a relation before it goes to what is nearer", () => {
    expect(stepFrom("a", "right", VISIBLE, CANVAS)).toBe("b");
    expect(stepFrom("a", "down", VISIBLE, CANVAS)).toBe("d");
  });

  it("goes to any entity where no relation leads there, and nowhere where there is none", () => {
    expect(stepFrom("b", "left", VISIBLE, CANVAS)).toBe("a");
    expect(stepFrom("c", "left", VISIBLE, CANVAS)).toBe("a");
    expect(stepFrom("a", "left", VISIBLE, CANVAS)).toBeNull();
  });

  it("begins with the first entity", () => {
    expect(stepFrom(undefined, "up", VISIBLE, CANVAS)).toBe("a");
  });

  it("goes round the relations of an entity both ways", () => {
    expect(nextRelation(VISIBLE, "a", undefined, false)?.statement.id).toBe("1");
    expect(nextRelation(VISIBLE, "a", "1", false)?.statement.id).toBe("2");
    expect(nextRelation(VISIBLE, "a", "2", false)?.statement.id).toBe("1");
    expect(nextRelation(VISIBLE, "a", undefined, true)?.statement.id).toBe("2");
    expect(nextRelation(VISIBLE, "c", undefined, false)).toBeNull();
  });
});
