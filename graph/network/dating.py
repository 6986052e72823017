"""Where entities stand in time: the one statement that dates an entity best."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..model import Statement

# How an entity is dated, the best first: by its own date, by what brought it about, or by the year in its name.
_OWN = ("startedOn", "heldOn", "adoptedOn", "publishedOn", "enteredIntoForceOn")
_BROUGHT_ABOUT = ("created", "adopted", "organized", "issued", "authored")
_NAME = "yearInName"
_STATED = frozenset(("fact", "plan"))
_OPEN = date.max - date.min


def dating(statements: Iterable[Statement], entity: str) -> Statement | None:
    """The statement that dates an entity, or None.

    Of facts and plans the best kind counts, then the most precise, then the first.

    Args:
        statements: those about the entity, in the order of the reports.
        entity: its id.
    """
    ranked = [
        (rank, _length(statement), place, statement)
        for place, statement in enumerate(statements)
        if statement.time and statement.modality in _STATED and (rank := _rank(statement, entity)) is not None
    ]
    return min(ranked, key=lambda each: each[:3])[3] if ranked else None


def _rank(statement: Statement, entity: str) -> int | None:
    if statement.subject == entity and statement.predicate in _OWN:
        return _OWN.index(statement.predicate)
    if statement.object == entity and statement.predicate in _BROUGHT_ABOUT:
        return len(_OWN) + _BROUGHT_ABOUT.index(statement.predicate)
    if statement.subject == entity and statement.predicate == _NAME:
        return len(_OWN) + len(_BROUGHT_ABOUT)
    return None


def _length(statement: Statement) -> int:
    span = statement.time
    if span is None or span.earliest is None or span.latest is None:
        return _OPEN.days
    return (date.fromisoformat(span.latest) - date.fromisoformat(span.earliest)).days
