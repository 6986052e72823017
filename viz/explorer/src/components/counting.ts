/** What some statements have in common, counted. */

import type { Statement } from "../api/graph";

/** How often each word stands for an item, the most frequent first, equal ones in the order of the items. */
export function countsOf<Item>(items: Iterable<Item>, word: (item: Item) => string): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(word(item), (counts.get(word(item)) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Whom and what statements are about, the most frequent first. */
export function entitiesOf(statements: readonly Statement[]): readonly string[] {
  const ends = statements.flatMap(({ subject, object }) =>
    ["id" in object ? [subject.id, object.id] : [subject.id]].flat(),
  );
  return countsOf(ends, (id) => id).map(([id]) => id);
}
