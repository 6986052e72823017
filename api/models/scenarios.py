"""Scenarios and what each would change."""

from __future__ import annotations

from pydantic import Field

from .entities import NodeShape
from .statements import StatementShape
from .words import Shape, Words


class ScenarioShape(Shape):
    """What a model for the future would change."""

    id: str = Field(examples=["iom-into-un"])
    iri: str
    report: str
    model: str = Field(description="The proposal it follows.")
    title: Words
    adds: list[str] = Field(description="Statements that would become so.")
    ends: list[dict[str, str | list[str]]] = Field(description="`fact`, the statement that would end, and `because`.")
    changes: list[dict[str, str]] = Field(description="`from`, the statement as it is, and `to`.")


class MovedEntityShape(NodeShape):
    """An entity that a scenario concerns."""

    stated_today: bool = Field(description="Whether any fact of the dataset is about it.")


class EndShape(Shape):
    """A fact that would end."""

    fact: str = Field(description="Id of the statement.", examples=["A-68-283/36.1"])
    because: list[str] = Field(description="Ids of the statements that say so.")


class ChangeShape(Shape):
    """A fact that would change."""

    from_: str = Field(alias="from", description="Id of the statement as it is.")
    to: str = Field(description="Id of the one that would replace it.")


class ReasonsShape(Shape):
    """What is said of a model: ids of statements by the side on which they stand."""

    substance: list[str] = Field(description="What the model is, and what it includes.")
    required: list[str] = Field(description="What the model itself would take.")
    for_: list[str] = Field(alias="for")
    against: list[str]
    open: list[str] = Field(description="Judgements and consequences to be read in their own words.")


class DifferenceShape(Shape):
    """Today's facts and what a model for the future would change."""

    id: str = Field(examples=["iom-into-un"])
    iri: str
    report: str
    model: str = Field(description="The proposal it follows.", examples=["model-iom-into-un"])
    title: Words
    added: list[str] = Field(description="Ids of statements that would become so.")
    ended: list[EndShape]
    changed: list[ChangeShape]
    reasons: ReasonsShape
    entities: list[MovedEntityShape]
    statements: list[StatementShape] = Field(description="All that are named above, with their evidence.")
    method: Words = Field(description="How it was made.")
    dataset: str = Field(description="Version of the dataset.")
