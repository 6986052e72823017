"""Entities, and the places where they are named."""

from __future__ import annotations

from pydantic import Field

from .words import NameConfirmations, Names, Shape, Words


class MentionShape(Shape):
    """A place where an entity is named."""

    paragraph: str = Field(description="`1`…`143`, `cover`, `summary` or `fn1`…`fn13`.", examples=["46"])
    start: int = Field(description="First character in the paragraph's text, from 0.", examples=[27])
    end: int = Field(description="The character after the last one.", examples=[35])
    form: str = Field(description="The words as they stand there.", examples=["全球移徙问题小组"])
    report: str = Field(examples=["A-68-283"])


class EntityShape(Shape):
    """Something that statements are about."""

    id: str = Field(examples=["gmg"])
    iri: str = Field(examples=["https://w3id.org/migov/entity/gmg"])
    class_: str = Field(alias="class", examples=["Body"])
    labels: Names
    label_sources: Names = Field(description="Where each name comes from, in the order of `labels`.")
    label_confirmations: NameConfirmations
    mentions: list[MentionShape]
    broader: list[str] = Field(description="Ids of the topics directly above it in our order of topics.")


class DescribedEntity(EntityShape):
    """An entity by itself."""

    narrower: list[str] = Field(description="Ids of the topics directly below it in our order of topics.")


class ListedEntity(EntityShape):
    """An entity of a list."""

    label: str = Field(description="Its preferred name in the language of the answer.")


class EntityId(Shape):
    """An entity by its id."""

    id: str = Field(examples=["gmg"])


class NodeShape(Shape):
    """An entity as a node."""

    id: str = Field(examples=["gmg"])
    iri: str = Field(examples=["https://w3id.org/migov/entity/gmg"])
    class_: str = Field(alias="class", examples=["Body"])
    label: Words
    short_label: Words = Field(description="For narrow places: the acronym where there is one.")
    statements: int = Field(description="How many statements of the dataset are about it.", examples=[57])
