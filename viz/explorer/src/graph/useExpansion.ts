import { useMutation } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useWords } from "../components/languages";
import { actions } from "../state/store";
import { expandEntity } from "./expansion";

/** Expands an entity and says how much came; `error` and `retry` tell of one that failed. */
export function useExpansion() {
  const intl = useIntl();
  const words = useWords();
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: expandEntity,
    onSuccess: ({ label, added }) =>
      actions.announce(intl.formatMessage({ id: "graph.expanded" }, { count: added, name: words(label) })),
  });
  return { expand: mutate, error, isPending, retry: () => variables !== undefined && mutate(variables) };
}
