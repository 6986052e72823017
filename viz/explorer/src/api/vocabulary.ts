/** What the dataset's ids mean and how they are drawn: one answer of the service, asked for once. */

import { useSuspenseQuery } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Term = components["schemas"]["TermShape"];
export type ClassTerm = components["schemas"]["ClassShape"];
export type ClassLook = components["schemas"]["NodeStyleShape"];
export type ModalityTerm = components["schemas"]["ModalityShape"];
export type LineLook = components["schemas"]["LineStyleShape"];
type VocabularyAnswer = components["schemas"]["VocabularyShape"];

export interface Vocabulary {
  readonly classes: ReadonlyMap<string, ClassTerm>;
  readonly properties: ReadonlyMap<string, components["schemas"]["PropertyShape"]>;
  readonly families: ReadonlyMap<string, Term>;
  readonly modalities: ReadonlyMap<string, ModalityTerm>;
  /** What the sources of names are called. */
  readonly nameSources: ReadonlyMap<string, components["schemas"]["NameSourceShape"]>;
  /** Whether statements rest on the words of reports; false over RDF of somebody else's. */
  readonly carriesEvidence: boolean;
  /** Why such RDF can't be explored, where it is too large. */
  readonly unread: VocabularyAnswer["unread"];
  /** Where to begin in such RDF. */
  readonly beginnings: VocabularyAnswer["beginnings"];
  readonly ink: string;
  readonly paper: string;
  readonly sections: VocabularyAnswer["sections"];
  /** Whether a class is another one or below it. */
  isA(id: string, kind: string): boolean;
  /** How a class is drawn; an unknown one looks like any entity. */
  classLook(id: string): ClassLook;
  /** How a status is drawn; an unknown one looks like something only reported, never like a fact. */
  lineLook(id: string): LineLook;
}

const PLAIN_CLASS: ClassLook = { colour: "#5a6570", tint: "#f1f3f5", shape: "square", glyph: "M2 2h12v12h-12z" };
const PLAIN_LINE: LineLook = { colour: "#5a6570", dashes: [2, 4], width: 2, arrow: "triangle" };

/** The vocabulary as maps by id, each in the order of the ontology. */
export function readVocabulary(answer: VocabularyAnswer): Vocabulary {
  const classes = byId(answer.classes);
  const modalities = byId(answer.modalities);
  return {
    classes,
    properties: byId(answer.properties),
    families: byId(answer.families),
    modalities,
    nameSources: byId(answer.name_sources),
    carriesEvidence: answer.carries_evidence,
    unread: answer.unread,
    beginnings: answer.beginnings,
    ink: answer.style.ink,
    paper: answer.style.paper,
    sections: answer.sections,
    isA: (id, kind) => {
      let at: string | null | undefined = id;
      while (at && at !== kind) at = classes.get(at)?.superclass;
      return at === kind;
    },
    classLook: (id) => (classes.get(id) ?? classes.get("Entity"))?.style ?? PLAIN_CLASS,
    lineLook: (id) => (modalities.get(id) ?? modalities.get("reported"))?.style ?? PLAIN_LINE,
  };
}

const read = new WeakMap<VocabularyAnswer, Vocabulary>();

/** The vocabulary; a component that uses it waits for it. */
export function useVocabulary(): Vocabulary {
  const { data } = useSuspenseQuery(api.queryOptions("get", "/api/vocabulary"));
  const found = read.get(data) ?? readVocabulary(data);
  read.set(data, found);
  return found;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
