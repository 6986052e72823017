/** What stands ready about what is searched: diagrams and questions. */

import type { DiagramShape } from "../api/diagrams";
import type { Question } from "../api/questions";

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

/** The ready questions whose words hold all that was typed, in the order of the service. */
export function questionsFor(questions: readonly Question[], typed: string): readonly Question[] {
  return questions.filter(({ title, description }) => holdsAll(typed, [title, description])).slice(0, MOST_READY);
}

/** Whether some texts hold every word that was typed, in either language; all hold nothing. */
export function holdsAll(typed: string, texts: readonly Words[]): boolean {
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = texts.map(({ en, zh }) => `${en} ${zh}`.toLowerCase()).join(" ");
  return sought.every((word) => text.includes(word));
}
