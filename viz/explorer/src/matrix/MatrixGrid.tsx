import { type KeyboardEvent, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { DatedStatement } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { countsOf } from "../components/counting";
import { useCaption, useStatusCounts } from "../components/languages";
import { ClassMark, LineMark } from "../components/marks";
import { actions, useExplorer } from "../state/store";
import { type Matrix, type Spot, stepTo } from "./matrix";

const MARKS = 3;

/** What stands at the head of a row or column. */
export interface Head {
  readonly id: string;
  readonly name: string;
  /** For narrow places. */
  readonly short: string;
  /** Of an entity. */
  readonly kind?: string;
  /** The community that begins with it. */
  readonly group?: number;
}

interface Properties {
  readonly matrix: Matrix;
  readonly head: (id: string, before: string | undefined) => Head;
  readonly label: string;
  readonly cell: readonly [row: string, column: string] | null;
  readonly open: (row: string, column: string, statements: readonly DatedStatement[]) => void;
}

/** A matrix as a grid that is walked with the arrow keys; its cells open their statements, its heads their entity. */
export function MatrixGrid({ matrix, head, label, cell, open }: Properties) {
  const [at, setAt] = useState<Spot>([1, 1]);
  const frame = useRef<HTMLTableElement>(null);
  const { rows, columns } = matrix;
  const size: Spot = [rows.length + 1, columns.length + 1];
  // A smaller matrix has no such place any more.
  const current: Spot = [Math.min(at[0], size[0] - 1), Math.min(at[1], size[1] - 1)];
  const walk = (event: KeyboardEvent) => {
    const spot = event.altKey || event.metaKey ? null : stepTo(event.key, event.ctrlKey, current, ...size);
    if (!spot) return;
    event.preventDefault();
    setAt(spot);
    const target = frame.current?.querySelector<HTMLElement>(`[data-spot="${spot.join(" ")}"]`);
    // Focusing alone leaves a cell half under the heads.
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const standing = (row: number, column: number) => ({
    "data-spot": `${row} ${column}`,
    tabIndex: current[0] === row && current[1] === column ? 0 : -1,
    onFocus: () => setAt([row, column]),
  });
  return (
    <div className="scroll matrix-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what ARIA makes a grid of */}
      <table className="matrix" role="grid" aria-label={label} ref={frame} onKeyDown={walk}>
        <thead>
          <tr>
            <td className="corner" {...standing(0, 0)} />
            {columns.map((id, number) => (
              <th key={id} scope="col" className="across" data-head={id}>
                <HeadName head={head(id, columns[number - 1])} isNarrow {...standing(0, number + 1)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => {
            const rowHead = head(row, rows[down - 1]);
            return (
              <tr key={row} data-row={row}>
                <th scope="row" className="down">
                  <HeadName head={rowHead} {...standing(down + 1, 0)} />
                </th>
                {columns.map((column, across) => {
                  const statements = matrix.cell(row, column);
                  const spot = standing(down + 1, across + 1);
                  if (!statements.length) return <td key={column} {...spot} className={row === column ? "self" : ""} />;
                  return (
                    <td key={column}>
                      <Ties
                        spot={spot}
                        statements={statements}
                        names={[rowHead.name, head(column, undefined).name]}
                        isOpen={cell?.[0] === row && cell[1] === column}
                        open={() => open(row, column, statements)}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface Standing {
  readonly "data-spot": string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function HeadName({ head, isNarrow = false, ...spot }: Standing & { head: Head; isNarrow?: boolean }) {
  const chosen = useExplorer((state) => state.shown.selection.entities);
  const words = isNarrow ? head.short : head.name;
  return (
    <>
      {head.group === undefined ? null : (
        <span className="group">
          <FormattedMessage id="matrix.group" values={{ number: head.group + 1 }} />
        </span>
      )}
      {head.kind ? (
        <button
          type="button"
          className="link"
          title={head.name}
          aria-label={words === head.name ? undefined : `${words} – ${head.name}`}
          aria-current={chosen.includes(head.id)}
          onClick={() => actions.selectEntity(head.id)}
          {...spot}
        >
          <span className="words">
            <ClassMark id={head.kind} /> {words}
          </span>
        </button>
      ) : (
        <span className="words" title={head.name} {...spot}>
          {words}
        </span>
      )}
    </>
  );
}

interface TiesProperties {
  readonly spot: Standing;
  readonly statements: readonly DatedStatement[];
  readonly names: readonly [row: string, column: string];
  readonly isOpen: boolean;
  readonly open: () => void;
}

/** How many statements stand in a cell, and the lines of their statuses, the most frequent first. */
function Ties({ spot, statements, names: [row, column], isOpen, open }: TiesProperties) {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const statusCounts = useStatusCounts();
  const chosen = useExplorer((state) => state.shown.selection.statements);
  const statuses = countsOf(statements, ({ modality }) => modality).map(([status]) => status);
  const relations = countsOf(statements, useCaption());
  return (
    <button
      type="button"
      className="ties"
      aria-label={intl.formatMessage(
        { id: "matrix.cell" },
        { count: statements.length, row, column, statuses: statusCounts(statements) },
      )}
      title={relations.map(([relation, count]) => `${relation} (${count})`).join("\n")}
      aria-pressed={isOpen}
      data-chosen={statements.some(({ id }) => chosen.includes(id)) || undefined}
      onClick={open}
      {...spot}
    >
      <span>{statements.length}</span>
      <span>
        {statuses.slice(0, MARKS).map((status) => (
          <LineMark key={status} look={vocabulary.lineLook(status)} />
        ))}
        {statuses.length > MARKS ? ` +${statuses.length - MARKS}` : null}
      </span>
    </button>
  );
}
