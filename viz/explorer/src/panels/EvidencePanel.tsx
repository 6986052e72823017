import { FormattedMessage, useIntl } from "react-intl";
import { useExplorer } from "../state/store";
import { EntityEvidence } from "./EntityEvidence";
import { StatementEvidence } from "./StatementEvidence";

/** What is said of the chosen entity or line, by whom, with which status, and where. */
export function EvidencePanel() {
  const intl = useIntl();
  const { entities, statements } = useExplorer((state) => state.shown.selection);
  const [entity] = entities;
  return (
    <aside className="evidence-panel" aria-label={intl.formatMessage({ id: "evidence.title" })}>
      {statements.map((statement) => (
        <StatementEvidence key={statement} id={statement} />
      ))}
      {entity !== undefined && entities.length === 1 ? <EntityEvidence key={entity} id={entity} /> : null}
      {entities.length > 1 ? (
        <p>
          <FormattedMessage id="evidence.several" values={{ count: entities.length }} />
        </p>
      ) : null}
      {entity === undefined && !statements.length ? (
        <p className="hint">
          <FormattedMessage id="evidence.empty" />
        </p>
      ) : null}
    </aside>
  );
}
