/** The service's answers to queries as tables, whose cells know what they name. */

import type { Answer, Cell } from "../api/questions";
import type { SparqlAnswer, Term } from "../api/sparql";
import type { Vocabulary } from "../api/vocabulary";
import type { Names } from "../components/languages";

/** What a resource is, by its IRI: entities and statements of this dataset, terms of its ontology, or any other. */
export function readResource(iri: string, base: string, vocabulary: Vocabulary): Cell {
  if (base && iri.startsWith(base)) {
    const path = iri.slice(base.length);
    const entity = /^entity\/([^/]+)$/.exec(path)?.[1];
    if (entity) return { kind: "entity", id: entity, iri, value: entity } as Cell;
    const statement = /^report\/([^/]+)\/statement\/([^/]+)$/.exec(path);
    if (statement) {
      const id = `${statement[1]}/${statement[2]}`;
      return { kind: "statement", id, iri, value: id } as Cell;
    }
  }
  for (const terms of [vocabulary.classes, vocabulary.properties, vocabulary.modalities, vocabulary.families]) {
    const id = iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);
    const term = terms.get(id);
    if (term?.iri === iri) return { kind: "term", id, iri, label: term.label, value: id } as Cell;
  }
  return { iri, value: iri } as Cell;
}

/** An answer as a table; null for a yes or no. */
export function toTable(answer: SparqlAnswer, base: string, vocabulary: Vocabulary): Answer | null {
  if (answer.kind === "truth") return null;
  const read = (term: Term | undefined) => {
    if (!term) return null;
    if (term.type === "uri") return readResource(term.value, base, vocabulary);
    return { value: term.type === "bnode" ? `_:${term.value}` : term.value } as Cell;
  };
  const columns = answer.kind === "rows" ? answer.columns : ["subject", "predicate", "object"];
  const rows = answer.kind === "rows" ? answer.rows : readTriples(answer.text);
  return {
    columns: [...columns],
    headings: columns.map((name) => ({ en: name, zh: name })),
    rows: rows.map((row) => columns.map((name) => read(row[name]))),
    statements: [],
    dataset: "",
  } as Answer;
}

/** The table with the names of these entities in the cells that stand for them. */
export function named(
  table: Answer,
  entities: readonly { readonly id: string; readonly label: Cell["label"] }[],
): Answer {
  const labels = new Map(entities.map(({ id, label }) => [id, label]));
  const withName = (cell: Cell | null) => {
    const label = cell?.kind === "entity" && cell.id ? labels.get(cell.id) : undefined;
    return cell && label ? { ...cell, label } : cell;
  };
  return { ...table, rows: table.rows.map((row) => row.map(withName)) };
}

/** The IRIs in a table that nothing is known of yet, each once. */
export function irisIn(table: Answer): readonly string[] {
  const iris = table.rows.flat().flatMap((cell) => (cell?.iri && !cell.kind ? [cell.iri] : []));
  return [...new Set(iris)];
}

/** The table with cells that choose the entities that have their IRIs. */
export function recognised(
  table: Answer,
  entities: readonly { readonly id: string; readonly iri: string; readonly labels: Names }[],
): Answer {
  const known = new Map(entities.map((entity) => [entity.iri, entity]));
  const recognise = (cell: Cell | null): Cell | null => {
    const entity = cell?.iri && !cell.kind ? known.get(cell.iri) : undefined;
    if (!cell || !entity) return cell;
    const [en = entity.id, zh = entity.id] = [entity.labels.en[0], entity.labels.zh[0]];
    return { ...cell, kind: "entity", id: entity.id, label: { en, zh } };
  };
  return { ...table, rows: table.rows.map((row) => row.map(recognise)) };
}

const TRIPLE = /^(<[^>]*>|_:\S+) <([^>]*)> (.+) \.$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"/;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const SHORT: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The triples of N-Triples as rows of subject, predicate and object. */
export function readTriples(text: string): readonly Readonly<Record<string, Term>>[] {
  return text.split("\n").flatMap((line) => {
    const [, subject, predicate, object] = TRIPLE.exec(line.trim()) ?? [];
    if (!subject || !predicate || !object) return [];
    return [{ subject: readTerm(subject), predicate: { type: "uri", value: predicate }, object: readTerm(object) }];
  });
}

function readTerm(text: string): Term {
  if (text.startsWith("<")) return { type: "uri", value: text.slice(1, -1) };
  if (text.startsWith("_:")) return { type: "bnode", value: text.slice(2) };
  const words = LITERAL.exec(text)?.[1] ?? text;
  const value = words.replace(ESCAPE, (_, four?: string, eight?: string, sign?: string) =>
    sign ? (SHORT[sign] ?? sign) : String.fromCodePoint(Number.parseInt(four ?? eight ?? "0", 16)),
  );
  return { type: "literal", value };
}
