import { FormattedMessage } from "react-intl";
import type { Part, Scope } from "../api/selected";
import { actions, useExplorer } from "../state/store";
import { RadioField } from "./RadioField";
import { withScope } from "./useSelected";

const SCOPES = ["among", "about"] as const;

interface Properties {
  readonly ids: readonly string[];
  readonly scope: Scope;
  readonly part: Part<unknown>;
  /** What says that these aren't all statements. */
  readonly limited?: "scope.limited" | "matrix.limited";
}

/** Of what a view shows the statements: the canvas or the whole report, and how many there are. */
export function ScopeBar({ ids, scope, part, limited = "scope.limited" }: Properties) {
  const { details } = useExplorer((state) => state.shown);
  return (
    <div className="scope">
      {ids.length ? (
        <RadioField
          label="scope.canvas"
          value={scope}
          options={SCOPES.map((each) => [each, `scope.${each}`])}
          count={ids.length}
          choose={(chosen) => actions.setDetails(withScope(details, chosen))}
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
    </div>
  );
}
