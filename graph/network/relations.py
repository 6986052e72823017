"""What an entity is tied to, before anything of it is unfolded: counts by property, direction and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Value
from ..snapshot import Snapshot
from .criteria import Criteria, Filter

Direction = Literal["out", "in"]


@dataclass(frozen=True, slots=True)
class Relation:
    """The statements of one property, direction and status about an entity.

    Attributes:
        direction: `out` where the entity is the subject, `in` where it is the object.
        statements: how many there are.
        neighbours: ids of the entities at their other ends, in the order of the reports; none for values.
    """

    predicate: str
    direction: Direction
    modality: str
    statements: int
    neighbours: Sequence[str]


def relations_of(snapshot: Snapshot, entity: str, criteria: Criteria = Criteria()) -> tuple[Relation, ...]:  # noqa: B008 - frozen
    """The relations of an entity, in the order of the ontology; raises NotFound.

    Args:
        snapshot: the dataset.
        entity: its id.
        criteria: what statements and neighbours must have.
    """
    snapshot.entity(entity)
    wanted = Filter(criteria, snapshot)
    counts: dict[tuple[str, Direction, str], int] = {}
    neighbours: dict[tuple[str, Direction, str], dict[str, None]] = {}
    for statement in filter(wanted.accepts, snapshot.statements_about(entity)):
        ends: list[tuple[Direction, str | None]] = []
        if statement.subject == entity:
            ends.append(("out", None if isinstance(statement.object, Value) else statement.object))
        if statement.object == entity and statement.subject != entity:
            ends.append(("in", statement.subject))
        for direction, other in ends:
            if other is not None and not wanted.shows(snapshot.entities[other]):
                continue
            key = (statement.predicate, direction, statement.modality)
            counts[key] = counts.get(key, 0) + 1
            if other is not None:
                neighbours.setdefault(key, {})[other] = None
    predicates, modalities = list(snapshot.properties), list(snapshot.modalities)
    order = sorted(counts, key=lambda key: (predicates.index(key[0]), key[1] == "in", modalities.index(key[2])))
    return tuple(Relation(*key, counts[key], tuple(neighbours.get(key, ()))) for key in order)
