/** The version of the dataset that the page was made for, and whether the service has moved on to another one. */

import { actions } from "../state/store";
import { answers } from "./client";

export const DATASET = document.querySelector<HTMLMetaElement>('meta[name="migov-dataset"]')?.content ?? "";

/** Tell the reader once when answers come from another dataset than the page: what is cached no longer fits them. */
export function watchVersion(): void {
  let told = false;
  answers.getQueryCache().subscribe(({ query }) => {
    const data = query.state.data as { dataset?: unknown } | undefined;
    if (told || !DATASET || typeof data?.dataset !== "string" || data.dataset === DATASET) return;
    told = true;
    actions.notify({ kind: "renewed" });
  });
}
