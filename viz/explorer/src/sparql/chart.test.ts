import { describe, expect, it } from "vitest";
import type { Answer } from "../api/questions";
import { chartOf, labelColumn, MOST_BARS, numberColumns, ticksOf } from "./chart";

function table(columns: readonly string[], ...rows: readonly (readonly (string | null)[])[]): Answer {
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  return { columns, headings: [], rows: cells, dataset: "" } as unknown as Answer;
}

describe("charts of answers", () => {
  it("draws columns of numbers alone, named by the first column of words", () => {
    const answer = table(["name", "n", "mixed", "none"], ["a", "1", "2", null], ["b", "-2.5e1", "x", null]);
    expect(numberColumns(answer)).toEqual([1]);
    expect(labelColumn(answer, 1)).toBe(0);
    const chart = chartOf(answer, 1);
    expect(chart?.kind).toBe("bars");
    expect(chart?.points.map(({ value }) => value)).toEqual([1, -25]);
    expect(chart?.ticks[0]).toBeLessThanOrEqual(-25);
    expect(chart?.ticks).toContain(0);
  });

  it("draws a line over years or days, in their order", () => {
    const chart = chartOf(table(["year", "n"], ["2006", "3"], ["1990", "1"], ["2013", "2"]), 1);
    expect(chart?.kind).toBe("line");
    expect(chart?.points.map(({ value }) => value)).toEqual([1, 3, 2]);
    const days = table(["day", "n"], ["2006-01-01", "3"], ["2006-07-01", "1"], ["2006-12-31", "2"]);
    expect(chartOf(days, 1)?.points.map(({ time }) => Math.floor(time))).toEqual([2006, 2006, 2006]);
  });

  it("draws nothing without names or numbers", () => {
    expect(chartOf(table(["n"], ["1"]), 0)).toBeNull();
    expect(chartOf(table(["n", "m"], ["1", "2"]), 1)).toBeNull();
    expect(numberColumns(table(["name"]))).toEqual([]);
  });

  it("takes so many bars and tells how many there are", () => {
    const rows = Array.from({ length: 100 }, (_, n) => [`name ${n}`, String(n)]);
    const chart = chartOf(table(["name", "n"], ...rows), 1);
    expect([chart?.points.length, chart?.total]).toEqual([MOST_BARS, 100]);
  });

  it("has round numbers around every value", () => {
    for (const values of [[0], [1], [3, 7], [0.02], [1234, 17], [-5, 5], [-3], [1e9], [1e-7], [999.99]]) {
      const ticks = ticksOf(values);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(10);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values));
    }
  });
});
