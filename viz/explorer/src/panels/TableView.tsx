import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import {
  Button,
  Cell,
  Checkbox,
  CheckboxGroup,
  Column as HeadingCell,
  Input,
  Label,
  SearchField,
  Table,
  TableBody,
  TableHeader,
  Row as TableRow,
} from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { statementsAddress } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { keep, readKept } from "../components/keeping";
import { Loading } from "../components/Loading";
import { StatusBadge } from "../components/marks";
import { ScopeBar } from "../components/ScopeBar";
import { saveFile } from "../components/saving";
import { useSelected } from "../components/useSelected";
import { toWorkbook } from "../components/workbook";
import { TAGS } from "../messages";
import { actions, useExplorer } from "../state/store";
import {
  ALWAYS,
  type Column,
  columnsOf,
  PAGE_ROWS,
  type Row,
  readColumns,
  readOrder,
  rowsInOrder,
  rowsWith,
  toCsv,
} from "./rows";
import { useRows } from "./useRows";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Where the browser keeps which columns were chosen. */
const KEPT = "table-columns";

/** The statements of the canvas, or of the whole report, as a table. */
export default function TableView() {
  const selected = useSelected();
  const rows = useRows(selected.statements?.items, selected.names);
  const { statements, names } = selected;
  return (
    <section className="view table-view">
      <h1 className="hidden">
        <FormattedMessage id="view.table" />
      </h1>
      {selected.error ? <Fault error={selected.error} retry={selected.retry} /> : null}
      {statements && names ? (
        <>
          <ScopeBar ids={selected.ids} scope={selected.scope} part={statements} />
          <StatementTable
            rows={rows}
            total={statements.total}
            whole={statementsAddress(selected.ids, selected.filters, selected.scope)}
          />
        </>
      ) : null}
      {selected.isWaiting ? <Loading /> : null}
    </section>
  );
}

