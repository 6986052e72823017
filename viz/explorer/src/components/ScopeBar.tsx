import { FormattedMessage } from "react-intl";
import type { NamedEntity, Part } from "../api/selected";
import { idsInSight } from "../state/selection";
import { actions, useExplorer } from "../state/store";
import { useName } from "./languages";
import { NothingThrough } from "./NothingThrough";
import { RadioField } from "./RadioField";
import { readScope, withScope } from "./useSelected";

interface Properties {
  readonly names: ReadonlyMap<string, NamedEntity>;
  readonly part: Part<unknown>;
  /** What says that these aren't all statements. */
  readonly limited?: "scope.limited" | "matrix.limited";
}

/** Of what a view shows the statements: the canvas, one entity, or the whole report, and how many there are. */
export function ScopeBar({ names, part, limited = "scope.limited" }: Properties) {
  const { canvas, selection, details } = useExplorer((state) => state.shown);
  const nameOf = useName();
  const { scope, of = selection.entities.at(-1) } = readScope(details);
  const entity = of === undefined ? undefined : names.get(of);
  const count = idsInSight(canvas).length;
  const ofCanvas = [
    ["among", "scope.among"],
    ["about", "scope.about"],
  ] as const;
  const ofReport = [["among", "scope.report"]] as const;
  return (
    <div className="scope">
      {count || entity ? (
        <RadioField
          label={count ? "scope.canvas" : "scope.shown"}
          value={scope}
          options={[...(count ? ofCanvas : ofReport), ...(entity ? ([["of", "scope.of"]] as const) : [])]}
          values={{ count, name: entity ? nameOf(entity) : "" }}
          choose={(chosen) => actions.setDetails(withScope(details, chosen, of))}
        />
      ) : (
        <span>
          <FormattedMessage id="scope.whole" />
        </span>
      )}
      {part.items.length < part.total ? (
        <span role="status">
          <FormattedMessage id={limited} values={{ shown: part.items.length, total: part.total }} />
        </span>
      ) : null}
      {part.total === 0 ? <NothingThrough message="filters.through" /> : null}
    </div>
  );
}
