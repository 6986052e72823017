/** The entities on the canvas with the statements between them, and what is around one of them. */

import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { CERTAINTIES, type Certainty, type Filters, NO_FILTERS } from "../state/model";
import { answers, api, client } from "./client";
import { ApiFault } from "./faults";
import type { components } from "./schema";
import { useVocabulary } from "./vocabulary";

export type GraphAnswer = components["schemas"]["GraphShape"];
export type Node = components["schemas"]["PlacedNodeShape"];
export type Statement = components["schemas"]["StatementShape"];
export type RelationCount = components["schemas"]["RelationShape"];
export type PathsAnswer = components["schemas"]["PathsShape"];

const EVERY_STATUS = ["all"];
// As much as the service gives at once.
const MOST_RELATIONS = 1000;
const MOST_PATHS = 20;
// More ids than these make an address that some servers between us and the service refuse.
export const MOST_IN_ADDRESS = 100;
const PART = 5000;
const MOST_PARTS = 8;

/** The shared filters as parameters of the service; without a status they ask for every one. */
export function toParameters(filters: Filters) {
  const given = (values: readonly string[]) => (values.length ? [...values] : undefined);
  return {
    modality: given(filters.modalities) ?? EVERY_STATUS,
    families: given(filters.families),
    holder: given(filters.holders),
    section: given(filters.sections),
    class: given(filters.classes),
    from: filters.from || undefined,
    to: filters.to || undefined,
    as_at: filters.asAt || undefined,
    certainty: given(filters.certainties) as Certainty[] | undefined,
  };
}

/** The same for statements by their dates: what has none is left out unless it is asked for. */
export function toMoments(filters: Filters) {
  return { ...toParameters(filters), certainty: filters.certainties.length ? [...filters.certainties] : CERTAINTIES };
}

/** A question as `api.useQuery` takes it, without the parameters that have no value. */
function query(entity: readonly string[], depth: number, filters: Filters, limit?: number) {
  const parameters = { entity: [...entity], depth, limit, ...toParameters(filters) };
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return { params: { query: given as unknown as { entity: string[] } } };
}

/**
 * What stands between some entities. While other entities are asked for, the last answer stays.
 *
 * Entities of classes that the filters leave out are left out, and those that the report dates later: the service keeps
 * whom it is asked about by name.
 */
export function useGraph(ids: readonly string[], filters: Filters): UseQueryResult<GraphAnswer> {
  const vocabulary = useVocabulary();
  const sorted = [...ids].sort();
  const { classes } = filters;
  const select = useCallback(
    (answer: GraphAnswer): GraphAnswer => {
      if (!classes.length && !answer.later.length) return answer;
      const isWanted = (kind: string) => !classes.length || classes.some((each) => vocabulary.isA(kind, each));
      const later = new Set(answer.later);
      const entities = answer.entities.filter((each) => isWanted(each.class) && !later.has(each.id));
      return { ...answer, entities };
    },
    [classes, vocabulary],
  );
  return useQuery({ ...among(sorted, filters), enabled: sorted.length > 0, placeholderData: keepPreviousData, select });
}

/** Ask for what stands between some entities before they are shown, so that they come with their relations. */
export function prefetchGraph(ids: readonly string[], filters: Filters): Promise<void> {
  return answers.prefetchQuery(among([...ids].sort(), filters));
}

function among(sorted: readonly string[], filters: Filters) {
  return {
    queryKey: ["graph among", sorted, toParameters(filters)],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchAmong(sorted, filters, signal),
  };
}

/** What stands between some entities: asked for by address where they are few, else in parts, at most `MOST_PARTS`. */
async function fetchAmong(ids: readonly string[], filters: Filters, signal: AbortSignal): Promise<GraphAnswer> {
  if (ids.length <= MOST_IN_ADDRESS) {
    const { data } = await client.GET("/api/graph", { ...query(ids, 0, filters), signal });
    return data as GraphAnswer;
  }
  const first = await fetchPart(ids, filters, { signal });
  // As the service refuses them in an address.
  if (first.missing.length) throw new ApiFault("bad-parameter", `unknown: ${first.missing.join(", ")}`, 400);
  const statements = [...first.statements];
  for (let part = 1; part < MOST_PARTS && statements.length < first.total.statements; part += 1) {
    statements.push(...(await fetchPart(ids, filters, { skip: statements.length, signal })).statements);
  }
  return { ...first, statements, statements_left_out: first.total.statements - statements.length };
}

