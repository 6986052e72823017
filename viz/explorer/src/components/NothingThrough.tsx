import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { isNarrowed, NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";

/** Says, where a view is empty, that the filters make it so, and takes them away; they may come from another view. */
export function NothingThrough({ message }: { message: "filters.through" | "timeline.through" }) {
  const filters = useExplorer((state) => state.shown.filters);
  if (!isNarrowed(filters)) return null;
  return (
    <p role="status">
      <FormattedMessage id={message} />{" "}
      <Button className="link" onPress={() => actions.setFilters(NO_FILTERS)}>
        <FormattedMessage id="legend.all" />
      </Button>
    </p>
  );
}
