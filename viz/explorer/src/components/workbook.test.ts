import { describe, expect, it } from "vitest";
import { toWorkbook } from "./workbook";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("workbooks", () => {
  it("hold cells as text, whatever stands in them", () => {
    const bytes = toWorkbook(
      "A/B",
      ["Name", "名称"],
      [
        ["=1+1", '<b>&"\u0001\ud800'],
        ["a\nb", "😀"],
      ],
    );
    const archive = text(bytes);
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    expect(archive).toContain('<sheet name="A B"');
    expect(archive).toContain('<c t="inlineStr" s="0"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(archive).toContain("&lt;b&gt;&amp;&quot;\ufffd\ufffd<");
    expect(archive).toContain("a\nb");
    expect(archive).toContain("😀");
    expect(archive).not.toContain("<f>");
  });

  it("are the same for the same rows, and cut what no cell can hold", () => {
    const rows = [["x".repeat(40_000)]];
    expect(toWorkbook("t", ["h"], rows)).toEqual(toWorkbook("t", ["h"], rows));
    expect(text(toWorkbook("t", ["h"], rows))).toContain(`${"x".repeat(32_766)}…<`);
  });
});
