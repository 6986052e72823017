"""Ready diagrams, their forms and places."""

from __future__ import annotations

from pydantic import Field

from .words import Shape, Words


class FormShape(Shape):
    """A form that diagrams come in."""

    extension: str = Field(description="Of `/diagrams/{id}.{extension}` and `/view.{extension}`.", examples=["svg"])
    title: Words


class DiagramShape(Shape):
    """A ready diagram: `/diagrams/{id}.{extension}` is its file, `/diagrams/{id}/preview.svg` its picture alone."""

    id: str = Field(examples=["institutions"])
    title: Words
    subtitle: Words | None
    about: list[str] = Field(description="Ids of the entities that it is about, in its own order.", examples=[["gfmd"]])


class DiagramsShape(Shape):
    """The ready diagrams, and what holds of all diagrams."""

    items: list[DiagramShape]
    forms: list[FormShape]
    most_entities: int = Field(description="How many entities a view shows at most.")
    most_dated: int = Field(description="How many dated statements, each told by itself, a timeline shows at most.")
    frame_ancestors: str = Field(description="Which sites may embed diagrams, as Content-Security-Policy names them.")
    dataset: str = Field(description="Version of the dataset.")


class SpotShape(Shape):
    """Where an entity stands in a diagram."""

    id: str = Field(examples=["gmg"])
    x: float = Field(description="Of its centre, in pixels.")
    y: float = Field(description="Of its centre, in pixels; grows downwards.")


class DiagramSpotsShape(DiagramShape):
    """A ready diagram with what it shows."""

    entities: list[SpotShape]
    families: list[str] = Field(description="Relation families that it keeps; all where none is named.")
    modalities: list[str] = Field(description="Statuses that it keeps; all where none is named.")
    dataset: str = Field(description="Version of the dataset.")
