"""The whole network at a glance: the entities of each class together, and how many statements lead to others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import NotFound
from ..model import Entity, Value
from ..snapshot import Snapshot
from .criteria import Criteria, Filter


@dataclass(frozen=True, slots=True)
class Cluster:
    """The entities of one class, those of the classes below it aside.

    Attributes:
        class_id: of the class.
        entities: how many there are.
        inside: how many statements stand between them.
    """

    class_id: str
    entities: int
    inside: int


@dataclass(frozen=True, slots=True)
class Between:
    """How many statements lead from the entities of one class to those of another."""

    start: str
    end: str
    statements: int


@dataclass(frozen=True, slots=True)
class Clusters:
    """All clusters in the order of the ontology, and what lies between them, the most first."""

    clusters: tuple[Cluster, ...]
    between: tuple[Between, ...]


def find_clusters(snapshot: Snapshot, criteria: Criteria) -> Clusters:
    """What a dataset holds by class.

    Args:
        snapshot: the dataset.
        criteria: what statements and entities must have.
    """
    wanted = Filter(criteria, snapshot)
    shown = {entity.id: entity.class_id for entity in snapshot.entities.values() if wanted.shows(entity)}
    sizes = Counter(shown.values())
    ties: Counter[tuple[str, str]] = Counter()
    for statement in snapshot.statements.values():
        if isinstance(statement.object, Value) or not wanted.accepts(statement):
            continue
        start, end = shown.get(statement.subject), shown.get(statement.object)
        if start is not None and end is not None:
            ties[start, end] += 1
    clusters = tuple(Cluster(id, sizes[id], ties[id, id]) for id in snapshot.classes if sizes[id])
    between = tuple(
        Between(*ends, ties[ends]) for ends in sorted(ties, key=lambda ends: (-ties[ends], ends)) if ends[0] != ends[1]
    )
    return Clusters(clusters, between)


def members_of(snapshot: Snapshot, class_id: str, criteria: Criteria) -> Sequence[Entity]:
    """The entities of a cluster, of which the most is said first.

    Raises:
        NotFound: the dataset has no such class.
    """
    if class_id not in snapshot.classes:
        raise NotFound(f"there is no class “{class_id}”; /api/clusters lists them")
    wanted = Filter(criteria, snapshot)
    members = (each for each in snapshot.entities.values() if each.class_id == class_id and wanted.shows(each))
    return sorted(members, key=lambda each: (-len(snapshot.statements_about(each.id)), each.id))
