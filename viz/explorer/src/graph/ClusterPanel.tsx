import { useMutation } from "@tanstack/react-query";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { CLUSTERINGS, type Cluster, type Clustering, type Clusters, clusteringOf, useClusters } from "../api/clusters";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { RadioField } from "../components/RadioField";
import { actions, useExplorer } from "../state/store";
import {
  clustering,
  clusteringOn,
  drawClusters,
  largestOf,
  MOST_OPENED,
  openCluster,
  placesOnEllipse,
} from "./clusters";
import type { Point } from "./placement";

/** An entity on the canvas and its class. */
interface Member {
  readonly id: string;
  readonly class: string;
}

const MOST_BETWEEN = 12;

/** The whole dataset as clusters by class or community: each is opened a part at a time onto the canvas, and closed again. */
export function ClusterPanel({ members, isOpen }: { members: readonly Member[]; isOpen: boolean }) {
  return (
    <Disclosure className="clusters" defaultExpanded={isOpen}>
      {({ isExpanded }) => (
        <>
          <Heading level={2}>
            <Button slot="trigger" className="disclosure">
              <FormattedMessage id="clusters.title" />
            </Button>
          </Heading>
          <DisclosurePanel>{isExpanded ? <Whole members={members} /> : null}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}

function Whole({ members }: { members: readonly Member[] }) {
  const details = useExplorer((state) => state.shown.details);
  const clusters = useExplorer((state) => state.shown.clusters);
  const by = CLUSTERINGS.find((each) => each === details.by) ?? clusteringOn(clusters);
  return (
    <>
      <RadioField
        label="clusters.by"
        value={by}
        options={CLUSTERINGS.map((each) => [each, `clusters.by.${each}`])}
        choose={(chosen) => actions.setDetails({ ...details, by: chosen })}
      />
      <ClusterList by={by} members={members} />
    </>
  );
}

function ClusterList({ by, members }: { by: Clustering; members: readonly Member[] }) {
  const filters = useExplorer((state) => state.shown.filters);
  const clusters = useExplorer((state) => state.shown.clusters);
  const { data, error, refetch, isPlaceholderData } = useClusters(by, filters);
  if (error) return <Fault error={error} retry={refetch} />;
  // While other clusters are asked for, the last ones are no answer.
  if (!data || (isPlaceholderData && data.clusters.some(({ id }) => clusteringOf(id) !== by))) return <Loading />;
  const largest = largestOf(data.clusters);
  const most = largest[0]?.entities ?? 1;
  const ids = largest.map(({ id }) => id);
  // A cluster opens where it is drawn, or where it would be.
  const places = { ...placesOnEllipse(ids), ...clusters };
  const clusterOf = clustering(by, data.clusters);
  const shown = new Map<string | undefined, string[]>();
  for (const member of members) shown.set(clusterOf(member), [...(shown.get(clusterOf(member)) ?? []), member.id]);
  return (
    <>
      <p>
        <FormattedMessage
          id={`clusters.lead.${by}`}
          values={{ entities: data.total.entities, relations: data.total.statements }}
        />
      </p>
      {largest.length < data.clusters.length ? (
        <p className="hint">
          <FormattedMessage id="clusters.limited" values={{ shown: largest.length, total: data.clusters.length }} />
        </p>
      ) : null}
      <Button
        className="button small"
        isDisabled={!ids.length || ids.every((id) => id in clusters)}
        onPress={() => drawClusters(ids)}
      >
        <FormattedMessage id={`clusters.draw.${by}`} />
      </Button>
      <ul className="cluster-list">
        {largest.map((cluster) => (
          <Line
            key={cluster.id}
            cluster={cluster}
            centre={places[cluster.id] ?? { x: 0, y: 0 }}
            share={cluster.entities / most}
            shown={shown.get(cluster.id) ?? []}
          />
        ))}
      </ul>
      <Ties found={data} />
    </>
  );
}

interface LineProperties {
  readonly cluster: Cluster;
  readonly centre: Point;
  readonly share: number;
  readonly shown: readonly string[];
}

/** One cluster: how large it is, how much of it is on the canvas, and what opens and closes it. */
function Line({ cluster, centre, share, shown }: LineProperties) {
  const intl = useIntl();
  const words = useWords();
  const filters = useExplorer((state) => state.shown.filters);
  const name = words(cluster.label);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => openCluster(cluster.id, centre, filters),
    onSuccess: (count) => actions.announce(intl.formatMessage({ id: "clusters.opened" }, { count, name })),
  });
  const left = cluster.entities - shown.length;
  return (
    <li>
      {clusteringOf(cluster.id) === "class" ? <ClassMark id={cluster.id} /> : null} <b>{name}</b>
      <meter value={share} aria-hidden="true" />
      <FormattedMessage id="clusters.size" values={{ entities: cluster.entities, shown: shown.length }} />
      <Button
        className="tool"
        isDisabled={left <= 0 || isPending}
        onPress={() => mutate()}
        aria-label={intl.formatMessage({ id: "clusters.open.name" }, { count: Math.min(left, MOST_OPENED), name })}
      >
        <FormattedMessage id="clusters.open" values={{ count: Math.max(0, Math.min(left, MOST_OPENED)) }} />
      </Button>
      <Button
        className="tool"
        isDisabled={!shown.length}
        onPress={() => actions.remove(shown)}
        aria-label={intl.formatMessage({ id: "clusters.close.name" }, { name })}
      >
        <FormattedMessage id="clusters.close" />
      </Button>
      {error ? <Fault error={error} retry={() => mutate()} /> : null}
    </li>
  );
}

/** What lies between the clusters, the most first. */
function Ties({ found }: { found: Clusters }) {
  const words = useWords();
  const labels = new Map(found.clusters.map(({ id, label }) => [id, label]));
  const name = (id: string) => words(labels.get(id) ?? { zh: id, en: id });
  const most = found.between.slice(0, MOST_BETWEEN);
  if (!most.length) return null;
  return (
    <>
      <h3>
        <FormattedMessage id="clusters.between" values={{ shown: most.length, total: found.between_total }} />
      </h3>
      <ul className="cluster-ties">
        {most.map(({ from, to, statements }) => (
          <li key={`${from} ${to}`}>
            {name(from)} → {name(to)}: <FormattedMessage id="clusters.relations" values={{ count: statements }} />
          </li>
        ))}
      </ul>
    </>
  );
}
