"""Entities and statements as the records that every export and the service give out: JSON objects and flat rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .model import Entity, Evidence, Mention, Statement, Text, TimeSpan, Value

if TYPE_CHECKING:
    from .snapshot import Snapshot

Record = dict[str, Any]
Row = dict[str, str]

ENTITY_COLUMNS = ("id", "iri", "class", "zh", "en", "other_zh", "other_en", "mentions", "paragraphs")
STATEMENT_COLUMNS = (
    *("id", "iri", "report", "subject", "subject_zh", "subject_en", "predicate", "predicate_zh", "predicate_en"),
    *("object", "object_zh", "object_en", "value", "datatype", "unit", "bound", "modality", "attributed_to"),
    *("time", "earliest", "latest", "as_of_report", "qualifier_zh", "qualifier_en", "condition_zh", "condition_en"),
    *("sentence_zh", "sentence_en", "paragraphs", "quotes", "translations", "note_zh", "note_en"),
)
_BETWEEN = " | "
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def text_record(text: Text | None) -> Record | None:
    """Words in both languages, or None."""
    return None if text is None else {"zh": text.zh, "en": text.en}


def mention_record(mention: Mention) -> Record:
    """A mention: paragraph, start, end, form, report."""
    return {
        "paragraph": mention.unit,
        "start": mention.start,
        "end": mention.end,
        "form": mention.form,
        "report": mention.report,
    }


def evidence_record(evidence: Evidence) -> Record:
    """A piece of evidence: paragraph and quote, then where it stands and our translation."""
    return {
        "paragraph": evidence.unit,
        "quote": evidence.quote,
        "report": evidence.report,
        "start": evidence.start,
        "end": evidence.end,
        "translation": evidence.translation,
    }


def entity_record(entity: Entity) -> Record:
    """An entity with its names, preferred first, and all its mentions in the order of the text."""
    return {
        "id": entity.id,
        "iri": entity.iri,
        "class": entity.class_id,
        "labels": {"zh": [label.text for label in entity.zh], "en": [label.text for label in entity.en]},
        "label_sources": {"zh": [label.source for label in entity.zh], "en": [label.source for label in entity.en]},
        "label_confirmations": {
            "zh": [label.confirmed_by for label in entity.zh],
            "en": [label.confirmed_by for label in entity.en],
        },
        "mentions": [mention_record(mention) for mention in entity.mentions],
        "broader": list(entity.broader),
    }


def statement_record(statement: Statement, snapshot: Snapshot) -> Record:
    """A statement with its words, status, holder, time and evidence; what is unknown is None."""
    predicate = snapshot.properties[statement.predicate]
    return {
        "id": statement.id,
        "iri": statement.iri,
        "report": statement.report,
        "subject": {"id": statement.subject},
        "predicate": {"id": predicate.id, "iri": predicate.iri, "label": text_record(predicate.labels)},
        "object": _object_record(statement.object),
        "modality": statement.modality,
        "attributed_to": statement.holder or None,
        "time": _time_record(statement.time),
        "as_of_report": statement.as_of_report,
        "qualifier": text_record(statement.qualifier),
        "condition": text_record(statement.condition),
        "sentence": text_record(statement.sentence),
        "evidence": [evidence_record(evidence) for evidence in statement.evidence],
        "note": text_record(statement.note),
    }


def entity_row(entity: Entity) -> Row:
    """An entity as one flat row; keys are ENTITY_COLUMNS."""
    paragraphs = dict.fromkeys(mention.unit for mention in entity.mentions)
    cells = (
        *(entity.id, entity.iri, entity.class_id, entity.names.zh, entity.names.en),
        *(_joined(label.text for label in labels[1:]) for labels in (entity.zh, entity.en)),
        *(str(len(entity.mentions)), _joined(paragraphs)),
    )
    return dict(zip(ENTITY_COLUMNS, cells, strict=True))


def statement_row(statement: Statement, snapshot: Snapshot) -> Row:
    """A statement as one flat row; keys are STATEMENT_COLUMNS."""
    subject = snapshot.entity(statement.subject).names
    predicate = snapshot.properties[statement.predicate].labels
    value = statement.object if isinstance(statement.object, Value) else None
    target = "" if isinstance(statement.object, Value) else statement.object
    words = value.words if value else snapshot.entity(target).names
    time = statement.time or TimeSpan("", None, None)
    cells = (
        *(statement.id, statement.iri, statement.report, statement.subject, subject.zh, subject.en),
        *(statement.predicate, predicate.zh, predicate.en, target, words.zh, words.en),
        *((value.lexical, value.datatype, value.unit, value.bound) if value else ("", "", "", "")),
        *(statement.modality, statement.holder, time.edtf, time.earliest or "", time.latest or ""),
        "true" if statement.as_of_report else "false",
        *_both(statement.qualifier),
        *_both(statement.condition),
        *_both(statement.sentence),
        *(_joined(getattr(each, name) for each in statement.evidence) for name in ("unit", "quote", "translation")),
        *_both(statement.note),
    )
    return dict(zip(STATEMENT_COLUMNS, cells, strict=True))


def entities_text(snapshot: Snapshot, form: str) -> str:
    """All entities, by id, as JSON Lines (`jsonl`) or CSV (`csv`)."""
    entities = snapshot.entities.values()
    return (
        to_csv(ENTITY_COLUMNS, map(entity_row, entities))
        if form == "csv"
        else to_json_lines(map(entity_record, entities))
    )


def statements_text(snapshot: Snapshot, form: str) -> str:
    """All statements, in the order of the reports, as JSON Lines (`jsonl`) or CSV (`csv`)."""
    statements = snapshot.statements.values()
    if form == "csv":
        return to_csv(STATEMENT_COLUMNS, (statement_row(statement, snapshot) for statement in statements))
    return to_json_lines(statement_record(statement, snapshot) for statement in statements)


def to_json_lines(records: Iterable[Record]) -> str:
    """Records as JSON Lines: one object a line, each line ended."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def to_csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as CSV (RFC 4180) with a header; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    names = tuple(columns)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_inert(row[name]) for name in names] for row in rows)
    return file.getvalue()


def _inert(cell: str) -> str:
    if not cell.startswith(FORMULA_STARTS):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _object_record(target: str | Value) -> Record:
    if not isinstance(target, Value):
        return {"id": target}
    return {
        "value": target.lexical,
        "datatype": target.datatype,
        "unit": target.unit or None,
        "bound": target.bound or None,
        "words": text_record(target.words),
    }


def _time_record(time: TimeSpan | None) -> Record | None:
    return None if time is None else {"edtf": time.edtf, "earliest": time.earliest, "latest": time.latest}


def _both(text: Text | None) -> tuple[str, str]:
    return (text.zh, text.en) if text else ("", "")


def _joined(texts: Iterable[str]) -> str:
    return _BETWEEN.join(texts)
