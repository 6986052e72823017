import { useEffect } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { actions, useExplorer } from "../state/store";

/** What comes sooner isn't told to screen readers, in milliseconds: it would only interrupt. */
const SOON = 700;

/** Tells that an answer is on its way; to screen readers once it takes long, until it has come. */
export function Loading() {
  const intl = useIntl();
  const words = intl.formatMessage({ id: "app.loading" });
  useEffect(() => {
    const waiting = setTimeout(() => actions.announce(words), SOON);
    return () => {
      clearTimeout(waiting);
      if (useExplorer.getState().announcement === words) actions.announce("");
    };
  }, [words]);
  return (
    <span className="loading">
      <FormattedMessage id="app.loading" />
    </span>
  );
}
