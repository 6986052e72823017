/** A report, its paragraphs, and how much of each statements rest on. */

import { useQueries } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

export type Report = components["schemas"]["ReportShape"];
export type Paragraph = components["schemas"]["ParagraphShape"];
export type Coverage = components["schemas"]["CoverageShape"];

const EVERY = 1000;

/** Some paragraphs of a report, in the order asked for; each may still be on its way. */
export function useParagraphs(symbol: string, ids: readonly string[]) {
  return useQueries({
    queries: ids.map((n) =>
      api.queryOptions("get", "/api/reports/{symbol}/paragraphs/{n}", { params: { path: { symbol, n } } }),
    ),
  });
}

/** How much of each paragraph statements rest on. */
export function useCoverage(symbol: string) {
  return api.useQuery("get", "/api/reports/{symbol}/coverage", {
    params: { path: { symbol }, query: { limit: EVERY } },
  });
}
