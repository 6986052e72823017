import { type ReactNode, useState } from "react";
import {
  Button,
  Checkbox,
  CheckboxGroup,
  FieldError,
  Input,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  TextField,
} from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useCertainties, useChoices } from "../api/filters";
import { useLabels } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { ClassMark, LineMark } from "../components/marks";
import { readScope } from "../components/useSelected";
import { CERTAINTIES, type Filters } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { isDate, toDates, yearsOf } from "./filtering";

// What of a list still leaves the next one in sight.
const MOST_OPEN = 15;

type Kind = "classes" | "families" | "modalities" | "holders" | "sections" | "certainties";

/** All that the views can be narrowed to, with how often it stands on the graph; below it what closes it. */
export function FilterChoices({ children }: { children: ReactNode }) {
  const words = useWords();
  const vocabulary = useVocabulary();
  const canvas = useExplorer((state) => state.shown.canvas);
  const filters = useExplorer((state) => state.shown.filters);
  const details = useExplorer((state) => state.shown.details);
  const { choices, error, refetch } = useChoices(canvas, readScope(details));
  const used = (counts: ReadonlyMap<string, number> | undefined, kind: Kind) => (id: string) =>
    !choices || counts?.has(id) || filters[kind].includes(id);
  const holders = [...new Set([...(choices?.holders.keys() ?? []), ...filters.holders])].sort();
  const names = useLabels(holders);
  return (
    <div className="filter-panel">
      <p className="hint">
        <FormattedMessage id="filters.lead" />
      </p>
      {error ? <Fault error={error} retry={refetch} /> : null}
      <Several kind="classes" counts={choices?.classes}>
        {[...vocabulary.classes.values()]
          .filter(({ id }) => used(choices?.classes, "classes")(id))
          .map(({ id, label }) => [id, <ClassMark key="mark" id={id} />, words(label)])}
      </Several>
      <Several kind="families" counts={choices?.families}>
        {[...vocabulary.families.values()]
          .filter(({ id }) => used(choices?.families, "families")(id))
          .map(({ id, label }) => [id, null, words(label)])}
      </Several>
      <Several kind="modalities" counts={choices?.modalities}>
        {[...vocabulary.modalities.values()]
          .filter(({ id }) => used(choices?.modalities, "modalities")(id))
          .map(({ id, label, style }) => [id, <LineMark key="mark" look={style} />, words(label)])}
      </Several>
      {vocabulary.carriesEvidence ? (
        <>
          <Several kind="holders" counts={choices?.holders}>
            {holders.map((id) => [id, null, words(names.get(id) ?? { zh: id, en: id })])}
          </Several>
          <Several kind="sections" counts={undefined}>
            {vocabulary.sections.map(({ id, title }) => [id, null, `${id} ${words(title)}`])}
          </Several>
          <Times years={choices?.years} />
        </>
      ) : null}
      <p>{children}</p>
    </div>
  );
}

interface SeveralProperties {
  readonly kind: Kind;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly children: readonly (readonly [id: string, mark: ReactNode, name: ReactNode])[];
}

