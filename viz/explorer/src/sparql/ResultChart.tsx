import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Answer, Cell } from "../api/questions";
import { useWords } from "../components/languages";
import { type Chart, chartOf, numberColumns } from "./chart";

const WIDTH = 720;
const ROW = 26;
const NAMES = 240;
const RIGHT = 70;
const TOP = 24;
const HEIGHT = 300;
const LEFT = 70;
const LONGEST = 34;
/** Names of points along a line, so that they don't overlap. */
const MOST_NAMES = 9;

/** The numbers of an answer as bars or as a line; the table says the same. Nothing where it has none with names. */
export function ResultChart({ answer }: { answer: Answer }) {
  const intl = useIntl();
  const words = useWords();
  const [chosen, setChosen] = useState("");
  const columns = numberColumns(answer).filter((at) => chartOf(answer, at) !== null);
  const column = columns.find((at) => answer.columns[at] === chosen) ?? columns.at(-1);
  const chart = column === undefined ? null : chartOf(answer, column);
  if (column === undefined || !chart) return null;
  const heading = (at: number) => {
    const told = answer.headings[at];
    return told ? words(told) : (answer.columns[at] ?? "");
  };
  const Drawing = chart.kind === "line" ? Line : Bars;
  return (
    <details className="chart">
      <summary>
        <FormattedMessage id="chart.title" />
      </summary>
      {columns.length > 1 ? (
        <label>
          <FormattedMessage id="chart.column" />{" "}
          <select className="field" value={answer.columns[column]} onChange={(event) => setChosen(event.target.value)}>
            {columns.map((at) => (
              <option key={answer.columns[at]} value={answer.columns[at]}>
                {heading(at)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {chart.points.length < chart.total ? (
        <p role="status">
          <FormattedMessage id="chart.limited" values={{ shown: chart.points.length, total: chart.total }} />
        </p>
      ) : null}
      <figure>
        <Drawing
          chart={chart}
          label={intl.formatMessage(
            { id: "chart.picture" },
            { column: heading(column), count: chart.points.length, kind: chart.kind },
          )}
        />
        <figcaption className="hint">
          <FormattedMessage id="chart.same" values={{ column: heading(column) }} />
        </figcaption>
      </figure>
    </details>
  );
}

interface Properties {
  readonly chart: Chart;
  readonly label: string;
}

function useNames() {
  const words = useWords();
  return (cell: Cell | null) => {
    const name = cell?.label ? words(cell.label) : cell?.iri ? lastPart(cell.iri) : (cell?.value ?? "");
    return [...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join("")}…` : name;
  };
}

/** What tells an IRI from its neighbours; the table has it whole. */
function lastPart(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1) || iri;
}

function scaleOf({ ticks }: Chart, from: number, to: number) {
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)];
  return (value: number) => from + ((value - first) / (last - first)) * (to - from);
}

function Bars({ chart, label }: Properties) {
  const intl = useIntl();
  const name = useNames();
  const height = TOP + chart.points.length * ROW;
  const x = scaleOf(chart, NAMES, WIDTH - RIGHT);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line className="scale" x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height} />
          <text x={x(tick)} y={14} textAnchor="middle">
            {intl.formatNumber(tick)}
          </text>
        </g>
      ))}
      {chart.points.map((point, at) => {
        const y = TOP + at * ROW;
        const [from, to] = [x(Math.min(0, point.value)), x(Math.max(0, point.value))];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and never move
          <g key={at}>
            <text x={NAMES - 8} y={y + 17} textAnchor="end">
              {name(point.label)}
            </text>
            <rect className="mark" x={from} y={y + 3} width={Math.max(to - from, 1)} height={ROW - 7} />
            <text x={to + 6} y={y + 17}>
              {intl.formatNumber(point.value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Line({ chart, label }: Properties) {
  const intl = useIntl();
  const name = useNames();
  const y = scaleOf(chart, HEIGHT - 30, 14);
  const times = chart.points.map(({ time }) => time);
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const x = (time: number) => LEFT + ((time - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const every = Math.ceil(chart.points.length / MOST_NAMES);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line className="scale" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {intl.formatNumber(tick)}
          </text>
        </g>
      ))}
      <polyline className="course" points={chart.points.map(({ time, value }) => `${x(time)},${y(value)}`).join(" ")} />
      {chart.points.map((point, at) => (
        <g key={point.time}>
          <circle className="mark" cx={x(point.time)} cy={y(point.value)} r={4} />
          {at % every === 0 ? (
            <text x={x(point.time)} y={HEIGHT - 10} textAnchor="middle">
              {name(point.label)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
