import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { answers } from "../api/client";
import { asFault } from "../api/faults";
import { useQuestions } from "../api/questions";
import { type Asked, askSparql, fetchQuestionText } from "../api/sparql";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { byTopic } from "../panels/questions";
import { actions, useExplorer } from "../state/store";
import { readDraft } from "./drafts";
import type { Editor } from "./editor";
import { Running } from "./Running";
import { SparqlAnswerView } from "./SparqlAnswerView";
import { SparqlEditor } from "./SparqlEditor";

/** How long a query may be, escaped, to stand in an address that mail programs and proxies pass on. */
const LONGEST_LINK = 6000;
/** The service's messages begin with the place, which is said here in the reader's language. */
const PLACE = /^line \d+, column \d+: /;
const FIRST =
  "SELECT ?class (COUNT(*) AS ?resources)\nWHERE { ?resource a ?class }\nGROUP BY ?class\nORDER BY DESC(?resources)";

/** A query in the editor, how it is asked, and its answer. The address holds what was asked last. */
export default function SparqlView() {
  const intl = useIntl();
  const words = useWords();
  const details = useExplorer((state) => state.shown.details);
  const editor = useRef<Editor | null>(null);
  const linked = details.query ?? "";
  const [evidence, setEvidence] = useState(details.evidence === "true");
  const [seconds, setSeconds] = useState("");
  const [asked, setAsked] = useState<Asked | null>(linked ? { query: linked, evidence, seconds } : null);
  const [isCancelled, setCancelled] = useState(false);
  const [failedExample, setFailedExample] = useState<{ id: string; error: unknown } | null>(null);
  const questions = useQuestions();
  const key = ["sparql", asked];
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => askSparql(asked as Asked, signal),
    enabled: asked !== null && !isCancelled,
    retry: false,
  });
  const isLong = asked !== null && encodeURIComponent(asked.query).length > LONGEST_LINK;
  const fault = answer.error && !answer.isFetching ? asFault(answer.error) : null;
  useEffect(() => {
    editor.current?.mark(fault?.place ? { ...fault.place, message: fault.message } : null);
  }, [fault]);

  const run = () => {
    const query = editor.current?.text() ?? "";
    const next = { query, evidence, seconds };
    setCancelled(false);
    if (answer.error) answers.removeQueries({ queryKey: ["sparql", next] });
    setAsked(next);
    const short = encodeURIComponent(query).length <= LONGEST_LINK;
    actions.setDetails(short ? { query, ...(evidence ? { evidence: "true" } : {}) } : {});
  };
  // Back and forward bring another query into the address.
  useEffect(() => {
    if (!linked || !editor.current || linked === asked?.query) return;
    editor.current.replace(linked);
    setCancelled(false);
    setAsked({ query: linked, evidence: details.evidence === "true", seconds: "" });
    setEvidence(details.evidence === "true");
  }, [linked, details.evidence, asked]);

  const cancel = () => {
    setCancelled(true);
    void answers.cancelQueries({ queryKey: key });
  };
  const begin = async (id: string) => {
    setFailedExample(null);
    try {
      editor.current?.replace(await fetchQuestionText(id));
      editor.current?.focus();
    } catch (error) {
      setFailedExample({ id, error });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run();
  };
  return (
    <section className="view sparql">
      <h1>
        <FormattedMessage id="view.sparql" />
      </h1>
      <p className="lead">
        <FormattedMessage id="sparql.lead" />
      </p>
      <form onSubmit={submit}>
        <label className="form-field">
          <span>
            <FormattedMessage id="sparql.example" />
          </span>
          <select className="field" value="" onChange={(event) => void begin(event.target.value)}>
            <option value="" disabled>
              {intl.formatMessage({ id: "sparql.example.none" })}
            </option>
            {[...byTopic(questions.data?.items ?? [], "")].map(([topic, ofTopic]) => (
              <optgroup key={topic} label={words(ofTopic[0]?.topic_label ?? { en: topic, zh: topic })}>
                {ofTopic.map((each) => (
                  <option key={each.id} value={each.id}>
                    {words(each.title)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {questions.error ? <Fault error={questions.error} retry={questions.refetch} /> : null}
        {failedExample ? <Fault error={failedExample.error} retry={() => void begin(failedExample.id)} /> : null}
        <SparqlEditor text={linked || readDraft() || FIRST} editor={editor} run={run} />
        <p className="hint">
          <FormattedMessage id="sparql.help" />
        </p>
        <div className="sparql-options">
          <Button className="button" type="submit">
            <FormattedMessage id="sparql.run" />
          </Button>
          <label>
            <input type="checkbox" checked={evidence} onChange={(event) => setEvidence(event.target.checked)} />{" "}
            <FormattedMessage id="sparql.evidence" />
          </label>
          <label>
            <FormattedMessage id="sparql.seconds" />{" "}
            <input
              className="field seconds"
              type="number"
              min="0.1"
              step="any"
              value={seconds}
              placeholder={intl.formatMessage({ id: "sparql.seconds.most" })}
              onChange={(event) => setSeconds(event.target.value)}
            />
          </label>
        </div>
      </form>
      {answer.isFetching ? <Running cancel={cancel} /> : null}
      {isCancelled ? (
        <p role="status">
          <FormattedMessage id="sparql.cancelled" />
        </p>
      ) : null}
      {fault?.place ? (
        <p className="fault" role="alert">
          <FormattedMessage
            id="sparql.fault.spot"
            values={{ ...fault.place, message: fault.message.replace(PLACE, "") }}
          />
        </p>
      ) : null}
      {fault && !fault.place ? <Fault error={fault} retry={run} /> : null}
      {isLong ? (
        <p role="status">
          <FormattedMessage id="sparql.long" />
        </p>
      ) : null}
      {asked && answer.data && !isCancelled ? <SparqlAnswerView asked={asked} answer={answer.data} /> : null}
    </section>
  );
}
