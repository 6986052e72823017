/** Which words of the picture are drawn: by how near it is, and how many pixels the screen has. */

import { FONT_SIZE } from "./lettering";

/** How large boxes are drawn, of their full size, where their words begin to be read. */
const NEAR = 0.5;

/**
 * The smallest letters that are drawn, in pixels of the screen, as cytoscape counts them.
 *
 * It counts sizes in steps of a power of two: this stands between the last step that is too small to be read and the
 * next one, whatever the screen.
 *
 * @param ratio pixels of the screen for one of the page.
 */
export function smallestLetters(ratio: number): number {
  return 1.5 * FONT_SIZE * 2 ** Math.round(Math.log2(NEAR * ratio));
}

/** Whether words with letters of a size are drawn at this zoom, by the rule that cytoscape draws them by. */
export function areWordsDrawn(size: number, zoom: number, ratio: number): boolean {
  return size * 2 ** Math.ceil(Math.log2(zoom * ratio)) >= smallestLetters(ratio);
}
