import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useWords } from "../components/languages";
import type { Canvas } from "../state/model";
import type { Picture } from "./canvas";
import { CLUSTER_FONT_SIZE } from "./clusterElements";
import { relationsOf, type Visible } from "./elements";
import { canvasRuler, FONT, FONT_SIZE } from "./lettering";
import { LINE, letterer, type Named, namesInView } from "./naming";
import { areWordsDrawn } from "./reading";

const SIZE = 12;

interface Properties {
  readonly picture: Picture | undefined;
  readonly visible: Visible;
  readonly canvas: Canvas;
  readonly chosen: readonly string[];
  readonly clusters: readonly Named[];
  readonly ink: string;
}

/** The names of the best connected over the picture, where it is too far away to read those in the boxes. */
export function FarLabels({ picture, visible, canvas, chosen, clusters, ink }: Properties) {
  const words = useWords();
  const sheet = useRef<HTMLCanvasElement>(null);
  const ruler = useMemo(() => canvasRuler(SIZE), []);
  const letter = useMemo(() => letterer(ruler), [ruler]);
  const told = useMemo(() => {
    const first = new Set(chosen);
    const weight = (id: string) => (first.has(id) ? Number.POSITIVE_INFINITY : relationsOf(visible, id).length);
    const entities = visible.entities
      .flatMap(({ id, short_label: label }) => {
        const place = canvas[id];
        return place ? [{ id, x: place.x, y: place.y, name: words(label), weight: weight(id) }] : [];
      })
      .sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
    return entities;
  }, [visible, canvas, chosen, words]);
  // The boxes first.
  const names = useDeferredValue(told);

  useEffect(() => {
    const context = sheet.current?.getContext("2d");
    if (!picture || !context) return;
    return picture.watch(({ viewport, size, pixelRatio }) => {
      const { canvas: element } = context;
      const [width, height] = [size.width, size.height].map((each) => Math.round(each * devicePixelRatio));
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height });
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      if (areWordsDrawn(FONT_SIZE, viewport.zoom, pixelRatio)) return;
      context.font = `${SIZE}px ${FONT}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      // The boxes of clusters are read from farther away than those of entities: their words then stay uncovered.
      const letters = viewport.zoom * CLUSTER_FONT_SIZE;
      const isRead = areWordsDrawn(CLUSTER_FONT_SIZE, viewport.zoom, pixelRatio);
      const boxes = clusters.map(({ x, y, name }) => ({
        x: x * viewport.zoom + viewport.pan.x,
        y: y * viewport.zoom + viewport.pan.y,
        width: (ruler(name) * letters) / SIZE,
        height: letters * 4,
      }));
      const far = isRead ? names : [...clusters, ...names];
      // A rim around the letters: a ground under them would hide the box, and with it the colour of its class.
      context.strokeStyle = "rgb(255 255 255 / 90%)";
      context.lineWidth = 4;
      context.lineJoin = "round";
      context.fillStyle = ink;
      for (const { x, y, lines, height } of namesInView(far, viewport, size, letter, isRead ? boxes : [])) {
        for (const [at, line] of lines.entries()) {
          const middle = y - height / 2 + LINE * (at + 0.5);
          context.strokeText(line, x, middle);
          context.fillText(line, x, middle);
        }
      }
    });
  }, [picture, names, clusters, ruler, letter, ink]);
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the list names everyone
  return <canvas ref={sheet} className="far-labels" aria-hidden="true" />;
}
