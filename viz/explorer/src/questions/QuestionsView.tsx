import { useMemo } from "react";
import { Button, Input, Label, SearchField } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useQuestions } from "../api/questions";
import { type EntityHit, useEachWord, useSearch } from "../api/search";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { QuestionAnswer } from "./QuestionAnswer";
import { QuestionsAbout } from "./QuestionsAbout";
import { byTopic, holdingMost, readChosen, toDetails } from "./questions";

const SOUGHT = "find";
const MOST_NAMED = 3;

/** The entities that some words name: all of them together, else each by itself. */
function useNamed(sought: string): readonly Pick<EntityHit, "id" | "label">[] {
  const language = useExplorer((state) => state.shown.language);
  const whole = useSearch(sought, "entity", MOST_NAMED, language);
  const hits = (sought.trim() && whole.data ? whole.data.items : []).flatMap((each) =>
    each.kind === "entity" && each.match !== "similar" ? [each] : [],
  );
  const isFound = whole.data !== undefined && !whole.isPlaceholderData;
  const apart = useEachWord(sought, isFound && !hits.length, 1, language) ?? [];
  const found = [...hits, ...apart.flatMap(({ items }) => items)];
  return [...new Map(found.map((each) => [each.id, each])).values()].slice(0, MOST_NAMED);
}

/** The ready questions by topic; the one that is chosen with its form and its answer. */
export default function QuestionsView() {
  const intl = useIntl();
  const words = useWords();
  const { details } = useExplorer((state) => state.shown);
  const chosen = readChosen(details);
  const questions = useQuestions();
  const sought = details[SOUGHT] ?? "";
  const items = questions.data?.items;
  const { found, isPartly } = useMemo(() => holdingMost(items ?? [], sought), [items, sought]);
  const named = useNamed(sought);
  const topics = useMemo(() => byTopic(found), [found]);
  const question = items?.find((each) => each.id === chosen?.id);
  if (questions.error) return <Fault error={questions.error} retry={questions.refetch} />;
  if (!items) return <Loading />;
  if (chosen) {
    return (
      <section className="view questions">
        <p>
          <Button className="link" onPress={() => actions.setDetails(sought ? { [SOUGHT]: sought } : {})}>
            <FormattedMessage id="questions.all" values={{ count: items.length }} />
          </Button>
        </p>
        {question ? (
          <QuestionAnswer key={question.id} question={question} values={chosen.values} />
        ) : (
          <>
            <h1>
              <FormattedMessage id="view.questions" />
            </h1>
            <p role="alert">
              <FormattedMessage id="questions.unknown" values={{ id: chosen.id }} />
            </p>
          </>
        )}
      </section>
    );
  }
  return (
    <section className="view questions">
      <h1>
        <FormattedMessage id="view.questions" />
      </h1>
      <p className="lead">
        <FormattedMessage id="questions.lead" />
      </p>
      <SearchField
        className="narrow"
        value={sought}
        onChange={(value) => actions.setDetails(value ? { [SOUGHT]: value } : {})}
      >
        <Label>
          <FormattedMessage id="questions.find" />
        </Label>
        <Input className="field" />
      </SearchField>
      <p className="hint" role="status">
        {!found.length && named.length
          ? intl.formatMessage({ id: "questions.named" })
          : intl.formatMessage({ id: "questions.count" }, { shown: found.length, total: items.length })}{" "}
        {isPartly ? <FormattedMessage id="questions.partly" /> : null}
      </p>
      {named.map(({ id, label }, at) => (
        <QuestionsAbout key={id} id={id} isOpen={at === 0}>
          <FormattedMessage id="questions.about" values={{ name: words(label) }} />
        </QuestionsAbout>
      ))}
      {sought.trim() ? (
        <p>
          <Button className="link" onPress={() => actions.seek(sought.trim())}>
            <FormattedMessage id="questions.elsewhere" values={{ words: sought.trim() }} />
          </Button>
        </p>
      ) : null}
      {[...topics].map(([topic, ofTopic]) => (
        <section key={topic}>
          <h2>{words(ofTopic[0]?.topic_label ?? { en: topic, zh: topic })}</h2>
          <ul className="plain">
            {ofTopic.map((each) => (
              <li key={each.id}>
                <Button className="link" onPress={() => actions.setDetails(toDetails({ id: each.id, values: {} }))}>
                  {words(each.title)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
