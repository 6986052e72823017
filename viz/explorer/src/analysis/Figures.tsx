import { useMutation } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Figure,
  fetchFiguresFile,
  type Measure,
  MOST_FIGURES,
  type Network,
  useFigures,
  useStatements,
} from "../api/analysis";
import { useNames } from "../api/selected";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useName, useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { ShowTogether } from "../components/ShowTogether";
import { StatementList } from "../components/StatementList";
import { saveFile } from "../components/saving";
import { actions } from "../state/store";
import { type Asked, isOfGroups, keyOf, placesOf, STATUSES, toDetails } from "./analysis";

const PAGE = 20;
const MEMBERS = 8;
/** Measures whose figures are a share of all. */
const SHARES = ["brokers"];

interface Properties {
  readonly measure: Measure;
  readonly asked: Asked;
  readonly network: Network;
}

/** The figures of a measure with what they mean, ranked; each opens the statements that it was computed from. */
export function Figures({ measure, asked, network }: Properties) {
  const words = useWords();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch, isPlaceholderData } = useFigures(measure.id, network, limit);
  const isCompared = asked.stance !== "facts" && !network.filters.modalities.length && !isOfGroups(measure.id);
  const facts = useFigures(measure.id, { ...network, statuses: STATUSES.facts }, MOST_FIGURES, isCompared);
  const file = useMutation({
    mutationFn: () => fetchFiguresFile(measure.id, network),
    onSuccess: (body) => saveFile(`${measure.id}.csv`, body),
  });
  const entities = [...new Set(data?.items.flatMap((each) => each.entities.map(({ id }) => id)))];
  return (
    <>
      <h2>{words(measure.title)}</h2>
      <p className="narrow">{words(measure.method)}</p>
      {error ? <Fault error={error} retry={refetch} /> : null}
      {facts.error ? <Fault error={facts.error} retry={facts.refetch} /> : null}
      {data ? (
        <>
          <p role="status">
            <FormattedMessage id="analysis.shown" values={{ shown: data.items.length, total: data.total }} />{" "}
            {data.exact ? null : <FormattedMessage id="analysis.estimated" />}{" "}
            {data.complete ? null : <FormattedMessage id="analysis.incomplete" />}
          </p>
          {data.items.length ? (
            <>
              <p className="tools-line">
                <ShowTogether ids={entities} />
                <Button className="button small" isDisabled={file.isPending} onPress={() => file.mutate()}>
                  <FormattedMessage
                    id={data.total > MOST_FIGURES ? "analysis.csv.first" : "analysis.csv"}
                    values={{ count: Math.min(data.total, MOST_FIGURES) }}
                  />
                </Button>
              </p>
              {file.error ? <Fault error={file.error} retry={() => file.mutate()} /> : null}
              <FigureTable
                measure={measure}
                asked={asked}
                figures={data.items}
                {...(isCompared ? { facts: facts.data?.items } : {})}
                isCompared={isCompared}
              />
            </>
          ) : null}
          {data.items.length < Math.min(data.total, MOST_FIGURES) ? (
            <Button
              className="button small"
              isDisabled={isPlaceholderData}
              onPress={() => setLimit(Math.min(MOST_FIGURES, limit + PAGE * 4))}
            >
              <FormattedMessage id="evidence.more" />
            </Button>
          ) : null}
        </>
      ) : null}
      {data && !isPlaceholderData ? null : <Loading />}
    </>
  );
}

interface TableProperties {
  readonly measure: Measure;
  readonly asked: Asked;
  readonly figures: readonly Figure[];
  readonly facts?: readonly Figure[] | undefined;
  readonly isCompared: boolean;
}