/** One filter of which several values can be kept; none chosen keeps all. */
function Several({ kind, counts, children }: SeveralProperties) {
  const intl = useIntl();
  const filters = useExplorer((state) => state.shown.filters);
  // Many would push what comes after them out of sight.
  const [isOpen, setOpen] = useState<boolean>();
  const heading = intl.formatMessage({ id: `filters.${kind}` });
  return (
    <details
      open={isOpen ?? (children.length <= MOST_OPEN || filters[kind].length > 0)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="heading">
        {heading} {children.length > MOST_OPEN ? <small>({children.length})</small> : null}
      </summary>
      {kind === "holders" && children.length ? (
        <p className="hint">
          <FormattedMessage id="filters.holders.hint" />
        </p>
      ) : null}
      <CheckboxGroup
        aria-label={heading}
        className="choices"
        value={[...filters[kind]]}
        onChange={(chosen) => actions.setFilters({ [kind]: chosen })}
      >
        {children.map(([id, mark, name]) => (
          <Checkbox key={id} value={id} className="check used">
            <span className="box" aria-hidden="true" />
            {mark}
            <span>
              {name} {counts?.has(id) ? <small>({counts.get(id)})</small> : null}
            </span>
          </Checkbox>
        ))}
        {children.length ? null : (
          <p className="hint">
            <FormattedMessage id="filters.nothing" />
          </p>
        )}
      </CheckboxGroup>
    </details>
  );
}

/** The days that statements fall into: by a slider over the years that the graph's statements have, or typed. */
function Times({ years }: { years: readonly [number, number] | undefined }) {
  const intl = useIntl();
  const canvas = useExplorer((state) => state.shown.canvas);
  const filters = useExplorer((state) => state.shown.filters);
  const details = useExplorer((state) => state.shown.details);
  const counts = useCertainties(canvas, { ...filters, certainties: [] }, readScope(details));
  const [moving, setMoving] = useState<readonly [number, number]>();
  const isTimed = Boolean(filters.from || filters.to || filters.asAt);
  return (
    <fieldset className="times">
      <legend className="heading">
        <FormattedMessage id="filters.time" />
      </legend>
      {years ? (
        <Slider
          className="slider"
          minValue={years[0]}
          maxValue={years[1]}
          formatOptions={{ useGrouping: false }}
          value={[...(moving ?? yearsOf(filters, years))]}
          onChange={(value) => setMoving(pair(value, years))}
          onChangeEnd={(value) => {
            setMoving(undefined);
            actions.setFilters(toDates(pair(value, years), years));
          }}
        >
          <Label>
            <FormattedMessage id="filters.years" />
          </Label>
          <SliderOutput />
          <SliderTrack className="track">
            <SliderThumb className="thumb" index={0} aria-label={intl.formatMessage({ id: "filters.from" })} />
            <SliderThumb className="thumb" index={1} aria-label={intl.formatMessage({ id: "filters.to" })} />
          </SliderTrack>
        </Slider>
      ) : null}
      <div className="dates">
        {(["from", "to", "asAt"] as const).map((kind) => (
          <DateField key={`${kind} ${filters[kind]}`} kind={kind} value={filters[kind]} />
        ))}
      </div>
      <p role="status" className="hint">
        {isTimed && counts && !filters.certainties.length ? (
          <FormattedMessage id="filters.certain" values={{ ...counts }} />
        ) : (
          <FormattedMessage id="filters.dates" />
        )}
      </p>
      <Several kind="certainties" counts={counts && new Map(Object.entries(counts))}>
        {CERTAINTIES.map((each) => [each, null, intl.formatMessage({ id: `filters.sure.${each}` })])}
      </Several>
    </fieldset>
  );
}

/** The two values of a slider. */
function pair(values: number | readonly number[], [first, last]: readonly [number, number]): [number, number] {
  const [from = first, to = last] = typeof values === "number" ? [values] : values;
  return [from, to];
}

/** A date that is typed; it counts once it is whole. */
function DateField({ kind, value }: { kind: "from" | "to" | "asAt"; value: string }) {
  const [typed, setTyped] = useState(value);
  const [isFaulty, setFaulty] = useState(false);
  const take = () => {
    const date = typed.trim();
    setFaulty(!isDate(date));
    if (isDate(date) && date !== value) actions.setFilters({ [kind]: date } as Partial<Filters>);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        className="form-field"
        value={typed}
        onChange={setTyped}
        onBlur={take}
        isInvalid={isFaulty}
        validationBehavior="aria"
      >
        <Label>
          <FormattedMessage id={`filters.${kind}`} />
        </Label>
        <Input className="field" placeholder="2006-09" size={10} />
        <FieldError className="field-error">
          <FormattedMessage id="filters.date.faulty" />
        </FieldError>
      </TextField>
      <Button type="submit" className="hidden" excludeFromTabOrder>
        <FormattedMessage id={`filters.${kind}`} />
      </Button>
    </form>
  );
}
