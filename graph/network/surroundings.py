"""What surrounds some entities: the nearest and best connected others, and the statements among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Neighbourhood, Statement, Value
from .criteria import Criteria, Filter

if TYPE_CHECKING:
    from ..snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A neighbourhood, and what it is a part of.

    Attributes:
        neighbourhood: what stays below the limits.
        distances: of each entity, how many statements away from the nearest centre.
        total_entities, total_statements: what meets the criteria at that depth, limits aside.
        hidden: statements about the centres that the criteria keep away, by status.
    """

    neighbourhood: Neighbourhood
    distances: Mapping[str, int]
    total_entities: int
    total_statements: int
    hidden: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What else is tied to a neighbourhood, by statements that meet the same criteria.

    Attributes:
        total: how many entities outside it.
        counts: to how many of them each of its entities is tied; those tied to none are left out.
    """

    total: int
    counts: Mapping[str, int]


def find_beyond(around: Neighbourhood, wanted: Filter, snapshot: Snapshot) -> Beyond:
    """What a neighbourhood leaves out of what is tied to it."""
    inside = {entity.id for entity in around.entities}
    outside: dict[str, bool] = {}
    counts = {}
    for entity in sorted(inside):
        others = set()
        for statement in snapshot.statements_about(entity):
            for other in statement.entities:
                if other not in inside and other not in others and wanted.accepts(statement):
                    if other not in outside:
                        outside[other] = wanted.shows(snapshot.entities[other])
                    if outside[other]:
                        others.add(other)
        if others:
            counts[entity] = len(others)
    return Beyond(sum(outside.values()), counts)


def find_surroundings(
    snapshot: Snapshot,
    entities: Iterable[str],
    depth: int = 1,
    limit: int = 60,
    criteria: Criteria | None = None,
    statement_limit: int | None = None,
    *,
    skipped: int = 0,
    with_values: bool = True,
) -> Surroundings:
    """What surrounds some entities.

    Args:
        snapshot: the dataset.
        entities: ids to start from; they stay whatever their class.
        depth: how many statements away, from 0 (only what stands between them).
        limit: at most how many entities, the starting ones included.
        criteria: what statements and the other entities must have.
        statement_limit: at most how many statements, in the order of the reports.
        skipped: how many statements of that order come before them.
        with_values: whether values of the starting entities count, beside what stands between entities.

    Raises:
        NotFound: an id is unknown.
    """
    wanted = Filter(criteria or Criteria(), snapshot)
    centres = tuple(dict.fromkeys(entities))
    for centre in centres:
        snapshot.entity(centre)
    chosen = _Walk(snapshot, wanted, centres)
    for _ in range(depth):
        chosen.step(limit)
    valued = frozenset(centres if with_values else ())
    inside = _statements_among(snapshot, wanted, chosen.distances, valued)
    total_entities, total_statements = len(chosen.distances), len(inside)
    if not chosen.is_whole:
        every = _Walk(snapshot, wanted, centres)
        for _ in range(depth):
            every.step(len(snapshot.entities))
        total_entities = len(every.distances)
        total_statements = len(_statements_among(snapshot, wanted, every.distances, valued))
    around = Neighbourhood(
        centres,
        tuple(snapshot.entities[entity] for entity in sorted(chosen.distances)),
        tuple(inside[skipped:][:statement_limit]),
        total_entities - len(chosen.distances),
    )
    about = {each.id: each for centre in centres for each in snapshot.statements_about(centre)}
    hidden = Counter(each.modality for each in about.values() if not wanted.accepts(each))
    ordered = {modality: hidden[modality] for modality in snapshot.modalities if hidden[modality]}
    return Surroundings(around, chosen.distances, total_entities, total_statements, ordered)


class _Walk:
    """Goes out from some entities, one statement a step.

    Attributes:
        distances: the entities reached, each with its step.
        is_whole: whether there was room for all in reach.
    """

    def __init__(self, snapshot: Snapshot, wanted: Filter, centres: Iterable[str]) -> None:
        self.snapshot = snapshot
        self.wanted = wanted
        self.distances: dict[str, int] = dict.fromkeys(centres, 0)
        self.is_whole = True
        self._front = tuple(self.distances)
        self._depth = 0

    def step(self, limit: int) -> None:
        """Reach what is one statement further; the best connected where there is no room for all."""
        self._depth += 1
        ties: Counter[str] = Counter()
        for entity in self._front:
            for statement in self.snapshot.statements_about(entity):
                if isinstance(statement.object, Value) or not self.wanted.accepts(statement):
                    continue
                other = statement.object if statement.subject == entity else statement.subject
                if other not in self.distances and self.wanted.shows(self.snapshot.entities[other]):
                    ties[other] += 1
        ranked = sorted(ties, key=lambda other: (-ties[other], -len(self.snapshot.statements_about(other)), other))
        room = max(0, limit - len(self.distances))
        self.is_whole = self.is_whole and len(ranked) <= room
        self._front = tuple(ranked[:room])
        self.distances.update(dict.fromkeys(self._front, self._depth))


def _statements_among(
    snapshot: Snapshot, wanted: Filter, entities: Mapping[str, int], valued: Collection[str]
) -> list[Statement]:
    """Statements between some entities and values of some of them, in the order of the reports."""
    found = {
        statement.id: statement
        for entity in entities
        for statement in snapshot.statements_about(entity)
        if statement.subject == entity
        and (entity in valued if isinstance(statement.object, Value) else statement.object in entities)
        and wanted.accepts(statement)
    }
    return sorted(found.values(), key=snapshot.place_of)
