import { type Scope, useNames, useSelectedStatements } from "../api/selected";
import { idsInSight } from "../state/selection";
import { useExplorer } from "../state/store";

const SCOPE = "scope";
// Before the id of the entity that alone is looked at.
const OF = "of-";

type Details = Readonly<Record<string, string>>;

/** Of what statements are shown, as the address holds it; `of` is the entity of that scope. */
export function readScope(details: Details): { readonly scope: Scope; readonly of?: string } {
  const text = details[SCOPE] ?? "";
  if (text.startsWith(OF)) return { scope: "of", of: text.slice(OF.length) };
  return { scope: text === "about" ? "about" : "among" };
}

/** `details` with another scope. */
export function withScope(details: Details, scope: Scope, of = ""): Details {
  const { [SCOPE]: _, ...others } = details;
  if (scope === "among") return others;
  return { ...others, [SCOPE]: scope === "of" ? `${OF}${of}` : scope };
}

/**
 * The statements that table, timeline and matrix show, with the names they need.
 *
 * @param withDating whether what dates an entity of the canvas, such as its founding by another, is shown with it.
 */
export function useSelected(withDating = false) {
  const { canvas, filters, details } = useExplorer((state) => state.shown);
  const { scope, of } = readScope(details);
  const ids = of === undefined ? idsInSight(canvas) : [of];
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
