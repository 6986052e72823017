"""`migov ask`, `migov query`, `migov stats` and `migov paragraph`: questions to the dataset."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph import Question, Snapshot, Statement, Text, coverage, fill, read_questions, statistics
from graph.errors import GraphError
from graph.records import to_csv
from viz.messages import LEADS

from ..rest.answers import AnswerTable, Cell, answer_csv, answer_record, read_answer
from ..rest.questions import QUESTION_COLUMNS, question_record, question_row
from ..settings import Settings
from .console import DatasetOption, Tongue, app, identifiers, opened

RESULTS_JSON = "application/sparql-results+json"
TURTLE = "text/turtle"


class Shape(StrEnum):
    """How answers are shown."""

    table = "table"
    csv = "csv"
    json = "json"


def _query_text(query: str | None, file: Path | None) -> str:
    if (query is not None) + (file is not None) > 1:
        raise GraphError("give the query as an argument or with --file, not both")
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise GraphError(f"can't read the query from {file}: {error}") from error
    if query is not None and query != "-":
        return query
    if sys.stdin.isatty():
        raise GraphError("no query: give it as an argument, with --file, or on standard input")
    return sys.stdin.read()


def _table(header: list[str], rows: list[list[str]]) -> str:
    table = Table(*header, show_edge=False)
    for row in rows:
        table.add_row(*row)
    console = Console(file=io.StringIO(), width=None if sys.stdout.isatty() else 200, no_color=True)
    console.print(table, markup=False)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@app.command(
    epilog="Examples: `migov ask`, `migov ask ties-of-an-actor`, "
    "`migov ask ties-of-an-actor --set actor=UNHCR --format csv`"
)
def ask(
    question: Annotated[str | None, typer.Argument(help="Id of a ready question; without one, all are listed.")] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Value of a parameter; may be given again.")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to show the answer.")] = Shape.table,
    lang: Annotated[Tongue, typer.Option(help="Language of a table; CSV and JSON have both.")] = Tongue.en,
    dataset: DatasetOption = None,
) -> None:
    """Ask a ready question, or list them all. An entity is given by its id or by any of its names."""
    questions = read_questions(Settings().data / "questions")
    if question is None:
        if values:
            raise GraphError("--set goes with a question: migov ask ID --set NAME=VALUE")
        sys.stdout.write(_list_of(list(questions.values()), shape, lang))
        return
    if question not in questions:
        raise GraphError(f"there is no question “{question}”: migov ask lists them")
    given = _given(values or ())
    names = identifiers(Settings())
    with opened(dataset) as found:
        text = fill(questions[question], given, names, found.snapshot)
        body = found.store.evaluate(text, media_type=RESULTS_JSON).body
        answer = read_answer(body, text, found.snapshot, names)
        sys.stdout.write(_answer_of(answer, found.snapshot, shape, lang))


def _given(values: Iterable[str]) -> dict[str, str]:
    """The values by parameter; raises GraphError."""
    given: dict[str, str] = {}
    for pair in values:
        name, sign, value = pair.partition("=")
        if not sign:
            raise GraphError(f"--set takes NAME=VALUE, not “{pair}”")
        if name in given:
            raise GraphError(f"the parameter “{name}” is set twice")
        given[name] = value
    return given


def _list_of(questions: Sequence[Question], shape: Shape, lang: Tongue) -> str:
    if shape is Shape.json:
        return _json([question_record(question) for question in questions])
    if shape is Shape.csv:
        return to_csv(QUESTION_COLUMNS, map(question_row, questions))
    header = ["id", "topic", "question", "parameters"]
    return _table(
        header,
        [
            [each.id, each.topic, getattr(each.title, lang), question_row(each)["parameters"]]
            for each in sorted(questions, key=lambda each: (each.topic, each.id))
        ],
    )


def _answer_of(answer: AnswerTable, snapshot: Snapshot, shape: Shape, lang: Tongue) -> str:
    if shape is Shape.json:
        return _json(answer_record(answer, snapshot))
    if shape is Shape.csv:
        return answer_csv(answer)
    rows = [[_words(cell, lang) for cell in row] for row in answer.rows]
    return _table(list(answer.columns), rows)


def _words(cell: Cell | None, lang: Tongue) -> str:
    if cell is None:
        return ""
    return getattr(cell.label, lang) if cell.label else cell.value


@app.command(
    epilog="Examples: `migov query 'SELECT ?e { ?e a migov:Institution } LIMIT 5'`, "
    "`migov query --file q.rq --format csv`, `cat q.rq | migov query`"
)
def query(
    query: Annotated[str | None, typer.Argument(help="SPARQL; - or nothing reads standard input.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="File that holds the query.")] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to show the answer.")] = Shape.table,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="With each row the statements behind it and their words.")
    ] = False,
    dataset: DatasetOption = None,
) -> None:
    """Ask a SPARQL query. Common prefixes (migov, entity, skos, rdf, dct, prov, oa, org, xsd) need not be declared."""
    text = _query_text(query, file)
    with opened(dataset) as found:
        answer = found.ask(text, identifiers(Settings()), evidence=evidence)
    if answer.graph is not None:
        if shape is not Shape.table:
            raise GraphError(f"a graph can't be shown as {shape}: leave out --format to get Turtle")
        sys.stdout.write(answer.graph)
    elif shape is Shape.json:
        sys.stdout.write(json.dumps(answer.document, ensure_ascii=False, indent=2) + "\n")
    elif shape is Shape.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.header)
        writer.writerows(answer.rows)
    else:
        sys.stdout.write(_table(answer.header, answer.rows))


@app.command(epilog="Examples: `migov stats`, `migov stats --coverage --format csv`")
def stats(
    by_paragraph: Annotated[
        bool, typer.Option("--coverage", help="Each paragraph: statements and covered share.")
    ] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to show them.")] = Shape.table,
    dataset: DatasetOption = None,
) -> None:
    """Count what the dataset holds, or show how much of each paragraph statements rest on."""
    with opened(dataset) as found:
        if by_paragraph:
            header = ["report", "paragraph", "statements", "covered", "why none"]
            rows = [
                [report.slug, row.unit, str(row.statements), f"{row.share:.0%}", row.reason.en if row.reason else ""]
                for report in found.snapshot.reports
                for row in coverage(found.snapshot, report.slug)
            ]
        else:
            header = ["what", "which", "number"]
            rows = [[kind, name, str(number)] for kind, name, number in statistics(found.snapshot)]
    if shape is Shape.json:
        sys.stdout.write(
            json.dumps([dict(zip(header, row, strict=True)) for row in rows], ensure_ascii=False, indent=2) + "\n"
        )
    elif shape is Shape.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    else:
        sys.stdout.write(_table(header, rows))


@app.command(epilog="Examples: `migov paragraph 46`, `migov paragraph fn3 --report A-68-283`")
def paragraph(
    unit: Annotated[str, typer.Argument(help="1, 2 …, cover, summary, fn1 …")],
    report: Annotated[
        str | None, typer.Option("--report", help="The report's symbol.", show_default="the first")
    ] = None,
    dataset: DatasetOption = None,
) -> None:
    """Show a paragraph's text beside its statements in words."""
    with opened(dataset) as found:
        snapshot = found.snapshot
        slug = snapshot.report(report).slug if report else snapshot.reports[0].slug
        passage = snapshot.passage(slug, unit)
        print(f"{slug} {unit}\n\n{passage.text}\n")
        if passage.reason:
            print(f"No statements: {passage.reason.en}\n{passage.reason.zh}")
        for statement in snapshot.statements_in(slug, unit):
            _print_statement(statement, snapshot)


def _print_statement(statement: Statement, snapshot: Snapshot) -> None:
    status = snapshot.modalities[statement.modality].labels.en
    when = "; at the time of the report" if statement.as_of_report else ""
    print(f"{statement.id.partition('/')[2]}  [{status}; {snapshot.entity(statement.holder).short_names.en}{when}]")
    # Read alone, the sentence of anything but a fact says more than the report does.
    lead = Text("", "") if statement.modality == "fact" else LEADS[statement.modality]
    print(f"    {f'{lead.en} {statement.sentence.en}'.lstrip()}\n    {lead.zh}{statement.sentence.zh}")
    for evidence in statement.evidence:
        print(f"    {evidence.unit}: {evidence.quote}\n        {evidence.translation}")
    if statement.note:
        print(f"    Our note: {statement.note.en}\n    我们的说明：{statement.note.zh}")
