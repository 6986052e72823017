/** What the canvas draws: boxes of entities and lines of statements, from the answers of the service. */

import type { ElementDefinition } from "cytoscape";
import type { GraphAnswer, Node, Statement } from "../api/graph";
import type { Vocabulary } from "../api/vocabulary";
import type { Canvas, Language } from "../state/model";
import { bendAround } from "./bends";
import { type Ruler, wrapped } from "./lettering";
import type { Point } from "./placement";

const PADDING = 12;
const GLYPH = 16;
const LINE_HEIGHT = 18;
const LABEL_WIDTH = 170;
// Of the words on a line, in pixels, with a gap.
const LABEL_HEIGHT = 20;
/** Between the control points of lines that have both ends in common, in pixels. */
export const LINE_STEP = 46;
// Among more boxes than these no line is led around any: it takes its time, and from so far away none can be told apart.
const MOST_LED_AROUND = 120;
/** After the words of a line: the report limits the statement, as the legend says. */
const LIMITED = "*";

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

/** How far aside the control point of each of several lines between two entities stands, in pixels. */
function asideOf(nth: number, count: number): number {
  return (nth - (count - 1) / 2) * LINE_STEP;
}

/** The id of a statement's line, which no entity has. */
export function lineOf(statement: string): string {
  return `statement ${statement}`;
}

const related = new WeakMap<Visible, ReadonlyMap<string, readonly Relation[]>>();

/** The relations of one entity. */
export function relationsOf(visible: Visible, id: string): readonly Relation[] {
  const known = related.get(visible) ?? relatedIn(visible);
  related.set(visible, known);
  return known.get(id) ?? [];
}

function relatedIn(visible: Visible): ReadonlyMap<string, readonly Relation[]> {
  const found = new Map<string, Relation[]>();
  const add = (id: string, relation: Relation) => {
    const others = found.get(id);
    if (others) others.push(relation);
    else found.set(id, [relation]);
  };
  for (const relation of visible.relations) {
    add(relation.subject, relation);
    if (relation.object !== relation.subject) add(relation.object, relation);
  }
  return found;
}

/** The boxes of entities, for cytoscape. */
export function toBoxes(
  visible: Visible,
  canvas: Canvas,
  vocabulary: Vocabulary,
  language: Language,
  ruler: Ruler,
): ElementDefinition[] {
  const glyphs = new Map<string, string>();
  const glyphOf = (kind: string): string => {
    const { glyph, colour } = vocabulary.classLook(kind);
    const image = glyphs.get(kind) ?? glyphImage(glyph, colour);
    glyphs.set(kind, image);
    return image;
  };
  return visible.entities.map((entity): ElementDefinition => {
    const look = vocabulary.classLook(entity.class);
    const lines = linesOf(entity, language, ruler);
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
        glyph: glyphOf(entity.class),
        pinned,
      },
      position: { x, y },
      grabbable: !pinned,
    };
  });
}

/**
 * The lines of statements, for cytoscape.
 *
 * @param drawn the boxes of the same entities, which lines are led around.
 */
export function toLines(
  visible: Visible,
  canvas: Canvas,
  drawn: readonly ElementDefinition[],
  vocabulary: Vocabulary,
  caption: (statement: Statement) => string,
): ElementDefinition[] {
  const boxes = new Map(
    drawn.flatMap(({ data: { id, width, height }, position }) =>
      position ? [[String(id), { ...position, width, height }] as const] : [],
    ),
  );
  const obstacles = [...boxes.values()];
  const order = new Map(visible.entities.map(({ id }, at) => [id, at]));
  const isFirst = (one: string, other: string) => (order.get(one) ?? 0) < (order.get(other) ?? 0);
  const inOrder = (one: string, other: string) =>
    isFirst(one, other) ? ([canvas[one], canvas[other]] as const) : ([canvas[other], canvas[one]] as const);
  const between = new Map<string, number>();
  for (const relation of visible.relations) between.set(pairOf(relation), (between.get(pairOf(relation)) ?? 0) + 1);
  const counted = new Map<string, number>();
  const bends = new Map<string, number>();
  // How far aside the lines of a pair are led together, to the right of the way from the entity that was there first.
  const bendOf = (relation: Relation, count: number): number => {
    const pair = pairOf(relation);
    const known = bends.get(pair);
    if (known !== undefined) return known;
    const [first, second] = isFirst(relation.subject, relation.object)
      ? [boxes.get(relation.subject), boxes.get(relation.object)]
      : [boxes.get(relation.object), boxes.get(relation.subject)];
    const fan = Array.from({ length: count }, (_, nth) => asideOf(nth, count));
    const found =
      first && second && obstacles.length <= MOST_LED_AROUND ? bendAround(first, second, obstacles, fan) : 0;
    bends.set(pair, found);
    return found;
  };
  return visible.relations.map((relation): ElementDefinition => {
    const { statement, subject, object } = relation;
    const pair = pairOf(relation);
    const [count, nth] = [between.get(pair) ?? 1, counted.get(pair) ?? 0];
    counted.set(pair, nth + 1);
    const look = vocabulary.lineLook(statement.modality);
    const bend = subject === object ? 0 : bendOf(relation, count);
    return {
      group: "edges",
      data: {
        id: lineOf(statement.id),
        statement: statement.id,
        source: subject,
        target: object,
        label: `${caption(statement)}${statement.qualifier || statement.condition ? LIMITED : ""}`,
        colour: look.colour,
        ...(look.dashes.length ? { dashes: look.dashes } : {}),
        width: look.width,
        arrow: ARROWS[look.arrow],
        lift: (nth - (count - 1) / 2) * liftOf(...inOrder(subject, object)),
        // What is alone between two entities needs no curve; what leads back to the same one does.
        isAlone: subject !== object && count === 1,
        bend: bend && (bend + asideOf(nth, count)) * (isFirst(subject, object) ? 1 : -1),
      },
    };
  });
}

/** The name in a box; the short one where the whole one would be cut: its end may be all that tells it from another. */
function linesOf({ label, short_label: short }: Node, language: Language, ruler: Ruler): string[] {
  const whole = wrapped(label[language], LABEL_WIDTH, ruler);
  return whole.at(-1)?.endsWith("…") ? wrapped(short[language], LABEL_WIDTH, ruler) : whole;
}

/**
 * By how much the words on each next curve between two entities are put lower, where these stand rather above than
 * beside each other and the words would touch.
 *
 * Cytoscape draws the curves after each other to the right of the way from the entity that was there first: where that
 * way leads to the left, each next one stands higher.
 */
function liftOf(first: Point | undefined, second: Point | undefined): number {
  if (!first || !second) return 0;
  const [across, down] = [second.x - first.x, second.y - first.y];
  if (Math.abs(down) <= Math.abs(across) / 2) return 0;
  return across < 0 ? -LABEL_HEIGHT : LABEL_HEIGHT;
}

function pairOf({ subject, object }: Relation): string {
  return subject < object ? `${subject} ${object}` : `${object} ${subject}`;
}

const ARROWS = { triangle: "triangle", vee: "vee", bar: "tee", diamond: "diamond", circle: "circle" } as const;

function glyphImage(path: string, colour: string): string {
  const drawn = `<path d="${path}" fill="${colour}" fill-rule="evenodd"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">${drawn}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
