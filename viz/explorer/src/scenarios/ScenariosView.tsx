import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useScenarios } from "../api/scenarios";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { ScenarioDifference } from "./ScenarioDifference";

const SCENARIO = "m";

/** The models for the future that the report discusses; the chosen one beside today. */
export default function ScenariosView() {
  const words = useWords();
  const chosen = useExplorer((state) => state.shown.details[SCENARIO]);
  const { data, error, refetch } = useScenarios();
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  if (chosen) {
    return (
      <section className="view scenarios">
        <p>
          <Button className="link" onPress={() => actions.setDetails({})}>
            <FormattedMessage id="scenarios.all" values={{ count: data.total }} />
          </Button>
        </p>
        {data.items.some(({ id }) => id === chosen) ? (
          <ScenarioDifference key={chosen} id={chosen} />
        ) : (
          <p role="alert">
            <FormattedMessage id="scenarios.unknown" values={{ id: chosen }} />
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
      <ul className="plain">
        {data.items.map(({ id, title, adds, ends, changes }) => (
          <li key={id}>
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
