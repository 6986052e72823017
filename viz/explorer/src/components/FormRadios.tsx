import { FORMS, type Form } from "./answers";
import { RadioField } from "./RadioField";

/** Whether an answer is shown as a table or on a timeline. */
export function FormRadios({ form, choose }: { form: Form; choose: (form: Form) => void }) {
  return (
    <RadioField
      label="questions.form"
      value={form}
      options={FORMS.map((each) => [each, `view.${each}`])}
      choose={choose}
    />
  );
}
