import { useMemo } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { MOST_FIGURES, useFigures } from "../api/analysis";
import type { DatedStatement, NamedEntity, Part } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { ChoiceField } from "../components/ChoiceField";
import { toCsv } from "../components/csv";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useStatusCounts, useWords } from "../components/languages";
import { LineMark } from "../components/marks";
import { ScopeBar } from "../components/ScopeBar";
import { StatementList } from "../components/StatementList";
import { saveFile } from "../components/saving";
import { useSelected } from "../components/useSelected";
import { TAGS } from "../messages";
import { isNarrowed } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { type Head, MatrixGrid } from "./MatrixGrid";
import {
  type Asked,
  COLUMN_KINDS,
  cutMatrix,
  type Matrix,
  ORDERS,
  readAsked,
  readRole,
  SIZES,
  shortName,
  toMatrix,
  withAsked,
} from "./matrix";

/** As many statements as the panel beside shows with their words at once. */
const MOST_CHOSEN = 10;

/** The statements of the canvas, or of the whole report, as a matrix of bodies and what they are tied to. */
export default function MatrixView() {
  const selected = useSelected();
  const { statements, names } = selected;
  return (
    <section className="view matrix-view">
      <h1 className="hidden">
        <FormattedMessage id="view.matrix" />
      </h1>
      {selected.error ? <Fault error={selected.error} retry={selected.retry} /> : null}
      {statements && names ? (
        <>
          <ScopeBar names={names} part={statements} limited="matrix.limited" />
          <Ordered statements={statements} names={names} ids={selected.scope === "among" ? selected.ids : []} />
        </>
      ) : null}
      {selected.isWaiting ? <Loading /> : null}
    </section>
  );
}

interface Properties {
  readonly statements: Part<DatedStatement>;
  readonly names: ReadonlyMap<string, NamedEntity>;
  /** The entities among whom communities are looked for; all without any. */
  readonly ids: readonly string[];
}

