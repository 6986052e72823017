/** The whole dataset by class, and the entities of one class by the page. */

import { keepPreviousData } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { answers, api } from "./client";
import { toParameters } from "./graph";
import type { components } from "./schema";

export type Cluster = components["schemas"]["ClusterShape"];
export type Clusters = components["schemas"]["ClustersShape"];

const PAGE = 200;

/** What of the shared filters the service takes here: those of time count for nothing. */
function query({ modality, families, holder, section, class: classes }: ReturnType<typeof toParameters>) {
  const given = Object.entries({ modality, families, holder, section, class: classes });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** How many entities and relations each class has under the filters; asked for where it is wanted. */
export function useClusters(filters: Filters, isWanted = true) {
  return api.useQuery(
    "get",
    "/api/clusters",
    { params: { query: query(toParameters(filters)) } },
    { placeholderData: keepPreviousData, enabled: isWanted },
  );
}

/** The first entities of a class that aren't among some, those first of which the most is said. */
export async function fetchMembers(
  id: string,
  filters: Filters,
  known: Readonly<Record<string, unknown>>,
  most: number,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  let cursor: string | null | undefined;
  do {
    const asked = { ...query(toParameters(filters)), limit: PAGE, ...(cursor ? { cursor } : {}) };
    const page = await answers.fetchQuery(
      api.queryOptions("get", "/api/clusters/{id}", { params: { path: { id }, query: asked } }),
    );
    fresh.push(...page.items.map((each) => each.id).filter((each) => !(each in known)));
    cursor = page.next;
  } while (cursor && fresh.length < most);
  return fresh.slice(0, most);
}
