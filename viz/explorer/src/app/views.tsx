/** The views that the navigation shows, in its order. A view's code is loaded when it is opened first. */

import { type ComponentType, lazy } from "react";
import { FormattedMessage } from "react-intl";
import { prefetchGraph } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import StartView from "../start/StartView";
import type { Shown, ViewName } from "../state/model";

export interface View {
  readonly name: ViewName;
  readonly Component: ComponentType;
  /** Fetches its code before it is drawn. */
  readonly fetch?: () => Promise<unknown>;
  /** Whether the evidence of what is chosen stands beside it. */
  readonly withEvidence: boolean;
  /** Whether it keeps to the filters, which then stand above it. */
  readonly withFilters?: boolean;
  /** Whether it shows what only reports have: RDF of somebody else's has none of it. */
  readonly needsReport?: boolean;
}

const fetchGraphView = () => import("../graph/GraphView");

export const SHOWN_VIEWS: readonly [View, ...View[]] = [
  { name: "start", Component: StartView, withEvidence: false },
  {
    name: "graph",
    Component: lazy(fetchGraphView),
    fetch: fetchGraphView,
    withEvidence: true,
    withFilters: true,
  },
  {
    name: "timeline",
    Component: lazy(() => import("../timeline/TimelineView")),
    withEvidence: true,
    withFilters: true,
    needsReport: true,
  },
  {
    name: "table",
    Component: lazy(() => import("../table/TableView")),
    withEvidence: true,
    withFilters: true,
  },
  {
    name: "matrix",
    Component: lazy(() => import("../matrix/MatrixView")),
    withEvidence: true,
    withFilters: true,
    needsReport: true,
  },
  { name: "report", Component: lazy(() => import("../report/ReportView")), withEvidence: true, needsReport: true },
  {
    name: "questions",
    Component: lazy(() => import("../questions/QuestionsView")),
    withEvidence: true,
    needsReport: true,
  },
  {
    name: "sparql",
    Component: lazy(() => import("../sparql/SparqlView")),
    withEvidence: true,
  },
  {
    name: "scenarios",
    Component: lazy(() => import("../scenarios/ScenariosView")),
    withEvidence: true,
    needsReport: true,
  },
  {
    name: "analysis",
    Component: lazy(() => import("../analysis/AnalysisView")),
    withEvidence: true,
    withFilters: true,
  },
];

/** The view of a name; the start where there is none yet. */
export function viewOf(name: ViewName): View {
  return SHOWN_VIEWS.find((view) => view.name === name) ?? SHOWN_VIEWS[0];
}

/** Fetch what the address shows while the vocabulary, which all of it waits for, is on its way. */
export function fetchAhead({ view: name, canvas, filters }: Shown): void {
  const view = viewOf(name);
  // One that fails is asked for again, and its fault told, where it is shown.
  view.fetch?.().catch(() => undefined);
  const ids = Object.keys(canvas);
  if (view.withFilters && ids.length) void prefetchGraph(ids, filters);
}

/** The views of the dataset that is served, in the order of the navigation. */
export function useShownViews(): readonly View[] {
  const { carriesEvidence } = useVocabulary();
  return SHOWN_VIEWS.filter((view) => carriesEvidence || !view.needsReport);
}

/** A view, or why this dataset hasn't got it. */
export function OpenView({ view }: { view: View }) {
  if (useShownViews().includes(view)) return <view.Component />;
  return (
    <p role="status">
      <FormattedMessage id="other.absent" />
    </p>
  );
}
