/** The models for the future, and what one of them would change beside today's facts. */

import { useQueries } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Scenario = components["schemas"]["ScenarioShape"];
export type Difference = components["schemas"]["DifferenceShape"];

const EVERY = 1000;

/** What some models would change, in their order. */
export function useDifferences(ids: readonly string[]) {
  return useQueries({
    queries: ids.map((id) => api.queryOptions("get", "/api/scenarios/{id}/difference", { params: { path: { id } } })),
  });
}

/** All models, in the order of the service. */
export function useScenarios() {
  return api.useQuery("get", "/api/scenarios", { params: { query: { limit: EVERY } } });
}

/** What a model would add, end and change, what is said of it, and all of those statements. */
export function useDifference(id: string) {
  return api.useQuery("get", "/api/scenarios/{id}/difference", { params: { path: { id } } });
}

/** The address of what draws a model beside today: its page, or a file in another form. */
export function scenarioDiagram(id: string, language: string, form = "html"): string {
  const keep = form === "html" ? "" : "&download=true";
  return `/view.${form}?${new URLSearchParams({ scenario: id, lang: language })}${keep}`;
}

/** The address of a document with what some models would take, and what is said for and against each. */
export function comparisonSheet(ids: readonly string[], language: string, form: string): string {
  return `/scenarios.${form}?${new URLSearchParams([...ids.map((id) => ["scenario", id]), ["lang", language]])}`;
}

/** As many models as the service compares in one document. */
export const MOST_COMPARED = 6;

/** The address of a document that tells a model in words: what it would take, what is said for and against it. */
export function scenarioSheet(id: string, language: string, form: string): string {
  return `/scenarios/${encodeURIComponent(id)}.${form}?${new URLSearchParams({ lang: language })}`;
}
