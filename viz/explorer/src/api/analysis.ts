/** Measures of the network, their figures, and the statements behind a figure. */

import { keepPreviousData } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { api } from "./client";
import { toParameters } from "./graph";
import type { components } from "./schema";

export type Measure = components["schemas"]["MeasureShape"];
export type Figure = components["schemas"]["FigureShape"];

/** As many figures as the service gives at once. */
export const MOST_FIGURES = 1000;

/** What a measure is taken of: statements of these statuses under the filters, and among some entities if any are named. */
export interface Network {
  readonly ids: readonly string[];
  /** `all` for every status. */
  readonly statuses: readonly string[];
  readonly filters: Filters;
  /** Classes of what figures are about; the network stays whole. */
  readonly of?: readonly string[];
}

/** The measures that the dataset lends itself to. */
export function useMeasures() {
  return api.useQuery("get", "/api/analysis");
}

/** The first `limit` figures of a measure, the greatest first; the last ones stay while others are fetched. */
export function useFigures(measure: string, network: Network, limit: number, isWanted = true) {
  return api.useQuery(
    "get",
    "/api/analysis/{measure}",
    { params: { path: { measure }, query: { ...toQuery(network), limit } } },
    { enabled: isWanted, placeholderData: keepPreviousData },
  );
}

/** The address of all figures of a measure as CSV. */
export function figuresAddress(measure: string, network: Network): string {
  const parameters = new URLSearchParams();
  for (const [name, given] of Object.entries(toQuery(network))) {
    for (const value of [given].flat()) if (value !== undefined) parameters.append(name, value);
  }
  parameters.append("limit", String(MOST_FIGURES));
  parameters.append("format", "csv");
  return `/api/analysis/${encodeURIComponent(measure)}?${parameters}`;
}

/** Some statements by their ids, in the order of the reports. */
export function useStatements(ids: readonly string[]) {
  return api.useQuery("get", "/api/statements", { params: { query: { id: [...ids], limit: MOST_FIGURES } } });
}

function toQuery({ ids, statuses, filters, of = [] }: Network) {
  const parameters = {
    ...toParameters(filters),
    modality: [...statuses],
    entity: ids.length ? [...ids].sort() : undefined,
    of: of.length ? [...of] : undefined,
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}
