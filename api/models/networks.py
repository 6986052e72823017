"""What statements make of entities: surroundings, relations, paths, moments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graph.network.certainty import Certainty

from .entities import EntityShape, NodeShape
from .statements import StatementShape
from .words import Shape, Words


class NeighbourhoodShape(Shape):
    """Entities around an entity, and the statements between them."""

    centres: list[str]
    entities: list[EntityShape]
    statements: list[StatementShape]
    left_out: int = Field(description="How many entities the limit kept away.")


class PlacedNodeShape(NodeShape):
    """A node and how far it is from where the reader started."""

    distance: int = Field(description="Statements away from the nearest of `centres`.", examples=[1])
    beyond: int = Field(description="How many entities that aren't here the filters' statements tie to it.")


class DatedStatementShape(StatementShape):
    """A statement and the period asked about."""

    certainty: Certainty | None = Field(
        description="Whether it falls into the period: `certain` whatever day its date means, `possible` for some, "
        "`unknown` without a date.",
        examples=["certain"],
    )


class TotalShape(Shape):
    """How much there is, limits aside."""

    entities: int
    statements: int


class GraphShape(Shape):
    """What is among and around some entities."""

    centres: list[str] = Field(examples=[["gmg", "iom"]])
    entities: list[PlacedNodeShape]
    statements: list[DatedStatementShape]
    later: list[str] = Field(
        description="Ids of those asked for by name that the report dates after the period; no other such is here."
    )
    left_out: int = Field(description="How many entities the limit kept away.")
    statements_left_out: int = Field(description="How many statements of `total` are not here.")
    total: TotalShape = Field(description="What meets the filters at that depth, limits aside.")
    hidden: dict[str, int] = Field(
        description="Statements about the centres that the filters keep away, by status.", examples=[{"criticism": 3}]
    )
    dataset: str = Field(description="Version of the dataset.")


class AskedEntities(Shape):
    """Many entities to ask about at once."""

    entity: list[Annotated[str, Field(max_length=300)]] = Field(
        min_length=1, max_length=10_000, description="Ids.", examples=[["gmg", "iom"]]
    )


class AskedAmong(AskedEntities):
    """Many entities to ask about what stands between them."""

    values: bool = Field(False, description="Whether their values are told too, beside what stands between them.")


class AmongShape(GraphShape):
    """A part of what is among many entities."""

    statements_left_out: int = Field(description="How many statements of `total` come after this part.")
    missing: list[str] = Field(description="Ids asked about that the dataset doesn't hold.")


class ClusterShape(Shape):
    """The entities of one class, or of one community."""

    id: str = Field(
        description="Of the class; `@` and the id of the best connected for a community.", examples=["Body"]
    )
    label: Words = Field(description="Of the class; a community is called after the best connected in it.")
    entities: int = Field(description="How many there are, those of classes below it aside.")
    inside: int = Field(description="How many statements stand between them.")
    members: list[str] = Field(description="Ids of those of a community, the best connected first; none for a class.")


class BetweenShape(Shape):
    """What leads from the entities of one cluster to those of another."""

    from_: str = Field(alias="from", description="Id of a cluster.")
    to: str = Field(description="Id of another cluster.")
    statements: int


class ClustersShape(Shape):
    """The whole network by class or by community."""

    clusters: list[ClusterShape] = Field(
        description="Classes in the order of the ontology; the largest community first."
    )
    between: list[BetweenShape] = Field(description="The most first, at most 200.")
    between_total: int = Field(description="How many pairs of clusters there are in all.")
    total: TotalShape
    dataset: str = Field(description="Version of the dataset.")


class RelationShape(Shape):
    """The statements of one property, direction and status about an entity."""

    predicate: str = Field(examples=["memberOf"])
    label: Words = Field(description="How the property reads in that direction.")
    family: str = Field(examples=["membership"])
    direction: Literal["out", "in"] = Field(
        description="`out` where the entity is the subject, `in` where it is the object."
    )
    modality: str = Field(examples=["fact"])
    statements: int = Field(description="How many there are.", examples=[16])
    neighbours: list[str] = Field(description="Ids of entities at their other ends, at most as many as asked for.")
    neighbours_total: int = Field(description="How many entities are at their other ends; none for values.")


class PathShape(Shape):
    """A chain of entities."""

    entities: list[str] = Field(description="Ids from the one end to the other.")
    steps: list[list[str]] = Field(description="For each step the ids of its statements, each in its own direction.")


class PathsShape(Shape):
    """The short paths between two entities."""

    paths: list[PathShape] = Field(description="The shortest first.")
    entities: list[NodeShape]
    statements: list[StatementShape] = Field(description="Those of all steps, with their evidence.")
    total: int = Field(description="How many paths were found.")
    left_out: int = Field(description="How many of them the limit kept away.")
    complete: bool = Field(description="Whether those found are all; false where there were too many to find.")
    dataset: str = Field(description="Version of the dataset.")


class MomentShape(StatementShape):
    """A statement at its place in time."""

    certainty: Certainty = Field(
        description="Whether it falls into the period asked for: `certain` whatever day its date means, `possible` for "
        "some, `unknown` without a date."
    )
