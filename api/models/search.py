"""What a search finds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .entities import NodeShape
from .reports import HeadingShape
from .words import Shape


class SegmentShape(Shape):
    """A run of a text; those of a snippet, joined, are the snippet."""

    text: str = Field(examples=["秘书处"])
    marked: bool = Field(description="Whether it is what was looked for.")


class SnippetShape(Shape):
    """The words by which something was found."""

    source: Literal["name", "report", "translation"] = Field(
        description="Whose words these are: a name of the entity, the report's own, or our working translation."
    )
    language: Literal["zh", "en"]
    segments: list[SegmentShape] = Field(description="`…` stands where a longer text is cut.")
    quote: str | None = Field(description="Of a translation, the words of the report that it translates.")


class EntityHitShape(NodeShape):
    """An entity that was found."""

    kind: Literal["entity"]
    mentions: int = Field(description="How often the reports name it.", examples=[31])
    match: Literal["exact", "beginning", "words", "similar"] = Field(
        description="By a whole name, its beginning, words of it, or with slips of the pen."
    )
    snippet: SnippetShape


class ParagraphHitShape(Shape):
    """A paragraph that was found."""

    kind: Literal["paragraph"]
    id: str = Field(examples=["53"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    section: HeadingShape | None
    statements: int = Field(description="How many statements rest on it.")
    match: Literal["words", "similar"] = Field(description="By all words, or by most of them or with slips of the pen.")
    snippet: SnippetShape


class FoundTotals(Shape):
    """How many there are of each kind."""

    entity: int
    paragraph: int


class SearchShape(Shape):
    """A page of what was found, best first."""

    items: list[Annotated[EntityHitShape | ParagraphHitShape, Field(discriminator="kind")]]
    total: int = Field(description="Items of the whole list.")
    totals: FoundTotals
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")
