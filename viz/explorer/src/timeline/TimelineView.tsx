import { FormattedMessage, useIntl } from "react-intl";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { ScopeBar } from "../components/ScopeBar";
import { useSelected } from "../components/useSelected";
import { Timeline } from "./Timeline";

/** The statements of the canvas, or of the whole report, by their dates. */
export default function TimelineView() {
  const intl = useIntl();
  const selected = useSelected(true);
  const { statements, names } = selected;
  return (
    <section className="view timeline" aria-label={intl.formatMessage({ id: "view.timeline" })}>
      <h1 className="hidden">
        <FormattedMessage id="view.timeline" />
      </h1>
      {selected.error ? <Fault error={selected.error} retry={selected.retry} /> : null}
      {statements && names ? (
        <>
          <ScopeBar names={names} part={statements} />
          <Timeline statements={statements.items} names={names} filters={selected.filters} />
        </>
      ) : null}
      {selected.isWaiting ? <Loading /> : null}
    </section>
  );
}
