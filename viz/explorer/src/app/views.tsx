/** The views that the navigation shows, in its order. A view's code is loaded when it is opened first. */

import { FormattedMessage } from "react-intl";
import { prefetchGraph } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { type Code, codeOf, Later } from "../components/Later";
import StartView from "../start/StartView";
import type { Shown, ViewName } from "../state/model";

export interface View {
  readonly name: ViewName;
  readonly code: Code<object>;
  /** Whether the evidence of what is chosen stands beside it. */
  readonly withEvidence: boolean;
  /** Whether it keeps to the filters, which then stand above it. */
  readonly withFilters?: boolean;
  /** Whether it shows what only reports have: RDF of somebody else's has none of it. */
  readonly needsReport?: boolean;
}

export const SHOWN_VIEWS: readonly [View, ...View[]] = [
  { name: "start", code: { Component: StartView, fetch: async () => undefined }, withEvidence: false },
  {
    name: "graph",
    code: codeOf(() => import("../graph/GraphView")),
    withEvidence: true,
    withFilters: true,
  },
  {
    name: "timeline",
    code: codeOf(() => import("../timeline/TimelineView")),
    withEvidence: true,
    withFilters: true,
    needsReport: true,
  },
  {
    name: "table",
    code: codeOf(() => import("../table/TableView")),
    withEvidence: true,
    withFilters: true,
  },
  {
    name: "matrix",
    code: codeOf(() => import("../matrix/MatrixView")),
    withEvidence: true,
    withFilters: true,
    needsReport: true,
  },
  { name: "report", code: codeOf(() => import("../report/ReportView")), withEvidence: true, needsReport: true },
  {
    name: "questions",
    code: codeOf(() => import("../questions/QuestionsView")),
    withEvidence: true,
    needsReport: true,
  },
  {
    name: "sparql",
    code: codeOf(() => import("../sparql/SparqlView")),
    withEvidence: true,
  },
  {
    name: "scenarios",
    code: codeOf(() => import("../scenarios/ScenariosView")),
    withEvidence: true,
    needsReport: true,
  },
  {
    name: "analysis",
    code: codeOf(() => import("../analysis/AnalysisView")),
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
  view.code.fetch().catch(() => undefined);
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
  if (useShownViews().includes(view)) return <Later code={view.code} props={{}} />;
  return (
    <p role="status">
      <FormattedMessage id="other.absent" />
    </p>
  );
}
