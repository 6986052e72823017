import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useCertainties } from "../api/filters";
import { useGraph } from "../api/graph";
import { useWords } from "../components/languages";
import { isNarrowed, NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { relationsOf, type Visible, visibleOf } from "./elements";

const MOST_NAMED = 6;

/** How much of the canvas the filters hide, and a button that hides what they leave without relations. */
export function Narrowed({ visible }: { visible: Visible }) {
  const intl = useIntl();
  const words = useWords();
  const { canvas, filters } = useExplorer((state) => state.shown);
  const whole = useGraph(Object.keys(canvas), NO_FILTERS);
  const isTimed = Boolean(filters.from || filters.to || filters.asAt);
  if (!isNarrowed(filters) || !whole.data) return null;
  const all = visibleOf(whole.data, canvas);
  const alone = visible.entities.map(({ id }) => id).filter((id) => !relationsOf(visible, id).length);
  const relations = Math.max(0, all.relations.length - visible.relations.length);
  const entities = Math.max(0, all.entities.length - visible.entities.length);
  if (!relations && !entities && !isTimed) return null;
  const seen = new Set(visible.entities.map(({ id }) => id));
  const hidden = all.entities.filter(({ id }) => !seen.has(id)).map((each) => words(each.short_label));
  return (
    <span className="narrowed" role="status">
      {relations || entities ? <FormattedMessage id="graph.narrowed" values={{ entities, relations }} /> : null}{" "}
      {hidden.length && hidden.length <= MOST_NAMED ? (
        <FormattedMessage id="graph.narrowed.names" values={{ names: intl.formatList(hidden) }} />
      ) : null}{" "}
      {isTimed ? <Undated /> : null}{" "}
      {alone.length ? (
        <Button className="link" onPress={() => actions.setHidden(alone, true)}>
          <FormattedMessage id="graph.alone" values={{ count: alone.length }} />
        </Button>
      ) : null}
    </span>
  );
}

/** How much a filter by date keeps because the report tells no date of it. */
function Undated() {
  const { canvas, filters } = useExplorer((state) => state.shown);
  const count = useCertainties(canvas, filters)?.unknown ?? 0;
  if (!count) return null;
  return (
    <>
      <FormattedMessage id="graph.undated" values={{ count }} />{" "}
      <Button className="link" onPress={() => actions.setFilters({ certainties: ["certain", "possible"] })}>
        <FormattedMessage id="graph.dated" />
      </Button>
    </>
  );
}
