/** Search in names and in the text of the reports. */

import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Hit = components["schemas"]["SearchShape"]["items"][number];
export type EntityHit = Extract<Hit, { kind: "entity" }>;
export type ParagraphHit = Extract<Hit, { kind: "paragraph" }>;
type Kind = Hit["kind"];

/** A word of several, and the entities that it finds by itself. */
export interface WordHits {
  readonly word: string;
  readonly items: readonly EntityHit[];
}

// More words are a sentence, of which each by itself names anything.
const MOST_WORDS = 4;

/**
 * What each of several words finds by itself, whose names hold it as it is: nothing unless `isWanted`, as where a name
 * holds all of them. Undefined until all have come.
 */
export function useEachWord(typed: string, isWanted: boolean, limit: number, language: "en" | "zh") {
  const every = typed.split(/\s+/).filter(Boolean);
  const words = isWanted && every.length > 1 && every.length <= MOST_WORDS ? [...new Set(every)] : [];
  return useQueries({
    queries: words.map((word) =>
      api.queryOptions("get", "/api/search", {
        params: { query: { q: word, kind: ["entity"], limit, lang: language } },
      }),
    ),
    combine: (answers): readonly WordHits[] | undefined =>
      answers.every(({ data }) => data)
        ? answers.map(({ data }, at) => ({
            word: words[at] ?? "",
            items: (data?.items ?? []).flatMap((each) =>
              each.kind === "entity" && each.match !== "similar" ? [each] : [],
            ),
          }))
        : undefined,
  });
}

/** The first `limit` entities or paragraphs that some words find, best first. */
export function useSearch(words: string, kind: Kind, limit: number, language: "en" | "zh") {
  const q = words.trim();
  return api.useQuery(
    "get",
    "/api/search",
    { params: { query: { q, kind: [kind], limit, lang: language } } },
    { enabled: q.length > 0, ...(q ? { placeholderData: keepPreviousData } : {}) },
  );
}