function Ordered({ statements, names, ids }: Properties) {
  const intl = useIntl();
  const words = useWords();
  const statusCounts = useStatusCounts();
  const vocabulary = useVocabulary();
  const { details, language, filters } = useExplorer((state) => state.shown);
  const asked = readAsked(details);
  const statuses = filters.modalities.length ? filters.modalities : ["all"];
  const wantsGroups = asked.order === "communities";
  const communities = useFigures("communities", { ids, filters, statuses }, MOST_FIGURES, wantsGroups);
  const groups = useMemo(
    () => new Map(communities.data?.items.flatMap(({ entities }, at) => entities.map(({ id }) => [id, at] as const))),
    [communities.data],
  );
  const { classes } = filters;
  const whole = useMemo(() => {
    const is = (id: string, kinds: readonly string[]) =>
      kinds.some((kind) => vocabulary.isA(names.get(id)?.class ?? "", kind));
    return toMatrix(
      statements.items,
      asked.against,
      (id, kinds) => is(id, kinds) && (!classes.length || is(id, classes)),
    );
  }, [statements, names, vocabulary, asked.against, classes]);
  const nameOf = (id: string) => {
    if (asked.against !== "roles" || names.has(id)) return names.get(id)?.labels[language][0] ?? id;
    const { property, isInverse } = readRole(id);
    const term = vocabulary.properties.get(property);
    if (!term) return id;
    return isInverse && term.inverse_label ? words(term.inverse_label) : `${isInverse ? "← " : ""}${words(term.label)}`;
  };
  const order = { name: nameOf, group: (id: string) => groups.get(id), locale: TAGS[language] };
  const matrix = cutMatrix(whole, asked.size, asked.order, order);
  const head = (id: string, before: string | undefined): Head => {
    const entity = names.get(id);
    const group = wantsGroups ? groups.get(id) : undefined;
    return {
      id,
      name: nameOf(id),
      // The short names of Chinese are mostly those of the report already.
      short: (language === "en" && entity && shortName(entity.labels.en)) || nameOf(id),
      ...(entity ? { kind: entity.class } : {}),
      ...(group !== undefined && (before === undefined || groups.get(before) !== group) ? { group } : {}),
    };
  };
  const change = (changes: Partial<Asked>) => actions.setDetails(withAsked(details, { ...asked, ...changes }));
  const open = (row: string, column: string, found: readonly DatedStatement[]) => {
    change({ cell: [row, column] });
    const chosen = found.length <= MOST_CHOSEN ? found.map(({ id }) => id) : [];
    actions.select({ entities: [], statements: chosen });
    actions.announce(
      intl.formatMessage(
        { id: "matrix.cell" },
        { count: found.length, row: nameOf(row), column: nameOf(column), statuses: statusCounts(found) },
      ),
    );
  };
  const save = () => {
    const { rows, columns } = cutMatrix(whole, Number.POSITIVE_INFINITY, asked.order, order);
    const lines = rows.map((row) => [nameOf(row), ...columns.map((column) => statusCounts(whole.cell(row, column)))]);
    saveFile(
      `bodies-${asked.against}.csv`,
      new Blob([toCsv(["", ...columns.map(nameOf)], lines)], { type: "text/csv;charset=utf-8" }),
    );
  };
  const kind = intl.formatMessage({ id: `matrix.${asked.against}` });
  const inCell = asked.cell ? whole.cell(...asked.cell) : [];
  return (
    <>
      <div className="table-tools">
        <ChoiceField
          label="matrix.against"
          value={asked.against}
          options={COLUMN_KINDS.map((each) => [each, `matrix.${each}`] as const)}
          choose={(against) => change({ against, cell: null })}
        />
        <ChoiceField
          label="matrix.order"
          value={asked.order}
          options={ORDERS.map((each) => [each, `matrix.order.${each}`] as const)}
          choose={(chosen) => change({ order: chosen })}
        />
        <ChoiceField
          label="matrix.size"
          value={String(asked.size)}
          options={SIZES.map((each) => [String(each), each] as const)}
          choose={(size) => change({ size: Number(size) })}
        />
        {whole.rows.length ? (
          <Button className="tool" onPress={save}>
            <FormattedMessage id="matrix.csv" values={{ rows: whole.rows.length, columns: whole.columns.length }} />
          </Button>
        ) : null}
      </div>
      {communities.error ? <Fault error={communities.error} retry={communities.refetch} /> : null}
      <p role="status">
        <FormattedMessage
          id={whole.rows.length ? "matrix.shown" : isNarrowed(filters) || ids.length ? "matrix.none" : "matrix.empty"}
          values={{
            rows: matrix.rows.length,
            allRows: whole.rows.length,
            columns: matrix.columns.length,
            allColumns: whole.columns.length,
            kind,
          }}
        />{" "}
        {whole.rows.length ? (
          <FormattedMessage id={asked.against === "roles" ? "matrix.sided" : "matrix.counted"} />
        ) : null}{" "}
        {whole.rows.length && whole.held < statements.items.length ? (
          <FormattedMessage id="matrix.held" values={{ held: whole.held, total: statements.items.length }} />
        ) : null}
      </p>
      {whole.rows.length ? (
        <>
          <MatrixGrid
            key={asked.against}
            matrix={matrix}
            head={head}
            label={intl.formatMessage({ id: "matrix.label" }, { kind })}
            cell={asked.cell}
            open={open}
          />
          <Statuses matrix={matrix} />
        </>
      ) : null}
      {asked.cell && inCell.length ? (
        <section className="behind">
          <h2>
            <FormattedMessage
              id="matrix.opened"
              values={{ row: nameOf(asked.cell[0]), column: nameOf(asked.cell[1]), count: inCell.length }}
            />
          </h2>
          <StatementList key={asked.cell.join(" ")} statements={inCell} />
        </section>
      ) : null}
      {asked.cell && !inCell.length ? (
        <p role="status">
          <FormattedMessage id="matrix.gone" />
        </p>
      ) : null}
    </>
  );
}

/** The statuses whose lines stand in the cells. */
function Statuses({ matrix }: { matrix: Matrix }) {
  const words = useWords();
  const vocabulary = useVocabulary();
  const shown = new Set<string>();
  for (const row of matrix.rows) {
    for (const column of matrix.columns) for (const { modality } of matrix.cell(row, column)) shown.add(modality);
  }
  return (
    <ul className="signs">
      {[...vocabulary.modalities.values()]
        .filter(({ id }) => shown.has(id))
        .map(({ id, label }) => (
          <li key={id}>
            <LineMark look={vocabulary.lineLook(id)} /> {words(label)}
          </li>
        ))}
    </ul>
  );
}
