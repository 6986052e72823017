import { FormattedMessage, useIntl } from "react-intl";
import { useQuestions } from "../api/questions";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { byTopic } from "../questions/questions";

/** A ready question to begin with, and what it asks. */
export interface Example {
  readonly id: string;
  readonly title: string;
}

/** The ready questions by topic; choosing one begins with its query. */
export function Examples({ begin }: { begin: (example: Example) => void }) {
  const intl = useIntl();
  const words = useWords();
  const { data, error, refetch } = useQuestions();
  const items = data?.items ?? [];
  const choose = (id: string) => {
    const question = items.find((each) => each.id === id);
    if (question) begin({ id, title: words(question.title) });
  };
  return (
    <>
      <label className="form-field">
        <span>
          <FormattedMessage id="sparql.example" />
        </span>
        <select className="field" value="" onChange={(event) => choose(event.target.value)}>
          <option value="" disabled>
            {intl.formatMessage({ id: "sparql.example.none" })}
          </option>
          {[...byTopic(items)].map(([topic, ofTopic]) => (
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
      {error ? <Fault error={error} retry={refetch} /> : null}
    </>
  );
}
