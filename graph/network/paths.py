"""How two entities hang together: all short paths between them, each step with the statements that make it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Statement, Value
from ..snapshot import Snapshot
from .criteria import Criteria, Filter

WORK_MAX = 400_000
"""Ties that one search may look at: less than a second's work."""


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of different entities.

    Attributes:
        entities: ids from the one end to the other.
        steps: for each two that follow one another, the statements between them, in the order of the reports; each in
            its own direction.
    """

    entities: tuple[str, ...]
    steps: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The short paths between two entities.

    Attributes:
        paths: the shortest first; of equal length first those by way of less connected entities, which say more.
        total: how many were found, the limit aside.
        complete: whether that is all there are; false where the search grew too large.
    """

    paths: tuple[Path, ...]
    total: int
    complete: bool


def find_paths(
    snapshot: Snapshot,
    start: str,
    end: str,
    max_length: int = 3,
    limit: int = 20,
    criteria: Criteria | None = None,
    work_max: int = WORK_MAX,
) -> Paths:
    """All paths of up to some statements between two entities, each entity at most once in each.

    Args:
        snapshot: the dataset.
        start: id of an entity.
        end: id of another one.
        max_length: at most how many steps.
        limit: at most how many paths.
        criteria: what statements and the entities between must have.
        work_max: at most how many ties to look at.

    Raises:
        NotFound: an id is unknown.
        ValueError: both ends are the same.
    """
    snapshot.entity(start)
    snapshot.entity(end)
    if start == end:
        raise ValueError(f"a path leads from one entity to another, and both ends are “{start}”")
    search = _Search(snapshot, Filter(criteria or Criteria(), snapshot), (start, end), work_max)
    found: list[tuple[str, ...]] = []
    complete = True
    try:
        remaining = search.distances(end, max_length)
        for length in range(1, max_length + 1):
            for entities in search.walk((start,), length, end, remaining):
                found.append(entities)
    except _TooMuch:
        complete = False
    ranked = sorted(found, key=lambda path: (len(path), sum(search.degree(each) for each in path[1:-1]), path))
    paths = tuple(
        Path(path, tuple(search.ties(one)[other] for one, other in pairwise(path))) for path in ranked[:limit]
    )
    return Paths(paths, len(found), complete)


class _TooMuch(Exception):
    """The search looked at as many ties as it may."""


class _Search:
    def __init__(self, snapshot: Snapshot, wanted: Filter, ends: tuple[str, str], work_max: int) -> None:
        self._snapshot = snapshot
        self._wanted = wanted
        self._ends = ends
        self._work_left = work_max
        self._ties: dict[str, dict[str, tuple[Statement, ...]]] = {}

    def degree(self, entity: str) -> int:
        """How many statements are about an entity."""
        return len(self._snapshot.statements_about(entity))

    def ties(self, entity: str) -> dict[str, tuple[Statement, ...]]:
        """The entities next to one, by id, each with the statements between; raises _TooMuch."""
        if entity not in self._ties:
            about = self._snapshot.statements_about(entity)
            self._spend(len(about))
            found: dict[str, list[Statement]] = {}
            for statement in about:
                if isinstance(statement.object, Value) or statement.subject == statement.object:
                    continue
                other = statement.object if statement.subject == entity else statement.subject
                if self._may_pass(other) and self._wanted.accepts(statement):
                    found.setdefault(other, []).append(statement)
            self._ties[entity] = {other: tuple(found[other]) for other in sorted(found)}
        return self._ties[entity]

    def distances(self, end: str, max_length: int) -> dict[str, int]:
        """How far from the end each entity is that is less than `max_length` steps away."""
        found = {end: 0}
        front = [end]
        for step in range(1, max_length):
            front = sorted({other for entity in front for other in self.ties(entity)} - found.keys())
            found.update(dict.fromkeys(front, step))
        return found

    def walk(
        self, path: tuple[str, ...], length: int, end: str, remaining: dict[str, int]
    ) -> Iterator[tuple[str, ...]]:
        """Every way to go on with a path for exactly some steps to the end."""
        neighbours = self.ties(path[-1])
        if length == 1:
            if end in neighbours:
                yield (*path, end)
            return
        self._spend(len(neighbours))
        for other in neighbours:
            if other != end and other not in path and remaining.get(other, length) < length:
                yield from self.walk((*path, other), length - 1, end, remaining)

    def _may_pass(self, entity: str) -> bool:
        return entity in self._ends or self._wanted.shows(self._snapshot.entities[entity])

    def _spend(self, work: int) -> None:
        self._work_left -= work
        if self._work_left < 0:
            raise _TooMuch
