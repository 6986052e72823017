import { useState } from "react";
import { Button, Checkbox } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { MOST_COMPARED, useScenarios } from "../api/scenarios";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { ScenarioComparison } from "./ScenarioComparison";
import { ScenarioDifference } from "./ScenarioDifference";

const SCENARIO = "m";

/** The models for the future that the report discusses; the chosen one beside today. */
export default function ScenariosView() {
  const words = useWords();
  const chosen = useExplorer((state) => state.shown.details[SCENARIO]);
  const intl = useIntl();
  const [compared, setCompared] = useState<readonly string[]>([]);
  const { data, error, refetch } = useScenarios();
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  if (chosen) {
    const ids = [...new Set(chosen.split("~"))].slice(0, MOST_COMPARED);
    const unknown = ids.find((each) => data.items.every(({ id }) => id !== each));
    return (
      <section className="view scenarios">
        <p>
          <Button className="link" onPress={() => actions.setDetails({})}>
            <FormattedMessage id="scenarios.all" values={{ count: data.total }} />
          </Button>
        </p>
        {unknown === undefined ? (
          ids.length > 1 ? (
            <ScenarioComparison ids={ids} />
          ) : (
            <ScenarioDifference key={chosen} id={chosen} />
          )
        ) : (
          <p role="alert">
            <FormattedMessage id="scenarios.unknown" values={{ id: unknown }} />
          </p>
        )}
      </section>
    );
  }
  return (
    <section className="view scenarios">
      <h1>
        <FormattedMessage id="view.scenarios" />
      </h1>
      <p className="lead">
        <FormattedMessage id={data.total ? "scenarios.lead" : "scenarios.none"} />
      </p>
      {data.items.length < data.total ? (
        <p role="status">
          <FormattedMessage id="search.limited" values={{ shown: data.items.length, total: data.total }} />
        </p>
      ) : null}
      {data.items.length > 1 ? (
        <p>
          <Button
            className="button small"
            isDisabled={compared.length < 2}
            onPress={() => actions.setDetails({ [SCENARIO]: compared.join("~") })}
          >
            <FormattedMessage id="scenarios.compare" values={{ count: compared.length }} />
          </Button>
        </p>
      ) : null}
      <ul className="plain models">
        {data.items.map(({ id, title, adds, ends, changes }) => (
          <li key={id}>
            <Checkbox
              className="check"
              aria-label={intl.formatMessage({ id: "scenarios.compare.one" }, { title: words(title) })}
              isSelected={compared.includes(id)}
              isDisabled={!compared.includes(id) && compared.length >= MOST_COMPARED}
              onChange={(isChosen) =>
                setCompared((now) => [...now.filter((each) => each !== id), ...(isChosen ? [id] : [])])
              }
            >
              <span className="box" aria-hidden="true" />
            </Checkbox>{" "}
            <Button className="link" onPress={() => actions.setDetails({ [SCENARIO]: id })}>
              {words(title)}
            </Button>{" "}
            <span className="hint">
              <FormattedMessage
                id="scenarios.counts"
                values={{ adds: adds.length, ends: ends.length, changes: changes.length }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
