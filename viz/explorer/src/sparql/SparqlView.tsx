import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { answers } from "../api/client";
import { asFault } from "../api/faults";
import { type Asked, askSparql, fetchQuestionText } from "../api/sparql";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { actions, useExplorer } from "../state/store";
import { type Example, Examples } from "./Examples";
import type { Editor } from "./editor";
import { formatQuery } from "./format";
import { Running } from "./Running";
import { SparqlAnswerView } from "./SparqlAnswerView";
import { SparqlEditor } from "./SparqlEditor";
import { SparqlTabs } from "./SparqlTabs";
import { currentOf, keepTabs, oneTab, readTabs, type Tabs, withChange, withQuery } from "./tabs";

/** How long a query may be, escaped, to stand in an address that mail programs and proxies pass on. */
const LONGEST_LINK = 6000;
/** The service's messages begin with the place, which is said here in the reader's language. */
const PLACE = /^line \d+, column \d+: /;
const FIRST =
  "SELECT ?class (COUNT(*) AS ?resources)\nWHERE { ?resource a ?class }\nGROUP BY ?class\nORDER BY DESC(?resources)";

/** The tabs that this browser keeps, with a query that a link brings in sight. */
function opened(linked: string): Tabs {
  const kept = readTabs();
  return kept ? withQuery(kept, linked, FIRST) : oneTab(linked);
}

/** A query in the editor, how it is asked, and its answer. The address holds what was asked last. */
export default function SparqlView() {
  const intl = useIntl();
  const { carriesEvidence } = useVocabulary();
  const details = useExplorer((state) => state.shown.details);
  const editor = useRef<Editor | null>(null);
  const linked = details.query ?? "";
  const [evidence, setEvidence] = useState(details.evidence === "true");
  const [seconds, setSeconds] = useState("");
  const [asked, setAsked] = useState<Asked | null>(linked ? { query: linked, evidence, seconds } : null);
  const [isCancelled, setCancelled] = useState(false);
  const [failedExample, setFailedExample] = useState<{ example: Example; error: unknown } | null>(null);
  const [tabs, setTabs] = useState(() => (linked ? opened(linked) : (readTabs() ?? oneTab(FIRST))));
  const [isUnclosed, setUnclosed] = useState(false);
  const current = currentOf(tabs);
  useEffect(() => keepTabs(tabs), [tabs]);
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
    setTabs((before) => withQuery(before, linked, FIRST));
    setCancelled(false);
    setAsked({ query: linked, evidence: details.evidence === "true", seconds: "" });
    setEvidence(details.evidence === "true");
  }, [linked, details.evidence, asked]);

  const cancel = () => {
    setCancelled(true);
    void answers.cancelQueries({ queryKey: key });
  };
  const begin = async ({ id, title }: Example) => {
    setFailedExample(null);
    try {
      const text = await fetchQuestionText(id);
      setTabs((before) => withQuery(before, text, FIRST, title));
    } catch (error) {
      setFailedExample({ example: { id, title }, error });
    }
  };
  const layOut = () => {
    const laidOut = formatQuery(editor.current?.text() ?? "");
    setUnclosed(laidOut === null);
    if (laidOut !== null) editor.current?.replace(laidOut);
    editor.current?.focus();
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
        {carriesEvidence ? <Examples begin={(example) => void begin(example)} /> : null}
        {failedExample ? <Fault error={failedExample.error} retry={() => void begin(failedExample.example)} /> : null}
        <SparqlTabs state={tabs} change={setTabs}>
          <SparqlEditor
            text={current.text}
            editor={editor}
            run={run}
            changed={(text) => {
              setUnclosed(false);
              setTabs((before) => withChange(before, { text }));
            }}
          />
        </SparqlTabs>
        <p className="hint">
          <FormattedMessage id="sparql.help" />
        </p>
        <div className="sparql-options">
          <Button className="button" type="submit">
            <FormattedMessage id="sparql.run" />
          </Button>
          <Button className="tool" onPress={layOut}>
            <FormattedMessage id="sparql.format" />
          </Button>
          {carriesEvidence ? (
            <label>
              <input type="checkbox" checked={evidence} onChange={(event) => setEvidence(event.target.checked)} />{" "}
              <FormattedMessage id="sparql.evidence" />
            </label>
          ) : null}
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
      {isUnclosed ? (
        <p role="status">
          <FormattedMessage id="sparql.unclosed" />
        </p>
      ) : null}
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
