/** What can go wrong between a question and its answer. */

import type { components } from "./schema";

type ErrorAnswer = components["schemas"]["ErrorShape"];

/**
 * A request that failed.
 *
 * `type` is the service's own word for it, or `network` where no answer came; `repeatable` tells whether asking again
 * may help.
 */
export class ApiFault extends Error {
  override readonly name = "ApiFault";

  constructor(
    readonly type: string,
    message: string,
    readonly status: number,
    /** Where in a query the fault stands, from 1, where the service says so. */
    readonly place: { readonly line: number; readonly column: number } | null = null,
  ) {
    super(message);
  }

  get repeatable(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** The fault that an answer tells of. */
export async function faultOf(response: Response): Promise<ApiFault> {
  try {
    const { error } = (await response.json()) as ErrorAnswer;
    // The document leaves open what else a failure carries; a fault of a query carries its place.
    const { line, column } = error as { line?: unknown; column?: unknown };
    const place = typeof line === "number" && typeof column === "number" ? { line, column } : null;
    return new ApiFault(error.type, error.message, response.status, place);
  } catch {
    return new ApiFault("unreadable", response.statusText, response.status);
  }
}

/** Any error as a fault: what isn't one of ours came from the network. */
export function asFault(error: unknown): ApiFault {
  return error instanceof ApiFault ? error : new ApiFault("network", String(error), 0);
}
