/** The ready questions, one of them with its SPARQL, and its answer. */

import { keepPreviousData } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Question = components["schemas"]["QuestionShape"];
export type Parameter = components["schemas"]["ParameterShape"];
export type Answer = components["schemas"]["AnswerShape"];
export type Cell = components["schemas"]["CellShape"];

/** The values of a question's parameters by name; the others keep their defaults. */
export type Values = Readonly<Record<string, string>>;

const EVERY = 1000;

/** All ready questions, by id. */
export function useQuestions(isWanted = true) {
  return api.useQuery("get", "/api/questions", { params: { query: { limit: EVERY } } }, { enabled: isWanted });
}

/** The ready questions that find something about an entity, each with what the entity fills and how many rows it has. */
export function useFittingQuestions(entity: string, isWanted: boolean) {
  return api.useQuery(
    "get",
    "/api/entities/{id}/questions",
    { params: { path: { id: entity }, query: { limit: EVERY } } },
    { enabled: isWanted },
  );
}

// The service reads each value under the parameter's own name, which its document can only describe as one object.
function asked(id: string, values: Values) {
  return { params: { path: { id }, query: { ...values } as { values?: Record<string, string> } } };
}

/** The address of a document with the answer to a question and the exact words behind it. */
export function answerDocument(id: string, values: Values, form: string, language: string): string {
  return `/questions/${encodeURIComponent(id)}.${form}?${new URLSearchParams({ ...values, lang: language })}`;
}

/** A question with its SPARQL, the values in their places. */
export function useFilledQuestion(id: string, values: Values) {
  return api.useQuery("get", "/api/questions/{id}", asked(id, values), { placeholderData: keepPreviousData });
}

/** The answer to a question; while it is asked with other values, the last one stays. */
export function useAnswer(id: string, values: Values) {
  return api.useQuery("get", "/api/questions/{id}/answer", asked(id, values), { placeholderData: keepPreviousData });
}
