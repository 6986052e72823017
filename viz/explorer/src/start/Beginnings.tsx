import { useQueries } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { api } from "../api/client";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { type Names, useName } from "../components/languages";
import { ClassMark } from "../components/marks";
import { beginWith } from "../graph/unfiltered";
import { useExpansion } from "../graph/useExpansion";

/** What the report is most about, by names that both languages know. */
const NAMES = ["GFMD", "GMG", "IOM", "United Nations", "ICRMW"];

/** A few entities to begin the graph with. */
export function Beginnings() {
  const { carriesEvidence, beginnings } = useVocabulary();
  if (carriesEvidence) return <OfTheReport />;
  return (
    <Choices
      entities={beginnings.map(({ label, ...rest }) => ({ ...rest, labels: { zh: [label.zh], en: [label.en] } }))}
    />
  );
}

function OfTheReport() {
  const found = useQueries({
    queries: NAMES.map((q) => api.queryOptions("get", "/api/entities", { params: { query: { q, limit: 1 } } })),
  });
  if (found.some((each) => each.isPending)) return <Loading />;
  const failed = found.find((each) => each.error);
  if (failed) return <Fault error={failed.error} retry={failed.refetch} />;
  const entities = new Map(found.flatMap(({ data }) => data?.items ?? []).map((entity) => [entity.id, entity]));
  return <Choices entities={[...entities.values()]} />;
}

interface Choice {
  readonly id: string;
  readonly class: string;
  readonly labels: Names;
}

function Choices({ entities }: { entities: readonly Choice[] }) {
  const name = useName();
  const expansion = useExpansion(beginWith);
  return (
    <>
      <ul className="beginnings">
        {entities.map((entity) => (
          <li key={entity.id}>
            <Button className="choice" onPress={() => expansion.expand(entity.id)}>
              <ClassMark id={entity.class} />
              <span>
                <FormattedMessage id="start.open.graph" values={{ name: <b>{name(entity)}</b> }} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
    </>
  );
}
