/** What stands ready about what is searched: diagrams and questions. */

import type { DiagramShape } from "../api/diagrams";
import type { Question, Values } from "../api/questions";

/** How many of each are offered at most. */
export const MOST_READY = 3;

type Words = { readonly zh: string; readonly en: string };

/**
 * The ready diagrams about an entity, those about the fewest first, then those whose words hold all that was typed.
 *
 * @param best the entity that was found first.
 */
export function diagramsFor(diagrams: readonly DiagramShape[], typed: string, best: string | undefined) {
  const about = diagrams.filter((each) => best !== undefined && each.about.includes(best));
  const named = diagrams.filter(({ title, subtitle }) => holdsAll(typed, [title, ...(subtitle ? [subtitle] : [])]));
  const ordered = [...about].sort((one, other) => one.about.length - other.about.length);
  return [...new Set([...ordered, ...named])].slice(0, MOST_READY);
}

/** A ready question, and the values that it is to be asked with. */
export interface Asked {
  readonly question: Question;
  readonly values: Values;
}

/**
 * The ready questions whose words hold all that was typed, in the order of the service; then those whose title holds some
 * of the words while the others name entities: asked of the first of these where they ask of one.
 *
 * @param named the entity that a word names, by the word.
 */
export function questionsFor(
  questions: readonly Question[],
  typed: string,
  named: ReadonlyMap<string, string>,
): readonly Asked[] {
  const whole = questions.filter(({ title, description }) => holdsAll(typed, [title, description]));
  const words = typed.split(/\s+/).filter(Boolean);
  const ofEntity = questions.flatMap((question): Asked[] => {
    const others = words.filter((word) => !holdsAll(word, [question.title]));
    const subject = named.get(others[0] ?? "");
    if (subject === undefined || others.length === words.length || !others.every((word) => named.has(word))) return [];
    const asked = question.parameters.find(({ kind }) => kind === "entity");
    return [{ question, values: asked ? { [asked.name]: subject } : {} }];
  });
  // What asks of the entity comes before what tells of all.
  ofEntity.sort((one, other) => Object.keys(other.values).length - Object.keys(one.values).length);
  return [...whole.map((question) => ({ question, values: {} })), ...ofEntity].slice(0, MOST_READY);
}

/** Whether some texts hold every word that was typed, in either language; all hold nothing. */
export function holdsAll(typed: string, texts: readonly Words[]): boolean {
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = texts.map(({ en, zh }) => `${en} ${zh}`.toLowerCase()).join(" ");
  return sought.every((word) => text.includes(word));
}
