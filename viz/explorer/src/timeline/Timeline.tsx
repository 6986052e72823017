import { type ReactNode, useMemo } from "react";
import { Button, Toolbar } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import type { DatedStatement, NamedEntity } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { useName, useWords } from "../components/languages";
import { ClassMark, StatusBadge } from "../components/marks";
import { useMomentWords } from "../components/moments";
import { NothingThrough } from "../components/NothingThrough";
import { RadioField } from "../components/RadioField";
import type { Filters } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { ApartList } from "./ApartList";
import { rangeOf, readZoom, zoomsFor } from "./axis";
import { BarKey } from "./BarKey";
import { Chart } from "./Chart";
import { boundsOf, type Stretch, yearsAt } from "./extent";
import { byDating, GROUPINGS, type Grouping, laneOf, MOST_DRAWN, readGrouping } from "./items";

interface Properties {
  readonly statements: readonly DatedStatement[];
  readonly names: ReadonlyMap<string, NamedEntity>;
  /** By which the statements were chosen, so that the time they ask about is drawn. */
  readonly filters: Filters;
  /** What is said of how many there are; where nothing is, how many have a date and how many don't. */
  readonly counts?: ReactNode;
}

/** Statements by their dates: drawn along an axis, and as lists, those without a date apart. */
export function Timeline({ statements, names, filters, counts: told }: Properties) {
  const vocabulary = useVocabulary();
  const name = useName();
  const moment = useMomentWords();
  const { details } = useExplorer((state) => state.shown);
  const grouping = readGrouping(details.lanes);
  const { dated, current, undated } = useMemo(() => byDating(statements), [statements]);
  const items = useMemo(() => {
    const classOf = (id: string) => names.get(id)?.class ?? "Entity";
    return dated.slice(0, MOST_DRAWN).map(([statement, extent]) => ({
      id: statement.id,
      lane: laneOf(statement, grouping, classOf),
      extent,
      statement,
    }));
  }, [dated, grouping, names]);
  const range = useMemo(() => rangeOf(items.map(({ extent }) => extent)), [items]);
  const order = useMemo(() => {
    const terms = { class: vocabulary.classes, modality: vocabulary.modalities, entity: undefined, holder: undefined };
    return [...(terms[grouping]?.keys() ?? [])];
  }, [grouping, vocabulary]);
  const nameOf = (id: string) => {
    const entity = names.get(id);
    return entity ? name(entity) : id;
  };
  const day = dayOf(filters.asAt);
  const counts = {
    dated: dated.length,
    possible: dated.filter(([{ certainty }]) => certainty === "possible").length,
    current: current.length,
    undated: undated.length,
  };
  return (
    <>
      <p role="status" className="timeline-counts">
        {told ?? <FormattedMessage id="timeline.counts" values={counts} />}{" "}
        {counts.possible ? <FormattedMessage id="timeline.counts.possible" values={counts} /> : null}{" "}
        {items.length < dated.length ? (
          <FormattedMessage id="timeline.limited" values={{ shown: items.length, total: dated.length }} />
        ) : null}
      </p>
      {range ? (
        <>
          <Tools grouping={grouping} zoom={readZoom(details.zoom, range)} zooms={zoomsFor(range)} />
          <Chart
            items={items}
            range={range}
            zoom={readZoom(details.zoom, range)}
            order={order}
            heading={(lane) => <LaneName lane={lane} grouping={grouping} names={names} />}
            holder={nameOf}
            period={periodOf(filters)}
            day={day === null ? null : { at: day, words: moment(filters.asAt) }}
          />
          <BarKey />
        </>
      ) : statements.length ? (
        <NothingThrough message="timeline.through" />
      ) : null}
      <ApartList heading="timeline.list" statements={dated.map(([statement]) => statement)} holder={nameOf} />
      <ApartList heading="timeline.current" statements={current} holder={nameOf} />
      <ApartList heading="timeline.undated" statements={undated} holder={nameOf} />
    </>
  );
}

interface ToolsProperties {
  readonly grouping: Grouping;
  readonly zoom: number;
  readonly zooms: readonly number[];
}

/** What the lanes stand for, and how near one looks. */
function Tools({ grouping, zoom, zooms }: ToolsProperties) {
  const intl = useIntl();
  const details = useExplorer((state) => state.shown.details);
  const at = zooms.indexOf(zoom);
  const zoomTo = (to: number | undefined) => {
    if (to !== undefined) actions.setDetails({ ...details, zoom: String(to) });
  };
  return (
    <div className="timeline-tools">
      <RadioField
        label="timeline.lanes"
        value={grouping}
        options={GROUPINGS.map((each) => [each, `timeline.lanes.${each}`])}
        choose={(chosen) => actions.setDetails({ ...details, lanes: chosen })}
      />
      <Toolbar className="timeline-zoom" aria-label={intl.formatMessage({ id: "timeline.zoom" })}>
        <Button className="tool" isDisabled={at <= 0} onPress={() => zoomTo(zooms[at - 1])}>
          <FormattedMessage id="graph.zoomOut" />
        </Button>
        <Button className="tool" isDisabled={at === zooms.length - 1} onPress={() => zoomTo(zooms[at + 1])}>
          <FormattedMessage id="graph.zoomIn" />
        </Button>
      </Toolbar>
    </div>
  );
}

interface LaneProperties {
  readonly lane: string;
  readonly grouping: Grouping;
  readonly names: ReadonlyMap<string, NamedEntity>;
}

/** What a lane stands for; an entity is chosen by its name. */
function LaneName({ lane, grouping, names }: LaneProperties): ReactNode {
  const words = useWords();
  const name = useName();
  const vocabulary = useVocabulary();
  if (grouping === "modality") return <StatusBadge modality={lane} />;
  if (grouping === "class") {
    const term = vocabulary.classes.get(lane);
    return (
      <>
        <ClassMark id={lane} /> {term ? words(term.label) : lane}
      </>
    );
  }
  const entity = names.get(lane);
  if (!entity) return lane || <FormattedMessage id="other.holder" />;
  return (
    <Button className="link" onPress={() => actions.selectEntity(lane)}>
      <ClassMark id={entity.class} /> {name(entity)}
    </Button>
  );
}

/** The end of the day as at which the filters look; null where they don't. */
function dayOf(asAt: string): number | null {
  const bounds = boundsOf(asAt);
  return bounds && yearsAt(bounds.last, true);
}

/** The days between which the filters look; null where they don't. */
function periodOf({ from, to }: Filters): Stretch | null {
  if (!from && !to) return null;
  const [first, last] = [boundsOf(from)?.first, boundsOf(to)?.last];
  return {
    from: first ? yearsAt(first) : Number.NEGATIVE_INFINITY,
    to: last ? yearsAt(last, true) : Number.POSITIVE_INFINITY,
  };
}
