import { Label, Radio, RadioGroup } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { MessageKey } from "../messages";

interface Properties<Value extends string> {
  readonly label: MessageKey;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: MessageKey])[];
  /** What some of the words name. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly choose: (value: Value) => void;
}

/** One of a few, all of which are seen. */
export function RadioField<Value extends string>({ label, value, options, values, choose }: Properties<Value>) {
  const change = (chosen: string) => {
    const found = options.find(([each]) => each === chosen);
    if (found) choose(found[0]);
  };
  return (
    <RadioGroup className="radios" value={value} onChange={change}>
      <Label>
        <FormattedMessage id={label} {...(values ? { values } : {})} />
      </Label>
      {options.map(([each, words]) => (
        <Radio key={each} value={each} className="radio">
          <span className="ring" aria-hidden="true" />
          <FormattedMessage id={words} {...(values ? { values } : {})} />
        </Radio>
      ))}
    </RadioGroup>
  );
}
