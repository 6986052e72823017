"""What the service does otherwise over RDF of somebody else's: pages without evidence, and what it doesn't have."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

from fastapi import Depends

from graph.errors import NotFound
from graph.model import Entity, Statement
from graph.other_rdf.classes import DESCRIBED_NOWHERE
from graph.snapshot import Snapshot

from .parameters import Config

SHOWN = 200
"""Statements that a page of an entity shows."""
BEGINNINGS = 12


async def reports_only(settings: Config) -> None:
    """Refuse what only reports have, where other RDF is served."""
    if settings.serves_other_rdf:
        raise NotFound(
            "this service answers from RDF of its operator's own, which has no reports, and so no paragraphs, "
            "questions, scenarios or ready diagrams; /api/entities, /api/graph and /sparql answer over it"
        )


ReportsOnly = Depends(reports_only)


def entity_values(entity: Entity, snapshot: Snapshot) -> dict[str, Any]:
    """What the page of an entity of any RDF shows: its names, and what the data says of it, grouped by vocabulary."""
    statements = snapshot.statements_about(entity.id)
    shown = statements[:SHOWN]
    grouped: dict[str, list[Statement]] = {}
    for statement in shown:
        grouped.setdefault(snapshot.properties[statement.predicate].family, []).append(statement)
    return {
        "entity": entity,
        "total": len(statements),
        "shown": len(shown),
        "groups": [(term, grouped[family]) for family, term in snapshot.families.items() if family in grouped],
    }


@lru_cache(maxsize=2)
def most_connected(snapshot: Snapshot) -> tuple[Entity, ...]:
    """Where to begin: the entities tied to most others, of those that the data gives a class."""
    ties = Counter(
        entity
        for statement in snapshot.statements.values()
        if isinstance(statement.object, str) and statement.object != statement.subject
        for entity in statement.entities
        if snapshot.entities[entity].class_id != DESCRIBED_NOWHERE
    )
    ranked = sorted(ties, key=lambda entity: (-ties[entity], entity))
    return tuple(snapshot.entities[entity] for entity in ranked[:BEGINNINGS])
