import { FormattedMessage } from "react-intl";
import { MOST_TOGETHER, showTogether } from "../graph/expansion";
import { DrawButton } from "./DrawButton";

/** Shows some entities alone in the graph, and says before how many of them it can. */
export function ShowTogether({ ids }: { ids: readonly string[] }) {
  return (
    <DrawButton look="tool" draw={() => showTogether(ids)}>
      {ids.length > MOST_TOGETHER ? (
        <FormattedMessage id="statements.graph.first" values={{ shown: MOST_TOGETHER, count: ids.length }} />
      ) : (
        <FormattedMessage id="statements.graph" values={{ count: ids.length }} />
      )}
    </DrawButton>
  );
}
