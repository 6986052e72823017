import { FormattedMessage } from "react-intl";

/** Tells that an answer is on its way. */
export function Loading() {
  return (
    <p className="loading">
      <FormattedMessage id="app.loading" />
    </p>
  );
}
