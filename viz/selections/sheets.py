"""Statements of the dataset become a sheet: those that somebody names, or what a model for the future would change."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Statement
from graph.network.differences import METHOD, SIDES, Difference
from graph.snapshot import Snapshot
from ontology import Text

from ..documents.words import DOCUMENT_WORDS
from ..errors import UnfitSheet
from ..messages import MESSAGES
from ..sheet import MOST_STATEMENTS, Line, Part, Sheet
from .claims import claim_of, origins_of, sources_of

_Told = tuple[Statement, Text | None]
"""A statement and what it is to the one before it."""


def sheet_of(ids: Sequence[str], snapshot: Snapshot, title: Text | None = None) -> Sheet:
    """A sheet of statements in the order in which they are named, each once.

    Args:
        ids: of statements.
        snapshot: the dataset.
        title: by default it says that these are statements.

    Raises:
        UnfitSheet: none is named, or more than `MOST_STATEMENTS`.
        NotFound: an id is unknown.
    """
    chosen = dict.fromkeys(ids)
    if not chosen:
        raise UnfitSheet("a sheet needs a statement: name at least one")
    if len(chosen) > MOST_STATEMENTS:
        raise UnfitSheet(
            f"{len(chosen)} statements are too many for one sheet: name at most {MOST_STATEMENTS}, or make several"
        )
    told = [(snapshot.statement(id), None) for id in chosen]
    return _sheet(title or DOCUMENT_WORDS["statements"], None, [(Text("", ""), told)], snapshot)


def sheet_of_difference(found: Difference, snapshot: Snapshot) -> Sheet:
    """What is said of a model for the future, then what it would add, end and change, as the explorer tells it."""
    because, instead = DOCUMENT_WORDS["because"], DOCUMENT_WORDS["instead"]
    ended = [
        told for fact, reasons in found.ended for told in ((fact, None), *((reason, because) for reason in reasons))
    ]
    changed = [told for old, new in found.changed for told in ((old, None), (new, instead))]
    parts: list[tuple[Text, Sequence[_Told]]] = [
        *((DOCUMENT_WORDS[side], [(each, None) for each in found.reasons[side]]) for side in SIDES),
        (DOCUMENT_WORDS["added"], [(each, None) for each in found.added]),
        (DOCUMENT_WORDS["ended"], ended),
        (DOCUMENT_WORDS["changed"], changed),
    ]
    return _sheet(found.scenario.title, METHOD, parts, snapshot)


def _sheet(title: Text, note: Text | None, parts: Sequence[tuple[Text, Sequence[_Told]]], snapshot: Snapshot) -> Sheet:
    statements = [statement for _, told in parts for statement, _ in told]
    sources = sources_of(statements, snapshot)
    return Sheet(
        title,
        note or (MESSAGES["no_evidence"] if statements and not sources else None),
        tuple(
            Part(
                heading,
                tuple(Line(claim_of(statement, snapshot, sources), lead) for statement, lead in told),
                DOCUMENT_WORDS["silent"],
            )
            for heading, told in parts
        ),
        tuple(sources.values()),
        origins_of(statements, snapshot),
        snapshot.version,
    )
