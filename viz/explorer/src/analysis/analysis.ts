/** What the analysis shows, as its part of the address; and the places that figures take. */

import type { Figure } from "../api/analysis";
import { KINDS, type Kind } from "../matrix/kinds";

/** Whose statements count: facts alone, those with what is to come, or every status. */
export const STANCES = ["facts", "proposals", "every"] as const;
export type Stance = (typeof STANCES)[number];

/** The statuses of a stance. Proposals are what somebody puts forward or plans; criticism and norms are none. */
export const STATUSES: Readonly<Record<Stance, readonly string[]>> = {
  facts: ["fact"],
  proposals: ["fact", "plan", "conditional", "proposal", "recommendation"],
  every: ["all"],
};

/** Measures whose figures are about groups, of every kind and not to be found again among other statements. */
const OF_GROUPS = ["communities"];

export function isOfGroups(measure: string): boolean {
  return OF_GROUPS.includes(measure);
}

export interface Asked {
  readonly measure: string;
  readonly stance: Stance;
  /** Whether only what stands among the entities of the canvas counts. */
  readonly onCanvas: boolean;
  /** Of which kind of entity figures are shown; of all where it is empty. */
  readonly kind: Kind | "";
  /** The figure whose statements are open, by its entities. */
  readonly figure: string;
}

/** What the address asks for, with the first measure and facts alone where it names none. */
export function readAsked(details: Readonly<Record<string, string>>, measures: readonly string[]): Asked {
  return {
    measure: measures.find((each) => each === details.measure) ?? measures[0] ?? "",
    stance: STANCES.find((each) => each === details.status) ?? "facts",
    onCanvas: details.within === "canvas",
    kind: KINDS.find((each) => each === details.kind) ?? "",
    figure: details.figure ?? "",
  };
}

/** The same as the address holds it; what needs not be said isn't. */
export function toDetails({ measure, stance, onCanvas, kind, figure }: Asked): Record<string, string> {
  return {
    measure,
    ...(stance === "facts" ? {} : { status: stance }),
    ...(onCanvas ? { within: "canvas" } : {}),
    ...(kind ? { kind } : {}),
    ...(figure ? { figure } : {}),
  };
}

/** What a figure is about, as one word; a group is told by whom it has first. */
export function keyOf({ entities }: Pick<Figure, "entities">): string {
  return entities
    .slice(0, 2)
    .map(({ id }) => id)
    .join("~");
}

/** The place of each figure of a list, the greatest first; equal ones share theirs. */
export function placesOf(figures: readonly Figure[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let place = 0;
  for (const [at, figure] of figures.entries()) {
    if (figure.value !== figures[at - 1]?.value) place = at + 1;
    places.set(keyOf(figure), place);
  }
  return places;
}
