"""The plain frozen objects that everything outside the core works with, read from a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ontology import Term as Term
from ontology import Text as Text

Language = Literal["zh", "en"]
AS_IN_DATA = "data"
"""The status of a triple of any RDF: the dataset holds it, and carries no evidence for it."""


IDEAS = frozenset({"Proposal", "Recommendation"})
"""Ids of the classes of what is asked for or proposed, whose names are clauses."""


@dataclass(frozen=True, slots=True)
class Label:
    """One name of an entity and where it comes from.

    Attributes:
        source: an id of `data/sources.yaml`.
        confirmed_by: the publication in which it was looked up, None where it wasn't.
    """

    text: str
    source: str
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named: `unit.text[start:end] == form`."""

    report: str
    unit: str
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Something statements are about.

    Attributes:
        class_id: id of its class.
        zh, en: names, preferred first, at least one each.
        mentions: every place where it is named, in the order of the text.
        broader: ids of the topics that it stands directly below in our order of them.
    """

    id: str
    iri: str
    class_id: str
    zh: tuple[Label, ...]
    en: tuple[Label, ...]
    mentions: tuple[Mention, ...] = ()
    broader: tuple[str, ...] = ()

    @property
    def names(self) -> Text:
        """The preferred names."""
        return Text(self.zh[0].text, self.en[0].text)

    @property
    def short_names(self) -> Text:
        """The names for narrow places: the acronym in English where there is one."""
        others = (label.text for label in self.en[1:] if len(label.text) <= 10 < len(self.en[0].text))
        acronym = next((text for text in others if sum(not c.islower() for c in text) > 1), None)
        return Text(self.zh[0].text, acronym or self.en[0].text)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A date or interval as the report gives it.

    Attributes:
        edtf: as authored, in Extended Date/Time Format (ISO 8601-2).
        earliest, latest: ISO dates that bound it, None where a side is open.
    """

    edtf: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A literal object of a statement.

    Attributes:
        words: how to show it in both languages, unit and bound included.
        lexical: its lexical form; of a bilingual text the Chinese one.
        datatype: IRI of the datatype.
        unit: id of the unit of a number, else empty.
        bound: `exact`, `min`, `more-than`, `max` or `about` for a number, else empty.
    """

    words: Text
    lexical: str
    datatype: str
    unit: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a statement rests on: `unit.text[start:end] == quote`.

    Attributes:
        translation: our working English translation of the quotation, never the official English version.
    """

    report: str
    unit: str
    start: int
    end: int
    quote: str
    translation: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with its words, status and holder.

    Attributes:
        id: report and running number, such as `A-68-283/46.1`.
        subject, holder: ids of entities; the holder of a triple of any RDF is empty.
        predicate: id of a property of the ontology.
        object: the id of an entity, or a value.
        modality: id of the status.
        as_of_report: whether it is said to hold at the time of writing.
        qualifier: the words that limit it, or None.
        condition: on what it depends, or None.
        sentence: the claim in plain words, its status not included.
    """

    id: str
    iri: str
    report: str
    subject: str
    predicate: str
    object: str | Value
    modality: str
    holder: str
    evidence: tuple[Evidence, ...]
    sentence: Text
    time: TimeSpan | None = None
    as_of_report: bool = False
    qualifier: Text | None = None
    condition: Text | None = None
    note: Text | None = None

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of its subject and, where that is an entity, its object."""
        return (self.subject,) if isinstance(self.object, Value) else (self.subject, self.object)


@dataclass(frozen=True, slots=True)
class Heading:
    """A headed section of a report: its path such as `III.C.1.a`, its title, its parent's id (empty at the top)."""

    id: str
    title: Text
    parent: str
    order: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, footnote, the cover or the summary of a report, with what stands in it.

    Attributes:
        id: `1`…, `cover`, `summary`, `fn1`….
        section: id of its section, empty outside sections.
        text: the normalised Chinese text.
        reason: why no statement rests on it, or None.
        order: its place in the report, from 0.
        footnotes: ids of the footnotes marked in it, in order.
    """

    report: str
    id: str
    section: str
    text: str
    order: int
    reason: Text | None = None
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """What is known of a report itself.

    Attributes:
        slug: its name in IRIs and folders, such as `A-68-283`.
        date: EDTF.
        entity: id of the entity that stands for it, which holds what the report says in its own voice.
    """

    slug: str
    symbol: str
    iri: str
    title: Text
    date: str
    entity: str = ""
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours, never a claim of the report: a tension, an inference about entities, or a continuation."""

    id: str
    iri: str
    report: str
    kind: str
    statements: tuple[str, ...]
    entities: tuple[str, ...]
    words: Text


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a model for the future would change.

    Attributes:
        adds: statements that would become so.
        ends: (fact that would end, statements that say so).
        changes: (statement as it is, statement that would replace it).
        said_for, said_against, said_required: statements that speak for the model, against it, or of what it would
            take, by what they say, where their property alone doesn't tell.
    """

    id: str
    iri: str
    report: str
    model: str
    title: Text
    adds: tuple[str, ...] = ()
    ends: tuple[tuple[str, tuple[str, ...]], ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    said_for: tuple[str, ...] = ()
    said_against: tuple[str, ...] = ()
    said_required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Entities around some entities, and the statements between them.

    Attributes:
        centres: ids of the entities it was asked for.
        entities: by id, centres included.
        statements: those whose subject and object are both among the entities, and value statements of the centres.
        left_out: how many entities a limit kept away.
    """

    centres: tuple[str, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a dataset holds.

    Attributes:
        entities: by id, sorted.
        statements: by id, in the order of the reports.
        passages: by (report, paragraph), in the order of the reports.
        scenarios: by id.
        sources: what each source of names is, by id.
    """

    entities: Mapping[str, Entity]
    statements: Mapping[str, Statement]
    passages: Mapping[tuple[str, str], Passage]
    reports: tuple[ReportInfo, ...]
    notes: tuple[Note, ...]
    scenarios: Mapping[str, Scenario]
    sources: Mapping[str, Text]
