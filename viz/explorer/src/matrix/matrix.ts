/** Bodies against bodies, roles, instruments and so on: which statements stand in which cell, cut, ordered and walked. */

import type { DatedStatement } from "../api/selected";
import { CLASSES, KINDS, type Kind } from "./kinds";

/** What the columns are: entities of a kind, or the roles that bodies have in relations. Rows are bodies. */
export type Against = Kind | "roles";
export const COLUMN_KINDS: readonly Against[] = ["bodies", "roles", ...KINDS.filter((kind) => kind !== "bodies")];

export const ORDERS = ["connections", "communities", "names"] as const;
export type Order = (typeof ORDERS)[number];

/** How many rows and columns are shown at most. */
export const SIZES = [20, 40, 80] as const;

/** What stands before a property's id where the body is its object, as in a SPARQL path. */
const INVERSE = "^";

/** A column of roles: a property, and whether the body is its object. */
export function readRole(column: string): { readonly property: string; readonly isInverse: boolean } {
  const isInverse = column.startsWith(INVERSE);
  return { property: isInverse ? column.slice(INVERSE.length) : column, isInverse };
}

/** The statements in each cell, by row and column; a row or column without any isn't there. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** How many statements stand in its cells. */
  readonly held: number;
  readonly cell: (row: string, column: string) => readonly DatedStatement[];
}

/**
 * Every row and column, those with the most statements first.
 *
 * A statement between two bodies stands in the cells of both, whichever way it goes; a statement about itself in none.
 *
 * @param isA whether an entity is of one of some classes or of one below.
 */
export function toMatrix(
  statements: readonly DatedStatement[],
  against: Against,
  isA: (id: string, classes: readonly string[]) => boolean,
): Matrix {
  const cells = new Map<string, Map<string, DatedStatement[]>>();
  const columns = new Map<string, number>();
  const held = new Set<string>();
  for (const statement of statements) {
    if (!("id" in statement.object)) continue;
    const [subject, object] = [statement.subject.id, statement.object.id];
    if (subject === object) continue;
    for (const [row, other, role] of [
      [subject, object, statement.predicate.id],
      [object, subject, `${INVERSE}${statement.predicate.id}`],
    ] as const) {
      const column = against === "roles" ? role : other;
      if (!isA(row, CLASSES.bodies) || (against !== "roles" && !isA(other, CLASSES[against]))) continue;
      const line = cells.get(row) ?? new Map<string, DatedStatement[]>();
      const cell = line.get(column) ?? [];
      cell.push(statement);
      line.set(column, cell);
      cells.set(row, line);
      columns.set(column, (columns.get(column) ?? 0) + 1);
      held.add(statement.id);
    }
  }
  const weights = new Map<string, number>();
  for (const [row, line] of cells)
    weights.set(
      row,
      [...line.values()].reduce((sum, { length }) => sum + length, 0),
    );
  return {
    rows: heaviest(weights),
    columns: heaviest(columns),
    held: held.size,
    cell: (row, column) => cells.get(row)?.get(column) ?? [],
  };
}

/** The ids with the most statements first, equal ones by id. */
function heaviest(weights: ReadonlyMap<string, number>): readonly string[] {
  return [...weights].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([id]) => id);
}

/** The first `size` rows and columns in an order; ids without a group come last. */
export function cutMatrix(
  matrix: Matrix,
  size: number,
  order: Order,
  { name, group, locale }: { name: (id: string) => string; group: (id: string) => number | undefined; locale: string },
): Matrix {
  const words = new Intl.Collator(locale, { numeric: true });
  const arranged = (ids: readonly string[]) => {
    const kept = ids.slice(0, size);
    if (order === "names") return kept.sort((one, other) => words.compare(name(one), name(other)));
    if (order === "communities") return kept.sort((one, other) => place(one) - place(other));
    return kept;
  };
  const place = (id: string) => group(id) ?? Number.MAX_SAFE_INTEGER;
  return { ...matrix, rows: arranged(matrix.rows), columns: arranged(matrix.columns) };
}

/** What the view shows, as its part of the address. */
export interface Asked {
  readonly against: Against;
  readonly order: Order;
  readonly size: number;
  readonly cell: readonly [row: string, column: string] | null;
}

export function readAsked(details: Readonly<Record<string, string>>): Asked {
  const [row = "", column = "", ...more] = (details.cell ?? "").split("~");
  return {
    against: COLUMN_KINDS.find((each) => each === details.against) ?? "bodies",
    order: ORDERS.find((each) => each === details.order) ?? "connections",
    size: SIZES.find((each) => String(each) === details.size) ?? SIZES[0],
    cell: row && column && !more.length ? [row, column] : null,
  };
}

/** The same as the address holds it, beside what other parts of the page keep there. */
export function withAsked(
  details: Readonly<Record<string, string>>,
  { against, order, size, cell }: Asked,
): Record<string, string> {
  const { against: _, order: __, size: ___, cell: ____, ...others } = details;
  return {
    ...others,
    ...(against === "bodies" ? {} : { against }),
    ...(order === "connections" ? {} : { order }),
    ...(size === SIZES[0] ? {} : { size: String(size) }),
    ...(cell ? { cell: cell.join("~") } : {}),
  };
}

/** A place in the grid: its heads are row and column 0. */
export type Spot = readonly [row: number, column: number];

const LEAP = 10;

/** Where a key leads to from a place in a grid of so many rows and columns, heads included; null where to nowhere. */
export function stepTo(key: string, isWide: boolean, [row, column]: Spot, rows: number, columns: number): Spot | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const steps: Readonly<Record<string, Spot>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - LEAP, column],
    PageDown: [row + LEAP, column],
    Home: [isWide ? 0 : row, 0],
    End: [isWide ? lastRow : row, lastColumn],
  };
  const step = steps[key];
  if (!step) return null;
  const within = (at: number, last: number) => Math.min(Math.max(at, 0), last);
  return [within(step[0], lastRow), within(step[1], lastColumn)];
}

/** A name for a narrow place: the acronym where there is one, as in the diagrams. */
export function shortName(names: readonly string[]): string | undefined {
  const [first, ...others] = names;
  if (first === undefined || first.length <= 10) return first;
  return others.find((each) => each.length <= 10 && /\p{Lu}.*\p{Lu}/u.test(each)) ?? first;
}
