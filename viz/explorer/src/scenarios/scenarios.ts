/** What the view of the models makes of a difference. */

import type { Statement } from "../api/graph";
import type { Difference } from "../api/scenarios";

/** A fact of today and the statements by which it would end, or which would stand in its place. */
export interface Turn {
  readonly from: Statement;
  readonly to: readonly Statement[];
}

/** A difference with its statements in the place of their ids. */
export interface Told {
  readonly added: readonly Statement[];
  readonly ended: readonly Turn[];
  readonly changed: readonly Turn[];
  readonly reasons: Readonly<Record<Side, readonly Statement[]>>;
}

export const SIDES = ["substance", "required", "for", "against", "open"] as const;
export type Side = (typeof SIDES)[number];

/** A difference told in statements; raises an Error where the service didn't send one that it names. */
export function tellDifference(difference: Difference): Told {
  const byId = new Map(difference.statements.map((each) => [each.id, each]));
  const get = (id: string) => {
    const found = byId.get(id);
    if (!found) throw new Error(`The difference names statement ${id} without holding it.`);
    return found;
  };
  const { added, ended, changed, reasons } = difference;
  return {
    added: added.map(get),
    ended: ended.map(({ fact, because }) => ({ from: get(fact), to: because.map(get) })),
    changed: changed.map(({ from, to }) => ({ from: get(from), to: [get(to)] })),
    reasons: {
      substance: reasons.substance.map(get),
      required: reasons.required.map(get),
      for: reasons.for.map(get),
      against: reasons.against.map(get),
      open: reasons.open.map(get),
    },
  };
}

export type PartName = "added" | "ended" | "because" | "changed" | "instead" | Side;

/** All statements in the order in which they are told, each with the part where it stands. */
export function partsOf(told: Told): readonly { readonly part: PartName; readonly statement: Statement }[] {
  const turned = (turns: readonly Turn[], part: PartName, by: PartName) =>
    turns.flatMap(({ from, to }) => [{ part, statement: from }, ...to.map((statement) => ({ part: by, statement }))]);
  return [
    ...SIDES.flatMap((side) => told.reasons[side].map((statement) => ({ part: side, statement }))),
    ...told.added.map((statement) => ({ part: "added" as const, statement })),
    ...turned(told.ended, "ended", "because"),
    ...turned(told.changed, "changed", "instead"),
  ];
}

/** The entities that what is said for and against a model is about, each once. */
export function endsOfReasons({ reasons }: Told): readonly string[] {
  const ends = SIDES.flatMap((side) => reasons[side]).flatMap(({ subject, object }) =>
    "id" in object ? [subject.id, object.id] : [],
  );
  return [...new Set(ends)];
}
