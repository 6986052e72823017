"""What happened when: statements in the order of their dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..model import Statement
from ..snapshot import Snapshot
from .certainty import Certainty
from .criteria import Criteria, Filter
from .dating import dating

_LAST = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Moment:
    """A statement, and how sure it is that it falls into the period asked for."""

    statement: Statement
    certainty: Certainty


def find_moments(
    snapshot: Snapshot,
    criteria: Criteria,
    entities: Collection[str] | None = None,
    *,
    among: bool = False,
    with_dating: bool = False,
) -> tuple[Moment, ...]:
    """Statements by their earliest day, then by their latest; what has no date comes last, in the order of the reports.

    Args:
        snapshot: the dataset.
        criteria: what statements must have; of classes, one that its subject or object has, beside `entities` where it
            is about anything else.
        entities: ids, one of which a statement is about, or all.
        among: whether all that a statement is about must be one of `entities`.
        with_dating: whether what dates one of them, such as its founding by another, comes with that.
    """
    if entities is None:
        return _find_all(snapshot, criteria)
    known = frozenset(entities)
    about = {each.id: each for entity in known for each in snapshot.statements_about(entity)}
    if among:
        dates: set[str] = set()
        if with_dating:
            dates = {found.id for each in known if (found := dating(snapshot.statements_about(each), each))}
        about = {id: each for id, each in about.items() if id in dates or known.issuperset(each.entities)}
    return _find_among(sorted(about.values(), key=snapshot.place_of), criteria, snapshot, known)


@lru_cache(maxsize=1)
def _find_all(snapshot: Snapshot, criteria: Criteria) -> tuple[Moment, ...]:
    """Those of all statements: kept, for whoever reads on asks for the next page of the same."""
    return _find_among(snapshot.statements.values(), criteria, snapshot)


def _find_among(
    statements: Iterable[Statement], criteria: Criteria, snapshot: Snapshot, known: frozenset[str] = frozenset()
) -> tuple[Moment, ...]:
    wanted = Filter(criteria, snapshot)
    found = []
    for statement in statements:
        others = [each for each in statement.entities if each not in known] or statement.entities
        if not any(wanted.shows(snapshot.entities[each]) for each in others):
            continue
        certainty = wanted.certainty(statement)
        if certainty is not None and certainty in criteria.certainties and wanted.accepts(statement):
            found.append(Moment(statement, certainty))
    return tuple(sorted(found, key=_date))


def _date(moment: Moment) -> tuple[bool, str, str]:
    time = moment.statement.time
    if time is None:
        return True, "", ""
    return False, time.earliest or "", time.latest or _LAST
