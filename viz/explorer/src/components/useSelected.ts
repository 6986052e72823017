import { type Scope, useNames, useSelectedStatements } from "../api/selected";
import { useExplorer } from "../state/store";

const SCOPE = "scope";

/**
 * The statements that table, timeline and matrix show, with the names they need.
 *
 * @param withDating whether what dates an entity of the canvas, such as its founding by another, is shown with it.
 */
export function useSelected(withDating = false) {
  const { canvas, filters, details } = useExplorer((state) => state.shown);
  const ids = Object.keys(canvas).filter((id) => !canvas[id]?.hidden);
  const scope: Scope = details[SCOPE] === "about" ? "about" : "among";
  const statements = useSelectedStatements(ids, filters, scope, { withDating });
  const names = useNames();
  const error = statements.error ?? names.error;
  return {
    ids,
    filters,
    scope,
    statements: statements.data,
    names: names.data,
    error,
    isWaiting: statements.isFetching || names.isFetching,
    retry: () => {
      if (statements.error) statements.refetch();
      if (names.error) names.refetch();
    },
  };
}

/** `details` with another scope. */
export function withScope(details: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  const { [SCOPE]: _, ...others } = details;
  return scope === "about" ? { ...others, [SCOPE]: scope } : others;
}
