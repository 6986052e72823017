import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
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
import { keep, readKept } from "../components/keeping";
import { SaveRows } from "../components/SaveRows";
import { TAGS } from "../messages";
import { actions, useExplorer } from "../state/store";
import { foundUnseen, type Line, type Order, PAGE_ROWS, readOrder, rowsWith } from "./rows";

// They stand in the address.
const MOST_LEFT_OUT = 100;

/** The names of the files, by what their rows are. */
const FILES = { statement: "statements", entity: "entities" } as const;

/** What a table shows, how it names and sorts it, and what a row chooses. */
interface Properties<Column extends string, Found extends Line<Column>> {
  /** What a row is, which its attribute and the kept columns are named by. */
  readonly kind: "statement" | "entity";
  readonly rows: readonly Found[];
  /** The columns that the address, or this browser, says are shown. */
  readonly columnsOf: (text: string | undefined) => readonly Column[];
  readonly offered: readonly Column[];
  readonly always: readonly Column[];
  readonly heading: (column: Column) => string;
  /** The column that a row is called by. */
  readonly namedBy: Column;
  readonly sorted: (rows: readonly Found[], order: Order<Column> | null, locale: string) => readonly Found[];
  readonly cell: (row: Found, column: Column) => ReactNode;
  readonly chosen: readonly string[];
  readonly choose: (id: string) => void;
  /** Of what the rows tell alone, said where none is found. */
  readonly within?: ReactNode;
  /** Further ways to save the rows that are shown, in their order, with these columns. */
  readonly children?: (found: readonly Found[], columns: readonly Column[]) => ReactNode;
}

/** Rows under headings that sort them, sought by words, with the columns that are chosen, page by page; saved as shown. */
export function RowsTable<Column extends string, Found extends Line<Column>>(properties: Properties<Column, Found>) {
  const { kind, rows, offered, always, heading, namedBy, sorted, cell, children } = properties;
  const intl = useIntl();
  const { details, language } = useExplorer((state) => state.shown);
  const kept = `${kind}-columns`;
  const [sought, setSought] = useState(details.words ?? "");
  const words = useDeferredValue(sought);
  const columns = properties.columnsOf(details.columns ?? readKept(kept));
  const orderText = details.order;
  const order = readOrder(orderText, offered);
  const out = details.out ?? "";
  const leftOut = useMemo(() => new Set(out.split("~").filter(Boolean)), [out]);
  const found = useMemo(() => {
    const kept = leftOut.size ? rows.filter(({ id }) => !leftOut.has(id)) : rows;
    return sorted(rowsWith(kept, words), readOrder(orderText, offered), TAGS[language]);
  }, [rows, leftOut, words, orderText, offered, sorted, language]);
  const unseen = useMemo(() => foundUnseen(found, words, columns), [found, words, columns]);
  const [chosen = ""] = properties.chosen;
  const { page, setPage, frame } = useChosenPage(found, chosen);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const current = Math.min(page, pages - 1);
  const shown = found.slice(current * PAGE_ROWS, (current + 1) * PAGE_ROWS);
  const change = (changes: Record<string, string>) => {
    // As they are now: leaving the field by choosing something else comes after that choice.
    const merged = { ...useExplorer.getState().shown.details, ...changes };
    actions.setDetails(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== "")));
  };
  return (
    <>
      <div className="table-tools">
        <SearchField
          className="form-field"
          value={sought}
          onChange={(typed) => {
            setSought(typed);
            setPage(0);
            if (frame.current) frame.current.scrollTop = 0;
          }}
          onBlur={() => sought !== (details.words ?? "") && change({ words: sought })}
        >
          <Label>
            <FormattedMessage id="table.find" />
          </Label>
          <Input className="field" />
        </SearchField>
        <SaveRows
          name={FILES[kind]}
          title={intl.formatMessage({ id: "view.table" })}
          headings={columns.map(heading)}
          count={found.length}
          cells={() => found.map(({ cells }) => columns.map((each) => cells[each]))}
        />
        {children?.(found, columns)}
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
            keep(kept, names);
            change({ columns: names });
          }}
        >
          {offered
            .filter((each) => !always.includes(each))
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
          )}{" "}
          {found.length ? null : properties.within}
          {unseen ? <FormattedMessage id="table.unseen" values={{ count: unseen }} /> : null}
        </p>
        {leftOut.size ? (
          <p>
            <FormattedMessage id="table.left" values={{ count: leftOut.size }} />{" "}
            <Button className="link" onPress={() => change({ out: "" })}>
              <FormattedMessage id="table.left.back" />
            </Button>
          </p>
        ) : null}
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
          selectedKeys={properties.chosen}
          onSelectionChange={(keys) => {
            const [id] = keys === "all" ? [] : [...keys];
            if (id !== undefined) properties.choose(String(id));
          }}
          {...(order
            ? { sortDescriptor: { column: order.column, direction: order.descending ? "descending" : "ascending" } }
            : {})}
          onSortChange={({ column, direction }) =>
            change({ order: `${direction === "descending" ? "-" : ""}${String(column)}` })
          }
        >
          <TableHeader>
            <HeadingCell id="leave" className="column-leave">
              <span className="hidden">
                <FormattedMessage id="table.leave" />
              </span>
            </HeadingCell>
            {columns.map((each) => (
              <HeadingCell
                key={each}
                id={each}
                allowsSorting
                isRowHeader={each === namedBy}
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
              <TableRow
                key={row.id}
                id={row.id}
                textValue={row.cells[namedBy]}
                {...{ [`data-${kind}`]: row.id }}
                data-row={row.id}
              >
                <Cell>
                  <Button
                    className="leave"
                    aria-label={intl.formatMessage({ id: "table.leave" })}
                    onPress={() => change({ out: [...leftOut, row.id].slice(-MOST_LEFT_OUT).join("~") })}
                  >
                    ×
                  </Button>
                </Cell>
                {columns.map((each) => (
                  <Cell key={each}>{cell(row, each)}</Cell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

/** The page of the chosen row's thing is turned to, and its row scrolled to, wherever it was chosen. */
function useChosenPage(found: readonly { readonly id: string }[], chosen: string) {
  const [page, setPage] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = found.findIndex(({ id }) => id === chosen);
    if (at < 0) return;
    setPage(Math.floor(at / PAGE_ROWS));
    const scroll = () =>
      frame.current?.querySelector(`[data-row="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: "nearest" });
    const waiting = requestAnimationFrame(scroll);
    return () => cancelAnimationFrame(waiting);
  }, [found, chosen]);
  return { page, setPage, frame };
}
