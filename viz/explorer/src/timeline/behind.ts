/** The dated statements behind the rows of an answer. */

import type { DatedStatement } from "../api/selected";
import type { Term } from "../api/sparql";

export interface Behind {
  /** Each once, in the order in which they came. */
  readonly statements: readonly DatedStatement[];
  /** How many rows have none. */
  readonly without: number;
}

type Row = Readonly<Record<string, Term>>;

const EVIDENCE = "evidence_";
const ENTITY = /\/entity\/([^/]+)$/;

/**
 * The statements behind rows that came with their evidence.
 *
 * Of those that connect what a row names, those with a date that the row names, where it names one. A row whose
 * evidence isn't listed whole rests on what is said, with that date, of an entity that it names.
 */
export function statementsBehind(rows: readonly Row[], dated: readonly DatedStatement[]): Behind {
  const found = new Set<string>();
  let without = 0;
  for (const row of rows) {
    const ofRow = behindRow(row, dated);
    for (const { id } of ofRow) found.add(id);
    if (!ofRow.length) without += 1;
  }
  return { statements: dated.filter(({ id }) => found.has(id)), without };
}

function behindRow(row: Row, dated: readonly DatedStatement[]): readonly DatedStatement[] {
  const named = Object.entries(row).filter(([column]) => !column.startsWith(EVIDENCE));
  const literals = new Set(named.filter(([, { type }]) => type !== "uri").map(([, { value }]) => value));
  const listed = row[`${EVIDENCE}statements`]?.value.split(" | ") ?? [];
  const isWhole = listed.length > 0 && Number(row[`${EVIDENCE}total`]?.value) === listed.length;
  const withDate = (statements: readonly DatedStatement[]) =>
    statements.filter(({ time }) => time && literals.has(time.edtf));
  if (isWhole) {
    const connecting = dated.filter(({ id }) => listed.includes(id));
    const dating = withDate(connecting);
    return dating.length ? dating : connecting;
  }
  const entities = named.flatMap(([, { type, value }]) => (type === "uri" ? (ENTITY.exec(value)?.[1] ?? []) : []));
  return withDate(dated).filter(({ subject, object }) =>
    entities.some((each) => each === subject.id || ("id" in object && each === object.id)),
  );
}
