import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { expandEntity, prepareExpansion } from "./expansion";

// Milliseconds that an entity stays chosen before it is made ready: who walks along relations passes many.
const PAUSE = 100;

/** Expands an entity and says how much came, or begins anew with it; `error` and `retry` tell of one that failed. */
export function useExpansion(expand = expandEntity) {
  const intl = useIntl();
  const words = useWords();
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: expand,
    onSuccess: ({ label, added }) =>
      actions.announce(intl.formatMessage({ id: "graph.expanded" }, { count: added, name: words(label) })),
  });
  return { expand: mutate, error, isPending, retry: () => variables !== undefined && mutate(variables) };
}

/** Has the chosen entity ready to be expanded. */
export function usePreparedExpansion(): void {
  const { canvas, filters, selection } = useExplorer((state) => state.shown);
  const chosen = selection.entities.at(-1);
  useEffect(() => {
    if (chosen === undefined) return;
    // One that fails is asked for again, and its fault told, when it is wanted.
    const waiting = setTimeout(() => prepareExpansion(chosen, canvas, filters).catch(() => undefined), PAUSE);
    return () => clearTimeout(waiting);
  }, [chosen, canvas, filters]);
}
