/** Kinds of entities as analysts speak of them, by the classes that they hold with those below. */

export const CLASSES = {
  bodies: ["Institution", "Body", "Process"],
  actors: ["Group", "Role", "Person"],
  instruments: ["Instrument"],
  topics: ["Concept"],
  recommendations: ["Recommendation", "Proposal"],
} as const satisfies Record<string, readonly string[]>;
export type Kind = keyof typeof CLASSES;
export const KINDS = Object.keys(CLASSES) as readonly Kind[];
