"""How much a dataset holds."""

from __future__ import annotations

from collections import Counter

from ..snapshot import Snapshot


def statistics(snapshot: Snapshot) -> tuple[tuple[str, str, int], ...]:
    """Counts as (what, which, number): totals, entities by class, statements by modality and by relation family."""
    entities = Counter(entity.class_id for entity in snapshot.entities.values())
    modalities = Counter(statement.modality for statement in snapshot.statements.values())
    families = Counter(snapshot.properties[s.predicate].family for s in snapshot.statements.values())
    mentions = sum(len(entity.mentions) for entity in snapshot.entities.values())
    totals = (
        ("reports", len(snapshot.reports)),
        ("paragraphs", len(snapshot.passages)),
        ("entities", len(snapshot.entities)),
        ("statements", len(snapshot.statements)),
        ("mentions", mentions),
        ("notes", len(snapshot.notes)),
        ("scenarios", len(snapshot.scenarios)),
    )
    return (
        *(("total", name, number) for name, number in totals),
        *(("class", name, entities[name]) for name in snapshot.classes if entities[name]),
        *(("modality", name, modalities[name]) for name in snapshot.modalities if modalities[name]),
        *(("family", name, families[name]) for name in snapshot.families if families[name]),
    )
