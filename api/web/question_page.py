"""What the pages of ready questions show beside the questions: topics, fields of the form, headings, other forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from graph.errors import NotFound
from graph.model import Language, Text
from graph.questions import Parameter, Question, find_entity
from graph.snapshot import Snapshot
from ontology import Term
from viz import FORMS, MOST_STATEMENTS, SHEET_FORMS

from ..resources.linked_data import OtherForm
from ..rest.questions import TOPICS, Asked, topic_words


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question's form.

    Attributes:
        value: what it is filled with.
        options: what can be chosen; empty where anything can be written.
    """

    parameter: Parameter
    value: str
    options: tuple[Term, ...] = ()


def by_topic(questions: Iterable[Question]) -> list[tuple[str, Text, list[Question]]]:
    """Questions by topic: (topic, its words, its questions by id), in the order of TOPICS, unknown ones last."""
    grouped: dict[str, list[Question]] = {topic: [] for topic in TOPICS}
    for question in questions:
        grouped.setdefault(question.topic, []).append(question)
    return [(topic, topic_words(topic), found) for topic, found in grouped.items() if found]


def form_fields(asked: Asked, language: Language) -> list[Field]:
    """The fields for a question's parameters, filled with the values asked."""
    options = {"class": asked.snapshot.classes, "modality": asked.snapshot.modalities}
    fields = []
    for parameter in asked.question.parameters:
        value = asked.values.get(parameter.name, parameter.default)
        if parameter.kind == "entity":
            value = _entity_name(value, asked.snapshot, language)
        terms = tuple(options[parameter.kind].values()) if parameter.kind in options else ()
        fields.append(Field(parameter, value, terms))
    return fields


def _entity_name(value: str, snapshot: Snapshot, language: Language) -> str:
    """How the reader would name the entity asked for: in words where they lead back to it alone, else by its id."""
    try:
        entity = find_entity(value.strip(), snapshot)
        name = entity.names.get(language)
        return name if find_entity(name, snapshot) == entity else entity.id
    except NotFound:
        return value


def other_forms(asked: Asked, rows: int, language: Language) -> dict[str, object]:
    """The SPARQL of a question, where to run it, and its answer of so many rows as data and as documents."""
    query = asked.fill()
    path = f"/api/questions/{asked.question.id}/answer"
    forms = [
        OtherForm(name, media_type, f"{path}?{urlencode({**asked.values, 'format': form})}")
        for name, form, media_type in (
            ("CSV", "csv", "text/csv"),
            ("JSON", "json", "application/json"),
            ("JSON Lines", "jsonl", "application/jsonl"),
        )
    ]
    documents = [
        OtherForm(
            form.upper(),
            FORMS[form].media_type,
            f"/questions/{asked.question.id}.{form}?{urlencode({**asked.values, 'lang': language})}",
        )
        for form in SHEET_FORMS
    ]
    return {
        "query": query,
        "endpoint": f"/sparql?{urlencode({'query': query, 'format': 'csv'})}",
        "forms": forms + (documents if 0 < rows <= MOST_STATEMENTS else []),
    }
