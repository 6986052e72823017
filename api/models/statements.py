"""Statements and the evidence they carry."""

from __future__ import annotations

from pydantic import Field

from ontology import MIGOV

from .entities import EntityId
from .words import Shape, Words


class EvidenceShape(Shape):
    """The words a statement rests on."""

    paragraph: str = Field(examples=["46"])
    quote: str = Field(examples=["秘书长于 2006 年参照日内瓦移徙小组设立了全球移徙问题小组"])
    report: str = Field(examples=["A-68-283"])
    start: int = Field(examples=[7])
    end: int = Field(examples=[38])
    translation: str = Field(description="Our working translation, not the official English version.")


class PredicateShape(Shape):
    """A property of the ontology."""

    id: str = Field(examples=["created"])
    iri: str = Field(examples=[str(MIGOV.created)])
    label: Words


class ValueShape(Shape):
    """A literal."""

    value: str = Field(examples=["151"])
    datatype: str
    unit: str | None = Field(examples=["member-state"])
    bound: str | None = Field(description="`exact`, `min`, `more-than`, `max` or `about`.", examples=["exact"])
    words: Words


class TimeShape(Shape):
    """A date or an interval."""

    edtf: str = Field(description="Extended Date/Time Format (ISO 8601-2).", examples=["2006"])
    earliest: str | None = Field(examples=["2006-01-01"])
    latest: str | None = Field(examples=["2006-12-31"])


class StatementShape(Shape):
    """One claim with its words, status, holder and time."""

    id: str = Field(examples=["A-68-283/46.1"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    subject: EntityId
    predicate: PredicateShape
    object: EntityId | ValueShape
    modality: str = Field(examples=["fact"])
    attributed_to: str | None = Field(
        description="The entity that holds it; null in RDF that carries no evidence.", examples=["a-68-283"]
    )
    time: TimeShape | None
    as_of_report: bool = Field(description="Whether it is said to hold at the time of writing.")
    qualifier: Words | None = Field(description="The words that limit the claim.")
    condition: Words | None = Field(description="On what it depends.")
    sentence: Words = Field(description="The claim in plain words, its status not included.")
    evidence: list[EvidenceShape]
    note: Words | None
