/** What switching a sign of the legend on or off makes of a filter. */

type IsA = (id: string, kind: string) => boolean;

const isSame: IsA = (id, kind) => id === kind;

/** Whether a filter lets a value through: one that names nothing lets everything through. */
export function isLetThrough(filter: readonly string[], id: string, isA: IsA = isSame): boolean {
  return !filter.length || filter.some((kind) => isA(id, kind));
}

/**
 * A filter after one value was switched.
 *
 * @param used the values that the legend shows. When all of them are on again, or the last one goes off, nothing is
 *   filtered.
 * @param known all values that there are: where nothing was filtered, those that may come later stay let through.
 */
export function switched(
  filter: readonly string[],
  id: string,
  used: readonly string[],
  known: readonly string[] = used,
  isA: IsA = isSame,
): readonly string[] {
  const isOn = (each: string) => isLetThrough(filter, each, isA) !== (each === id);
  const on = used.filter(isOn);
  if (on.length === used.length || !on.length) return [];
  // What the filter names and the legend doesn't show stays named; without a filter, that is everything but the wider
  // kinds, which would let the one through that goes off.
  const others = filter.length
    ? filter.filter((kind) => !used.some((each) => isA(each, kind)))
    : known.filter((each) => !used.includes(each) && !isA(id, each));
  return [...on, ...others].sort();
}
