/** What the canvas draws: boxes of entities and lines of statements, from the answers of the service. */

import type { ElementDefinition } from "cytoscape";
import type { GraphAnswer, Node, Statement } from "../api/graph";
import type { Vocabulary } from "../api/vocabulary";
import type { Canvas, Language } from "../state/model";
import { type Ruler, wrapped } from "./lettering";

const PADDING = 12;
const GLYPH = 16;
const LINE_HEIGHT = 18;
const LABEL_WIDTH = 170;

/** A statement between two entities of the canvas. */
export interface Relation {
  readonly statement: Statement;
  readonly subject: string;
  readonly object: string;
}

/** What can be seen of a graph on a canvas: its entities in the canvas' order and the statements between them. */
export interface Visible {
  readonly entities: readonly Node[];
  readonly relations: readonly Relation[];
}

/** The part of an answer that the canvas shows. */
export function visibleOf(answer: GraphAnswer | undefined, canvas: Canvas): Visible {
  const known = new Map(answer?.entities.map((entity) => [entity.id, entity]));
  const entities = Object.entries(canvas).flatMap(([id, place]) => {
    const entity = known.get(id);
    return entity && !place.hidden ? [entity] : [];
  });
  const seen = new Set(entities.map((entity) => entity.id));
  const relations = (answer?.statements ?? []).flatMap((statement) => {
    if (!("id" in statement.object)) return [];
    const [subject, object] = [statement.subject.id, statement.object.id];
    return seen.has(subject) && seen.has(object) ? [{ statement, subject, object }] : [];
  });
  return { entities, relations };
}

/** The relations of one entity. */
export function relationsOf(visible: Visible, id: string): readonly Relation[] {
  return visible.relations.filter((relation) => relation.subject === id || relation.object === id);
}

/** Boxes and lines for cytoscape. */
export function toElements(
  visible: Visible,
  canvas: Canvas,
  vocabulary: Vocabulary,
  language: Language,
  ruler: Ruler,
): ElementDefinition[] {
  const nodes = visible.entities.map((entity): ElementDefinition => {
    const look = vocabulary.classLook(entity.class);
    const lines = wrapped(entity.label[language], LABEL_WIDTH, ruler);
    const width = Math.max(...lines.map(ruler)) + GLYPH + 3 * PADDING;
    const { x = 0, y = 0, pinned = false } = canvas[entity.id] ?? {};
    return {
      group: "nodes",
      data: {
        id: entity.id,
        label: lines.join("\n"),
        width,
        height: lines.length * LINE_HEIGHT + PADDING,
        colour: look.colour,
        tint: look.tint,
        glyph: glyphImage(look.glyph, look.colour),
        pinned,
      },
      position: { x, y },
      grabbable: !pinned,
    };
  });
  const edges = visible.relations.map(({ statement, subject, object }): ElementDefinition => {
    const look = vocabulary.lineLook(statement.modality);
    return {
      group: "edges",
      data: {
        id: `statement ${statement.id}`,
        statement: statement.id,
        source: subject,
        target: object,
        label: statement.predicate.label[language],
        colour: look.colour,
        dashes: look.dashes,
        line: look.dashes.length ? "dashed" : "solid",
        width: look.width,
        arrow: ARROWS[look.arrow],
      },
    };
  });
  return [...nodes, ...edges];
}

const ARROWS = { triangle: "triangle", vee: "vee", bar: "tee", diamond: "diamond", circle: "circle" } as const;

function glyphImage(path: string, colour: string): string {
  const drawn = `<path d="${path}" fill="${colour}" fill-rule="evenodd"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">${drawn}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
