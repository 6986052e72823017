"""Which statements and entities a reader wants to see: one set of filters for every view."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..dates import read_date
from ..model import Entity, Statement, TimeSpan
from .certainty import ALWAYS, CERTAINTIES, Certainty, Period, certainty_of
from .dating import dating

if TYPE_CHECKING:
    from ..snapshot import Snapshot

FACTS = ("fact",)
_NEVER = TimeSpan("", None, None)  # when no report is dated


@dataclass(frozen=True, slots=True)
class Criteria:
    """What statements and entities must have; what is None matches all.

    Attributes:
        families, modalities, holders: ids, one of which a statement has.
        sections: ids of sections; a statement rests on a paragraph in one of them or below.
        classes: ids of classes; an entity is of one of them or of one below.
        period: what a statement falls into.
        certainties: how sure that must be.
    """

    families: Collection[str] | None = None
    modalities: Collection[str] | None = None
    holders: Collection[str] | None = None
    sections: Collection[str] | None = None
    classes: Collection[str] | None = None
    period: Period = ALWAYS
    certainties: Collection[Certainty] = CERTAINTIES


class Filter:
    """Criteria made ready for one snapshot."""

    def __init__(self, criteria: Criteria, snapshot: Snapshot) -> None:
        self.criteria = criteria
        self._snapshot = snapshot
        self._predicates = {
            name
            for name, term in snapshot.properties.items()
            if criteria.families is None or term.family in criteria.families
        }
        self._classes = {
            name
            for name in snapshot.classes
            if criteria.classes is None or any(snapshot.vocabulary.is_a(name, each) for each in criteria.classes)
        }
        self._paragraphs = None if criteria.sections is None else paragraphs_in(snapshot, criteria.sections)
        self._asks_when = bool(criteria.period) or set(criteria.certainties) != set(CERTAINTIES)
        self._later: dict[str, bool] = {}
        self._last = min(filter(None, (criteria.period.end, criteria.period.day)), default=None)
        self._dates = {report.slug: read_date(report.date) for report in snapshot.reports}

    def accepts(self, statement: Statement) -> bool:
        """Whether a statement meets the criteria; its entities aren't looked at."""
        wanted = self.criteria
        return (
            statement.predicate in self._predicates
            and (wanted.modalities is None or statement.modality in wanted.modalities)
            and (wanted.holders is None or statement.holder in wanted.holders)
            and (self._paragraphs is None or any((e.report, e.unit) in self._paragraphs for e in statement.evidence))
            and (not self._asks_when or self.certainty(statement) in wanted.certainties)
        )

    def shows(self, entity: Entity) -> bool:
        """Whether an entity is of a class that is wanted, and not dated after the period."""
        return entity.class_id in self._classes and not self.is_later(entity.id)

    def certainty(self, statement: Statement) -> Certainty | None:
        """How sure it is that a statement falls into the period; None where it surely doesn't.

        What has no date doesn't where it is about an entity that came later.
        """
        found = certainty_of(statement, self.criteria.period, self._dates.get(statement.report, _NEVER))
        return None if found == "unknown" and any(map(self.is_later, statement.entities)) else found

    def is_later(self, entity: str) -> bool:
        """Whether the reports date an entity, by when it began, after the last day of the period."""
        if self._last is None:
            return False
        if entity not in self._later:
            dates = dating(self._snapshot.statements_about(entity), entity)
            began = dates.time.earliest if dates and dates.time else None
            self._later[entity] = began is not None and began > self._last
        return self._later[entity]


def paragraphs_in(snapshot: Snapshot, sections: Collection[str]) -> frozenset[tuple[str, str]]:
    """The paragraphs, as (report, paragraph), in some sections and those below, with the footnotes that they call."""
    found: set[tuple[str, str]] = set()
    for report in snapshot.reports:
        wanted = set(sections)
        for heading in report.headings:  # in the order of the text: a section comes before those in it
            if heading.parent in wanted:
                wanted.add(heading.id)
        for (slug, unit), passage in snapshot.passages.items():
            if slug == report.slug and passage.section in wanted:
                found.add((slug, unit))
                found.update((slug, footnote) for footnote in passage.footnotes)
    return frozenset(found)
