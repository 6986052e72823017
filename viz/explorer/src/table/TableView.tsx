import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { Button, Checkbox } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { fetchStatementsFile, MOST_TOLD, statementsDocument } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { Documents } from "../components/Documents";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { ClassMark, StatusBadge } from "../components/marks";
import { RadioField } from "../components/RadioField";
import { ScopeBar } from "../components/ScopeBar";
import { saveFile } from "../components/saving";
import { TitleField } from "../components/TitleField";
import { useSelected } from "../components/useSelected";
import { TAGS } from "../messages";
import { LONGEST_TITLE } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { ENTITY_COLUMNS, entitiesInOrder, readEntityColumns, useEntityRows } from "./entityRows";
import { type FoldedRow, folded } from "./folding";
import { RowsTable } from "./RowsTable";
import { ALWAYS, type Column, columnsOf, type Row, readColumns, rowsInOrder } from "./rows";
import { useRows } from "./useRows";

const OF_ENTITIES = "entities";
/** The value of `fold` by which a recommendation has one row. */
const FOLDED = "yes";

/** The statements of the canvas, or of the whole report, as a table, or the entities that they are about. */
export default function TableView() {
  const selected = useSelected();
  const { details } = useExplorer((state) => state.shown);
  const ofEntities = details.rows === OF_ENTITIES;
  const { statements, names } = selected;
  return (
    <section className="view table-view">
      <h1 className="hidden">
        <FormattedMessage id="view.table" />
      </h1>
      {selected.error ? <Fault error={selected.error} retry={selected.retry} /> : null}
      {statements && names ? (
        <>
          <ScopeBar names={names} part={statements} />
          <KindOfRows ofEntities={ofEntities} />
          {ofEntities ? <EntityTable selected={selected} /> : <StatementTable selected={selected} />}
        </>
      ) : null}
      {selected.isWaiting ? <Loading /> : null}
    </section>
  );
}

/** Whether the rows are statements or entities; their order and columns belong to one of them alone. */
function KindOfRows({ ofEntities }: { ofEntities: boolean }) {
  const { details } = useExplorer((state) => state.shown);
  const change = (kind: string) => {
    const { rows: _, order: __, columns: ___, out: ____, ...others } = details;
    actions.setDetails(kind === OF_ENTITIES ? { ...others, rows: OF_ENTITIES } : others);
  };
  return (
    <RadioField
      label="table.kind"
      value={ofEntities ? OF_ENTITIES : "statements"}
      options={(["statements", OF_ENTITIES] as const).map((each) => [each, `table.kind.${each}`])}
      choose={change}
    />
  );
}

interface Properties {
  readonly selected: ReturnType<typeof useSelected>;
}

function StatementTable({ selected }: Properties) {
  const intl = useIntl();
  const every = useRows(selected.statements?.items, selected.names);
  const { selection, details, titles, language } = useExplorer((state) => state.shown);
  const isFolded = details.fold === FOLDED;
  const rows = useMemo(() => {
    if (!isFolded) return every.map((row) => ({ ...row, within: [] }));
    return folded(every, (id) => selected.names?.get(id)?.class === "Recommendation", language);
  }, [every, isFolded, selected.names, language]);
  const title = details.words ? intl.formatMessage({ id: "table.document.title" }, { words: details.words }) : "";
  const offered = columnsOf(useVocabulary().carriesEvidence);
  const file = useMutation({
    mutationFn: () => fetchStatementsFile(selected.ids, selected.filters, selected.scope),
    onSuccess: (body) => saveFile("statements.csv", body),
  });
  return (
    <RowsTable
      key="statements"
      kind="statement"
      rows={rows}
      columnsOf={(text) => readColumns(text, offered)}
      offered={offered}
      always={ALWAYS}
      heading={(column) => intl.formatMessage({ id: `column.${column}` })}
      namedBy="statement"
      sorted={rowsInOrder}
      cell={(row, column) => <Words row={row} column={column} />}
      chosen={selection.statements}
      choose={actions.selectStatement}
      within={selected.ids.length ? <FormattedMessage id={`table.within.${selected.scope}`} /> : null}
    >
      {(found, columns) => (
        <>
          <Documents
            count={idsOf(found).length}
            address={(form) =>
              statementsDocument(idsOf(found), form, language, {
                title: (titles[language] || title).slice(0, LONGEST_TITLE),
                columns,
                isFolded,
              })
            }
          />
          {found.length && found.length <= MOST_TOLD ? <TitleField label="table.document.name" usual={title} /> : null}
          <Button className="tool" isPending={file.isPending} onPress={() => file.mutate()}>
            <FormattedMessage id="table.csv.whole" values={{ count: selected.statements?.total ?? 0 }} />
          </Button>
          <Checkbox
            className="check"
            isSelected={isFolded}
            onChange={(isChosen) => {
              const { fold: _, ...others } = details;
              actions.setDetails(isChosen ? { ...others, fold: FOLDED } : others);
            }}
          >
            <span className="box" aria-hidden="true" /> <FormattedMessage id="table.fold" />
          </Checkbox>
          {file.error ? <Fault error={file.error} retry={() => file.mutate()} /> : null}
        </>
      )}
    </RowsTable>
  );
}

/** The statements of rows, those that are told within one after it. */
function idsOf(rows: readonly FoldedRow[]): readonly string[] {
  return rows.flatMap(({ id, within }) => [id, ...within.map((each) => each.id)]);
}

function EntityTable({ selected }: Properties) {
  const intl = useIntl();
  const rows = useEntityRows(selected.statements?.items, selected.names, selected.ids);
  const { selection } = useExplorer((state) => state.shown);
  return (
    <RowsTable
      key="entities"
      kind="entity"
      rows={rows}
      columnsOf={readEntityColumns}
      offered={ENTITY_COLUMNS}
      always={["name"]}
      heading={(column) => intl.formatMessage({ id: `entity.column.${column}` })}
      namedBy="name"
      sorted={entitiesInOrder}
      cell={(row, column) =>
        column === "class" ? (
          <>
            <ClassMark id={row.kind} /> {row.cells.class}
          </>
        ) : (
          row.cells[column]
        )
      }
      chosen={selection.entities}
      choose={actions.selectEntity}
    />
  );
}

function Words({ row, column }: { row: Row; column: Column }) {
  if (column === "status") return <StatusBadge modality={row.statement.modality} />;
  if (column === "quotation") return <span lang={TAGS.zh}>{row.cells.quotation}</span>;
  if (column === "translation") return <span lang={TAGS.en}>{row.cells.translation}</span>;
  return row.cells[column];
}
