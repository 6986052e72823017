import { FormattedMessage } from "react-intl";
import { scenarioDiagram, scenarioSheet, useDifference } from "../api/scenarios";
import { DrawButton } from "../components/DrawButton";
import { Fault } from "../components/Fault";
import { FileLink } from "../components/FileLink";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { BRIEFING_FORMS, SHEET_FORMS } from "../components/saving";
import { showUnfiltered } from "../graph/unfiltered";
import { MESSAGES } from "../messages";
import type { Titles } from "../state/model";
import { useExplorer } from "../state/store";
import { SaveDifference } from "./SaveDifference";
import { Part, Statements, Turns } from "./ScenarioParts";
import { endsOfReasons, SIDES, tellDifference } from "./scenarios";

/** What a model would add, end and change, and what is said for and against it; each statement opens its evidence. */
export function ScenarioDifference({ id }: { id: string }) {
  const words = useWords();
  const language = useExplorer((state) => state.shown.language);
  const { data, error, refetch } = useDifference(id);
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const told = tellDifference(data);
  const said = endsOfReasons(told);
  return (
    <article>
      <h1>{words(data.title)}</h1>
      <div className="links">
        <FormattedMessage id="scenarios.text" />
        {SHEET_FORMS.map((form) => (
          <FileLink key={form} address={scenarioSheet(id, language, form)}>
            {form.toUpperCase()}
          </FileLink>
        ))}
      </div>
      <div className="links">
        <a href={scenarioDiagram(id, language)}>
          <FormattedMessage id="scenarios.diagram" />
        </a>
        {BRIEFING_FORMS.map((form) => (
          <FileLink key={form} address={scenarioDiagram(id, language, form)}>
            {form.toUpperCase()}
          </FileLink>
        ))}
      </div>
      <div className="tools-line">
        {said.length ? (
          <DrawButton look="button small" draw={() => showUnfiltered(said, titlesOf(data.title))}>
            <FormattedMessage id="scenarios.graph" />
          </DrawButton>
        ) : null}
        <SaveDifference name={id} title={words(data.title)} told={told} />
      </div>
      {SIDES.map((side) => (
        <Part key={side} name={side} count={told.reasons[side].length}>
          <Statements of={told.reasons[side]} />
        </Part>
      ))}
      <Part name="added" count={told.added.length}>
        <Statements of={told.added} />
      </Part>
      <Part name="ended" count={told.ended.length}>
        <Turns of={told.ended} by="scenarios.because" />
      </Part>
      <Part name="changed" count={told.changed.length}>
        <Turns of={told.changed} by="scenarios.instead" />
      </Part>
      <p className="hint">{words(data.method)}</p>
    </article>
  );
}

/** What the picture of the reasons is called, so that its files aren't those of the model's diagram. */
function titlesOf({ en, zh }: Titles): Titles {
  return { en: `${MESSAGES.en["scenarios.said"]}: ${en}`, zh: `${MESSAGES.zh["scenarios.said"]}：${zh}` };
}
