import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { actions } from "../state/store";
import type { ClusterDrawing } from "./useClusterDrawing";

interface Properties {
  readonly id: string;
  readonly clusters: ClusterDrawing;
  readonly open: (id: string) => void;
}

/** What can be done with the chosen cluster. */
export function ClusterTools({ id, clusters, open }: Properties) {
  return (
    <>
      <Button className="tool" isDisabled={!clusters.canOpen(id)} onPress={() => open(id)}>
        <FormattedMessage id="clusters.more" />
      </Button>
      <Button className="tool" isDisabled={!clusters.canFold(id)} onPress={() => clusters.fold(id)}>
        <FormattedMessage id="clusters.fold" />
      </Button>
      <Button className="tool" onPress={() => actions.removeCluster(id)}>
        <FormattedMessage id="graph.remove" />
      </Button>
    </>
  );
}