function FigureTable({ measure, asked, figures, facts, isCompared }: TableProperties) {
  const intl = useIntl();
  const words = useWords();
  const places = placesOf(figures);
  const before = facts && { places: placesOf(facts), figures: new Map(facts.map((each) => [keyOf(each), each])) };
  const most = figures[0]?.value || 1;
  const hasShared = figures.some(({ shared }) => shared.length > 0);
  const columns = 4 + (hasShared ? 1 : 0) + (isCompared ? 1 : 0);
  const number = (value: number) =>
    SHARES.includes(measure.id)
      ? intl.formatNumber(value, { style: "percent", maximumSignificantDigits: 2 })
      : intl.formatNumber(value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="scroll unbounded" tabIndex={0} aria-label={words(measure.title)}>
      <table className="answer figures">
        <caption className="hidden">{words(measure.title)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="analysis.place" />
            </th>
            <th scope="col">
              <FormattedMessage id="analysis.who" />
            </th>
            {hasShared ? (
              <th scope="col">
                <FormattedMessage id="analysis.shared" />
              </th>
            ) : null}
            <th scope="col">
              <FormattedMessage id="analysis.figure" />
            </th>
            {isCompared ? (
              <th scope="col">
                <FormattedMessage id="analysis.before" />
              </th>
            ) : null}
            <th scope="col">
              <FormattedMessage id="analysis.statements" />
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const key = keyOf(figure);
            const isOpen = asked.figure === key;
            const place = places.get(key) ?? 0;
            return (
              <Fragment key={key}>
                <tr data-figure={key}>
                  <td>{place}</td>
                  <th scope="row">
                    <Who figure={figure} />
                  </th>
                  {hasShared ? (
                    <td>
                      <Shared ids={figure.shared} />
                    </td>
                  ) : null}
                  <td className="figure">
                    <Bar share={figure.value / most} /> {number(figure.value)}
                  </td>
                  {isCompared ? (
                    <td className="place">
                      {before ? (
                        <Before
                          place={place}
                          was={before.places.get(key)}
                          value={number(before.figures.get(key)?.value ?? 0)}
                        />
                      ) : null}
                    </td>
                  ) : null}
                  <td>
                    <Button
                      className="disclosure"
                      aria-expanded={isOpen}
                      onPress={() => actions.setDetails(toDetails({ ...asked, figure: isOpen ? "" : key }))}
                    >
                      <FormattedMessage id="evidence.statements" values={{ count: figure.statements_total }} />
                    </Button>
                  </td>
                </tr>
                {isOpen ? (
                  <tr className="behind">
                    <td colSpan={columns}>
                      <Behind figure={figure} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** A bar as long as a share of the greatest figure; the number beside it says the same. */
function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" width="100" height="10" aria-hidden="true">
      <rect width={Math.max(share * 100, 1)} height="10" />
    </svg>
  );
}

/** What a figure is about: one, a pair, or a group with the best connected first. */
function Who({ figure }: { figure: Figure }) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const { entities } = figure;
  const shown = isWhole ? entities : entities.slice(0, MEMBERS);
  return (
    <ul className="plain">
      {shown.map((entity) => (
        <li key={entity.id}>
          <Button className="link" onPress={() => actions.selectEntity(entity.id)}>
            <ClassMark id={entity.class} /> {words(entity.label)}
          </Button>
        </li>
      ))}
      {shown.length < entities.length ? (
        <li>
          <Button className="button small" onPress={() => setWhole(true)}>
            <FormattedMessage id="analysis.members" values={{ count: entities.length - shown.length }} />
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function Shared({ ids }: { ids: readonly string[] }) {
  const name = useName();
  const { data } = useNames();
  return (
    <ul className="plain">
      {ids.map((id) => {
        const entity = data?.get(id);
        return (
          <li key={id}>
            <Button className="link" onPress={() => actions.selectEntity(id)}>
              {entity ? <ClassMark id={entity.class} /> : null} {entity ? name(entity) : id}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Which place and figure facts alone give, and how many places it went up or down from there. */
function Before({ place, was, value }: { place: number; was: number | undefined; value: string }) {
  if (was === undefined) return <FormattedMessage id="analysis.before.none" />;
  const turn = place < was ? "up" : place > was ? "down" : "same";
  return (
    <>
      <FormattedMessage id="analysis.before.place" values={{ place: was, value }} />{" "}
      <span className="said-by">
        <FormattedMessage id={`analysis.before.${turn}`} values={{ count: Math.abs(place - was) }} />
      </span>
    </>
  );
}

function Behind({ figure }: { figure: Figure }) {
  const { data, error, refetch } = useStatements(figure.statements);
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  return <StatementList statements={data.items} total={figure.statements_total} />;
}
