import { useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { Statement } from "../api/graph";
import { countsOf, entitiesOf } from "./counting";
import { useCaption, useStatusCounts } from "./languages";
import { SaidBy } from "./SaidBy";
import { ShowTogether } from "./ShowTogether";
import { StatementLink } from "./StatementLink";

const PAGE = 10;

interface Properties {
  readonly statements: readonly Statement[];
  /** How many there are, where these are only the first. */
  readonly total?: number;
}

/** Statements with status and place, by which relations and statuses they tie what they are about, and its graph. */
export function StatementList({ statements, total = statements.length }: Properties) {
  const statusCounts = useStatusCounts();
  const [limit, setLimit] = useState(PAGE);
  const shown = statements.slice(0, limit);
  const relations = countsOf(statements, useCaption());
  const entities = entitiesOf(statements);
  return (
    <>
      {statements.length < total ? (
        <p className="hint">
          <FormattedMessage id="statements.first" values={{ shown: statements.length, total }} />
        </p>
      ) : null}
      <p className="hint">
        <FormattedMessage
          id="statements.summary"
          values={{
            statuses: statusCounts(statements),
            relations: relations.map(([relation, count]) => `${relation} (${count})`).join(" · "),
          }}
        />
      </p>
      <ul className="statements">
        {shown.map((statement) => (
          <li key={statement.id}>
            <StatementLink statement={statement} /> <SaidBy statement={statement} />
          </li>
        ))}
      </ul>
      <p className="tools-line">
        {shown.length < statements.length ? (
          <Button className="button small" onPress={() => setLimit(limit + PAGE * 5)}>
            <FormattedMessage id="statements.more" values={{ count: statements.length - shown.length }} />
          </Button>
        ) : null}
        <ShowTogether ids={entities} />
      </p>
    </>
  );
}
