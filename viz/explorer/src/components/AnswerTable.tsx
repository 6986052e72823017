import { Fragment } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { Statement } from "../api/graph";
import type { Answer, Cell } from "../api/questions";
import { TAGS } from "../messages";
import { actions, useExplorer } from "../state/store";
import { useWords } from "./languages";
import { PlaceLink } from "./PlaceLink";
import { SaidBy } from "./SaidBy";
import { StatementLink } from "./StatementLink";

const MOST = 500;
// More statements of a row would push the next one out of sight.
const MOST_IN_WORDS = 3;

interface Properties {
  readonly answer: Answer;
  readonly caption: string;
  /** What says that not every row is shown, and where all of them are. */
  readonly limited?: "table.limited" | "sparql.limited";
  /** What says that there are no rows. */
  readonly none?: "table.rows" | "questions.none";
}

/**
 * An answer as a table; what a cell names is chosen by it, and so is each statement that a row rests on.
 *
 * It says so where it doesn't show every row.
 */
export function AnswerTable({ answer, caption, limited = "table.limited", none = "table.rows" }: Properties) {
  const words = useWords();
  const shown = answer.rows.slice(0, MOST);
  // A row that names its statement says already what it rests on.
  const isNamed = (row: Answer["rows"][number]) => row.some((cell) => cell?.kind === "statement");
  const hasEvidence = answer.statements.some((behind, at) => behind.length && !isNamed(answer.rows[at] ?? []));
  return (
    <>
      <p role="status">
        <FormattedMessage
          id={shown.length < answer.rows.length ? limited : answer.rows.length ? "table.rows" : none}
          values={{ shown: shown.length, total: answer.rows.length }}
        />
      </p>
      {answer.rows.length ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="scroll" tabIndex={0} aria-label={caption}>
          <table className="answer">
            <caption className="hidden">{caption}</caption>
            <thead>
              <tr>
                {answer.headings.map((heading, column) => (
                  <th key={answer.columns[column]} scope="col">
                    {words(heading)}
                  </th>
                ))}
                {hasEvidence ? (
                  <th scope="col">
                    <FormattedMessage id="evidence.title" />
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and never move
                <tr key={number}>
                  {row.map((cell, column) => (
                    <td key={answer.columns[column]}>{cell ? <Value cell={cell} /> : null}</td>
                  ))}
                  {hasEvidence ? (
                    <td className="behind">
                      <Behind statements={answer.statements[number] ?? []} isNamed={isNamed(row)} />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

/** What a row rests on: in words where it isn't much and the row doesn't say it, so that it is read as no more than it is. */
function Behind({ statements, isNamed }: { statements: readonly Statement[]; isNamed: boolean }) {
  const words = useWords();
  if (!isNamed && statements.length <= MOST_IN_WORDS) {
    return (
      <ul className="plain">
        {statements.map((statement) => (
          <li key={statement.id}>
            <StatementLink statement={statement} /> <SaidBy statement={statement} />
          </li>
        ))}
      </ul>
    );
  }
  return statements.map((statement, at) => (
    <Fragment key={statement.id}>
      {at ? ", " : null}
      <Button
        className="link"
        aria-label={`${numberOf(statement)}: ${words(statement.sentence)}`}
        onPress={() => actions.selectStatement(statement.id)}
      >
        {numberOf(statement)}
      </Button>
    </Fragment>
  ));
}

/** A statement by its paragraph and its number there: `46.1`. */
function numberOf({ id }: { id: string }): string {
  return id.slice(id.indexOf("/") + 1);
}

/** The report of a paragraph's IRI. */
const REPORT = /\/report\/([^/]+)\//;
const HAN = /\p{Script=Han}/u;

/** What a cell holds: a name that chooses what it names, or the value as it is. */
function Value({ cell }: { cell: Cell }) {
  const words = useWords();
  const language = useExplorer((state) => state.shown.language);
  const label = cell.label ? words(cell.label) : cell.value;
  const id = cell.id;
  if (id && (cell.kind === "entity" || cell.kind === "statement")) {
    const choose = cell.kind === "entity" ? actions.selectEntity : actions.selectStatement;
    return (
      <Button className="link" {...{ [`data-${cell.kind}`]: id }} onPress={() => choose(id)}>
        {label}
      </Button>
    );
  }
  const report = cell.kind === "paragraph" ? REPORT.exec(cell.iri ?? "")?.[1] : undefined;
  if (id && report) return <PlaceLink report={report} paragraph={id} />;
  return <span lang={HAN.test(label) ? TAGS.zh : language === "zh" && !cell.label ? TAGS.en : undefined}>{label}</span>;
}
