import { describe, expect, it } from "vitest";
import type { Statement } from "../api/graph";
import { COLUMNS, type Column, foundUnseen, type Row, readColumns, readOrder, rowsInOrder, rowsWith } from "./rows";

function row(n: string, paragraph: string, edtf: string | null, words: string): Row {
  const time = edtf === null ? null : { edtf, earliest: `${edtf}-01-01`, latest: `${edtf}-12-31` };
  const statement = { id: `R/${n}`, report: "R", evidence: [{ paragraph }], time } as unknown as Statement;
  const cells = Object.fromEntries(COLUMNS.map((each) => [each, words])) as Record<Column, string>;
  return { id: statement.id, statement, cells, text: words.toLowerCase() };
}

const ROWS = [
  row("a", "fn2", null, "Beta"),
  row("b", "10", "2006", "alpha"),
  row("c", "9", "1990", "Gamma"),
  row("d", "cover", null, "delta"),
];
const names = (rows: readonly Row[]) => rows.map(({ id }) => id.slice(2)).join("");

describe("rows", () => {
  it("stand in the order of the report without another", () => {
    expect(names(rowsInOrder(ROWS, null, "en"))).toBe("dcba");
    expect(names(rowsInOrder(ROWS, { column: "place", descending: true }, "en"))).toBe("abcd");
  });
  it("stand by words, and by date with the undated last either way", () => {
    expect(names(rowsInOrder(ROWS, { column: "statement", descending: false }, "en"))).toBe("badc");
    expect(names(rowsInOrder(ROWS, { column: "time", descending: false }, "en"))).toBe("cbda");
    expect(names(rowsInOrder(ROWS, { column: "time", descending: true }, "en"))).toBe("bcda");
  });
  it("are found by every word", () => {
    expect(names(rowsWith(ROWS, " ALPHA "))).toBe("b");
    expect(names(rowsWith(ROWS, "alpha beta"))).toBe("");
    expect(rowsWith(ROWS, " ")).toBe(ROWS);
  });
  it("are told where a word stands in no column that is shown", () => {
    const [first, ...others] = ROWS as [Row, ...Row[]];
    const rows = [{ ...first, cells: { ...first.cells, quotation: "原文" } }, ...others];
    expect(foundUnseen(rows, "", ["statement"])).toBe(0);
    expect(foundUnseen(rows, "BETA", ["statement"])).toBe(3);
    expect(foundUnseen(rows, "原文", ["statement", "quotation"])).toBe(3);
    expect(foundUnseen(rows.slice(0, 1), "原文 beta", ["statement", "quotation"])).toBe(0);
    expect(foundUnseen(rows.slice(0, 1), "原文", ["statement"])).toBe(1);
  });
});

describe("the address", () => {
  it("names order and columns, never without status and holder", () => {
    expect(readOrder("-time", COLUMNS)).toEqual({ column: "time", descending: true });
    expect(readOrder("nonsense", COLUMNS)).toBeNull();
    expect(readColumns("quotation.nonsense")).toEqual(["status", "statement", "holder", "quotation"]);
  });
});
