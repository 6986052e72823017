import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useGraph } from "../api/graph";
import type { Answer } from "../api/questions";
import { type Asked, fetchAnswerFile, type SparqlAnswer, useBase, useEntitiesOf } from "../api/sparql";
import { useVocabulary } from "../api/vocabulary";
import { AnswerTable } from "../components/AnswerTable";
import { entitiesIn, readForm, withForm } from "../components/answers";
import { DrawButton } from "../components/DrawButton";
import { Fault } from "../components/Fault";
import { FormRadios } from "../components/FormRadios";
import { codeOf, Later } from "../components/Later";
import { saveFile } from "../components/saving";
import { showUnfiltered } from "../graph/unfiltered";
import { NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { ResultChart } from "./ResultChart";
import { irisIn, named, recognised, toTable } from "./results";

// Few answers are seen on a timeline.
const TIMELINE = codeOf(() => import("../timeline/AnswerTimeline"));

/** How many entities are asked for by name at once, as many as the canvas takes. */
const MOST_NAMED = 200;

const FORMS: Readonly<Record<SparqlAnswer["kind"], readonly (readonly [words: string, type: string, end: string])[]>> =
  {
    truth: [
      ["JSON", "application/sparql-results+json", "srj"],
      ["XML", "application/sparql-results+xml", "srx"],
    ],
    rows: [
      ["CSV", "text/csv", "csv"],
      ["TSV", "text/tab-separated-values", "tsv"],
      ["JSON", "application/sparql-results+json", "srj"],
      ["XML", "application/sparql-results+xml", "srx"],
    ],
    graph: [
      ["Turtle", "text/turtle", "ttl"],
      ["N-Triples", "application/n-triples", "nt"],
      ["N-Quads", "application/n-quads", "nq"],
      ["TriG", "application/trig", "trig"],
      ["RDF/XML", "application/rdf+xml", "rdf"],
      ["JSON-LD", "application/ld+json", "jsonld"],
    ],
  };

/** Whether a table names statements. */
function tells(table: Answer): boolean {
  return table.rows.some((row) => row.some((cell) => cell?.kind === "statement"));
}

/** An answer as a sentence or a table, what of it can be drawn, and its files. */
export function SparqlAnswerView({ asked, answer }: { asked: Asked; answer: SparqlAnswer }) {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const base = useBase();
  const told = useMemo(() => toTable(answer, base, vocabulary), [answer, base, vocabulary]);
  const unknown = useMemo(
    () => (told && !vocabulary.carriesEvidence && !vocabulary.unread ? irisIn(told) : []),
    [told, vocabulary],
  );
  const foreign = useEntitiesOf(unknown.slice(0, MOST_NAMED));
  const plain = useMemo(() => told && recognised(told, foreign.data ?? []), [told, foreign.data]);
  const entities = useMemo(() => (plain ? entitiesIn(plain) : []), [plain]);
  const known = useGraph(entities.slice(0, MOST_NAMED), NO_FILTERS);
  const table = useMemo(() => plain && named(plain, known.data?.entities ?? []), [plain, known.data]);
  const details = useExplorer((state) => state.shown.details);
  // What a row names is connected by statements, which may have dates.
  const mayHaveDates =
    vocabulary.carriesEvidence && answer.kind === "rows" && table !== null && (entities.length > 0 || tells(table));
  const form = mayHaveDates ? readForm(details) : "table";
  const file = useMutation({
    mutationFn: async ([, type, end]: readonly [string, string, string]) => ({
      body: await fetchAnswerFile(asked, type),
      name: `answer.${end}`,
    }),
    onSuccess: ({ name, body }) => saveFile(name, body),
  });
  return (
    <div>
      <h2>
        <FormattedMessage id="sparql.answer" />
      </h2>
      <div className="tools">
        {entities.length ? (
          <DrawButton look="button" draw={() => showUnfiltered(entities)}>
            <FormattedMessage id="questions.graph" values={{ count: entities.length }} />
          </DrawButton>
        ) : null}
        <FormattedMessage id="sparql.download" />
        {FORMS[answer.kind].map((form) => (
          <Button key={form[0]} className="tool" isPending={file.isPending} onPress={() => file.mutate(form)}>
            {form[0]}
          </Button>
        ))}
      </div>
      {foreign.error ? <Fault error={foreign.error} retry={foreign.refetch} /> : null}
      {file.error ? <Fault error={file.error} retry={() => file.variables && file.mutate(file.variables)} /> : null}
      {answer.kind === "truth" ? (
        <p role="status">
          <FormattedMessage id="sparql.truth" values={{ truth: answer.truth ? "yes" : "no" }} />
        </p>
      ) : null}
      {table && vocabulary.carriesEvidence && !asked.evidence && table.rows.length ? (
        <p className="hint">
          <FormattedMessage id="sparql.bare" />
        </p>
      ) : null}
      {Math.max(entities.length, unknown.length) > MOST_NAMED ? (
        <p className="hint">
          <FormattedMessage
            id="sparql.unnamed"
            values={{ shown: MOST_NAMED, total: Math.max(entities.length, unknown.length) }}
          />
        </p>
      ) : null}
      {mayHaveDates ? (
        <FormRadios form={form} choose={(chosen) => actions.setDetails(withForm(details, chosen))} />
      ) : null}
      {form === "timeline" ? <Later key={asked.query} code={TIMELINE} props={{ query: asked.query }} /> : null}
      {table && form === "table" ? (
        <>
          <ResultChart answer={table} />
          <AnswerTable answer={table} caption={intl.formatMessage({ id: "sparql.answer" })} limited="sparql.limited" />
        </>
      ) : null}
    </div>
  );
}
