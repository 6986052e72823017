import { FormattedMessage } from "react-intl";
import { isNarrowed } from "../state/model";
import { useExplorer } from "../state/store";
import { ShowAll } from "./ShowAll";

/** Says, where a view is empty, that the filters make it so, and takes them away; they may come from another view. */
export function NothingThrough({ message }: { message: "filters.through" | "timeline.through" }) {
  const filters = useExplorer((state) => state.shown.filters);
  if (!isNarrowed(filters)) return null;
  return (
    <p role="status">
      <FormattedMessage id={message} /> <ShowAll />
    </p>
  );
}
