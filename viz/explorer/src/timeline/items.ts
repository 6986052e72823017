/** Statements as dated things of the timeline, in the lanes that the reader chose; what has no date apart. */

import type { DatedStatement } from "../api/selected";
import { type Extent, readExtent } from "./extent";
import type { Dated } from "./lanes";

/** What a lane stands for: the kind of what is spoken of, that thing itself, the status, or who says it. */
export const GROUPINGS = ["class", "entity", "modality", "holder"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How many are drawn at most; the list below holds them all. */
export const MOST_DRAWN = 400;

export interface TimelineItem extends Dated {
  readonly statement: DatedStatement;
}

/** Statements by what is known of their time. */
export interface ByDating {
  readonly dated: readonly (readonly [DatedStatement, Extent])[];
  /** What holds at the time of writing and has no date of its own. */
  readonly current: readonly DatedStatement[];
  readonly undated: readonly DatedStatement[];
}

/** Statements by what is known of their time, each part in its order. */
export function byDating(statements: readonly DatedStatement[]): ByDating {
  const dated: [DatedStatement, Extent][] = [];
  const current: DatedStatement[] = [];
  const undated: DatedStatement[] = [];
  for (const statement of statements) {
    const extent = statement.time ? readExtent(statement.time) : null;
    if (extent) dated.push([statement, extent]);
    else if (statement.as_of_report) current.push(statement);
    else undated.push(statement);
  }
  return { dated, current, undated };
}

/** The lane of a statement; an empty one where the data don't say who holds it. */
export function laneOf(
  { subject, modality, attributed_to }: DatedStatement,
  grouping: Grouping,
  classOf: (entity: string) => string,
): string {
  if (grouping === "class") return classOf(subject.id);
  if (grouping === "entity") return subject.id;
  return grouping === "modality" ? modality : (attributed_to ?? "");
}

export function readGrouping(text: string | undefined): Grouping {
  return GROUPINGS.find((each) => each === text) ?? "class";
}
