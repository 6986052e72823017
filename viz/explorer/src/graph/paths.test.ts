import { describe, expect, it } from "vitest";
import { endsOf, restingOn } from "./paths";

const STATEMENTS = new Map([
  ["1", { modality: "fact" }],
  ["2", { modality: "proposal" }],
  ["3", { modality: "criticism" }],
]);

describe("a path", () => {
  it("rests on facts where each step has one", () => {
    expect(restingOn([["1"], ["1", "2"]], STATEMENTS)).toEqual([]);
  });

  it("rests on the statuses of the steps that no fact makes", () => {
    expect(restingOn([["1", "2"], ["3"], ["2", "3"]], STATEMENTS)).toEqual(["criticism", "proposal"]);
  });

  it("has two different ends", () => {
    expect(endsOf("iom~gmg")).toEqual(["iom", "gmg"]);
    for (const text of [undefined, "", "iom", "iom~iom", "a~b~c", "~b"]) expect(endsOf(text)).toBeNull();
  });
});
