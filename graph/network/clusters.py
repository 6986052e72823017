"""The whole network at a glance: the entities of each class or community together, and what leads to others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import NotFound
from ..model import Entity, Value
from ..snapshot import Snapshot
from .criteria import Criteria, Filter

COMMUNITY = "@"
"""What the id of a community begins with; that of its best-connected entity follows."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entities that stand for one on a picture of the whole.

    Attributes:
        id: of the class whose entities it holds, those of the classes below aside, or of the community.
        entities: how many there are.
        inside: how many statements stand between them.
        members: their ids, the best connected first, where it is a community.
    """

    id: str
    entities: int
    inside: int
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """How many statements lead from the entities of one cluster to those of another."""

    start: str
    end: str
    statements: int


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters in an order, and what lies between them, the most first."""

    clusters: tuple[Cluster, ...]
    between: tuple[Between, ...]


def find_clusters(snapshot: Snapshot, criteria: Criteria) -> Clusters:
    """What a dataset holds by class, in the order of the ontology.

    Args:
        snapshot: the dataset.
        criteria: what statements and entities must have.
    """
    wanted = Filter(criteria, snapshot)
    shown = {entity.id: entity.class_id for entity in snapshot.entities.values() if wanted.shows(entity)}
    sizes = Counter(shown.values())
    ties = _count_ties(snapshot, wanted, shown)
    return _clusters((Cluster(id, sizes[id], ties[id, id]) for id in snapshot.classes if sizes[id]), ties)


def find_communities(snapshot: Snapshot, criteria: Criteria, groups: Iterable[Sequence[str]]) -> Clusters:
    """The same by community, the largest first.

    Args:
        snapshot: the dataset.
        criteria: what statements and entities must have; the groups were found with the same.
        groups: ids of the entities of each community, the best connected first.
    """
    wanted = Filter(criteria, snapshot)
    found = {f"{COMMUNITY}{group[0]}": tuple(group) for group in groups}
    ties = _count_ties(snapshot, wanted, {each: id for id, group in found.items() for each in group})
    largest = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return _clusters((Cluster(id, len(group), ties[id, id], group) for id, group in largest), ties)


def _count_ties(snapshot: Snapshot, wanted: Filter, within: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How many statements lead from each cluster to each, by the cluster of each entity."""
    ties: Counter[tuple[str, str]] = Counter()
    for statement in snapshot.statements.values():
        if isinstance(statement.object, Value) or not wanted.accepts(statement):
            continue
        start, end = within.get(statement.subject), within.get(statement.object)
        if start is not None and end is not None:
            ties[start, end] += 1
    return ties


def _clusters(clusters: Iterable[Cluster], ties: Counter[tuple[str, str]]) -> Clusters:
    ends = sorted(ties, key=lambda each: (-ties[each], each))
    return Clusters(tuple(clusters), tuple(Between(*each, ties[each]) for each in ends if each[0] != each[1]))


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
