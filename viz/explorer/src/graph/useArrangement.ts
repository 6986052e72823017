import { useMutation } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { idsInSight } from "../state/selection";
import { actions, useExplorer } from "../state/store";
import { fetchArrangement, type Layout } from "./arrangement";

/** Arranges what is to be seen on the canvas, what is pinned aside; `error` and `retry` tell of one that failed. */
export function useArrangement() {
  const intl = useIntl();
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: async (layout: Layout) => {
      const { canvas, filters } = useExplorer.getState().shown;
      const ids = idsInSight(canvas);
      const places = await fetchArrangement(ids, layout, filters);
      // What was pinned or went away meanwhile stays where it is.
      const now = useExplorer.getState().shown.canvas;
      const free = Object.entries(places).filter(([id]) => now[id] && !now[id].pinned);
      actions.place(Object.fromEntries(free));
    },
    onSuccess: (_, layout) => {
      const values = { layout: intl.formatMessage({ id: `layout.${layout}` }) };
      actions.announce(intl.formatMessage({ id: "layout.done" }, values));
    },
  });
  return { arrange: mutate, error, isPending, retry: () => variables && mutate(variables) };
}
