/** What the filters offer of the entities on the canvas, and how sure the dates of its statements are. */

import { useMemo } from "react";
import { type Canvas, type Filters, NO_FILTERS } from "../state/model";
import { type GraphAnswer, useGraph } from "./graph";
import { useVocabulary, type Vocabulary } from "./vocabulary";

/** How often each class, family, status and holder stands on the canvas when nothing is filtered, and the years dated. */
export interface Choices {
  readonly classes: ReadonlyMap<string, number>;
  readonly families: ReadonlyMap<string, number>;
  readonly modalities: ReadonlyMap<string, number>;
  readonly holders: ReadonlyMap<string, number>;
  readonly years: readonly [first: number, last: number] | undefined;
}

/** What can be chosen from; undefined until the answer has come. */
export function useChoices(canvas: Canvas) {
  const vocabulary = useVocabulary();
  const graph = useGraph(Object.keys(canvas), NO_FILTERS);
  const choices = useMemo(
    () => (graph.data ? choicesOf(graph.data, canvas, vocabulary) : undefined),
    [graph.data, canvas, vocabulary],
  );
  return { choices, error: graph.error, refetch: graph.refetch };
}

/** The statements between entities that can be seen. */
function relationsIn(answer: GraphAnswer, canvas: Canvas): GraphAnswer["statements"] {
  const seen = (id: string) => canvas[id] !== undefined && !canvas[id].hidden;
  return answer.statements.filter(({ subject, object }) => "id" in object && seen(subject.id) && seen(object.id));
}

export function choicesOf(answer: GraphAnswer, canvas: Canvas, vocabulary: Pick<Vocabulary, "properties">): Choices {
  const statements = relationsIn(answer, canvas);
  const counted = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const days = statements.flatMap(({ time }) => [time?.earliest, time?.latest]).filter((day) => day != null);
  const years = days.map((day) => Number(day.slice(0, 4))).sort((one, other) => one - other);
  const [first, last] = [years[0], years.at(-1)];
  return {
    classes: counted(answer.entities.filter(({ id }) => canvas[id] && !canvas[id].hidden).map((each) => each.class)),
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
export function useCertainties(canvas: Canvas, filters: Filters): Certainties | undefined {
  const { data } = useGraph(Object.keys(canvas), filters);
  if (!data) return undefined;
  const counts = { certain: 0, possible: 0, unknown: 0 };
  for (const { certainty } of relationsIn(data, canvas)) {
    if (certainty) counts[certainty] += 1;
  }
  return counts;
}
