/** Lines led around boxes: one that runs behind a third box reads as if it led to that one. */

import type { Point } from "./placement";

/** A box of the picture: its middle and its size, in pixels of the picture. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

// Free pixels between a line and the boxes that it doesn't lead to.
const CLEARANCE = 8;
// How far the middle of a line may be led aside at most, as a part of its length: what is bent more is hard to follow.
const STEEPEST = 0.75;
const STEP = 24;
const STEPS = 14;
const PIECES = 24;

/**
 * How far the control points of the lines from one box to another stand farther aside than they would, so that none of
 * the curves runs behind another box: the least there is, in pixels of the picture, positive to the right of the way.
 *
 * Nothing where all are clear as they are, and where no curves are.
 *
 * @param fan how far aside each line's control point stands by itself: 0 for one that is alone and straight.
 */
export function bendAround(from: Box, to: Box, others: readonly Box[], fan: readonly number[] = [0]): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!length) return 0;
  const most = 2 * Math.min(STEPS * STEP, length * STEEPEST);
  const widest = Math.max(...fan.map(Math.abs));
  const near = others.filter(
    (box) => box !== from && box !== to && distanceTo(box, from, to) <= (most + widest) / 2 + reachOf(box),
  );
  const areClear = (bend: number) => fan.every((aside) => isClear(from, to, aside + bend, near));
  if (areClear(0)) return 0;
  // The middle of a curve lies half as far aside as its control point.
  for (let bend = 2 * STEP; bend <= most; bend += 2 * STEP) {
    if (areClear(bend)) return bend;
    if (areClear(-bend)) return -bend;
  }
  return 0;
}

function isClear(from: Box, to: Box, bend: number, others: readonly Box[]): boolean {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down);
  const control = {
    x: (from.x + to.x) / 2 - (down / length) * bend,
    y: (from.y + to.y) / 2 + (across / length) * bend,
  };
  let start: Point = from;
  for (let piece = 1; piece <= PIECES; piece++) {
    const end = pointOn(from, control, to, piece / PIECES);
    const isBehind = others.some((box) => meets(start, end, box));
    if (isBehind) return false;
    start = end;
  }
  return true;
}

function pointOn(from: Point, control: Point, to: Point, at: number): Point {
  const [first, second, third] = [(1 - at) ** 2, 2 * at * (1 - at), at ** 2];
  return {
    x: first * from.x + second * control.x + third * to.x,
    y: first * from.y + second * control.y + third * to.y,
  };
}

/** Whether a straight piece of a line touches a box or comes too near to it: no axis parts the two. */
function meets(start: Point, end: Point, { x, y, width, height }: Box): boolean {
  // Without a list or an object: this is asked ten thousands of times for a picture.
  const reachX = width / 2 + CLEARANCE;
  const reachY = height / 2 + CLEARANCE;
  const middleX = (start.x + end.x) / 2 - x;
  const middleY = (start.y + end.y) / 2 - y;
  const halfX = (end.x - start.x) / 2;
  const halfY = (end.y - start.y) / 2;
  return (
    Math.abs(middleX) <= reachX + Math.abs(halfX) &&
    Math.abs(middleY) <= reachY + Math.abs(halfY) &&
    Math.abs(halfX * middleY - halfY * middleX) <= reachX * Math.abs(halfY) + reachY * Math.abs(halfX)
  );
}

/** How far a point is from the line between two others. */
function distanceTo(point: Point, from: Point, to: Point): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * across + (point.y - from.y) * down) / (across ** 2 + down ** 2);
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - at * across, point.y - from.y - at * down);
}

function reachOf({ width, height }: Box): number {
  return Math.hypot(width, height) / 2 + CLEARANCE;
}
