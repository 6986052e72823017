import { FormattedMessage } from "react-intl";
import { useGraph } from "../api/graph";
import { EntityLink } from "../components/EntityLink";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { StatementLink } from "../components/StatementLink";
import { isNarrowed, NO_FILTERS } from "../state/model";
import { useExplorer } from "../state/store";

const MOST = 50;

/** Several entities: which they are, and what is said of one of them and another. */
export function SeveralEvidence({ ids }: { ids: readonly string[] }) {
  const filters = useExplorer((state) => state.shown.filters);
  const { data, error, refetch, isPlaceholderData } = useGraph(ids, NO_FILTERS);
  const between = data?.statements.filter(({ object }) => "id" in object) ?? [];
  const shown = between.slice(0, MOST);
  return (
    <article>
      <h2>
        <FormattedMessage id="evidence.several" values={{ count: ids.length }} />
      </h2>
      <ul className="plain">
        {ids.map((id) => (
          <li key={id}>
            <EntityLink id={id} />
          </li>
        ))}
      </ul>
      {error ? <Fault error={error} retry={refetch} /> : null}
      {!error && (!data || isPlaceholderData) ? <Loading /> : null}
      {data && !isPlaceholderData ? (
        <>
          <h3>
            {shown.length < between.length ? (
              <FormattedMessage
                id="evidence.statements.limited"
                values={{ shown: shown.length, total: between.length }}
              />
            ) : (
              <FormattedMessage id="evidence.between" values={{ count: between.length }} />
            )}
          </h3>
          {isNarrowed(filters) ? (
            <p className="hint">
              <FormattedMessage id="evidence.between.unfiltered" />
            </p>
          ) : null}
          <ul className="statements">
            {shown.map((statement) => (
              <li key={statement.id}>
                <StatementLink statement={statement} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}
