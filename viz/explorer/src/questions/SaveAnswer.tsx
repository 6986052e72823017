import { useMemo } from "react";
import { useIntl } from "react-intl";
import type { Answer } from "../api/questions";
import { useNames } from "../api/selected";
import { useWords } from "../components/languages";
import { SaveRows } from "../components/SaveRows";
import type { Column } from "../table/rows";
import { useRows } from "../table/useRows";

/** What of each statement behind a row goes into the file; statements that the answer itself names stand there once. */
const EVIDENCE: readonly Column[] = ["status", "statement", "holder", "place", "quotation", "translation"];

/** Buttons that save an answer with what each row rests on: status, holder, place and the exact words. */
export function SaveAnswer({ name, title, answer }: { name: string; title: string; answer: Answer }) {
  const intl = useIntl();
  const words = useWords();
  const statements = useMemo(() => answer.statements.flat(), [answer]);
  const names = useNames();
  const rows = useRows(statements, names.data);
  const namesStatements = answer.rows.some((row) => row.some((cell) => cell?.kind === "statement"));
  const evidence = EVIDENCE.filter((column) => !(namesStatements && column === "statement"));
  const cells = () => {
    const told = new Map(rows.map((row) => [row.id, row.cells]));
    return answer.rows.map((row, at) => {
      const behind = (answer.statements[at] ?? []).flatMap(({ id }) => told.get(id) ?? []);
      return [
        ...row.map((cell) => (cell?.label ? words(cell.label) : (cell?.value ?? ""))),
        ...evidence.map((column) => behind.map((each) => each[column]).join("\n")),
      ];
    });
  };
  const headings = [
    ...answer.headings.map(words),
    ...evidence.map((column) => intl.formatMessage({ id: `column.${column}` })),
  ];
  return names.data ? (
    <SaveRows name={name} title={title} headings={headings} count={answer.rows.length} cells={cells} />
  ) : null;
}
