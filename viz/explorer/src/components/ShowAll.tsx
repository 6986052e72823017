import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { NO_FILTERS } from "../state/model";
import { actions } from "../state/store";

/** Takes all filters away. */
export function ShowAll({ className = "link" }: { className?: string }) {
  return (
    <Button className={className} onPress={() => actions.setFilters(NO_FILTERS)}>
      <FormattedMessage id="filters.all" />
    </Button>
  );
}
