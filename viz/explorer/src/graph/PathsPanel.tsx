import { type RefObject, useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { type PathsAnswer, usePaths } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { DrawButton } from "../components/DrawButton";
import { EntityLink } from "../components/EntityLink";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { StatementLink } from "../components/StatementLink";
import type { Language } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { showTogether } from "./expansion";
import { endsOf, LONGEST, restingOn, SHORT } from "./paths";
import { placesAlong } from "./placement";

/** The paths between the two entities that the address names, each step with its statements. */
export function PathsPanel() {
  const details = useExplorer((state) => state.shown.details);
  const ends = endsOf(details.ends);
  const panel = useRef<HTMLElement>(null);
  // Paths that are asked for come below the picture: the focus leads there. A link that is opened begins at its top.
  const before = useRef(details.ends);
  useEffect(() => {
    if (details.ends && details.ends !== before.current) panel.current?.focus();
    before.current = details.ends;
  }, [details.ends]);
  return ends ? (
    <Paths panel={panel} from={ends[0]} to={ends[1]} steps={details.steps === String(LONGEST) ? LONGEST : SHORT} />
  ) : null;
}

interface Properties {
  readonly panel: RefObject<HTMLElement | null>;
  readonly from: string;
  readonly to: string;
  readonly steps: number;
}

function Paths({ panel, from, to, steps }: Properties) {
  const intl = useIntl();
  const { details, filters } = useExplorer((state) => state.shown);
  const { data, error, refetch } = usePaths(from, to, steps, filters);
  const close = () => {
    const { ends, steps: _, ...others } = details;
    actions.setDetails(others);
    focusPicture();
  };
  const drawAlone = async ({ paths, entities }: PathsAnswer) => {
    const along = [...new Set(paths.flatMap((path) => path.entities))];
    const name = (language: Language, id: string) => entities.find((each) => each.id === id)?.label[language] ?? id;
    const titled = (language: Language) => `${name(language, from)} – ${name(language, to)}`;
    await showTogether(along, { en: titled("en"), zh: titled("zh") }, details);
    focusPicture();
  };
  return (
    <section ref={panel} tabIndex={-1} className="paths" aria-label={intl.formatMessage({ id: "paths.title" })}>
      <h2>
        <FormattedMessage id="paths.between" values={{ from: <EntityLink id={from} />, to: <EntityLink id={to} /> }} />
      </h2>
      {error ? <Fault error={error} retry={refetch} /> : null}
      {data || error ? null : <Loading />}
      {data ? (
        <p className="hint" role="status">
          <FormattedMessage id="paths.found" values={{ count: data.total, steps }} />{" "}
          {data.left_out ? <FormattedMessage id="paths.limited" values={{ shown: data.paths.length }} /> : null}{" "}
          {data.complete ? null : <FormattedMessage id="paths.incomplete" />}
        </p>
      ) : null}
      <p>
        {steps < LONGEST ? (
          <Button className="button small" onPress={() => actions.setDetails({ ...details, steps: String(LONGEST) })}>
            <FormattedMessage id="paths.longer" values={{ steps: LONGEST }} />
          </Button>
        ) : null}{" "}
        {data?.paths.length ? (
          <DrawButton look="button small" draw={() => drawAlone(data)}>
            <FormattedMessage id="paths.alone" values={{ count: data.paths.length }} />
          </DrawButton>
        ) : null}{" "}
        <Button className="button small" onPress={close}>
          <FormattedMessage id="paths.close" />
        </Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <ol tabIndex={0}>
        {data?.paths.map((path, at) => (
          <PathSteps key={path.entities.join(" ")} path={path} answer={data} isOpen={at === 0} />
        ))}
      </ol>
    </section>
  );
}

/** The picture stands above the paths: who draws one wants to see it. */
function focusPicture() {
  document.querySelector<HTMLElement>(".canvas")?.focus();
}

interface PathProperties {
  readonly path: PathsAnswer["paths"][number];
  readonly answer: PathsAnswer;
  readonly isOpen: boolean;
}

function PathSteps({ path, answer, isOpen }: PathProperties) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const names = new Map(answer.entities.map((entity) => [entity.id, words(entity.label)]));
  const statements = new Map(answer.statements.map((statement) => [statement.id, statement]));
  const resting = restingOn(path.steps, statements);
  const statuses = resting.map((id) => words(vocabulary.modalities.get(id)?.label ?? { zh: id, en: id }));
  const draw = () => {
    actions.place(placesAlong(path.entities, useExplorer.getState().shown.canvas));
    actions.select({ entities: [], statements: path.steps.flat() });
    focusPicture();
  };
  return (
    <li>
      <details open={isOpen}>
        <summary>
          <b>{path.entities.map((id) => names.get(id) ?? id).join(" – ")}</b>{" "}
          <span className="hint">
            {resting.length ? (
              <FormattedMessage id="paths.resting" values={{ statuses: intl.formatList(statuses) }} />
            ) : (
              <FormattedMessage id="paths.facts" />
            )}
          </span>
        </summary>
        <Button className="button small" onPress={draw}>
          <FormattedMessage id="paths.draw" />
        </Button>
        <ol className="steps">
          {path.steps.map((step) => (
            <li key={step.join(" ")}>
              <ul className="statements">
                {step.map((id) => {
                  const statement = statements.get(id);
                  return statement ? (
                    <li key={id}>
                      <StatementLink statement={statement} />
                    </li>
                  ) : null;
                })}
              </ul>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
