import { Input, Label, TextField } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { LONGEST_TITLE } from "../state/model";
import { actions, useExplorer } from "../state/store";

interface Properties {
  readonly label: "share.title" | "table.document.name";
  /** What the files are called where nothing is given. */
  readonly usual: string;
}

/** What files of what is shown are called, in the language that is shown. */
export function TitleField({ label, usual }: Properties) {
  const title = useExplorer(({ shown }) => shown.titles[shown.language]);
  return (
    <TextField className="form-field" value={title} onChange={actions.setTitle} maxLength={LONGEST_TITLE}>
      <Label>
        <FormattedMessage id={label} />
      </Label>
      <Input className="field" placeholder={usual} />
    </TextField>
  );
}
