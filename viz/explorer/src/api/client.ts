/** The one place that talks to the service: typed by its OpenAPI document, cancelled when nobody waits any more. */

import { notifyManager, QueryClient } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import createHooks from "openapi-react-query";
import { ApiFault, asFault, faultOf } from "./faults";
import type { paths } from "./schema";

const RETRIES = 2;

// Lists are asked for as `families=a&families=b`, which is how the service reads them.
export const client = createClient<paths, "application/json">({
  baseUrl: "/",
  querySerializer: { array: { style: "form", explode: true } },
});
client.use({
  async onResponse({ response }) {
    if (!response.ok) throw await faultOf(response);
  },
  onError({ error }) {
    const aborted = error instanceof DOMException && error.name === "AbortError";
    return aborted || error instanceof ApiFault ? error : new ApiFault("network", String(error), 0);
  },
});

// What waits for an answer that is there is drawn with it: a timer would come after a frame that takes long to draw.
notifyManager.setScheduler(queueMicrotask);

/** Hooks that ask the service: `api.useQuery("get", "/api/entities/{id}", …)`. */
export const api = createHooks<paths, "application/json">(client);

/** The cache of answers. A dataset never changes under its version, so an answer stays true while the page is open. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < RETRIES && asFault(error).repeatable,
      refetchOnWindowFocus: false,
    },
  },
});
