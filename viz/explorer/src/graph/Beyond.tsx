import { useMutation } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import type { GraphAnswer } from "../api/graph";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { isNarrowed } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { bringEveryone } from "./expansion";

/** To how many more entities the chosen one is tied, and a button that brings them. */
export function Beyond({ graph }: { graph: GraphAnswer }) {
  const intl = useIntl();
  const words = useWords();
  const { filters, selection } = useExplorer((state) => state.shown);
  const { mutate, error, isPending } = useMutation({
    mutationFn: bringEveryone,
    onSuccess: (count) => actions.announce(intl.formatMessage({ id: "graph.brought" }, { count })),
  });
  const chosen = graph.entities.find(({ id }) => id === selection.entities.at(-1));
  if (!chosen?.beyond) return null;
  const { id, beyond: count, short_label } = chosen;
  const values = { count, name: words(short_label), narrowed: String(isNarrowed(filters)) };
  return (
    <span className="narrowed" role="status">
      <FormattedMessage id="graph.beyond" values={values} />{" "}
      <Button className="link" isPending={isPending} onPress={() => mutate(id)}>
        <FormattedMessage id="graph.beyond.bring" />
      </Button>
      {error ? <Fault error={error} retry={() => mutate(id)} /> : null}
    </span>
  );
}
