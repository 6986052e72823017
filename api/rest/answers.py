"""Answers to ready questions as tables whose cells know what they name: an entity, a statement, a term, a paragraph."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.evidence import COLUMNS, evidence_texts, statements_behind
from graph.identifiers import Identifiers
from graph.model import Statement, Text
from graph.moments import moment_words
from graph.records import Record, statement_record, text_record, to_csv, to_json_lines
from graph.snapshot import Snapshot
from ontology import EDTF, MIGOV
from viz import AnswerRow
from viz.messages import LEADS

from .column_words import column_words

PARAGRAPH = "paragraph"
"""The column in which questions give a paragraph by its number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of an answer.

    Attributes:
        value: a literal's text, the id of what the dataset names, or another IRI.
        iri: of a resource, else empty.
        id: of an entity, statement, term, report or paragraph, else empty.
        label: what it is called: an entity's preferred names, a statement's status and sentence, a term's label; a date
            in words; what limits a statement in both languages.
        language: of a literal, where it has one.
        kind: what it names: `entity`, `statement`, `term`, `report` or `paragraph`, else empty.
    """

    value: str
    iri: str = ""
    id: str = ""
    label: Text | None = None
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """Rows in the order of the query.

    Attributes:
        rows: None stands for a cell that the answer leaves empty.
        statements: for each row those that it rests on; none where it tells of names, mentions or the text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    statements: tuple[tuple[Statement, ...], ...]


def read_answer(body: bytes, query: str, snapshot: Snapshot, identifiers: Identifiers) -> AnswerTable:
    """The answer to a SELECT, read from SPARQL JSON results, with what its rows rest on."""
    document = json.loads(body)
    bindings = document["results"]["bindings"]
    columns = tuple(document["head"]["vars"])
    reader = _Reader(snapshot, identifiers)
    behind = tuple(statements_behind(bindings, query, snapshot, identifiers))
    rows = (
        tuple(reader.read(name, row[name], statements) if name in row else None for name in columns)
        for row, statements in zip(bindings, behind, strict=True)
    )
    return AnswerTable(columns, tuple(rows), behind)


class _Reader:
    def __init__(self, snapshot: Snapshot, identifiers: Identifiers) -> None:
        self.snapshot = snapshot
        self.identifiers = identifiers
        vocabularies = (
            *(snapshot.classes, snapshot.properties, snapshot.modalities),
            snapshot.families,
            snapshot.units,
        )
        self.terms = {term.iri: term.labels for terms in vocabularies for term in terms.values()}
        self.reports = {report.iri: report for report in snapshot.reports}

    def read(self, column: str, term: Mapping[str, str], behind: Sequence[Statement]) -> Cell:
        """The cell for a term of the results, in a row that rests on some statements."""
        value = term["value"]
        if term["type"] == "uri":
            return self._read_resource(value)
        if column == PARAGRAPH:
            # A number alone names a paragraph only where one report has it.
            found = [report for report, unit in self.snapshot.passages if unit == value]
            if len(found) == 1:
                return Cell(value, self.identifiers.paragraph(found[0], value), value, kind="paragraph")
        language = term.get("xml:lang", "")
        label = moment_words(value) if term.get("datatype") == str(EDTF.EDTF) else _limit(value, language, behind)
        return Cell(value, label=label, language=language)

    def _read_resource(self, iri: str) -> Cell:
        if iri.startswith(str(MIGOV)):
            name = iri.removeprefix(str(MIGOV))
            return Cell(name, iri, name, self.terms.get(iri), kind="term")
        if iri in self.reports:
            report_info = self.reports[iri]
            return Cell(report_info.slug, iri, report_info.slug, report_info.title, kind="report")
        entity = iri.removeprefix(self.identifiers.entity(""))
        if entity in self.snapshot.entities:
            return Cell(entity, iri, entity, self.snapshot.entities[entity].names, kind="entity")
        inside = iri.removeprefix(self.identifiers.report(""))
        report, _, place = inside.partition("/")
        kind, _, name = place.partition("/")
        if kind == "statement" and f"{report}/{name}" in self.snapshot.statements:
            statement = self.snapshot.statements[f"{report}/{name}"]
            return Cell(statement.id, iri, statement.id, _statement_words(statement), kind="statement")
        if kind == "paragraph" and (report, name) in self.snapshot.passages:
            return Cell(name, iri, name, kind="paragraph")
        return Cell(iri, iri)


def _limit(value: str, language: str, behind: Sequence[Statement]) -> Text | None:
    """What limits one of some statements, in both languages, where a question asked for it in English."""
    if language != "en":
        return None
    limits = (text for statement in behind for text in (statement.qualifier, statement.condition, statement.note))
    return next((text for text in limits if text and text.en == value), None)


def _statement_words(statement: Statement) -> Text:
    """A statement in words that can stand alone: whether it is a fact or a denial comes first."""
    lead, sentence = LEADS[statement.modality], statement.sentence
    return Text(f"{lead.zh}{sentence.zh}", f"{lead.en} {sentence.en}")


def cell_record(cell: Cell | None) -> Record | None:
    """A cell with what is known of it."""
    if cell is None:
        return None
    named = {"kind": cell.kind, "id": cell.id, "iri": cell.iri, "label": text_record(cell.label)}
    return {**{name: value for name, value in named.items() if value}, "value": cell.value}


def answer_record(table: AnswerTable, snapshot: Snapshot) -> Record:
    """The table as columns with their headings, rows of cells, and the statements of each row."""
    return {
        "columns": list(table.columns),
        "headings": [text_record(column_words(name)) for name in table.columns],
        "rows": [[cell_record(cell) for cell in row] for row in table.rows],
        "statements": [[statement_record(each, snapshot) for each in statements] for statements in table.statements],
    }


def answer_rows(table: AnswerTable) -> list[AnswerRow]:
    """The rows in words, each with the statements that it rests on."""
    return [
        AnswerRow(
            tuple((cell.label or Text(cell.value, cell.value)) if cell else Text("", "") for cell in row),
            statements,
            frozenset(cell.id for cell in row if cell and cell.kind == "statement"),
        )
        for row, statements in zip(table.rows, table.statements, strict=True)
    ]


def answer_json_lines(table: AnswerTable) -> str:
    """The rows as JSON Lines: cells by column, and the columns of evidence."""
    return to_json_lines(
        {
            **{name: cell_record(cell) for name, cell in zip(table.columns, row, strict=True)},
            **evidence_texts(statements),
        }
        for row, statements in zip(table.rows, table.statements, strict=True)
    )


def answer_csv(table: AnswerTable) -> str:
    """The rows as CSV: a column in which anything has a label is followed by `…_zh` and `…_en`; evidence comes last."""
    labelled = [any(cell and cell.label for cell in cells) for cells in zip(*table.rows, strict=True)] or [False] * len(
        table.columns
    )
    names: list[str] = []
    for name, has_labels in zip(table.columns, labelled, strict=True):
        names += [name, f"{name}_zh", f"{name}_en"] if has_labels else [name]
    rows = []
    for row, statements in zip(table.rows, table.statements, strict=True):
        flat: dict[str, str] = {}
        for name, cell in zip(table.columns, row, strict=True):
            label = (cell and cell.label) or Text("", "")
            flat |= {name: cell.value if cell else "", f"{name}_zh": label.zh, f"{name}_en": label.en}
        rows.append(flat | evidence_texts(statements))
    return to_csv([*names, *COLUMNS], rows)
