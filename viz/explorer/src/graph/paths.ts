/** Paths between two entities: what the address says of them, and what they rest on. */

import type { Statement } from "../api/graph";

/** How many steps a path has at first, and at most as far as the service looks. */
export const SHORT = 3;
export const LONGEST = 4;

const FACT = "fact";

/** The two ends that the address names, null where it names no two. */
export function endsOf(text: string | undefined): readonly [string, string] | null {
  const [from, to, ...more] = (text ?? "").split("~");
  return from && to && from !== to && !more.length ? [from, to] : null;
}

/** The statuses of the steps that no fact makes, each once: without one, the path holds by facts alone. */
export function restingOn(
  steps: readonly (readonly string[])[],
  statements: ReadonlyMap<string, Pick<Statement, "modality">>,
): readonly string[] {
  const statuses = steps.map((step) => step.map((id) => statements.get(id)?.modality ?? ""));
  return [...new Set(statuses.filter((each) => !each.includes(FACT)).flat())].filter(Boolean);
}
