/** Search in names and in the text of the reports. */

import { keepPreviousData } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Hit = components["schemas"]["SearchShape"]["items"][number];
export type EntityHit = Extract<Hit, { kind: "entity" }>;
export type ParagraphHit = Extract<Hit, { kind: "paragraph" }>;
type Kind = Hit["kind"];

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
