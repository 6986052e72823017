/** One entity, one statement, what is said of an entity, and search by name. */

import { keepPreviousData } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { api } from "./client";
import { toMoments } from "./graph";
import type { components } from "./schema";

export type Entity = components["schemas"]["EntityShape"];

/** An entity with all its names and places. */
export function useEntity(id: string) {
  return api.useQuery("get", "/api/entities/{id}", { params: { path: { id } } });
}

/** A statement by its id, `A-68-283/46.1`. */
export function useStatement(id: string) {
  const [report = "", n = ""] = id.split("/");
  return api.useQuery("get", "/api/statements/{report}/{n}", { params: { path: { report, n } } });
}

/** The first `limit` statements about an entity, in the order of the text. */
export function useStatementsAbout(entity: string, limit: number) {
  return api.useQuery(
    "get",
    "/api/statements",
    { params: { query: { entity, limit } } },
    { placeholderData: keepPreviousData },
  );
}

/** The first `limit` statements about an entity that the filters leave, by their dates; not asked for without `enabled`. */
export function useNarrowedAbout(entity: string, limit: number, filters: Filters, enabled: boolean) {
  const parameters = { entity: [entity], limit, ...toMoments(filters) };
  const query = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return api.useQuery("get", "/api/timeline", { params: { query } }, { enabled, placeholderData: keepPreviousData });
}

/** The first `limit` entities that are called by some words, best first. */
export function useEntitySearch(words: string, limit: number) {
  const q = words.trim();
  return api.useQuery(
    "get",
    "/api/entities",
    { params: { query: { q, limit } } },
    { enabled: q.length > 0, ...(q ? { placeholderData: keepPreviousData } : {}) },
  );
}

/** The reports of the dataset. */
export function useReports(isWanted = true) {
  return api.useQuery("get", "/api/reports", {}, { enabled: isWanted });
}
