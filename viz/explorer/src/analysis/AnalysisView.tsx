import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { type Measure, type Network, useMeasures } from "../api/analysis";
import { useVocabulary } from "../api/vocabulary";
import { ChoiceField } from "../components/ChoiceField";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { RadioField } from "../components/RadioField";
import { CLASSES, KINDS } from "../matrix/kinds";
import { idsInSight } from "../state/selection";
import { actions, useExplorer } from "../state/store";
import { type Asked, isOfGroups, readAsked, STANCES, STATUSES, toDetails } from "./analysis";
import { Figures } from "./Figures";

/** What the network of statements shows as a whole: one measure at a time, each figure with its statements. */
export default function AnalysisView() {
  const { details, canvas, filters } = useExplorer((state) => state.shown);
  const { carriesEvidence } = useVocabulary();
  const { data, error, refetch } = useMeasures();
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const asked = readAsked(
    details,
    data.items.map(({ id }) => id),
  );
  const measure = data.items.find(({ id }) => id === asked.measure);
  const ids = idsInSight(canvas);
  const onCanvas = asked.onCanvas && ids.length > 0;
  // RDF of somebody else's knows one status only.
  const chosen = carriesEvidence ? STATUSES[asked.stance] : STATUSES.every;
  const statuses = filters.modalities.length ? filters.modalities : chosen;
  // The classes are those of our own ontology.
  const isOfKinds = carriesEvidence && !isOfGroups(asked.measure);
  const of = isOfKinds && asked.kind ? CLASSES[asked.kind] : [];
  const network: Network = { ids: onCanvas ? ids : [], statuses, filters, of };
  return (
    <section className="view analysis">
      <h1 className="hidden">
        <FormattedMessage id="view.analysis" />
      </h1>
      <p className="lead">
        <FormattedMessage id="analysis.lead" />
      </p>
      <MeasureChoice measures={data.items} asked={asked} />
      <div className="scope">
        {carriesEvidence ? <StanceChoice asked={asked} filtered={filters.modalities} /> : null}
        {ids.length ? (
          <RadioField
            label="analysis.within"
            value={onCanvas ? "canvas" : "whole"}
            options={[
              ["whole", "analysis.whole"],
              ["canvas", "analysis.canvas"],
            ]}
            values={{ count: ids.length }}
            choose={(value) => change(asked, { onCanvas: value === "canvas" })}
          />
        ) : null}
        {isOfKinds ? (
          <ChoiceField
            label="analysis.kind"
            value={asked.kind}
            options={[["", "analysis.kind.all"], ...KINDS.map((kind) => [kind, `analysis.kind.${kind}`] as const)]}
            choose={(kind) => change(asked, { kind })}
          />
        ) : null}
      </div>
      {measure ? <Figures key={measure.id} measure={measure} asked={asked} network={network} /> : null}
    </section>
  );
}

/** Ask for something else; what was open of the figures before isn't any more. */
function change(asked: Asked, changes: Partial<Asked>): void {
  actions.setDetails(toDetails({ ...asked, figure: "", ...changes }));
}

function MeasureChoice({ measures, asked }: { measures: readonly Measure[]; asked: Asked }) {
  const words = useWords();
  return (
    <ul className="chips measures">
      {measures.map(({ id, title }) => (
        <li key={id}>
          <Button className="chip" aria-current={id === asked.measure} onPress={() => change(asked, { measure: id })}>
            {words(title)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whether proposals count. A filter of the statuses says so itself. */
function StanceChoice({ asked, filtered }: { asked: Asked; filtered: readonly string[] }) {
  const words = useWords();
  const { modalities } = useVocabulary();
  if (filtered.length) {
    const statuses = filtered.map((id) => words(modalities.get(id)?.label ?? { zh: id, en: id })).join(", ");
    return (
      <p>
        <FormattedMessage id="analysis.filtered" values={{ statuses }} />
      </p>
    );
  }
  return (
    <RadioField
      label="analysis.count"
      value={asked.stance}
      options={STANCES.map((each) => [each, `analysis.${each}`])}
      choose={(stance) => change(asked, { stance })}
    />
  );
}
