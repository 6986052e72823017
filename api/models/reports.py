"""Reports with their sections and paragraphs, their coverage, and our notes on them."""

from __future__ import annotations

from pydantic import Field

from .entities import MentionShape
from .statements import StatementShape
from .words import Shape, Words


class HeadingShape(Shape):
    """A headed section."""

    id: str = Field(examples=["III.C.1"])
    title: Words
    parent: str = Field(description="The section it belongs to, empty at the top.")


class ReportShape(Shape):
    """A report."""

    slug: str = Field(examples=["A-68-283"])
    symbol: str = Field(examples=["A/68/283"])
    iri: str
    title: Words
    date: str = Field(examples=["2013-08-07"])
    paragraphs: list[str] = Field(description="Ids of its paragraphs, footnotes included, in their order.")
    paragraph_sections: list[str] = Field(description="The section that each of these stands in, empty outside any.")
    sections: list[HeadingShape]


class MentionedEntity(MentionShape):
    """A mention with the entity that it names."""

    entity: str = Field(examples=["gmg"])


class ParagraphShape(Shape):
    """A paragraph, footnote, the cover or the summary."""

    id: str = Field(examples=["46"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    text: str = Field(description="The normalised Chinese text.")
    section: HeadingShape | None
    statements: list[StatementShape]
    mentions: list[MentionedEntity]
    footnotes: list[str] = Field(description="Ids of the footnotes that it calls.", examples=[["fn7"]])
    reason: Words | None = Field(description="Why no statement rests on it.")


class CoverageShape(Shape):
    """How much of a paragraph statements rest on."""

    paragraph: str = Field(examples=["46"])
    statements: int
    share: float = Field(description="Share of its characters that stand in evidence, 0 to 1.")
    reason: Words | None


class NoteShape(Shape):
    """A remark of ours, never a claim of the report."""

    id: str
    iri: str
    report: str
    kind: str = Field(examples=["tension"])
    statements: list[str]
    entities: list[str]
    words: Words
