import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useFittingQuestions } from "../api/questions";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { actions } from "../state/store";
import { toDetails } from "./questions";

interface Properties {
  readonly id: string;
  readonly isOpen?: boolean;
  /** What it stands under. */
  readonly children: ReactNode;
}

/** The ready questions that find something about an entity, asked for once it is opened; each leads to its answer. */
export function QuestionsAbout({ id, isOpen = false, children }: Properties) {
  const words = useWords();
  const [isWanted, setWanted] = useState(isOpen);
  const { data, error, refetch } = useFittingQuestions(id, isWanted);
  return (
    <details open={isOpen} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>{children}</summary>
      {error ? <Fault error={error} retry={refetch} /> : null}
      {isWanted && !data && !error ? <Loading /> : null}
      {data && !data.items.length ? (
        <p className="hint">
          <FormattedMessage id="questions.about.none" />
        </p>
      ) : null}
      <ul className="plain">
        {data?.items.map(({ id: question, title, parameter, rows }) => (
          <li key={question}>
            <Button
              className="link"
              onPress={() => actions.open("questions", toDetails({ id: question, values: { [parameter]: id } }))}
            >
              {words(title)}
            </Button>{" "}
            <span className="hint">
              <FormattedMessage id="questions.about.rows" values={{ count: rows }} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
