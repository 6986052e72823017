/** The whole dataset by class or community, and the entities of one of them. */

import { keepPreviousData } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { answers, api } from "./client";
import { toParameters } from "./graph";
import type { components } from "./schema";

export type Cluster = components["schemas"]["ClusterShape"];
export type Clusters = components["schemas"]["ClustersShape"];

/** What the entities of a cluster have together. */
export const CLUSTERINGS = ["class", "community"] as const;
export type Clustering = (typeof CLUSTERINGS)[number];

const PAGE = 200;

/** What a cluster is made by, as its id says. */
export function clusteringOf(id: string): Clustering {
  return id.startsWith("@") ? "community" : "class";
}

/** What of the shared filters the service takes here: those of time count for nothing. */
function query({ modality, families, holder, section, class: classes }: ReturnType<typeof toParameters>) {
  const given = Object.entries({ modality, families, holder, section, class: classes });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** How many entities and relations each cluster has under the filters; asked for where it is wanted. */
export function useClusters(by: Clustering, filters: Filters, isWanted = true) {
  return api.useQuery("get", "/api/clusters", asked(by, filters), {
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

function asked(by: Clustering, filters: Filters) {
  return { params: { query: { ...query(toParameters(filters)), by } } };
}

/** The first entities of a cluster that aren't among some, the best connected, or those of which the most is said, first. */
export async function fetchMembers(
  id: string,
  filters: Filters,
  known: Readonly<Record<string, unknown>>,
  most: number,
): Promise<readonly string[]> {
  if (clusteringOf(id) === "community") {
    const { clusters } = await answers.fetchQuery(
      api.queryOptions("get", "/api/clusters", asked("community", filters)),
    );
    const members = clusters.find((each) => each.id === id)?.members ?? [];
    return members.filter((each) => !(each in known)).slice(0, most);
  }
  const fresh: string[] = [];
  let cursor: string | null | undefined;
  do {
    const wanted = { ...query(toParameters(filters)), limit: PAGE, ...(cursor ? { cursor } : {}) };
    const page = await answers.fetchQuery(
      api.queryOptions("get", "/api/clusters/{id}", { params: { path: { id }, query: wanted } }),
    );
    fresh.push(...page.items.map((each) => each.id).filter((each) => !(each in known)));
    cursor = page.next;
  } while (cursor && fresh.length < most);
  return fresh.slice(0, most);
}
