import { FormattedMessage } from "react-intl";
import { MOST_TOLD, statementsDocument } from "../api/selected";
import { LONGEST_TITLE } from "../state/model";
import { useExplorer } from "../state/store";
import { FileLink } from "./FileLink";
import { SHEET_FORMS } from "./saving";

/** Links that save statements as documents with their exact words, while they are few enough for one. */
export function Documents({ ids, title = "" }: { ids: readonly string[]; title?: string }) {
  const { language } = useExplorer((state) => state.shown);
  if (!ids.length) return null;
  if (ids.length > MOST_TOLD) {
    return (
      <span className="hint">
        <FormattedMessage id="table.document.many" values={{ most: MOST_TOLD }} />
      </span>
    );
  }
  return SHEET_FORMS.map((form) => (
    <FileLink key={form} look="tool" address={statementsDocument(ids, language, form, title.slice(0, LONGEST_TITLE))}>
      <FormattedMessage id="table.document" values={{ form: form.toUpperCase(), count: ids.length }} />
    </FileLink>
  ));
}
