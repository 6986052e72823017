import { FormattedMessage } from "react-intl";
import { MOST_TOLD } from "../api/selected";
import { FileLink } from "./FileLink";
import { SHEET_FORMS } from "./saving";

interface Properties {
  /** Of the rows that they hold. */
  readonly count: number;
  /** Where the service gives the file of a form. */
  readonly address: (form: string) => string;
}

/** Links that save rows as documents with the exact words of the report, while they are few enough for one. */
export function Documents({ count, address }: Properties) {
  if (!count) return null;
  if (count > MOST_TOLD) {
    return (
      <span className="hint">
        <FormattedMessage id="table.document.many" values={{ most: MOST_TOLD }} />
      </span>
    );
  }
  return SHEET_FORMS.map((form) => (
    <FileLink key={form} look="tool" address={address(form)}>
      <FormattedMessage id="table.document" values={{ form: form.toUpperCase(), count }} />
    </FileLink>
  ));
}
