import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useNames } from "../api/selected";
import { SaveRows } from "../components/SaveRows";
import type { MessageKey } from "../messages";
import type { Column } from "../table/rows";
import { useRows } from "../table/useRows";
import { partsOf, type Told } from "./scenarios";

const COLUMNS: readonly Column[] = ["status", "statement", "holder", "place", "quotation", "translation"];

/** Buttons that save a model's statements, each with the part in which it stands, its holder, place and exact words. */
export function SaveDifference({ name, title, told }: { name: string; title: string; told: Told }) {
  const intl = useIntl();
  const names = useNames();
  const parts = useMemo(() => partsOf(told), [told]);
  const statements = useMemo(() => parts.map(({ statement }) => statement), [parts]);
  const rows = useRows(statements, names.data);
  const headings = (["scenarios.part", ...COLUMNS.map((column) => `column.${column}`)] as MessageKey[]).map((id) =>
    intl.formatMessage({ id }),
  );
  const cells = () =>
    parts.map(({ part }, at) => [
      intl.formatMessage({ id: `scenarios.part.${part}` }),
      ...COLUMNS.map((column) => rows[at]?.cells[column] ?? ""),
    ]);
  return names.data ? (
    <SaveRows name={name} title={title} headings={headings} count={parts.length} cells={cells} />
  ) : null;
}
