import { FormattedMessage } from "react-intl";
import { useRelations } from "../api/graph";
import { NO_FILTERS } from "../state/model";
import { EntityLinks } from "./EntityLinks";

const MOST = 12;

interface Properties {
  readonly id: string;
  readonly choose: (part: string) => void;
}

/**
 * The entities that the report calls parts of one, such as “many regional processes”, each of which can be chosen.
 *
 * What is said of a part is said of it alone, so that who looks at the whole finds it nowhere else.
 */
export function PartsOf({ id, choose }: Properties) {
  const { data } = useRelations(id, NO_FILTERS);
  const parts = [
    ...new Set(
      (data?.items ?? [])
        .filter(
          ({ predicate, direction, modality }) => predicate === "partOf" && direction === "in" && modality === "fact",
        )
        .flatMap(({ neighbours }) => neighbours),
    ),
  ];
  const shown = parts.slice(0, MOST);
  return (
    <EntityLinks ids={shown} choose={choose}>
      <FormattedMessage id="evidence.parts" values={{ shown: shown.length, more: parts.length - shown.length }} />
    </EntityLinks>
  );
}
