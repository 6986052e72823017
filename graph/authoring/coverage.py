"""How much of a report its statements rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Text
from ..snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Coverage:
    """One paragraph's coverage.

    Attributes:
        unit: the paragraph.
        statements: how many statements rest on it.
        share: which share of its characters, spaces not counted, stands in evidence, from 0 to 1.
        reason: why no statement rests on it, or None.
    """

    unit: str
    statements: int
    share: float
    reason: Text | None


def coverage(snapshot: Snapshot, slug: str) -> tuple[Coverage, ...]:
    """The coverage of each paragraph of a report, in its order; raises NotFound when there is no such report."""
    snapshot.report(slug)
    rows = []
    for passage in snapshot.passages.values():
        if passage.report != slug:
            continue
        statements = snapshot.statements_in(slug, passage.id)
        covered: set[int] = set()
        for statement in statements:
            for evidence in statement.evidence:
                if (evidence.report, evidence.unit) == (slug, passage.id):
                    covered.update(range(evidence.start, evidence.end))
        counted = [n for n, char in enumerate(passage.text) if not char.isspace()]
        share = sum(n in covered for n in counted) / len(counted) if counted else 0.0
        rows.append(Coverage(passage.id, len(statements), round(share, 4), passage.reason))
    return tuple(rows)
