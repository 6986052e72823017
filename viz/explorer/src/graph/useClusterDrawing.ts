import { useCallback, useMemo } from "react";
import { useIntl } from "react-intl";
import { useClusters } from "../api/clusters";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { CLUSTER_FONT_SIZE, toClusterBoxes, toClusterLines } from "./clusterElements";
import { clustering, clusteringOn, clusterNode, openCluster } from "./clusters";
import type { Visible } from "./elements";
import { canvasRuler } from "./lettering";
import type { Point } from "./placement";

const NOTHING_OPEN: readonly string[] = [];

/** The clusters on the canvas: what is drawn of them, where they stand, and what can be done with one. */
export function useClusterDrawing(visible: Visible) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const clusters = useExplorer((state) => state.shown.clusters);
  const filters = useExplorer((state) => state.shown.filters);
  const by = clusteringOn(clusters);
  const { data, error, refetch } = useClusters(by, filters, Object.keys(clusters).length > 0);
  const ruler = useMemo(() => canvasRuler(CLUSTER_FONT_SIZE), []);

  const members = useMemo(() => {
    const shown = new Map<string, string[]>();
    const clusterOf = clustering(by, data?.clusters ?? []);
    for (const entity of visible.entities) {
      const cluster = clusterOf(entity);
      if (cluster === undefined) continue;
      const others = shown.get(cluster);
      if (others) others.push(entity.id);
      else shown.set(cluster, [entity.id]);
    }
    return shown;
  }, [visible, by, data]);
  const shownOf = (id: string) => members.get(id) ?? NOTHING_OPEN;
  const found = useMemo(() => new Map(data?.clusters.map((cluster) => [cluster.id, cluster])), [data]);
  // What is a community depends on the filters: one of a link, or from before, may be none any more.
  const nameOf = useCallback(
    (id: string) => {
      const label = found.get(id)?.label ?? vocabulary.classes.get(id)?.label;
      if (label) return words(label);
      return data ? intl.formatMessage({ id: "clusters.gone" }) : "…";
    },
    [found, data, vocabulary, words, intl],
  );
  const sizeOf = (id: string, entities: number) =>
    intl.formatMessage({ id: "clusters.count" }, { entities, shown: members.get(id)?.length ?? 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `sizeOf` reads members and the language alone
  const boxes = useMemo(
    () => toClusterBoxes(data, clusters, nameOf, sizeOf, vocabulary, ruler),
    [data, clusters, nameOf, members, vocabulary, ruler],
  );
  const lines = useMemo(
    () => toClusterLines(data, clusters, (count) => intl.formatMessage({ id: "clusters.relations" }, { count })),
    [data, clusters, intl],
  );
  const places = useMemo(
    (): Readonly<Record<string, Point>> =>
      Object.fromEntries(Object.entries(clusters).map(([id, place]) => [clusterNode(id), place])),
    [clusters],
  );
  const names = useMemo(
    () =>
      Object.entries(clusters).map(([id, { x, y }]) => ({
        id: clusterNode(id),
        x,
        y,
        name: `${nameOf(id)} (${found.get(id)?.entities ?? 0})`,
      })),
    [clusters, found, nameOf],
  );

  return {
    error,
    refetch,
    boxes,
    lines,
    places,
    names,
    /** Choose a cluster, and say what it is. */
    choose(id: string) {
      actions.selectCluster(id);
      actions.announce(`${nameOf(id)}: ${sizeOf(id, found.get(id)?.entities ?? 0)}`);
    },
    /** Bring some more of its entities around it. */
    async open(id: string) {
      const place = clusters[id];
      if (!place) return;
      const count = await openCluster(id, place, filters);
      actions.announce(intl.formatMessage({ id: "clusters.opened" }, { count, name: nameOf(id) }));
    },
    /** Fold what is shown of it back into it; what is pinned stays. */
    fold(id: string) {
      const { canvas } = useExplorer.getState().shown;
      const ids = shownOf(id).filter((each) => !canvas[each]?.pinned);
      if (ids.length) actions.remove(ids);
      actions.announce(intl.formatMessage({ id: "clusters.folded" }, { count: ids.length, name: nameOf(id) }));
    },
    canOpen: (id: string) => shownOf(id).length < (found.get(id)?.entities ?? 0),
    canFold: (id: string) => shownOf(id).length > 0,
  };
}

export type ClusterDrawing = ReturnType<typeof useClusterDrawing>;
