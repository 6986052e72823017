import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useExplorer } from "../state/store";
import { mostWithin, placeOf, type Range, ticksOf, yearsIn } from "./axis";
import type { Stretch } from "./extent";
import { Item } from "./Item";
import type { TimelineItem } from "./items";
import { arranged, LABEL, type Step, stepFrom } from "./lanes";

const ROW = 4.7;
const MARGIN = 1;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: "earlier",
  ArrowRight: "later",
  ArrowUp: "above",
  ArrowDown: "below",
  Home: "first",
  End: "last",
};

interface Properties {
  readonly items: readonly TimelineItem[];
  readonly range: Range;
  /** The width of a year in rem. */
  readonly zoom: number;
  readonly order: readonly string[];
  /** The heading of a lane. */
  readonly heading: (lane: string) => ReactNode;
  readonly holder: (id: string) => string;
  /** The days that the filters name, if they do, and the day as at which they look. */
  readonly period: Stretch | null;
  readonly day: { readonly at: number; readonly words: string } | null;
}

/** Statements along an axis of years, in lanes: one is walked to by arrow keys and chosen by Enter. */
export function Chart({ items, range, zoom, order, heading, holder, period, day }: Properties) {
  const intl = useIntl();
  const selection = useExplorer((state) => state.shown.selection);
  const lanes = useMemo(() => arranged(items, range, zoom, order), [items, range, zoom, order]);
  const frame = useRef<HTMLElement>(null);
  const [chosen = ""] = selection.statements;
  const [walked, setWalked] = useState<string>();
  const has = (id: string | undefined) => id !== undefined && items.some((item) => item.id === id);
  // The one that Tab comes to.
  const current = has(walked) ? walked : has(chosen) ? chosen : lanes[0]?.placed[0]?.item.id;
  useScrolling(frame, items, range, zoom, chosen, selection.entities);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset.statement;
    if (!step || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = stepFrom(lanes, from, step);
    if (next === null) return;
    setWalked(next);
    itemOf(frame.current, next)?.focus();
  };
  const width = yearsIn(range) * zoom + LABEL + 2 * MARGIN;
  const at = (years: number) => `${MARGIN + placeOf(years, range, zoom)}rem`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and these are not fields
    <section
      className="timeline-frame paper"
      role="group"
      ref={frame}
      aria-label={intl.formatMessage({ id: "timeline.chart" })}
      onKeyDown={onKeyDown}
    >
      <div className="timeline-sheet" style={{ width: `${width}rem` }}>
        <div className={day ? "timeline-axis with-day" : "timeline-axis"} aria-hidden="true">
          {ticksOf(range, zoom).map((tick) => (
            <span key={tick.at} className={tick.month ? "tick month" : "tick"} style={{ left: at(tick.at) }}>
              {tick.month
                ? intl.formatDate(Date.UTC(2000, tick.month - 1), { month: "short", timeZone: "UTC" })
                : tick.year}
            </span>
          ))}
          {day === null ? null : (
            <span className="tick day" style={{ left: at(day.at) }}>
              {intl.formatMessage({ id: "filters.asAt" })} {day.words}
            </span>
          )}
        </div>
        <div className="timeline-ground" aria-hidden="true">
          {period ? (
            <span
              className="period"
              style={{
                left: at(period.from),
                width: `${placeOf(period.to, range, zoom) - placeOf(period.from, range, zoom)}rem`,
              }}
            />
          ) : null}
          {ticksOf(range, zoom).map((tick) => (
            <span key={tick.at} className={tick.month ? "line month" : "line"} style={{ left: at(tick.at) }} />
          ))}
          {day === null ? null : <span className="line day" style={{ left: at(day.at) }} />}
        </div>
        {lanes.map((lane) => (
          <section key={lane.id} className="timeline-lane">
            <h2>
              <span>{heading(lane.id)}</span> <small>({lane.placed.length})</small>
            </h2>
            <ul className="plain" style={{ height: `${lane.rows * ROW}rem` }}>
              {lane.placed.map((placed) => (
                <Item
                  key={placed.item.id}
                  placed={placed}
                  left={MARGIN + placed.left}
                  top={placed.row * ROW}
                  holder={holder}
                  isCurrent={placed.item.id === current}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function itemOf(frame: HTMLElement | null, id: string) {
  return frame?.querySelector<HTMLElement>(`[data-statement="${CSS.escape(id)}"]`);
}

/**
 * At first the frame stands where most statements begin, of those about the chosen entities where there are some; it
 * keeps its own middle where one zooms; then it shows what is chosen.
 */
function useScrolling(
  frame: { readonly current: HTMLElement | null },
  items: readonly TimelineItem[],
  range: Range,
  zoom: number,
  chosen: string,
  entities: readonly string[],
) {
  const about = useRef(entities);
  about.current = entities;
  const seen = useRef<{ readonly zoom: number; readonly first: number; readonly last: number }>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const before = seen.current;
    seen.current = { zoom, first: range.first, last: range.last };
    const isSame = before !== null && before.first === range.first && before.last === range.last;
    if (isSame && before.zoom !== zoom) {
      const middle = (box.scrollLeft + box.clientWidth / 2) / rem - MARGIN;
      box.scrollLeft = ((middle / before.zoom) * zoom + MARGIN) * rem - box.clientWidth / 2;
    } else if (!isSame) {
      const chosenOnes = items.filter(({ statement: { subject, object } }) =>
        about.current.some((id) => id === subject.id || ("id" in object && id === object.id)),
      );
      const begins = (chosenOnes.length ? chosenOnes : items)
        .map(({ extent }) => placeOf(extent.possible.from, range, zoom))
        .sort((a, b) => a - b);
      box.scrollLeft = mostWithin(begins, box.clientWidth / rem - LABEL - MARGIN) * rem;
    }
  }, [frame, items, range, zoom]);
  useEffect(() => {
    if (chosen) itemOf(frame.current, chosen)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [frame, chosen]);
}
