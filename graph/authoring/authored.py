"""What people write under `data/`, as Pydantic models: `data/README.md` explains each field."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, model_validator

from ..dates import read_date
from ..wording import Article

_UNIT_ID = re.compile(r"(?:[1-9]\d{0,2}|cover|summary|fn[1-9]\d?)")


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise ValueError("an id is lower-case letters and digits joined by hyphens")
    return text


def _unit(text: str) -> str:
    if not _UNIT_ID.fullmatch(text):
        raise ValueError("a paragraph is 1, 2 …, cover, summary or fn1, fn2 …")
    return text


def _statement_id(text: str) -> str:
    unit, dot, number = text.partition(".")
    if not (dot and _UNIT_ID.fullmatch(unit) and re.fullmatch(r"[1-9]\d{0,2}", number)):
        raise ValueError("a statement's id is its paragraph and a running number, such as 46.1")
    return text


def _edtf(text: str) -> str:
    read_date(text)
    return text


def _clean(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    if text != text.strip():
        raise ValueError("must not begin or end with a space")
    return text


Identifier = Annotated[str, AfterValidator(_identifier)]
UnitId = Annotated[str, AfterValidator(_unit)]
StatementId = Annotated[str, AfterValidator(_statement_id)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Words = Annotated[str, AfterValidator(_clean)]
ModalityId = Literal[
    "fact",
    "plan",
    "reported",
    "assessment",
    "criticism",
    "absence",
    "requirement",
    "conditional",
    "proposal",
    "recommendation",
]
Bound = Literal["exact", "min", "more-than", "max", "about"]


class Authored(BaseModel):
    """Base: unknown fields are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BilingualWords(Authored):
    """Words in both languages."""

    zh: Words
    en: Words


class SourcedLabel(Authored):
    """A name with the id of its source and, where it was looked up, the publication that has it in these words.

    The first English name, which stands in sentences, may say its article there.
    """

    text: Words
    source: Identifier
    confirmed_by: Words | None = None
    article: Article | None = None


class EntityEntry(Authored):
    """An entity; a zh label without a source is the report's own spelling."""

    id: Identifier
    class_id: Annotated[str, Field(alias="class")]
    zh: Annotated[tuple[Words | SourcedLabel, ...], Field(min_length=1)]
    en: Annotated[tuple[SourcedLabel, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _article_of_first_english_name(self) -> EntityEntry:
        others = (*self.zh, *self.en[1:])
        if any(isinstance(label, SourcedLabel) and label.article for label in others):
            raise ValueError("only the first English name stands in sentences: give no article with another name")
        return self


class SourceEntry(Authored):
    """A source of names; of a looked-up one each name says which publication has it."""

    id: Identifier
    en: Words
    zh: Words
    looked_up: bool = False


class TopicEntry(Authored):
    """A topic with those that stand directly below it."""

    id: Identifier
    narrower: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class NumberValue(Authored):
    """A number that the report gives."""

    value: Decimal
    unit: Identifier
    bound: Bound = "exact"


class EvidenceEntry(Authored):
    """Exact words of a paragraph and our English translation of them."""

    paragraph: UnitId
    quote: Words
    en: Words


class StatementEntry(Authored):
    """One claim."""

    id: StatementId
    subject: Identifier
    predicate: str
    object: Identifier | None = None
    text: BilingualWords | None = None
    number: NumberValue | None = None
    date: Edtf | None = None
    string: Words | None = None
    link: HttpUrl | None = None
    modality: ModalityId
    holder: Identifier | None = None
    time: Edtf | None = None
    as_of_report: bool = False
    qualifier: BilingualWords | None = None
    condition: BilingualWords | None = None
    also: tuple[EvidenceEntry, ...] = ()
    accept: Words | None = None
    note: BilingualWords | None = None

    @model_validator(mode="after")
    def _one_object(self) -> StatementEntry:
        if len(self.given_objects) != 1:
            raise ValueError("give exactly one of object, text, number, date, string, link")
        return self

    @property
    def given_objects(self) -> tuple[str, ...]:
        """Names of the object fields that are given."""
        kinds = ("object", "text", "number", "date", "string", "link")
        return tuple(kind for kind in kinds if getattr(self, kind) is not None)


class PassageEntry(Authored):
    """Words of the paragraph at hand and the claims they make."""

    quote: Words
    en: Words
    statements: Annotated[tuple[StatementEntry, ...], Field(min_length=1)]


class ParagraphEntry(Authored):
    """A paragraph's claims, or the reason why there are none."""

    paragraph: UnitId
    passages: tuple[PassageEntry, ...] = ()
    reason: BilingualWords | None = None

    @model_validator(mode="after")
    def _claims_or_reason(self) -> ParagraphEntry:
        if bool(self.passages) == bool(self.reason):
            raise ValueError("give either passages or, for a paragraph without statements, a reason")
        return self


class MentionEntry(Authored):
    """What a form means in one place; entity `none` means no entity of ours."""

    paragraph: UnitId
    context: Words
    form: Words
    entity: Identifier

    @model_validator(mode="after")
    def _form_once_in_context(self) -> MentionEntry:
        if self.context.count(self.form) != 1:
            raise ValueError(f"the context must contain the form “{self.form}” exactly once")
        return self


class EndEntry(Authored):
    """A fact that a scenario ends."""

    fact: StatementId
    because: Annotated[tuple[StatementId, ...], Field(min_length=1)]


class ChangeEntry(Authored):
    """A statement that a scenario replaces by another."""

    from_id: Annotated[StatementId, Field(alias="from")]
    to: StatementId


class ScenarioEntry(Authored):
    """What a proposal would add, end or change, and which judgements of it speak for it and against it."""

    id: Identifier
    model: Identifier
    title: BilingualWords
    adds: tuple[StatementId, ...] = ()
    ends: tuple[EndEntry, ...] = ()
    changes: tuple[ChangeEntry, ...] = ()
    said_for: tuple[StatementId, ...] = ()
    said_against: tuple[StatementId, ...] = ()
    said_required: tuple[StatementId, ...] = ()

    @model_validator(mode="after")
    def _does_something(self) -> ScenarioEntry:
        if not (self.adds or self.ends or self.changes):
            raise ValueError("a scenario adds, ends or changes something")
        return self


class NoteEntry(Authored):
    """A remark of ours: statements that disagree, entities that may be one, an ask that a later one takes up."""

    id: Identifier
    kind: Literal["tension", "inference", "continuation"]
    statements: tuple[StatementId, ...] = ()
    entities: tuple[Identifier, ...] = ()
    zh: Words
    en: Words

    @model_validator(mode="after")
    def _about_something(self) -> NoteEntry:
        if len(self.statements) + len(self.entities) == 0:
            raise ValueError("name the statements or entities the note is about")
        return self


class ReportEntry(Authored):
    """What is known of the report itself."""

    symbol: Words
    entity: Identifier
    date: Edtf
    title: BilingualWords
    headings: dict[str, Words]
