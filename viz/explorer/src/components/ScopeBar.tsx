import { Label, Radio, RadioGroup } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { Part, Scope } from "../api/selected";
import { actions, useExplorer } from "../state/store";
import { withScope } from "./useSelected";

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
        <RadioGroup
          className="radios"
          value={scope}
          onChange={(chosen) => actions.setDetails(withScope(details, chosen === "about" ? "about" : "among"))}
        >
          <Label>
            <FormattedMessage id="scope.canvas" values={{ count: ids.length }} />
          </Label>
          {(["among", "about"] as const).map((each) => (
            <Radio key={each} value={each} className="radio">
              <span className="ring" aria-hidden="true" />
              <FormattedMessage id={`scope.${each}`} />
            </Radio>
          ))}
        </RadioGroup>
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
