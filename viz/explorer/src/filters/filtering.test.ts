import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../state/model";
import { isDate, toDates, yearsOf } from "./filtering";

describe("dates of filters", () => {
  it("are years, months and days", () => {
    for (const date of ["", "2006", "2006-05", "2006-05-31", "2006~"]) expect(isDate(date), date).toBe(true);
    for (const date of ["06", "2006-13", "2006-5", "2006/..", "later"]) expect(isDate(date), date).toBe(false);
  });

  it("are the years of a slider, whose ends are no bounds", () => {
    const whole = [1951, 2015] as const;
    expect(yearsOf(NO_FILTERS, whole)).toEqual([1951, 2015]);
    expect(yearsOf({ ...NO_FILTERS, from: "2006-05", to: "2099" }, whole)).toEqual([2006, 2015]);
    expect(toDates([1951, 2006], whole)).toEqual({ from: "", to: "2006" });
    expect(toDates([1960, 2015], whole)).toEqual({ from: "1960", to: "" });
  });
});
