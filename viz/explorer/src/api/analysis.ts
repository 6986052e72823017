/** Measures of the network, their figures, and the statements behind a figure. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { api, client } from "./client";
import { MOST_IN_ADDRESS, toParameters } from "./graph";
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
  return useQuery({
    queryKey: ["figures", measure, network, limit],
    queryFn: async ({ signal }) =>
      (await askFigures(measure, network, { limit }, { signal })) as components["schemas"]["AnalysisShape"],
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** The first `MOST_FIGURES` figures of a measure as CSV; raises ApiFault. */
export async function fetchFiguresFile(measure: string, network: Network): Promise<Blob> {
  return (await askFigures(measure, network, { limit: MOST_FIGURES, format: "csv" }, { parseAs: "blob" })) as Blob;
}

/** The communities among some entities by the statements that the filters leave, the best connected of each first. */
export async function fetchCommunities(ids: readonly string[], filters: Filters): Promise<readonly string[][]> {
  const network = { ids, statuses: filters.modalities.length ? filters.modalities : ["all"], filters };
  const form = { limit: MOST_FIGURES, fields: "entities" };
  const { items } = (await askFigures("communities", network, form, {})) as components["schemas"]["AnalysisShape"];
  return items.map(({ entities }) => entities.map(({ id }) => id));
}

/** Ask for figures: by address where the entities are few, so that the answer can be kept. */
async function askFigures(
  measure: string,
  network: Network,
  form: { readonly limit: number; readonly format?: "csv"; readonly fields?: string },
  options: { readonly signal?: AbortSignal; readonly parseAs?: "blob" },
): Promise<unknown> {
  const ids = [...network.ids].sort();
  const params = { path: { measure }, query: { ...toQuery(network), ...form } };
  const asked =
    ids.length <= MOST_IN_ADDRESS
      ? client.GET("/api/analysis/{measure}", {
          params: { ...params, query: { ...params.query, ...(ids.length ? { entity: ids } : {}) } },
          ...options,
        })
      : client.POST("/api/analysis/{measure}", { params, body: { entity: ids }, ...options });
  return (await asked).data;
}

/** Some statements by their ids, in the order of the reports. */
export function useStatements(ids: readonly string[]) {
  return api.useQuery("get", "/api/statements", { params: { query: { id: [...ids], limit: MOST_FIGURES } } });
}

function toQuery({ statuses, filters, of = [] }: Network) {
  const parameters = {
    ...toParameters(filters),
    modality: [...statuses],
    of: of.length ? [...of] : undefined,
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}
