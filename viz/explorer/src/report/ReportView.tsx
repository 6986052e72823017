import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useReports } from "../api/entities";
import { useGraph } from "../api/graph";
import { type Paragraph, type Report, useCoverage, useParagraphs } from "../api/reports";
import { DrawButton } from "../components/DrawButton";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { usePlaceWords } from "../components/PlaceLink";
import { showUnfiltered } from "../graph/unfiltered";
import { NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { ReportParagraph } from "./ReportParagraph";
import { endsIn, PAGE, pageOf, readSpot, type Spot, toDetails } from "./reader";

/** The report as it is written, ten paragraphs at once, with what it names and what rests on it. */
export default function ReportView() {
  const spot = readSpot(useExplorer((state) => state.shown.details));
  const reports = useReports();
  if (reports.error) return <Fault error={reports.error} retry={reports.refetch} />;
  if (!reports.data) return <Loading />;
  const report = reports.data.items.find((each) => each.slug === spot.report) ?? reports.data.items[0];
  if (!report) {
    return (
      <p>
        <FormattedMessage id="report.none" />
      </p>
    );
  }
  return <Reader report={report} spot={spot} />;
}

function Reader({ report, spot }: { report: Report; spot: Partial<Spot> }) {
  const intl = useIntl();
  const words = useWords();
  const placeWords = usePlaceWords();
  const isOther = spot.report !== undefined && spot.report !== report.slug;
  const isUnknown = spot.paragraph !== undefined && !report.paragraphs.includes(spot.paragraph);
  const gone = isOther ? spot.report : isUnknown ? spot.paragraph : undefined;
  const paragraph = (gone === undefined ? spot.paragraph : undefined) ?? report.paragraphs[0] ?? "";
  const page = pageOf(report.paragraphs, paragraph);
  const found = useParagraphs(report.slug, page.shown);
  const coverage = useCoverage(report.slug);
  const mentioned = found.flatMap(({ data }) => data?.mentions.map((mention) => mention.entity) ?? []);
  const graph = useGraph([...new Set(mentioned)], NO_FILTERS);
  const entities = new Map(graph.data?.entities.map((entity) => [entity.id, entity]));
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  const sectionOf = (id: string) => report.paragraph_sections[report.paragraphs.indexOf(id)] ?? "";
  const go = (id: string) => actions.setDetails(toDetails({ report: report.slug, paragraph: id }));
  const failed = found.find((each) => each.error);
  const isWhole = found.every((each) => each.data);

  // From other pages too: what was picked there stays so.
  const [picked, setPicked] = useState<readonly Paragraph[]>([]);
  const pick = (one: Paragraph, isPicked: boolean) => {
    const others = picked.filter(({ id }) => id !== one.id);
    setPicked(isPicked ? [...others, one] : others);
  };
  const place = useRef<HTMLElement>(null);
  const target = `${paragraph} ${spot.start ?? ""}`;
  useEffect(() => {
    if (isWhole && target) (place.current?.querySelector("mark") ?? place.current)?.scrollIntoView({ block: "center" });
  }, [target, isWhole]);

  const turn = (
    <div className="turn">
      <Button className="tool" isDisabled={!page.before} onPress={() => page.before && go(page.before)}>
        <FormattedMessage id="report.before" values={{ count: PAGE }} />
      </Button>
      <Button className="tool" isDisabled={!page.after} onPress={() => page.after && go(page.after)}>
        <FormattedMessage id="report.after" values={{ count: PAGE }} />
      </Button>
    </div>
  );
  return (
    <section className="view reader">
      <h1>
        {report.symbol} <span className="other">{words(report.title)}</span>
      </h1>
      <p className="hint">
        <FormattedMessage id="report.text" />
      </p>
      {gone === undefined ? null : (
        <p role="alert">
          <FormattedMessage id="report.gone" values={{ id: gone }} />
        </p>
      )}
      <div className="jump">
        <label className="form-field">
          <FormattedMessage id="report.section" />
          <select
            className="field"
            value={sectionOf(paragraph)}
            onChange={(event) => {
              const first = report.paragraphs[report.paragraph_sections.indexOf(event.target.value)];
              if (first !== undefined) go(first);
            }}
          >
            {[...new Set(report.paragraph_sections)].map((id) => {
              const section = sections.get(id);
              return (
                <option key={id} value={id}>
                  {section ? `${section.id} ${words(section.title)}` : intl.formatMessage({ id: "report.front" })}
                </option>
              );
            })}
          </select>
        </label>
        <label className="form-field">
          <FormattedMessage id="report.paragraph" />
          <select className="field" value={paragraph} onChange={(event) => go(event.target.value)}>
            {report.paragraphs.map((id) => (
              <option key={id} value={id}>
                {placeWords(id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <nav aria-label={intl.formatMessage({ id: "report.pages" })}>{turn}</nav>
      {picked.length ? (
        <div className="tools-line picked">
          <DrawButton look="button" draw={() => showUnfiltered(endsIn(picked))}>
            <FormattedMessage id="report.graph.picked" values={{ count: picked.length }} />
          </DrawButton>
          <Button className="link" onPress={() => setPicked([])}>
            <FormattedMessage id="report.pick.none" />
          </Button>
        </div>
      ) : null}
      {failed ? <Fault error={failed.error} retry={failed.refetch} /> : null}
      {found.map(({ data }, index) => {
        const id = page.shown[index] ?? "";
        const section = sections.get(sectionOf(id));
        const isFirst = index === 0 || sectionOf(page.shown[index - 1] ?? "") !== sectionOf(id);
        return (
          <div key={id}>
            {isFirst && section ? (
              <h2>
                {section.id} {words(section.title)}
              </h2>
            ) : null}
            {data ? (
              <ReportParagraph
                paragraph={data}
                entities={entities}
                coverage={coverage.data?.items.find((each) => each.paragraph === id)}
                marked={id === paragraph ? spot : {}}
                isChosen={id === spot.paragraph}
                place={id === spot.paragraph ? place : undefined}
                picked={picked.some((each) => each.id === id)}
                pick={(isPicked) => pick(data, isPicked)}
              />
            ) : failed ? null : (
              <Loading />
            )}
          </div>
        );
      })}
      {turn}
    </section>
  );
}
