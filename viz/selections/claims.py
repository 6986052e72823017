"""What statements say and on what they rest, in words: what diagrams and documents are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from graph import Entity, Evidence, ReportInfo, Statement
from graph.moments import moment_words
from ontology import Term, Text

from ..diagram import Claim, LegendEntry, Origin, Source
from ..messages import MESSAGES

_UNIT_RANKS = {"cover": -2, "summary": -1, "fn": 1_000_000}
Passage = tuple[str, str, int, int]
"""A report, a unit of it, and where the words begin and end there."""


class Dataset(Protocol):
    """What diagrams and documents need of a snapshot of the dataset."""

    @property
    def version(self) -> str:
        """The dataset's version."""

    @property
    def reports(self) -> Sequence[ReportInfo]:
        """The reports it holds."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by id."""

    @property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement by id."""

    @property
    def families(self) -> Mapping[str, Term]:
        """Every relation family by id, in the ontology's order."""

    @property
    def classes(self) -> Mapping[str, Term]:
        """Every class by id, in the ontology's order."""

    @property
    def properties(self) -> Mapping[str, Term]:
        """Every property by id."""

    @property
    def modalities(self) -> Mapping[str, Term]:
        """Every modality by id, in the ontology's order."""

    def statements_about(self, entity: str) -> Sequence[Statement]:
        """Statements with the entity as subject or object."""


def natural_key(identifier: str) -> tuple[tuple[int, str], ...]:
    """Sorts ids of statements and paragraphs as they stand in a report: 9 before 10, cover first, footnotes last."""
    report, _, place = identifier.rpartition("/")
    parts = re.findall(r"\d+|[^\d.]+", place)
    return ((0, report), *((int(part), "") if part.isdigit() else (_UNIT_RANKS.get(part, 0), part) for part in parts))


def _passage(evidence: Evidence) -> Passage:
    return evidence.report, evidence.unit, evidence.start, evidence.end


def sources_of(statements: Iterable[Statement], snapshot: Dataset) -> dict[Passage, Source]:
    """The passages that statements rest on, each once, numbered in the order of the reports."""
    reports = {report.slug: report for report in snapshot.reports}
    passages = {_passage(evidence): evidence for statement in statements for evidence in statement.evidence}
    order = sorted(passages, key=lambda key: (key[0], natural_key(key[1]), key[2], key[3]))
    return {
        key: Source(
            number,
            reports[key[0]].symbol if key[0] in reports else key[0],
            key[1],
            passages[key].quote,
            passages[key].translation,
        )
        for number, key in enumerate(order, start=1)
    }


def claim_of(statement: Statement, snapshot: Dataset, sources: Mapping[Passage, Source]) -> Claim:
    """What a statement says in words, with the numbers of the sources it rests on."""
    term = snapshot.properties[statement.predicate]
    holder = snapshot.entities.get(statement.holder)
    return Claim(
        id=statement.id,
        iri=statement.iri,
        predicate=statement.predicate,
        label=term.labels,
        family=term.family,
        modality=statement.modality,
        holder=holder.names if holder else _named(statement.holder) or MESSAGES["no_holder"],
        sources=tuple(sorted({sources[_passage(evidence)].number for evidence in statement.evidence})),
        sentence=statement.sentence,
        when=statement.time,
        time=moment_words(statement.time.edtf) if statement.time else None,
        as_of_report=statement.as_of_report,
        qualifier=statement.qualifier,
        condition=statement.condition,
        note=statement.note,
        relation_iri=term.iri,
    )


def _named(holder: str) -> Text | None:
    return Text(holder, holder) if holder else None


def origins_of(statements: Iterable[Statement], snapshot: Dataset) -> tuple[Origin, ...]:
    """The reports that statements come from; all of them where there is no statement."""
    used = {statement.report for statement in statements} or {report.slug for report in snapshot.reports}
    return tuple(Origin(r.symbol, r.title, r.date, r.iri) for r in snapshot.reports if r.slug in used)


def legend_of(ids: Iterable[str], terms: Mapping[str, Term]) -> tuple[LegendEntry, ...]:
    """Those of some terms that occur, in the ontology's order, with how often they do."""
    counts = Counter(ids)
    return tuple(
        LegendEntry(term.id, term.labels, term.comments, counts[term.id]) for term in terms.values() if counts[term.id]
    )
