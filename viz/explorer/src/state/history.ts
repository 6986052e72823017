/** Undo and redo of what stands on the canvas. */

import type { Canvas } from "./model";

export const MOST_STEPS = 100;

/** What the canvas was, oldest first, and what was undone, next first. */
export interface History {
  readonly past: readonly Canvas[];
  readonly future: readonly Canvas[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** The history after a change: what was undone before it is forgotten. */
export function recorded(history: History, before: Canvas): History {
  return { past: [...history.past, before].slice(-MOST_STEPS), future: [] };
}

/** The canvas one step back, or null where there is none. */
export function undone(history: History, now: Canvas): { canvas: Canvas; history: History } | null {
  const canvas = history.past.at(-1);
  if (!canvas) return null;
  return { canvas, history: { past: history.past.slice(0, -1), future: [now, ...history.future] } };
}

/** The canvas one step forward again, or null where there is none. */
export function redone(history: History, now: Canvas): { canvas: Canvas; history: History } | null {
  const [canvas, ...future] = history.future;
  if (!canvas) return null;
  return { canvas, history: { past: [...history.past, now], future } };
}
