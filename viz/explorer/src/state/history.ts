/** Undo and redo of what stands on the canvas and what it is narrowed to. */

import type { Shown } from "./model";

export const MOST_STEPS = 100;

/** A canvas, its clusters, what it is called and narrowed to, which go and come back together. */
export type Drawn = Pick<Shown, "canvas" | "clusters" | "titles" | "filters">;

/** What the canvas was, oldest first, and what was undone, next first. */
export interface History {
  readonly past: readonly Drawn[];
  readonly future: readonly Drawn[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** The history after a change: what was undone before it is forgotten. */
export function recorded(history: History, before: Drawn): History {
  return { past: [...history.past, before].slice(-MOST_STEPS), future: [] };
}

/** The canvas one step back, or null where there is none. */
export function undone(history: History, now: Drawn): { drawn: Drawn; history: History } | null {
  const drawn = history.past.at(-1);
  if (!drawn) return null;
  return { drawn, history: { past: history.past.slice(0, -1), future: [now, ...history.future] } };
}

/** The canvas one step forward again, or null where there is none. */
export function redone(history: History, now: Drawn): { drawn: Drawn; history: History } | null {
  const [drawn, ...future] = history.future;
  if (!drawn) return null;
  return { drawn, history: { past: [...history.past, now], future } };
}
