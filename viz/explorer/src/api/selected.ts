/** What table, timeline and matrix show: the statements of the canvas and the filters, of the whole report without one. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Filters } from "../state/model";
import { client } from "./client";
import { MOST_IN_ADDRESS, toMoments } from "./graph";
import type { components } from "./schema";

export type DatedStatement = components["schemas"]["MomentShape"];
export type NamedEntity = Pick<components["schemas"]["EntityShape"], "id" | "class" | "labels">;

/** Whether statements are about entities of the canvas alone, or one of them is enough, or are of one entity. */
export type Scope = "among" | "about" | "of";

const PAGE = 1000;
const MOST_PAGES = 5;

/** The part of a list that was fetched, and how many items the whole list has. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface Page<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly next: string | null;
}

async function fetchPages<Item>(fetchPage: (cursor?: string) => Promise<Page<Item>>): Promise<Part<Item>> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await fetchPage(cursor);
    items.push(...found.items);
    if (!found.next) return { items, total: found.total };
    cursor = found.next;
    if (page === MOST_PAGES - 1) return { items, total: found.total };
  }
  return { items, total: items.length };
}

/** What is asked of the service beside the entities. */
function toQuery(ids: readonly string[], filters: Filters, scope: Scope, withDating = false) {
  const parameters = {
    ...(ids.length ? { among: scope === "among", ...(withDating ? { dating: true } : {}) } : {}),
    ...toMoments(filters),
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

/** Ask about some entities: by address where they are few, so that the answer can be kept. */
async function askMoments(
  ids: readonly string[],
  query: Readonly<Record<string, unknown>>,
  options: { readonly signal?: AbortSignal; readonly parseAs?: "blob" },
): Promise<unknown> {
  const asked =
    ids.length <= MOST_IN_ADDRESS
      ? client.GET("/api/timeline", { params: { query: { ...query, entity: [...ids] } }, ...options })
      : client.POST("/api/timeline", { params: { query }, body: { entity: [...ids] }, ...options });
  return (await asked).data;
}

/** The statements of some entities, of all without any, by their dates; at most 5,000, and how many there are. */
export function useSelectedStatements(
  ids: readonly string[],
  filters: Filters,
  scope: Scope,
  { isWanted = true, withDating = false } = {},
) {
  const sorted = [...ids].sort();
  const query = toQuery(ids, filters, scope, withDating);
  return useQuery({
    enabled: isWanted,
    queryKey: ["selected statements", sorted, query],
    queryFn: ({ signal }) =>
      fetchPages<DatedStatement>(async (cursor) => {
        const asked = { ...query, limit: PAGE, ...(cursor ? { cursor } : {}) };
        return (await askMoments(sorted, asked, { signal })) as Page<DatedStatement>;
      }),
    placeholderData: keepPreviousData,
  });
}

/** All those statements as CSV; raises ApiFault. */
export async function fetchStatementsFile(ids: readonly string[], filters: Filters, scope: Scope): Promise<Blob> {
  const query = { ...toQuery(ids, filters, scope), format: "csv" };
  return (await askMoments([...ids].sort(), query, { parseAs: "blob" })) as Blob;
}

/** The class and names of every entity, by id. */
export function useNames(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ["names of entities"],
    queryFn: async ({ signal }) => {
      const { items } = await fetchPages<NamedEntity>(async (cursor) => {
        const asked = { fields: "id,class,labels", limit: PAGE, ...(cursor ? { cursor } : {}) };
        const { data } = await client.GET("/api/entities", { params: { query: asked }, signal });
        return data as Page<NamedEntity>;
      });
      return new Map(items.map((each) => [each.id, each]));
    },
  });
}

/** As many statements as the service tells in one document. */
export const MOST_TOLD = 300;

/** What of a statement can have a column of its own in a document, beside its status, words, holder and place. */
export const FURTHER_COLUMNS = ["time", "quotation", "translation"] as const;

/** The address of a document with a table of these statements and their exact words. */
export function statementsDocument(
  ids: readonly string[],
  form: string,
  language: string,
  {
    title = "",
    columns = [],
    isFolded = false,
  }: { readonly title?: string; readonly columns?: readonly string[]; readonly isFolded?: boolean } = {},
): string {
  const given = [
    ...ids.map((id) => ["statement", id]),
    ...FURTHER_COLUMNS.filter((each) => columns.includes(each)).map((each) => ["column", each]),
    ...(isFolded ? [["fold", "true"]] : []),
    ["lang", language],
    ...(title ? [["title", title]] : []),
  ];
  return `/statements.${form}?${new URLSearchParams(given)}`;
}
