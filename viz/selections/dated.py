"""Dated statements become a timeline: each is a box of its own, which says all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph import Statement
from graph.model import Language
from ontology import Text

from ..citations import holder_words, marks, stated
from ..diagram import Claim, Diagram, Node
from ..errors import EmptySelection, TooManyNodes
from ..messages import filled
from .claims import Dataset, claim_of, legend_of, natural_key, origins_of, sources_of
from .selection import by_date_after

MAX_DATED = 40
"""How many dated statements one diagram tells at most: more can't be read on a page or a few slides."""


def title_of_dated(statements: Sequence[Statement], snapshot: Dataset) -> Text:
    """The title of a timeline of statements: what they are about, by date."""
    subjects = dict.fromkeys(statement.subject for statement in statements if statement.time)
    return by_date_after([snapshot.entities[subject].names for subject in subjects])


def dated_diagram(
    statements: Sequence[Statement], snapshot: Dataset, *, id: str = "", title: Text | None = None
) -> Diagram:
    """The timeline of statements: a node for each that has a date, with status, holder and numbers of sources.

    What is said several times stands there once.

    Args:
        statements: what to tell; those without a date are counted in the diagram's note.
        snapshot: the dataset they are from.
        id: the diagram's id.
        title: by default it names what they are about.

    Raises:
        EmptySelection: none of them has a date.
        TooManyNodes: more than `MAX_DATED` have one.
    """
    dated = sorted((s for s in statements if s.time), key=lambda s: natural_key(s.id))
    if not dated:
        raise EmptySelection("none of these statements has a date: choose others, or another layout")
    classes = legend_of((snapshot.entities[s.subject].class_id for s in dated), snapshot.classes)
    if len(dated) > MAX_DATED:
        raise TooManyNodes(len(dated), MAX_DATED, {entry.id: entry.count for entry in classes})
    sources = sources_of(dated, snapshot)
    undated = len(statements) - len(dated)
    diagram = Diagram(
        id=id or "dates",
        title=title or title_of_dated(dated, snapshot),
        subtitle=None,
        note=filled("undated_statements", n=undated) if undated else None,
        nodes=(),
        edges=(),
        classes=classes,
        modalities=legend_of((s.modality for s in dated), snapshot.modalities),
        families=legend_of((snapshot.properties[s.predicate].family for s in dated), snapshot.families),
        sources=tuple(sources.values()),
        origins=origins_of(dated, snapshot),
        version=snapshot.version,
        layout="timeline",
    )
    nodes = []
    for group in _said_alike(dated):
        first = group[0]
        claims = tuple(claim_of(statement, snapshot, sources) for statement in group)
        words = Text(_box_words(diagram, claims, "zh"), _box_words(diagram, claims, "en"))
        kind = snapshot.entities[first.subject].class_id
        nodes.append(Node(first.id, first.iri, kind, words, words, (), False, claims, first.time))
    return replace(diagram, nodes=tuple(nodes))


def _said_alike(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements by what they say, with which status and of whom, as a report says some things several times."""
    groups: dict[tuple[str, str, Text], list[Statement]] = {}
    for statement in statements:
        groups.setdefault((statement.modality, statement.holder, statement.sentence), []).append(statement)
    return list(groups.values())


def _box_words(diagram: Diagram, claims: Sequence[Claim], language: Language) -> str:
    """The numbers of the sources of claims that say the same, and its words; what is no fact begins with its status."""
    numbers = sorted({number for claim in claims for number in claim.sources})
    claim = claims[0]
    words = claim.sentence.get(language) if claim.modality == "fact" else stated(claim, language)
    return f"{marks(numbers)} {words}{holder_words(diagram, claim, language)}"
