import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useExplorer } from "../state/store";
import { EntityEvidence } from "./EntityEvidence";
import { SeveralEvidence } from "./SeveralEvidence";
import { StatementEvidence } from "./StatementEvidence";

/**
 * What is said of the chosen entity or line, by whom, with which status, and where.
 *
 * On a narrow screen it is a sheet over the view, there once something is chosen. It takes no focus, so that one can
 * go on choosing; closed, it gives back the focus that was in it.
 */
export function EvidencePanel() {
  const intl = useIntl();
  const selection = useExplorer((state) => state.shown.selection);
  const { entities, statements } = selection;
  const [entity] = entities;
  const [closed, close] = useState<unknown>();
  const panel = useRef<HTMLElement>(null);
  const before = useRef<HTMLElement>(null);
  const isEmpty = entity === undefined && !statements.length;
  const isOpen = !isEmpty && closed !== selection;

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !panel.current?.contains(target)) before.current = target;
    };
    addEventListener("focusin", remember);
    return () => removeEventListener("focusin", remember);
  }, []);

  const leave = () => {
    close(selection);
    const goal = before.current?.isConnected ? before.current : document.getElementById("content");
    goal?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const button = panel.current?.querySelector<HTMLElement>(".close-sheet");
    // Where it is no sheet, there is nothing to close, and no button for it.
    if (event.key !== "Escape" || event.defaultPrevented || !button?.offsetParent) return;
    event.preventDefault();
    leave();
  };
  return (
    <aside
      ref={panel}
      className={isOpen ? "evidence-panel open" : "evidence-panel"}
      aria-label={intl.formatMessage({ id: "evidence.title" })}
      onKeyDown={onKeyDown}
    >
      <Button className="tool close-sheet" onPress={leave}>
        <FormattedMessage id="evidence.close" />
      </Button>
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
