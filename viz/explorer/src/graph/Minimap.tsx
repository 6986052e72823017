import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import { useVocabulary } from "../api/vocabulary";
import type { Canvas } from "../state/model";
import type { Picture } from "./canvas";
import type { Visible } from "./elements";
import { frameOf, scalingOf, wholePoint } from "./overview";
import type { Point } from "./placement";

const SIZE = { width: 180, height: 120 } as const;

interface Properties {
  readonly picture: Picture | undefined;
  readonly visible: Visible;
  readonly canvas: Canvas;
  readonly clusters: readonly Point[];
}

/** The whole graph in a corner of the picture with a frame around what is in view, which can be drawn elsewhere. */
export function Minimap({ picture, visible, canvas, clusters }: Properties) {
  const vocabulary = useVocabulary();
  const sheet = useRef<HTMLCanvasElement>(null);
  const places = useMemo(
    () => [
      ...clusters.map(({ x, y }) => ({ x, y, colour: vocabulary.ink })),
      ...visible.entities.flatMap((entity) => {
        const place = canvas[entity.id];
        return place ? [{ x: place.x, y: place.y, colour: vocabulary.classLook(entity.class).colour }] : [];
      }),
    ],
    [visible, canvas, clusters, vocabulary],
  );
  const scaling = useMemo(() => scalingOf(places, SIZE), [places]);

  useEffect(() => {
    const context = sheet.current?.getContext("2d");
    if (!picture || !context) return;
    // The entities are drawn once, the frame with each move.
    const dots = document.createElement("canvas");
    Object.assign(dots, SIZE);
    const drawing = dots.getContext("2d");
    for (const { x, y, colour } of drawing ? places : []) {
      if (!drawing) break;
      drawing.fillStyle = colour;
      drawing.fillRect(x * scaling.scale + scaling.shift.x - 1, y * scaling.scale + scaling.shift.y - 1, 2, 2);
    }
    return picture.watch(({ viewport, size }) => {
      const { x, y, width, height } = frameOf(scaling, viewport, size);
      context.clearRect(0, 0, SIZE.width, SIZE.height);
      context.drawImage(dots, 0, 0);
      context.strokeStyle = vocabulary.ink;
      context.lineWidth = 2;
      context.strokeRect(x, y, width, height);
    });
  }, [picture, places, scaling, vocabulary]);

  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.buttons) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    picture?.centreOn(wholePoint(scaling, { x: event.clientX - left, y: event.clientY - top }));
  };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; keys walk the picture itself
    <canvas
      ref={sheet}
      {...SIZE}
      className="minimap"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    />
  );
}
