/** What focusing and collapsing mean: which entities are beside some, and which hang on nothing else. */

import type { RelationCount } from "../api/graph";
import type { Canvas } from "../state/model";
import type { Visible } from "./elements";

/** What can be seen but is neither one of some entities nor beside one of them. */
export function outsideOf(visible: Visible, ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  const near = new Set(ids);
  for (const { subject, object } of visible.relations) {
    if (chosen.has(subject)) near.add(object);
    if (chosen.has(object)) near.add(subject);
  }
  return visible.entities.map(({ id }) => id).filter((id) => !near.has(id));
}

/** What can be seen beside some entities and has no relation to anything else; what is pinned stays. */
export function hangingOn(visible: Visible, ids: readonly string[], canvas: Canvas): readonly string[] {
  const chosen = new Set(ids);
  const beside = new Set<string>();
  const held = new Set<string>(ids);
  for (const { subject, object } of visible.relations) {
    const [inside, outside] = [chosen.has(subject), chosen.has(object)];
    if (inside) beside.add(object);
    if (outside) beside.add(subject);
    // A relation to itself holds nothing.
    if (!inside && !outside && subject !== object) held.add(subject).add(object);
  }
  return [...beside].filter((id) => !held.has(id) && !canvas[id]?.pinned);
}

/** The ids at the other ends of some relations that aren't on the canvas, each once. */
export function newcomersOf(relations: readonly RelationCount[], canvas: Canvas): readonly string[] {
  return [...new Set(relations.flatMap(({ neighbours }) => neighbours))].filter((id) => !(id in canvas));
}
