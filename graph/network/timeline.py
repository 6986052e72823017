"""What happened when: statements in the order of their dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..model import Statement
from ..snapshot import Snapshot
from .certainty import Certainty
from .criteria import Criteria, Filter

_LAST = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Moment:
    """A statement, and how sure it is that it falls into the period asked for."""

    statement: Statement
    certainty: Certainty


def find_moments(
    snapshot: Snapshot, criteria: Criteria, entities: Collection[str] | None = None, *, among: bool = False
) -> tuple[Moment, ...]:
    """Statements by their earliest day, then by their latest; what has no date comes last, in the order of the reports.

    Args:
        snapshot: the dataset.
        criteria: what statements must have; of classes, one that its subject or object has.
        entities: ids, one of which a statement is about, or all.
        among: whether all that a statement is about must be one of `entities`.
    """
    wanted = Filter(criteria, snapshot)
    known = None if entities is None else frozenset(entities)
    needed = all if among else any
    found = []
    for statement in snapshot.statements.values():
        if known is not None and not needed(each in known for each in statement.entities):
            continue
        if not any(wanted.shows(snapshot.entities[each]) for each in statement.entities):
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
