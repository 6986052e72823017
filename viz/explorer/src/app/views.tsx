/** The views that the navigation shows, in its order. A view's code is loaded when it is opened first. */

import { type ComponentType, lazy } from "react";
import StartView from "../panels/StartView";
import type { ViewName } from "../state/model";

export interface View {
  readonly name: ViewName;
  readonly Component: ComponentType;
  /** Whether the evidence of what is chosen stands beside it. */
  readonly withEvidence: boolean;
  /** Whether it keeps to the filters, which then stand above it. */
  readonly withFilters?: boolean;
}

export const SHOWN_VIEWS: readonly [View, ...View[]] = [
  { name: "start", Component: StartView, withEvidence: false },
  { name: "graph", Component: lazy(() => import("../graph/GraphView")), withEvidence: true, withFilters: true },
  { name: "report", Component: lazy(() => import("../panels/ReportView")), withEvidence: true },
  { name: "questions", Component: lazy(() => import("../panels/QuestionsView")), withEvidence: true },
  { name: "scenarios", Component: lazy(() => import("../panels/ScenariosView")), withEvidence: true },
];

/** The view of a name; the start where there is none yet. */
export function viewOf(name: ViewName): View {
  return SHOWN_VIEWS.find((view) => view.name === name) ?? SHOWN_VIEWS[0];
}
