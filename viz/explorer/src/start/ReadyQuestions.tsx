import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useQuestions } from "../api/questions";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { toDetails } from "../questions/questions";
import { actions } from "../state/store";

/** What analysts ask first; where a dataset lacks these, its first ones stand there. */
const FIRST = [
  "institutional-gaps",
  "most-criticized",
  "models-weighed",
  "outside-the-un-framework",
  "recommendations-to",
  "ratifications",
];

/** A few ready questions, each of which leads to its answer, and the way to all of them. */
export function ReadyQuestions() {
  const words = useWords();
  const { data, error, refetch } = useQuestions();
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const known = FIRST.flatMap((id) => data.items.filter((question) => question.id === id));
  const shown = known.length ? known : data.items.slice(0, FIRST.length);
  return (
    <>
      <ul className="beginnings ready-questions">
        {shown.map(({ id, title }) => (
          <li key={id}>
            <Button className="choice" onPress={() => actions.open("questions", toDetails({ id, values: {} }))}>
              {words(title)}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < data.items.length ? (
        <Button className="button small" onPress={() => actions.open("questions")}>
          <FormattedMessage id="start.questions.all" values={{ count: data.items.length }} />
        </Button>
      ) : null}
    </>
  );
}
