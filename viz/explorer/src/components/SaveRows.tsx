import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { actions } from "../state/store";
import { toCsv } from "./csv";
import { saveFile } from "./saving";
import { toWorkbook } from "./workbook";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Properties {
  /** The name of the files, without their ends. */
  readonly name: string;
  /** The name of the sheet. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly count: number;
  /** The cells of each row; asked for once they are to be saved. */
  readonly cells: () => readonly (readonly string[])[];
}

/** Buttons that save rows as CSV and as an Excel workbook. */
export function SaveRows({ name, title, headings, count, cells }: Properties) {
  const intl = useIntl();
  const save = (end: string, body: Blob) => {
    saveFile(`${name}.${end}`, body);
    actions.announce(intl.formatMessage({ id: "share.saved" }, { name: `${name}.${end}` }));
  };
  return (
    <>
      <Button
        className="tool"
        onPress={() => save("csv", new Blob([toCsv(headings, cells())], { type: "text/csv;charset=utf-8" }))}
      >
        <FormattedMessage id="table.csv" values={{ count }} />
      </Button>
      <Button
        className="tool"
        onPress={() => save("xlsx", new Blob([toWorkbook(title, headings, cells())], { type: XLSX }))}
      >
        <FormattedMessage id="table.xlsx" values={{ count }} />
      </Button>
    </>
  );
}