async function fetchPart(
  ids: readonly string[],
  filters: Filters,
  { skip = 0, limit = PART, signal }: { skip?: number; limit?: number; signal?: AbortSignal },
) {
  const given = Object.entries({ ...toParameters(filters), skip, limit }).filter(([, value]) => value !== undefined);
  const { data } = await client.POST("/api/graph", {
    params: { query: Object.fromEntries(given) },
    body: { entity: [...ids], values: false },
    ...(signal ? { signal } : {}),
  });
  return data as components["schemas"]["AmongShape"];
}

/** The entities nearest to one, the most connected first, at most `limit` of them. */
export function fetchAround(id: string, limit: number, filters: Filters): Promise<GraphAnswer> {
  const options = api.queryOptions("get", "/api/graph", query([id], 1, filters, limit + 1));
  return answers.fetchQuery(options) as Promise<GraphAnswer>;
}

/** What an entity is tied to under the filters, by property, direction and status, with the ids of its neighbours. */
export function useRelations(id: string, filters: Filters) {
  return useQuery(relations(id, filters));
}

/** The same, asked for once. */
export async function fetchRelations(id: string, filters: Filters): Promise<readonly RelationCount[]> {
  return (await answers.fetchQuery(relations(id, filters))).items;
}

function relations(id: string, filters: Filters) {
  const parameters = { limit: MOST_RELATIONS, neighbours: MOST_RELATIONS, ...toParameters(filters) };
  const query = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return api.queryOptions("get", "/api/entities/{id}/relations", { params: { path: { id }, query } });
}

/** The shortest paths of up to some steps between two entities, whose ends bear the names that a period has elsewhere. */
export function usePaths(from: string, to: string, steps: number, filters: Filters): UseQueryResult<PathsAnswer> {
  const { from: since, to: until, ...others } = toParameters(filters);
  const parameters = { ...others, from, to, since, until, max_length: steps, limit: MOST_PATHS };
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return api.useQuery("get", "/api/paths", {
    params: { query: given as unknown as { from: string; to: string } },
  }) as UseQueryResult<PathsAnswer>;
}

/** Where the service places some entities in a diagram of them, in its pixels. */
export async function fetchDiagramPlaces(
  ids: readonly string[],
  layout: string,
  filters: Filters,
): Promise<Record<string, { readonly x: number; readonly y: number }>> {
  const { families, modalities } = filters;
  const query = {
    entity: [...ids],
    depth: 0,
    limit: ids.length,
    layout: layout as "force",
    ...(families.length ? { families: [...families] } : {}),
    ...(modalities.length ? { modality: [...modalities] } : {}),
  };
  const { data } = await client.GET("/view.{extension}", { params: { path: { extension: "json" }, query } });
  const { nodes } = data as unknown as { nodes: readonly { id: string; x: number; y: number }[] };
  return Object.fromEntries(nodes.map(({ id, x, y }) => [id, { x, y }]));
}

/** The names of some entities by their ids, all by one request; empty until they have come. */
export function useLabels(ids: readonly string[]): ReadonlyMap<string, Node["label"]> {
  const sorted = [...ids].sort();
  const { data } = useQuery({
    queryKey: ["labels", sorted],
    enabled: sorted.length > 0,
    queryFn: async ({ signal }) => (await fetchPart(sorted, NO_FILTERS, { limit: 1, signal })).entities,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => new Map(data?.map(({ id, label }) => [id, label])), [data]);
}

/** Those of some ids that the dataset doesn't hold. */
export async function findGone(ids: readonly string[]): Promise<readonly string[]> {
  return (await fetchPart(ids, NO_FILTERS, { limit: 1 })).missing;
}
