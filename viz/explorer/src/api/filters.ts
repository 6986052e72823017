/** What the filters offer of what the views show, and how sure the dates of its statements are. */

import { useMemo } from "react";
import { type Canvas, type Filters, NO_FILTERS } from "../state/model";
import { idsInSight } from "../state/selection";
import { type Node, type Statement, useGraph } from "./graph";
import { type Scope, useNames, useSelectedStatements } from "./selected";
import { useVocabulary, type Vocabulary } from "./vocabulary";

/** How often each class, family, status and holder is there when nothing is filtered, and the years dated. */
export interface Choices {
  readonly classes: ReadonlyMap<string, number>;
  readonly families: ReadonlyMap<string, number>;
  readonly modalities: ReadonlyMap<string, number>;
  readonly holders: ReadonlyMap<string, number>;
  readonly years: readonly [first: number, last: number] | undefined;
}

type Shown = Pick<Statement, "subject" | "predicate" | "object" | "modality" | "attributed_to" | "time">;

/** What is shown of the canvas, or of one entity. */
interface Shows {
  readonly scope: Scope;
  readonly of?: string;
}

const AMONG: Shows = { scope: "among" };

/** What can be chosen from: of what is shown of the canvas, without one of the whole dataset; undefined until it has come. */
export function useChoices(canvas: Canvas, shows: Shows = AMONG) {
  const vocabulary = useVocabulary();
  const { isGraph, graph, about, statements } = useShown(canvas, NO_FILTERS, shows);
  const names = useNames(!isGraph);
  const choices = useMemo(() => {
    if (!statements) return undefined;
    if (isGraph) return choicesOf(seenOf(graph.data?.entities ?? [], canvas), statements, vocabulary);
    return names.data && choicesOf(namedIn(statements, names.data), statements, vocabulary);
  }, [isGraph, statements, graph.data, names.data, canvas, vocabulary]);
  const asked = isGraph ? [graph] : [about, names];
  const failed = asked.find(({ error }) => error);
  return { choices, error: failed?.error ?? null, refetch: () => failed?.refetch() };
}

/** The statements that are shown: between entities of the canvas, else those about some. */
function useShown(canvas: Canvas, filters: Filters, { scope, of }: Shows) {
  const isGraph = scope === "among" && Object.keys(canvas).length > 0;
  const graph = useGraph(isGraph ? Object.keys(canvas) : [], filters);
  const ids = of === undefined ? idsInSight(canvas) : [of];
  const about = useSelectedStatements(ids, filters, "about", { isWanted: !isGraph });
  const statements = useMemo(
    () => (isGraph ? graph.data && relationsIn(graph.data.statements, canvas) : about.data?.items),
    [isGraph, graph.data, about.data, canvas],
  );
  return { isGraph, graph, about, statements };
}

/** The entities of the canvas that can be seen. */
function seenOf(entities: readonly Node[], canvas: Canvas): readonly Node[] {
  return entities.filter(({ id }) => canvas[id] && !canvas[id].hidden);
}

/** The statements between entities that can be seen. */
function relationsIn<Each extends Shown>(statements: readonly Each[], canvas: Canvas): readonly Each[] {
  const seen = (id: string) => canvas[id] !== undefined && !canvas[id].hidden;
  return statements.filter(({ subject, object }) => "id" in object && seen(subject.id) && seen(object.id));
}

/** Those entities that some statements are about. */
function namedIn<Named>(statements: readonly Shown[], names: ReadonlyMap<string, Named>): readonly Named[] {
  const ids = new Set(statements.flatMap(({ subject, object }) => ["id" in object ? object.id : "", subject.id]));
  return [...ids].flatMap((id) => names.get(id) ?? []);
}

/** What can be chosen of some entities and statements. */
export function choicesOf(
  entities: readonly { readonly class: string }[],
  statements: readonly Shown[],
  vocabulary: Pick<Vocabulary, "properties">,
): Choices {
  const counted = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const days = statements.flatMap(({ time }) => [time?.earliest, time?.latest]).filter((day) => day != null);
  const years = days.map((day) => Number(day.slice(0, 4))).sort((one, other) => one - other);
  const [first, last] = [years[0], years.at(-1)];
  return {
    classes: counted(entities.map((each) => each.class)),
    families: counted(statements.map(({ predicate }) => vocabulary.properties.get(predicate.id)?.family ?? "")),
    modalities: counted(statements.map(({ modality }) => modality)),
    holders: counted(statements.flatMap((each) => each.attributed_to ?? [])),
    years: first !== undefined && last !== undefined && first < last ? [first, last] : undefined,
  };
}

/** How many relations surely, possibly or perhaps fall into the days that the filters name. */
export interface Certainties {
  readonly certain: number;
  readonly possible: number;
  readonly unknown: number;
}

/** How sure the dates of what is shown are; undefined until the answer has come. */
export function useCertainties(canvas: Canvas, filters: Filters, shows: Shows = AMONG): Certainties | undefined {
  const { statements } = useShown(canvas, filters, shows);
  if (!statements) return undefined;
  const counts = { certain: 0, possible: 0, unknown: 0 };
  for (const { certainty } of statements as readonly { readonly certainty?: keyof Certainties | null }[]) {
    if (certainty) counts[certainty] += 1;
  }
  return counts;
}
