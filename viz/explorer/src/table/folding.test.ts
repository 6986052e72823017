import { describe, expect, it } from "vitest";
import { folded } from "./folding";
import type { Row } from "./rows";

function row(id: string, subject: string, predicate: string, object: string, more: object = {}): Row {
  return {
    id,
    statement: { id, subject: { id: subject }, predicate: { id: predicate }, modality: "recommendation", ...more },
    cells: { statement: `${subject} ${predicate}`, relation: predicate, object, place: `para. ${id}` },
    text: `${subject} ${object}`,
  } as unknown as Row;
}
const isRecommendation = (id: string) => id.startsWith("rec");
const idsOf = (rows: readonly Row[]) =>
  folded(rows, isRecommendation, "en").map(({ id, within }) => [id, within.length]);

describe("rows of a recommendation", () => {
  const rows = [
    row("1", "rec-a", "concerns", "detention"),
    row("2", "iom", "ended", "detention"),
    row("3", "rec-a", "content", "stop it"),
    row("4", "rec-a", "addressedTo", "IOM"),
    row("5", "rec-b", "addressedTo", "States"),
  ];
  it("stand in the one that tells the most, and are found and placed with it", () => {
    expect(idsOf(rows)).toEqual([
      ["2", 0],
      ["3", 2],
      ["5", 0],
    ]);
    const kept = folded(rows, isRecommendation, "en")[1];
    expect(kept?.cells.statement).toBe("rec-a content → concerns detention; addressedTo IOM");
    expect(kept?.cells.place).toBe("para. 3; para. 1; para. 4");
    expect(kept?.text).toContain("detention");
  });
  it("stay apart where status, holder or a limit differs", () => {
    const limited = { qualifier: { en: "if possible", zh: "" } };
    expect(idsOf([rows[2] as Row, row("6", "rec-a", "concerns", "x", { modality: "proposal" })])).toHaveLength(2);
    expect(idsOf([rows[2] as Row, row("6", "rec-a", "concerns", "x", { attributed_to: "iom" })])).toHaveLength(2);
    expect(idsOf([rows[2] as Row, row("6", "rec-a", "concerns", "x", limited)])).toHaveLength(2);
    const noted = { note: { en: "under a heading", zh: "" } };
    expect(idsOf([rows[2] as Row, row("6", "rec-a", "concerns", "x", noted)])).toHaveLength(2);
    expect(
      idsOf([row("7", "rec-a", "content", "x", limited), row("6", "rec-a", "concerns", "x", limited)]),
    ).toHaveLength(1);
  });
});
