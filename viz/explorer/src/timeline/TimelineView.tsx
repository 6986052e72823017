import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { MOST_IN_ADDRESS } from "../api/graph";
import { type DatedStatement, useSelectedStatements } from "../api/selected";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { ScopeBar } from "../components/ScopeBar";
import { useSelected, withScope } from "../components/useSelected";
import { actions, useExplorer } from "../state/store";
import { byDating } from "./items";
import { Timeline } from "./Timeline";

/** How many more dated statements are about one of some entities and something else, and a button that shows them. */
function DatedBeside({ ids, shown }: { ids: readonly string[]; shown: readonly DatedStatement[] }) {
  const { filters, details } = useExplorer((state) => state.shown);
  const { data } = useSelectedStatements(ids, filters, "about");
  const here = new Set(shown.map(({ id }) => id));
  const count = byDating(data?.items ?? []).dated.filter(([{ id }]) => !here.has(id)).length;
  if (!count) return null;
  return (
    <p role="status">
      <FormattedMessage id="timeline.beside" values={{ count }} />{" "}
      <Button className="link" onPress={() => actions.setDetails(withScope(details, "about"))}>
        <FormattedMessage id="timeline.beside.show" />
      </Button>
    </p>
  );
}

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
          {selected.scope === "among" && selected.ids.length && selected.ids.length <= MOST_IN_ADDRESS ? (
            <DatedBeside ids={selected.ids} shown={statements.items} />
          ) : null}
          <Timeline statements={statements.items} names={names} filters={selected.filters} />
        </>
      ) : null}
      {selected.isWaiting ? <Loading /> : null}
    </section>
  );
}
