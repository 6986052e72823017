import { FormattedMessage } from "react-intl";
import { comparisonSheet, useDifferences } from "../api/scenarios";
import { Fault } from "../components/Fault";
import { FileLink } from "../components/FileLink";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { SHEET_FORMS } from "../components/saving";
import { useExplorer } from "../state/store";
import { Silence, Statements } from "./ScenarioParts";
import { SIDES, tellDifference } from "./scenarios";

/** Some models beside each other: what each is, what it would take, what is said for it and against it. */
export function ScenarioComparison({ ids }: { ids: readonly string[] }) {
  const words = useWords();
  const language = useExplorer((state) => state.shown.language);
  const found = useDifferences(ids);
  const failed = found.find(({ error }) => error);
  if (failed) return <Fault error={failed.error} retry={failed.refetch} />;
  const models = found.flatMap(({ data }) => data ?? []);
  if (models.length < ids.length) return <Loading />;
  const told = models.map((data) => ({ title: words(data.title), reasons: tellDifference(data).reasons }));
  return (
    <article>
      <h1>
        <FormattedMessage id="scenarios.compared" values={{ count: ids.length }} />
      </h1>
      <div className="links">
        <FormattedMessage id="scenarios.compared.text" />
        {SHEET_FORMS.map((form) => (
          <FileLink key={form} address={comparisonSheet(ids, language, form)}>
            {form.toUpperCase()}
          </FileLink>
        ))}
      </div>
      {SIDES.map((side) => (
        <section key={side}>
          <h2>
            <FormattedMessage id={`scenarios.part.${side}`} />
          </h2>
          <div className="compared">
            {told.map(({ title, reasons }, at) => (
              <section key={ids[at]}>
                <h3>
                  <FormattedMessage id="scenarios.counted" values={{ title, count: reasons[side].length }} />
                </h3>
                {reasons[side].length ? <Statements of={reasons[side]} /> : <Silence of={side} />}
              </section>
            ))}
          </div>
        </section>
      ))}
      <p className="hint">{models[0] ? words(models[0].method) : null}</p>
    </article>
  );
}
