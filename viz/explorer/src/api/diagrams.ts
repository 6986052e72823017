/** Diagrams of what is shown, and the ready ones: their addresses, files and snippets for other pages. */

import { keepPreviousData } from "@tanstack/react-query";
import type { Canvas, Filters, Language } from "../state/model";
import { answers, api } from "./client";
import { faultOf } from "./faults";
import { type GraphAnswer, toParameters } from "./graph";
import type { components } from "./schema";

export type Form = components["schemas"]["FormShape"];
export type DiagramShape = components["schemas"]["DiagramShape"];
export type ReadyDiagram = components["schemas"]["DiagramSpotsShape"];

/** The ready diagrams, the forms of all diagrams, and who may embed them. */
export function useDiagrams(isWanted = true) {
  return api.useQuery("get", "/api/diagrams", {}, { enabled: isWanted });
}

/** What a ready diagram shows, and where. */
export function fetchDiagram(id: string): Promise<ReadyDiagram> {
  return answers.fetchQuery(api.queryOptions("get", "/api/diagrams/{id}", { params: { path: { id } } }));
}

/** The picture of a ready diagram, without title, legend and sources. */
export function previewAddress(id: string, language: Language): string {
  return `/diagrams/${encodeURIComponent(id)}/preview.svg?lang=${language}`;
}

/** A way to arrange a diagram in which a place has a meaning, so that those on the canvas don't count. */
export type MeaningfulLayout = "matrix";

/** The parameters of `/view` that show these statements by their dates. */
export function timelineParameters(ids: readonly string[], language: Language, title = ""): URLSearchParams {
  const parameters = new URLSearchParams({ lang: language, layout: "timeline" });
  for (const id of [...ids].sort()) parameters.append("statement", id);
  if (title.trim()) parameters.append("title", title.trim());
  return parameters;
}

/**
 * The parameters of `/view` that show exactly what stands on the canvas: these entities at their places, and the
 * statements between them under the filters. The same canvas has the same parameters, whatever came first.
 *
 * @param layout arranges them otherwise than on the canvas.
 * @param title what it is called; the service names it after its entities where that is empty.
 * @param visible ids of the entities that can be seen.
 */
export function viewParameters(
  visible: readonly string[],
  canvas: Canvas,
  filters: Filters,
  language: Language,
  title = "",
  layout?: MeaningfulLayout,
): URLSearchParams {
  // By code points, as the service orders the places.
  const ids = [...new Set(visible)].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const parameters = new URLSearchParams({ lang: language });
  for (const id of ids) parameters.append("entity", id);
  parameters.append("depth", "0");
  parameters.append("values", "false");
  parameters.append("limit", String(Math.max(ids.length, 1)));
  for (const [name, given] of Object.entries(toParameters(filters))) {
    for (const value of given === undefined ? [] : [given].flat()) parameters.append(name, value);
  }
  const places = ids.map((id) => `${Math.round(canvas[id]?.x ?? 0)},${Math.round(canvas[id]?.y ?? 0)}`);
  if (layout) parameters.append("layout", layout);
  if (!layout) parameters.append("at", places.join(";"));
  if (title.trim()) parameters.append("title", title.trim());
  return parameters;
}

/** The address of what stands on the canvas in one form, such as `csv`; for a page, the form is empty. */
export function viewAddress(parameters: URLSearchParams, form: string): string {
  return `/view${form ? `.${form}` : ""}?${parameters}`;
}

/** Whether an answer holds every statement between its entities. */
export function isWhole(answer: GraphAnswer): boolean {
  return answer.statements.length >= answer.total.statements;
}

/** A file of the service and the name it should be kept under; raises ApiFault. */
export async function fetchFile(address: string): Promise<{ readonly name: string; readonly body: Blob }> {
  const response = await fetch(address);
  if (!response.ok) throw await faultOf(response);
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const path = new URL(address, location.href).pathname;
  return {
    name: named ? decodeURIComponent(named) : path.slice(path.lastIndexOf("/") + 1),
    body: await response.blob(),
  };
}

/** The HTML that shows a page of this service in another one. */
export function useSnippet(page: string, isWanted: boolean) {
  const url = new URL(page, location.href).href;
  return api.useQuery(
    "get",
    "/oembed",
    { params: { query: { url } } },
    { enabled: isWanted, select: readSnippet, placeholderData: keepPreviousData },
  );
}

// oEmbed's answer comes in several types, which the service's document leaves open.
function readSnippet(answer: unknown): string {
  return String((answer as { html?: unknown }).html ?? "");
}
