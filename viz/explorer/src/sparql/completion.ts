/** What can be written at a place of a query: prefixes, classes and properties by any name, entities by any of theirs. */

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Vocabulary } from "../api/vocabulary";

const MOST = 40;
const WORD = /[\p{L}\p{N}_:-]+/u;
const HAN = /\p{Script=Han}/u;

/** The prefixes that the ready questions use, beside the ontology's own. */
const PREFIXES: Readonly<Record<string, string>> = {
  dcterms: "http://purl.org/dc/terms/",
  oa: "http://www.w3.org/ns/oa#",
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** Something that a query can name: written as `text`, found by any of `names`. */
export interface Nameable {
  readonly text: string;
  readonly names: readonly string[];
  readonly type: string;
  /** What the name needs at the head of the query. */
  readonly prefix?: readonly [name: string, iri: string];
}

/** Everything that can be named without asking the service. */
export function nameables(vocabulary: Vocabulary): readonly Nameable[] {
  const found: Nameable[] = Object.entries(PREFIXES).map((prefix) => ({
    text: `${prefix[0]}:`,
    names: [prefix[1]],
    type: "namespace",
    prefix,
  }));
  const kinds = [
    ["class", vocabulary.classes],
    ["property", vocabulary.properties],
    ["enum", vocabulary.modalities],
  ] as const;
  for (const [type, terms] of kinds) {
    for (const { id, iri, label } of terms.values()) {
      if (!iri) continue;
      if (!iri.endsWith(id)) {
        // A term of somebody else's, whose id is ours alone.
        found.push({ text: `<${iri}>`, names: [label.en, label.zh], type });
        continue;
      }
      const prefix = ["migov", iri.slice(0, -id.length)] as const;
      found.push({ text: `migov:${id}`, names: [label.en, label.zh], type, prefix });
    }
  }
  return found;
}

/** Those that a word fits, whose own name begins with it first, at most 40. */
export function fitting(word: string, all: readonly Nameable[]): readonly Nameable[] {
  const sought = word.toLowerCase();
  const begins = (each: Nameable) =>
    each.text
      .toLowerCase()
      .replace(/^migov:|^<.*[#/]/, "")
      .startsWith(sought);
  const holds = ({ text, names }: Nameable) => [text, ...names].some((name) => name.toLowerCase().includes(sought));
  const found = all.filter(holds);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))].slice(0, MOST);
}

/** The declaration that a query lacks for a prefix; empty where it has one. */
export function missingPrefix(query: string, [name, iri]: readonly [string, string]): string {
  return new RegExp(`^\\s*PREFIX\\s+${name}:`, "im").test(query) ? "" : `PREFIX ${name}: <${iri}>\n`;
}

type FindEntities = (words: string) => Promise<readonly { readonly iri: string; readonly names: readonly string[] }[]>;

/** Completes the word before the cursor. Where the service doesn't answer, the entities are left out. */
export function completionOf(all: readonly Nameable[], findEntities: FindEntities) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(WORD);
    if (!word || (!context.explicit && word.text.length < 2 && !HAN.test(word.text))) return null;
    if (/[?$<"]/.test(context.state.sliceDoc(Math.max(word.from - 1, 0), word.from))) return null;
    const entities = word.text.includes(":") ? [] : await findEntities(word.text).catch(() => []);
    if (context.aborted) return null;
    const options = [
      ...fitting(word.text, all).map(toOption),
      ...entities.map(({ iri, names }) => ({
        label: names[0] ?? iri,
        detail: names.slice(1).join(" · "),
        type: "constant",
        apply: `<${iri}>`,
      })),
    ];
    return options.length ? { from: word.from, options, filter: false } : null;
  };
}

function toOption({ text, names, type, prefix }: Nameable): Completion {
  const apply = (view: EditorView, _: Completion, from: number, to: number) => {
    const head = prefix ? missingPrefix(view.state.doc.toString(), prefix) : "";
    view.dispatch({
      changes: [...(head ? [{ from: 0, insert: head }] : []), { from, to, insert: text }],
      selection: { anchor: from + head.length + text.length },
    });
  };
  return { label: text, detail: names.join(" · "), type, apply };
}
