import { describe, expect, it } from "vitest";
import { momentWords } from "./moments";

describe("momentWords", () => {
  it.each([
    ["2013", "2013", "2013年"],
    ["2013-05", "May 2013", "2013年5月"],
    ["2013-05-21", "21 May 2013", "2013年5月21日"],
    ["2013-10-03/2013-10-04", "3 October 2013 to 4 October 2013", "2013年10月3日至2013年10月4日"],
    ["2007/..", "since 2007", "2007年起"],
    ["../2006", "until 2006", "至2006年"],
    ["[2003..]", "2003 or later", "2003年或以后"],
    ["[..2003]", "2003 or earlier", "2003年或以前"],
    ["[2006..2007]", "between 2006 and 2007", "2006年至2007年之间"],
    ["[2006,2009]", "[2006,2009]", "[2006,2009]"],
    ["2006~", "about 2006", "约2006年"],
    ["2006?", "2006 (uncertain)", "2006年（待考）"],
    ["200X", "200X", "200X"],
    ["2006-21", "2006-21", "2006-21"],
  ])("says %s", (edtf, en, zh) => {
    expect(momentWords(edtf, "en")).toBe(en);
    expect(momentWords(edtf, "zh")).toBe(zh);
  });
});
