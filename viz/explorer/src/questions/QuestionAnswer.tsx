import { Fragment } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { asFault } from "../api/faults";
import { answerDocument, type Question, useAnswer, useFilledQuestion, type Values } from "../api/questions";
import { AnswerTable } from "../components/AnswerTable";
import { entitiesIn, mayBeDated, readForm, withForm } from "../components/answers";
import { Documents } from "../components/Documents";
import { DrawButton } from "../components/DrawButton";
import { Fault } from "../components/Fault";
import { FormRadios } from "../components/FormRadios";
import { codeOf, Later } from "../components/Later";
import { Loading } from "../components/Loading";
import { usePlainPage, useWords } from "../components/languages";
import { PartsOf } from "../components/PartsOf";
import { TopicsAround } from "../components/TopicsAround";
import { showUnfiltered } from "../graph/unfiltered";
import { actions, useExplorer } from "../state/store";
import { QuestionForm } from "./QuestionForm";
import { fileName, withChosen } from "./questions";
import { SaveAnswer } from "./SaveAnswer";

// Few answers are seen on a timeline.
const TIMELINE = codeOf(() => import("../timeline/AnswerTimeline"));

/** A question with its form, its answer, what can be done with it, and its SPARQL. */
export function QuestionAnswer({ question, values }: { question: Question; values: Values }) {
  const words = useWords();
  const plain = usePlainPage();
  const answer = useAnswer(question.id, values);
  const filled = useFilledQuestion(question.id, values);
  const { details, language } = useExplorer((state) => state.shown);
  const form = readForm(details);
  // Whom it was asked of belongs to the answer: nothing would be tied to them else.
  const asked = question.parameters.flatMap(({ name, kind, default: usual }) =>
    kind === "entity" ? [values[name] ?? usual] : [],
  );
  const behind = new Set(answer.data?.statements.flat().map(({ id }) => id));
  const found = answer.data ? entitiesIn(answer.data) : [];
  const entities = found.length ? [...new Set([...asked, ...found])] : [];
  const ask = (given: Values) => actions.setDetails(withChosen(details, { id: question.id, values: given }));
  return (
    <article>
      <h1>{words(question.title)}</h1>
      <p className="lead">{words(question.description)}</p>
      {question.parameters.length ? <QuestionForm question={question} values={values} ask={ask} /> : null}
      {answer.error ? <Fault error={asFault(answer.error)} retry={answer.refetch} /> : null}
      {answer.data && !answer.error ? (
        <>
          <div className="tools">
            {entities.length ? (
              <DrawButton look="button" draw={() => showUnfiltered(entities, question.title)}>
                <FormattedMessage id="questions.graph" values={{ count: entities.length }} />
              </DrawButton>
            ) : null}
            {answer.data.rows.length ? (
              <SaveAnswer name={fileName(question, values)} title={words(question.title)} answer={answer.data} />
            ) : null}
            <Documents
              count={Math.max(answer.data.rows.length, behind.size)}
              address={(form) => answerDocument(question.id, values, form, language)}
            />
            <a href={plain(`/questions/${question.id}`)}>
              <FormattedMessage id="questions.plain" />
            </a>
          </div>
          {mayBeDated(answer.data) ? (
            <FormRadios form={form} choose={(chosen) => actions.setDetails(withForm(details, chosen))} />
          ) : null}
          {form === "timeline" && mayBeDated(answer.data) ? (
            filled.data ? (
              <Later key={filled.data.query} code={TIMELINE} props={{ query: filled.data.query }} />
            ) : (
              <Loading />
            )
          ) : (
            <AnswerTable answer={answer.data} caption={words(question.title)} none="questions.none" />
          )}
          {question.parameters.map(({ name, kind, default: usual }) => {
            if (kind !== "entity") return null;
            const related = { id: values[name] ?? usual, choose: (id: string) => ask({ ...values, [name]: id }) };
            return (
              <Fragment key={name}>
                <PartsOf {...related} />
                <TopicsAround {...related} />
              </Fragment>
            );
          })}
        </>
      ) : null}
      {answer.isPending ? <Loading /> : null}
      <details>
        <summary>
          <FormattedMessage id="questions.sparql" />
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre className="code" tabIndex={0}>
          {filled.data?.query}
        </pre>
        {filled.data ? (
          <Button className="button" onPress={() => actions.open("sparql", { query: filled.data.query })}>
            <FormattedMessage id="questions.edit" />
          </Button>
        ) : null}
      </details>
    </article>
  );
}
