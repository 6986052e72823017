import { useMutation } from "@tanstack/react-query";
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { asFault } from "../api/faults";
import { findGone, useGraph } from "../api/graph";
import { Fault } from "../components/Fault";
import { Beginnings } from "../start/Beginnings";
import { actions, useExplorer } from "../state/store";
import { Beyond } from "./Beyond";
import { ClusterPanel } from "./ClusterPanel";
import { visibleOf } from "./elements";
import { GraphCanvas } from "./GraphCanvas";
import { GraphList } from "./GraphList";
import { Legend } from "./Legend";
import { Narrowed } from "./Narrowed";
import { PathsPanel } from "./PathsPanel";
import { useArrangement } from "./useArrangement";
import { useClusterDrawing } from "./useClusterDrawing";
import { useExpansion, usePreparedExpansion } from "./useExpansion";

// What doesn't change while an answer is waited for isn't drawn again meanwhile.
const Paths = memo(PathsPanel);
const Signs = memo(Legend);
const Whole = memo(ClusterPanel);
const List = memo(GraphList);

/** The graph: a canvas, its legend, and the same as a list. */
export default function GraphView() {
  const intl = useIntl();
  const { canvas, clusters, filters } = useExplorer((state) => state.shown);
  const canUndo = useExplorer((state) => state.history.past.length > 0);
  const ids = Object.keys(canvas);
  const graph = useGraph(ids, filters);
  const visible = useMemo(() => visibleOf(graph.data, canvas), [graph.data, canvas]);
  // The picture first: what tells of it in words follows.
  const told = useDeferredValue(visible);
  const expansion = useExpansion();
  const arrangement = useArrangement();
  const drawing = useClusterDrawing(visible);
  const opening = useMutation({ mutationFn: drawing.open });
  usePreparedExpansion();
  useGone(ids, graph.error);

  if (!ids.length && !Object.keys(clusters).length) {
    return (
      <section className="view">
        <h1>{intl.formatMessage({ id: "graph.title" })}</h1>
        <p>{intl.formatMessage({ id: "graph.empty" })}</p>
        {canUndo ? (
          <p>
            <Button className="button small" onPress={actions.undo}>
              <FormattedMessage id="graph.undo.cleared" />
            </Button>
          </p>
        ) : null}
        <Beginnings />
        <ClusterPanel members={[]} isOpen />
        {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
      </section>
    );
  }
  return (
    <section className="view graph">
      <h1 className="hidden">{intl.formatMessage({ id: "graph.title" })}</h1>
      {graph.error ? <Fault error={graph.error} retry={graph.refetch} /> : null}
      {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
      {opening.error ? (
        <Fault
          error={opening.error}
          retry={() => opening.variables !== undefined && opening.mutate(opening.variables)}
        />
      ) : null}
      {drawing.error ? <Fault error={drawing.error} retry={drawing.refetch} /> : null}
      {arrangement.error ? <Fault error={arrangement.error} retry={arrangement.retry} /> : null}
      <GraphCanvas
        visible={visible}
        expand={expansion.expand}
        arrange={arrangement.arrange}
        clusters={drawing}
        openOne={opening.mutate}
        isWaiting={graph.isFetching || expansion.isPending || arrangement.isPending || opening.isPending}
      >
        <Narrowed visible={told} />
        {graph.data ? <Beyond graph={graph.data} /> : null}
      </GraphCanvas>
      {graph.data?.statements_left_out ? (
        <p className="hint" role="status">
          <FormattedMessage
            id="graph.limited"
            values={{ shown: graph.data.statements.length, total: graph.data.total.statements }}
          />
        </p>
      ) : null}
      <Paths />
      <Signs />
      <Whole members={told.entities} isOpen={false} />
      <List visible={told} expand={expansion.expand} />
    </section>
  );
}

/** Takes entities off the canvas that the dataset doesn't hold, once the service has refused one. */
function useGone(ids: readonly string[], error: unknown) {
  const refused = error ? asFault(error) : null;
  const [asked, setAsked] = useState<unknown>(null);
  useEffect(() => {
    if (refused?.status !== 400 || asked === error) return;
    setAsked(error);
    findGone(ids).then(
      (gone) => gone.length && actions.reportGone(gone),
      () => undefined,
    );
  }, [refused, error, asked, ids]);
}
