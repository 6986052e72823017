import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { actions, useExplorer } from "../state/store";
import { EntityEvidence } from "./EntityEvidence";
import { SeveralEvidence } from "./SeveralEvidence";
import { StatementEvidence } from "./StatementEvidence";

/** What is said of the chosen entity or line, by whom, with which status, and where. */
export function EvidencePanel() {
  const intl = useIntl();
  const { entities, statements } = useExplorer((state) => state.shown.selection);
  const [entity] = entities;
  const isEmpty = entity === undefined && !statements.length;
  return (
    <aside
      className={isEmpty ? "evidence-panel nothing" : "evidence-panel"}
      aria-label={intl.formatMessage({ id: "evidence.title" })}
    >
      {isEmpty ? null : (
        <Button className="tool put-away" onPress={actions.clearSelection}>
          <FormattedMessage id="app.close" />
        </Button>
      )}
      {statements.map((statement) => (
        <StatementEvidence key={statement} id={statement} />
      ))}
      {entity !== undefined && entities.length === 1 ? <EntityEvidence key={entity} id={entity} /> : null}
      {entities.length > 1 ? <SeveralEvidence ids={entities} /> : null}
      {isEmpty ? (
        <p className="hint">
          <FormattedMessage id="evidence.empty" />
        </p>
      ) : null}
    </aside>
  );
}
