import { Label, Radio, RadioGroup } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { FORMS, type Form } from "./answers";

/** Whether an answer is shown as a table or on a timeline. */
export function FormRadios({ form, choose }: { form: Form; choose: (form: Form) => void }) {
  return (
    <RadioGroup
      className="radios"
      value={form}
      onChange={(chosen) => choose(chosen === "timeline" ? "timeline" : "table")}
    >
      <Label>
        <FormattedMessage id="questions.form" />
      </Label>
      {FORMS.map((each) => (
        <Radio key={each} value={each} className="radio">
          <span className="ring" aria-hidden="true" />
          <FormattedMessage id={`view.${each}`} />
        </Radio>
      ))}
    </RadioGroup>
  );
}