function StatementTable({ rows, total, whole }: { rows: readonly Row[]; total: number; whole: string }) {
  const intl = useIntl();
  const { details, language, selection } = useExplorer((state) => state.shown);
  const [sought, setSought] = useState(details.words ?? "");
  const words = useDeferredValue(sought);
  const order = readOrder(details.order);
  const offered = columnsOf(useVocabulary().carriesEvidence);
  const columns = readColumns(details.columns ?? readKept(KEPT), offered);
  const orderText = details.order;
  const found = useMemo(
    () => rowsInOrder(rowsWith(rows, words), readOrder(orderText), TAGS[language]),
    [rows, words, orderText, language],
  );
  const [chosen = ""] = selection.statements;
  const { page, setPage, frame } = useChosenPage(found, chosen);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const current = Math.min(page, pages - 1);
  const shown = found.slice(current * PAGE_ROWS, (current + 1) * PAGE_ROWS);
  const change = (changes: Record<string, string>) => {
    const merged = { ...details, ...changes };
    actions.setDetails(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== "")));
  };
  const heading = (column: Column) => intl.formatMessage({ id: `column.${column}` });
  const headings = columns.map(heading);
  const cells = () => found.map(({ cells }) => columns.map((each) => cells[each]));
  return (
    <>
      <div className="table-tools">
        <SearchField
          className="form-field"
          value={sought}
          onChange={(typed) => {
            setSought(typed);
            setPage(0);
          }}
          onBlur={() => sought !== (details.words ?? "") && change({ words: sought })}
        >
          <Label>
            <FormattedMessage id="table.find" />
          </Label>
          <Input className="field" />
        </SearchField>
        <Button
          className="tool"
          onPress={() =>
            saveFile("statements.csv", new Blob([toCsv(headings, cells())], { type: "text/csv;charset=utf-8" }))
          }
        >
          <FormattedMessage id="table.csv" values={{ count: found.length }} />
        </Button>
        <Button
          className="tool"
          onPress={() => {
            const title = intl.formatMessage({ id: "view.table" });
            saveFile("statements.xlsx", new Blob([toWorkbook(title, headings, cells())], { type: XLSX }));
          }}
        >
          <FormattedMessage id="table.xlsx" values={{ count: found.length }} />
        </Button>
        <a href={whole} download="statements.csv">
          <FormattedMessage id="table.csv.whole" values={{ count: total }} />
        </a>
      </div>
      <details className="columns">
        <summary>
          <FormattedMessage id="table.columns" />
        </summary>
        <CheckboxGroup
          className="signs"
          aria-label={intl.formatMessage({ id: "table.columns" })}
          value={[...columns]}
          onChange={(chosen) => {
            const names = offered.filter((each) => chosen.includes(each)).join(".");
            keep(KEPT, names);
            change({ columns: names });
          }}
        >
          {offered
            .filter((each) => !ALWAYS.includes(each))
            .map((each) => (
              <Checkbox key={each} value={each} className="check used">
                <span className="box" aria-hidden="true" /> {heading(each)}
              </Checkbox>
            ))}
        </CheckboxGroup>
      </details>
      <div className="turn">
        <p role="status">
          {found.length > PAGE_ROWS ? (
            <FormattedMessage
              id="table.page"
              values={{ from: current * PAGE_ROWS + 1, to: current * PAGE_ROWS + shown.length, total: found.length }}
            />
          ) : (
            <FormattedMessage id="table.rows" values={{ total: found.length }} />
          )}
        </p>
        {pages > 1 ? (
          <>
            <Button className="tool" isDisabled={current === 0} onPress={() => setPage(current - 1)}>
              <FormattedMessage id="table.before" />
            </Button>
            <Button className="tool" isDisabled={current === pages - 1} onPress={() => setPage(current + 1)}>
              <FormattedMessage id="table.after" />
            </Button>
          </>
        ) : null}
      </div>
      <div className="scroll" ref={frame}>
        <Table
          key={columns.join()}
          className="answer statements-table"
          aria-label={intl.formatMessage({ id: "view.table" })}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selection.statements}
          onSelectionChange={(keys) => {
            const [id] = keys === "all" ? [] : [...keys];
            if (id !== undefined) actions.selectStatement(String(id));
          }}
          {...(order
            ? { sortDescriptor: { column: order.column, direction: order.descending ? "descending" : "ascending" } }
            : {})}
          onSortChange={({ column, direction }) =>
            change({ order: `${direction === "descending" ? "-" : ""}${String(column)}` })
          }
        >
          <TableHeader>
            {columns.map((each) => (
              <HeadingCell
                key={each}
                id={each}
                allowsSorting
                isRowHeader={each === "statement"}
                className={`column-${each}`}
              >
                {({ sortDirection }) => (
                  <>
                    {heading(each)}
                    <span aria-hidden="true">{sortDirection ? (sortDirection === "ascending" ? " ▲" : " ▼") : ""}</span>
                  </>
                )}
              </HeadingCell>
            ))}
          </TableHeader>
          <TableBody>
            {shown.map((row) => (
              <TableRow key={row.id} id={row.id} textValue={row.cells.statement} data-statement={row.id}>
                {columns.map((each) => (
                  <Cell key={each}>
                    <Words row={row} column={each} />
                  </Cell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

/** The page of the chosen statement is turned to, and its row scrolled to, wherever it was chosen. */
function useChosenPage(found: readonly Row[], chosen: string) {
  const [page, setPage] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = found.findIndex(({ id }) => id === chosen);
    if (at < 0) return;
    setPage(Math.floor(at / PAGE_ROWS));
    const scroll = () =>
      frame.current?.querySelector(`[data-statement="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: "nearest" });
    const waiting = requestAnimationFrame(scroll);
    return () => cancelAnimationFrame(waiting);
  }, [found, chosen]);
  return { page, setPage, frame };
}

function Words({ row, column }: { row: Row; column: Column }) {
  if (column === "status") return <StatusBadge modality={row.statement.modality} />;
  if (column === "quotation") return <span lang={TAGS.zh}>{row.cells.quotation}</span>;
  if (column === "translation") return <span lang={TAGS.en}>{row.cells.translation}</span>;
  return row.cells[column];
}
