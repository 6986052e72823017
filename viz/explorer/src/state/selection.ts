/** How a selection changes. */

import { type Canvas, NOTHING_SELECTED, type Selection } from "./model";

/** Those of a canvas that aren't hidden. */
export function idsInSight(canvas: Canvas): readonly string[] {
  return Object.keys(canvas).filter((id) => !canvas[id]?.hidden);
}

/** One entity chosen, or with `more` another one, or no longer that one. */
export function withEntity(selection: Selection, id: string, more = false): Selection {
  if (!more) return { entities: [id], statements: [] };
  return { entities: toggled(selection.entities, id), statements: [] };
}

/** Whether an entity is what is chosen, and nothing else. */
export function isOnlyChoice({ entities, statements, cluster }: Selection, id: string): boolean {
  return entities.length === 1 && entities[0] === id && !statements.length && cluster === undefined;
}

/** One statement chosen. */
export function withStatement(id: string): Selection {
  return { entities: [], statements: [id] };
}

/** What is left of a selection where some entities went away. */
export function withoutEntities(selection: Selection, gone: readonly string[]): Selection {
  const left = new Set(gone);
  const entities = selection.entities.filter((id) => !left.has(id));
  return entities.length === selection.entities.length ? selection : { ...selection, entities };
}

/** Every entity that can be seen. */
export function everyVisible(canvas: Canvas): Selection {
  const entities = idsInSight(canvas);
  return entities.length ? { entities, statements: [] } : NOTHING_SELECTED;
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
