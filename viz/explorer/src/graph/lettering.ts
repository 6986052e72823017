/** Labels in lines that fit a box, in both scripts. */

export const FONT =
  'system-ui, "Segoe UI", "Noto Sans", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
export const FONT_SIZE = 14;
const MOST_LINES = 3;

/** How wide a text is, in pixels. */
export type Ruler = (text: string) => number;

/** Measures as the canvas draws words of a size. */
export function canvasRuler(size: number = FONT_SIZE): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length * size;
  context.font = `${size}px ${FONT}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context.measureText(text).width;
    known.set(text, width);
    return width;
  };
}

/** A label in at most so many lines, each at most `width` wide; an ellipsis ends one that is cut. */
export function wrapped(label: string, width: number, ruler: Ruler, most = MOST_LINES): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of pieces(label)) {
    if (line && ruler((line + word).trimEnd()) > width) {
      lines.push(line.trim());
      line = word.trimStart();
    } else line += word;
  }
  if (line.trim()) lines.push(line.trim());
  if (lines.length <= most) return lines.length ? lines : [""];
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

/** Where a line may break: after spaces and hyphens, and between Chinese characters but not before a closing sign. */
function pieces(label: string): string[] {
  return (
    label.match(/[\u2e80-\u9fff\uff00-\uffef][，。、；：）》”〉]*|[^\s\u2e80-\u9fff\uff00-\uffef-]+-?\s*|\s+|-/gu) ?? []
  );
}
