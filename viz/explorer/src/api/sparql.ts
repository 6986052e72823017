/** Queries of any kind, answered by the service's SPARQL endpoint. */

import { useQuery } from "@tanstack/react-query";
import { answers, api, client } from "./client";
import { ApiFault, faultOf } from "./faults";

const PATH = "/sparql";
const JSON_RESULTS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";

/** What is asked: a query, whether rows come with their evidence, and a time limit in seconds; empty for the service's. */
export interface Asked {
  readonly query: string;
  readonly evidence: boolean;
  readonly seconds: string;
}

/** A term of a row as SPARQL's JSON results have it. */
export interface Term {
  readonly type: string;
  readonly value: string;
}

/** A truth value, the rows of a SELECT, or the N-Triples of a graph. */
export type SparqlAnswer =
  | { readonly kind: "truth"; readonly truth: boolean }
  | {
      readonly kind: "rows";
      readonly columns: readonly string[];
      readonly rows: readonly Readonly<Record<string, Term>>[];
    }
  | { readonly kind: "graph"; readonly text: string };

interface Results {
  readonly boolean?: boolean;
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Term>>[] };
}

async function post({ query, evidence, seconds }: Asked, accept: string, signal?: AbortSignal): Promise<Response> {
  const form = new URLSearchParams({ query });
  if (evidence) form.set("evidence", "true");
  if (seconds) form.set("timeout", seconds);
  let response: Response;
  try {
    response = await fetch(PATH, {
      method: "POST",
      body: form,
      headers: { Accept: accept },
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFault("network", String(error), 0);
  }
  if (!response.ok) throw await faultOf(response);
  return response;
}

/** The answer to a query; raises ApiFault, and what the signal raises where nobody waits any more. */
export async function askSparql(asked: Asked, signal: AbortSignal): Promise<SparqlAnswer> {
  const response = await post(asked, `${JSON_RESULTS}, ${TRIPLES}`, signal);
  if (response.headers.get("Content-Type")?.startsWith(TRIPLES)) return { kind: "graph", text: await response.text() };
  const { boolean, head, results } = (await response.json()) as Results;
  if (boolean !== undefined) return { kind: "truth", truth: boolean };
  return { kind: "rows", columns: head.vars ?? [], rows: results?.bindings ?? [] };
}

/** The whole answer as a file in a form by its media type; raises ApiFault. */
export async function fetchAnswerFile(asked: Asked, mediaType: string): Promise<Blob> {
  return (await post(asked, mediaType)).blob();
}

/** A ready question's SPARQL with its own values. */
export async function fetchQuestionText(id: string): Promise<string> {
  const { data } = await client.GET("/api/questions/{id}", { params: { path: { id } } });
  return data?.query ?? "";
}

/** The entities that are called by some words, with their preferred names in one language and then in the other. */
export async function findEntities(words: string, first: "en" | "zh") {
  const { items } = await answers.fetchQuery(
    api.queryOptions("get", "/api/entities", { params: { query: { q: words, limit: 12 } } }),
  );
  const second = first === "en" ? "zh" : "en";
  return items.map(({ iri, labels }) => ({
    iri,
    names: [labels[first][0], labels[second][0]].filter((name) => name !== undefined),
  }));
}

/** What the IRIs of this dataset's own resources begin with, told by one of its entities; empty until it is known. */
export function useBase(): string {
  const { data } = api.useQuery("get", "/api/entities", { params: { query: { limit: 1 } } });
  const [first] = data?.items ?? [];
  const end = `entity/${first?.id}`;
  return first?.iri.endsWith(end) ? first.iri.slice(0, -end.length) : "";
}

/** As many IRIs as stand in one address. */
const IRIS_AT_ONCE = 50;

/** The entities of RDF of somebody else's that have some IRIs, whose ids can't be told from them. */
export function useEntitiesOf(iris: readonly string[]) {
  return useQuery({
    queryKey: ["entities of", iris],
    enabled: iris.length > 0,
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(iris.length / IRIS_AT_ONCE) }, (_, at) =>
        iris.slice(at * IRIS_AT_ONCE, (at + 1) * IRIS_AT_ONCE),
      );
      const asked = parts.map((iri) =>
        client.GET("/api/entities", { params: { query: { iri: [...iri], limit: IRIS_AT_ONCE } }, signal }),
      );
      return (await Promise.all(asked)).flatMap(({ data }) => data?.items ?? []);
    },
  });
}
