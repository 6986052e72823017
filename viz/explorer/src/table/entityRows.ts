/** The entities that statements are about as rows of a table: what they are, how they are spelt, what is said of them. */

import { useMemo } from "react";
import type { DatedStatement, NamedEntity } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { useExplorer } from "../state/store";
import type { Line, Order } from "./rows";

export const ENTITY_COLUMNS = ["name", "class", "statements", "facts", "years", "other", "spellings"] as const;
export type EntityColumn = (typeof ENTITY_COLUMNS)[number];

const USUAL: readonly EntityColumn[] = ["name", "class", "statements", "facts", "years", "spellings"];
const COUNTS: readonly EntityColumn[] = ["statements", "facts"];

export interface EntityRow extends Line<EntityColumn> {
  /** Id of its class. */
  readonly kind: string;
}

/** What the statements say of an entity: how many, how many of them as facts, and between which years. */
export interface Told {
  readonly statements: number;
  readonly facts: number;
  readonly years: readonly [first: number, last: number] | undefined;
}

/** What is told of each entity that is a subject or an object; those that are listed too, where nothing is. */
export function toldOf(statements: readonly DatedStatement[], listed: readonly string[]): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>(listed.map((id) => [id, { statements: 0, facts: 0, years: undefined }]));
  for (const { subject, object, modality, time } of statements) {
    const days = [time?.earliest, time?.latest].filter((day) => day != null);
    for (const id of new Set([subject.id, ...("id" in object ? [object.id] : [])])) {
      const before = found.get(id);
      const years = [...days.map((day) => Number(day.slice(0, 4))), ...(before?.years ?? [])];
      found.set(id, {
        statements: (before?.statements ?? 0) + 1,
        facts: (before?.facts ?? 0) + (modality === "fact" ? 1 : 0),
        years: years.length ? [Math.min(...years), Math.max(...years)] : undefined,
      });
    }
  }
  return found;
}

/** The rows in an order, by name without one; what has no date comes last, either way. */
export function entitiesInOrder<Row extends Line<EntityColumn>>(
  rows: readonly Row[],
  order: Order<EntityColumn> | null,
  locale: string,
): readonly Row[] {
  const words = new Intl.Collator(locale, { numeric: true });
  const { column, descending } = order ?? { column: "name", descending: false };
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one.cells[column], other.cells[column]];
    if (!a !== !b) return a ? -1 : 1;
    const compared = COUNTS.includes(column) ? Number(a) - Number(b) : words.compare(a, b);
    return sign * compared || words.compare(one.cells.name, other.cells.name) || (one.id < other.id ? -1 : 1);
  });
}

/** The columns that a text names, the usual ones without it; the name always stands first. */
export function readEntityColumns(text: string | undefined): readonly EntityColumn[] {
  if (text === undefined) return USUAL;
  const named = text.split(".");
  return ENTITY_COLUMNS.filter((each) => each === "name" || named.includes(each));
}

/** The entities of statements, and those of the canvas, as rows of words in the language that is shown. */
export function useEntityRows(
  statements: readonly DatedStatement[] | undefined,
  names: ReadonlyMap<string, NamedEntity> | undefined,
  listed: readonly string[],
): readonly EntityRow[] {
  const language = useExplorer((state) => state.shown.language);
  const vocabulary = useVocabulary();
  const ids = listed.join(" ");
  return useMemo(() => {
    const other = language === "en" ? "zh" : "en";
    const told = toldOf(statements ?? [], ids ? ids.split(" ") : []);
    return [...told].map(([id, { statements, facts, years }]): EntityRow => {
      const entity = names?.get(id);
      const [name = id, ...spellings] = entity?.labels[language] ?? [];
      const [otherName = "", ...otherSpellings] = entity?.labels[other] ?? [];
      const kind = vocabulary.classes.get(entity?.class ?? "");
      const cells = {
        name,
        class: kind?.label[language] ?? entity?.class ?? "",
        statements: String(statements),
        facts: String(facts),
        years: years ? [...new Set(years)].join("–") : "",
        other: [otherName, ...otherSpellings].filter(Boolean).join("; "),
        spellings: spellings.join("; "),
      };
      const both = [...Object.values(cells), kind?.label[other] ?? ""];
      return { id, kind: entity?.class ?? "", cells, text: both.join("\n").toLowerCase() };
    });
  }, [statements, names, ids, language, vocabulary]);
}
