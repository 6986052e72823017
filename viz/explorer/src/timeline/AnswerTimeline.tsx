import { useMemo } from "react";
import { FormattedMessage } from "react-intl";
import { useEveryStatement, useRowsWithEvidence } from "../api/behind";
import { useNames } from "../api/selected";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { NO_FILTERS } from "../state/model";
import { statementsBehind } from "./behind";
import { Timeline } from "./Timeline";

/** The dated statements behind the rows of a query's answer, on a timeline. */
export default function AnswerTimeline({ query }: { query: string }) {
  const rows = useRowsWithEvidence(query);
  const statements = useEveryStatement();
  const names = useNames();
  const asked = [rows, statements, names];
  const behind = useMemo(() => {
    const dated = statements.data?.items.filter(({ time }) => time !== null);
    return rows.data && dated ? statementsBehind(rows.data, dated) : undefined;
  }, [rows.data, statements.data]);
  const error = asked.find((each) => each.error)?.error;
  if (error) {
    const retry = () => {
      for (const each of asked) if (each.error) each.refetch();
    };
    return <Fault error={error} retry={retry} />;
  }
  if (!behind || !names.data || !rows.data) return <Loading />;
  return (
    <Timeline
      statements={behind.statements}
      names={names.data}
      filters={NO_FILTERS}
      counts={
        <FormattedMessage
          id="questions.dated"
          values={{ count: behind.statements.length, rows: rows.data.length, without: behind.without }}
        />
      }
    />
  );
}
