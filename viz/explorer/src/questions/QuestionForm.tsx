import { type FormEvent, useEffect, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useEntity } from "../api/entities";
import type { Parameter, Question, Values } from "../api/questions";
import { useVocabulary } from "../api/vocabulary";
import { EntityField } from "../components/EntityField";
import { useName, useWords } from "../components/languages";

// Kinds of parameters whose values are chosen, not typed.
const CHOSEN: ReadonlySet<string> = new Set(["entity", "class", "modality"]);

interface Properties {
  readonly question: Question;
  readonly values: Values;
  readonly ask: (values: Values) => void;
}

/**
 * A field for each parameter; asking puts the values that differ from the defaults into the address.
 *
 * What is chosen is asked at once, so that no answer to something else stands below it; what is typed, when it is sent.
 */
export function QuestionForm({ question, values, ask }: Properties) {
  const [given, setGiven] = useState<Values>(values);
  const asked = JSON.stringify(values);
  // Asked elsewhere, by going back or by another entity's name, the fields show what was asked.
  useEffect(() => setGiven(JSON.parse(asked)), [asked]);
  const askFor = (all: Values) => {
    const defaults = Object.fromEntries(question.parameters.map((each) => [each.name, each.default]));
    ask(Object.fromEntries(Object.entries(all).filter(([name, value]) => value && value !== defaults[name])));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    askFor(given);
  };
  const change = ({ name, kind }: Parameter, value: string) => {
    const all = { ...given, [name]: value };
    setGiven(all);
    if (CHOSEN.has(kind)) askFor(all);
  };
  return (
    <form className="question-form" onSubmit={submit}>
      {question.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={given[parameter.name] ?? parameter.default}
          change={(value) => change(parameter, value)}
        />
      ))}
      {question.parameters.every(({ kind }) => CHOSEN.has(kind)) ? null : (
        <Button className="button" type="submit">
          <FormattedMessage id="questions.ask" />
        </Button>
      )}
    </form>
  );
}

/** What a value of a kind looks like. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  first_day: "2006",
  day: "2006",
  number: "2",
  paragraph: "46",
};

interface FieldProperties {
  readonly parameter: Parameter;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Field({ parameter, value, change }: FieldProperties) {
  const words = useWords();
  const vocabulary = useVocabulary();
  const label = words(parameter.label);
  if (parameter.kind === "entity") return <NamedField label={label} value={value} change={change} />;
  const terms =
    parameter.kind === "class" ? vocabulary.classes : parameter.kind === "modality" ? vocabulary.modalities : null;
  if (terms) {
    return (
      <label className="form-field">
        <span>{label}</span>
        <select className="field" value={value} onChange={(event) => change(event.target.value)}>
          {[...terms.values()].map((term) => (
            <option key={term.id} value={term.id}>
              {words(term.label)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <TextField className="form-field" value={value} onChange={change}>
      <Label>{label}</Label>
      <Input className="field" placeholder={PLACEHOLDERS[parameter.kind] ?? ""} />
    </TextField>
  );
}

/** The field of an entity: it shows the name, and gives the id. */
function NamedField({ label, value, change }: { label: string; value: string; change: (id: string) => void }) {
  const name = useName();
  const { data } = useEntity(value);
  return (
    <EntityField
      key={`${value} ${data ? name(data) : ""}`}
      label={label}
      name={data ? name(data) : value}
      choose={change}
    />
  );
}
