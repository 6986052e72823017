import { FormattedMessage, useIntl } from "react-intl";
import type { MessageKey } from "../messages";

interface ChoiceProperties<Value extends string> {
  readonly label: MessageKey;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: MessageKey | number])[];
  readonly choose: (value: Value) => void;
}

/** One of a few words or numbers to be chosen. */
export function ChoiceField<Value extends string>({ label, value, options, choose }: ChoiceProperties<Value>) {
  const intl = useIntl();
  return (
    <label className="form-field">
      <FormattedMessage id={label} />
      <select
        className="field"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.target.value);
          if (chosen) choose(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {typeof words === "number" ? intl.formatNumber(words) : intl.formatMessage({ id: words })}
          </option>
        ))}
      </select>
    </label>
  );
}
