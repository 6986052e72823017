"""Every term with its words and how it is drawn."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .entities import NodeShape
from .reports import HeadingShape
from .words import Shape, Words


class TermShape(Shape):
    """A term of the ontology."""

    id: str = Field(examples=["membership"])
    iri: str
    label: Words
    comment: Words = Field(description="What it means.")


class NodeStyleShape(Shape):
    """How entities of a class are drawn."""

    colour: str = Field(description="Of outline and glyph.", examples=["#00727f"])
    tint: str = Field(description="Of the box behind dark text.", examples=["#e2f3f4"])
    shape: str = Field(description="Name of the glyph's geometry.", examples=["hexagon"])
    glyph: str = Field(description="An SVG path in a box of 16 by 16.")


class LineStyleShape(Shape):
    """How statements of a status are drawn."""

    colour: str = Field(examples=["#0b5ea8"])
    dashes: list[int] = Field(description="Lengths of dashes and gaps in pixels; none for a solid line.")
    width: float = Field(description="In pixels.", examples=[1.8])
    arrow: Literal["triangle", "vee", "bar", "diamond", "circle"] = Field(description="The head at the object's end.")


class ClassShape(TermShape):
    """A class of entities."""

    superclass: str | None = Field(description="The class above it.", examples=["Actor"])
    style: NodeStyleShape


class PropertyShape(TermShape):
    """A property of statements."""

    family: str = Field(examples=["membership"])
    domain: str | None = Field(description="Class of its subject.", examples=["Actor"])
    range: str | None = Field(description="Class of its object, where that is an entity.", examples=["Entity"])
    value_kind: Literal["entity", "text", "string", "number", "date", "link"] = Field(description="What its object is.")
    inverse_label: Words | None = Field(description="How it reads from its object's side.")
    sentence: Words = Field(description="How its statements read, with `{s}` and `{o}`.")


class ModalityShape(TermShape):
    """A status of statements."""

    lead: Words = Field(description="What stands before a sentence of that status, so that it isn't read as more.")
    style: LineStyleShape


class SectionShape(HeadingShape):
    """A headed section of a report."""

    report: str = Field(examples=["A-68-283"])


class NameSourceShape(Shape):
    """Where names come from: the report, an official list, our translation."""

    id: str = Field(description="As in `label_sources` of an entity.", examples=["un"])
    label: Words


class BaseStyleShape(Shape):
    """What all drawings share."""

    ink: str = Field(description="Colour of text.")
    paper: str = Field(description="Colour behind all.")


class VocabularyShape(Shape):
    """What the dataset's ids mean and how they are drawn, each list in the order of the ontology."""

    classes: list[ClassShape]
    properties: list[PropertyShape]
    families: list[TermShape]
    modalities: list[ModalityShape]
    units: list[TermShape]
    name_sources: list[NameSourceShape]
    sections: list[SectionShape] = Field(description="In the order of the text.")
    style: BaseStyleShape
    carries_evidence: bool = Field(
        description="Whether statements rest on the words of reports; false where other RDF is served."
    )
    beginnings: list[NodeShape] = Field(description="Where to begin in other RDF: what is tied to most.")
    unread: Words | None = Field(description="Why other RDF can't be explored, where it is too large.")
    dataset: str = Field(description="Version of the dataset.")
