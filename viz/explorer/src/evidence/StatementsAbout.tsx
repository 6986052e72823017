import { useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useNarrowedAbout, useStatementsAbout } from "../api/entities";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { StatementLink } from "../components/StatementLink";
import { isNarrowed } from "../state/model";
import { useExplorer } from "../state/store";

const FIRST = 20;
const MORE = 100;
const MOST = 1000;

/** What is said of an entity, as the filters leave it, and how much they hide; all of it where the reader asks for it. */
export function StatementsAbout({ id }: { id: string }) {
  const filters = useExplorer((state) => state.shown.filters);
  const [limit, setLimit] = useState(FIRST);
  const [withHidden, setWithHidden] = useState(false);
  const isFiltered = isNarrowed(filters);
  const whole = useStatementsAbout(id, limit);
  const narrowed = useNarrowedAbout(id, limit, filters, isFiltered);
  const { data, error, refetch } = isFiltered && !withHidden ? narrowed : whole;
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const shown = data.items.length;
  const hidden = whole.data && narrowed.data ? whole.data.total - narrowed.data.total : 0;
  return (
    <>
      <h3>
        {shown < data.total ? (
          <FormattedMessage id="evidence.statements.limited" values={{ shown, total: data.total }} />
        ) : (
          <FormattedMessage id="evidence.statements" values={{ count: data.total }} />
        )}
      </h3>
      {isFiltered && hidden > 0 ? (
        <p className="hint" role="status">
          <FormattedMessage id={withHidden ? "filters.evidence.all" : "filters.evidence"} values={{ hidden }} />{" "}
          <Button className="link" onPress={() => setWithHidden(!withHidden)}>
            <FormattedMessage id={withHidden ? "filters.evidence.hide" : "filters.evidence.show"} />
          </Button>
        </p>
      ) : null}
      <ul className="statements">
        {data.items.map((statement) => (
          <li key={statement.id}>
            <StatementLink statement={statement} />
          </li>
        ))}
      </ul>
      {shown < data.total && limit < MOST ? (
        <Button className="button small" onPress={() => setLimit(Math.min(limit + MORE, MOST))}>
          <FormattedMessage id="evidence.more" />
        </Button>
      ) : null}
    </>
  );
}
