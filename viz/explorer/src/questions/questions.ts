/** What the view of the ready questions keeps in the address, and the questions by topic. */

import type { Question, Values } from "../api/questions";
import { holdsAll } from "../start/ready";

const QUESTION = "q";
const VALUE = "v-";

/** The chosen question and the values given for its parameters, as `details` hold them. */
export interface Chosen {
  readonly id: string;
  readonly values: Values;
}

export function readChosen(details: Readonly<Record<string, string>>): Chosen | null {
  const id = details[QUESTION];
  if (!id) return null;
  const given = Object.entries(details).filter(([key]) => key.startsWith(VALUE));
  return { id, values: Object.fromEntries(given.map(([key, value]) => [key.slice(VALUE.length), value])) };
}

export function toDetails({ id, values }: Chosen): Record<string, string> {
  const given = Object.entries(values).map(([name, value]) => [`${VALUE}${name}`, value] as const);
  return { [QUESTION]: id, ...Object.fromEntries(given) };
}

/** `details` with a question and its values; how its answer is shown stays. */
export function withChosen(details: Readonly<Record<string, string>>, chosen: Chosen): Record<string, string> {
  const others = Object.entries(details).filter(([key]) => key !== QUESTION && !key.startsWith(VALUE));
  return { ...Object.fromEntries(others), ...toDetails(chosen) };
}

/** What the files of an answer are called: the question and the values that it was asked with. */
export function fileName({ id, parameters }: Question, values: Values): string {
  return [id, ...parameters.map(({ name, default: usual }) => values[name] ?? usual)].join("_");
}

/** The questions that hold every word in either language; where none does, those that hold the most of them, in part. */
export function holdingMost(questions: readonly Question[], sought: string) {
  const words = sought.split(/\s+/).filter(Boolean);
  const counted = questions.map(({ title, description }) =>
    words.filter((word) => holdsAll(word, [title, description])),
  );
  const most = Math.max(0, ...counted.map((held) => held.length));
  const found = most || !words.length ? questions.filter((_, at) => counted[at]?.length === most) : [];
  return { found, isPartly: found.length > 0 && most < words.length };
}

/** Some questions by their topics, which are in alphabetical order. */
export function byTopic(found: readonly Question[]): ReadonlyMap<string, readonly Question[]> {
  const topics = [...new Set(found.map((question) => question.topic))].sort();
  return new Map(topics.map((topic) => [topic, found.filter((question) => question.topic === topic)]));
}
