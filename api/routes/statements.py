"""Statements: filtered, and one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from graph.model import Statement
from graph.network.measures import STATEMENTS_MAX
from graph.records import STATEMENT_COLUMNS, statement_record, statement_row
from graph.snapshot import Snapshot

from ..models import PageShape, StatementShape
from ..parameters import Data, known_parameters_only, require_known
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed

router = APIRouter(prefix="/api/statements", tags=["statements"], dependencies=[Depends(known_parameters_only)])
EntityFilter = Annotated[str | None, Query(description="Id of an entity.")]


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """What statements must have; what is None matches all."""

    id: Annotated[
        list[str] | None,
        Query(
            description="Id of a statement, such as the figures of a measure name; may be repeated.",
            max_length=STATEMENTS_MAX,
            examples=[["A-68-283/46.1"]],
        ),
    ] = None
    entity: EntityFilter = None
    subject: EntityFilter = None
    predicate: Annotated[str | None, Query(description="Id of a property.", examples=["memberOf"])] = None
    object: EntityFilter = None
    holder: EntityFilter = None
    modality: Annotated[str | None, Query(description="Status.", examples=["fact"])] = None
    report: Annotated[str | None, Query(description="Slug of a report.", examples=["A-68-283"])] = None
    paragraph: Annotated[str | None, Query(description="`46`, `cover`, `summary`, `fn7` …", examples=["46"])] = None

    def check(self, snapshot: Snapshot) -> None:
        """Refuse what the dataset doesn't hold; raises BadParameter."""
        require_known("id", self.id or (), snapshot.statements, "search /api/search?q= for what is said")
        for name in ("entity", "subject", "object", "holder"):
            _check(name, getattr(self, name), snapshot.entities, "search /api/entities?q= for its id")
        _check("predicate", self.predicate, snapshot.properties, "the properties stand at /ontology")
        _check("modality", self.modality, snapshot.modalities, f"known: {', '.join(snapshot.modalities)}")
        slugs = {report.slug: report for report in snapshot.reports}
        _check("report", self.report, slugs, f"known: {', '.join(slugs)}")
        units = {
            unit: passage for (report, unit), passage in snapshot.passages.items() if self.report in (None, report)
        }
        _check("paragraph", self.paragraph, units, "such as 46, cover, summary or fn7")

    def accepts(self, statement: Statement) -> bool:
        """Whether a statement has all of it."""
        return (
            self.subject in (None, statement.subject)
            and self.predicate in (None, statement.predicate)
            and self.object in (None, statement.object)
            and self.holder in (None, statement.holder)
            and self.modality in (None, statement.modality)
            and self.report in (None, statement.report)
            and (self.entity is None or self.entity in statement.entities)
            and (self.paragraph is None or any(each.unit == self.paragraph for each in statement.evidence))
        )


def _check(name: str, value: str | None, known: Mapping[str, object], where: str) -> None:
    if value is not None:
        require_known(name, [value], known, where)


def statement_columns(snapshot: Snapshot) -> Columns[Statement]:
    """How statements become records and rows."""
    return Columns(
        STATEMENT_COLUMNS,
        record=lambda statement: statement_record(statement, snapshot),
        row=lambda statement: statement_row(statement, snapshot),
    )


def _candidates(wanted: StatementFilter, snapshot: Snapshot) -> Iterable[Statement]:
    """The fewest statements that are known to hold all that is wanted, in the order of the reports."""
    if wanted.id:
        return sorted((snapshot.statement(each) for each in set(wanted.id)), key=snapshot.place_of)
    entity = wanted.entity or wanted.subject or wanted.object
    return snapshot.statements_about(entity) if entity else snapshot.statements.values()


@router.get("", response_model=PageShape[StatementShape], responses=LIST_ANSWERS, summary="Find statements")
def list_statements(snapshot: Data, listing: Listed, wanted: Annotated[StatementFilter, Depends()]) -> Response:
    """Statements in the order of the report, with status, holder, time and evidence; every filter narrows the list."""
    wanted.check(snapshot)
    found = tuple(statement for statement in _candidates(wanted, snapshot) if wanted.accepts(statement))
    return listing.answer(found, statement_columns(snapshot))


@router.get("/{report}/{n}", response_model=StatementShape, summary="One statement")
def show_statement(
    snapshot: Data,
    report: Annotated[str, Path(description="Slug of a report.", examples=["A-68-283"])],
    n: Annotated[str, Path(description="Its number in the report.", examples=["46.1"])],
) -> Response:
    """A statement with its words, status, holder, time and evidence."""
    return JSONAnswer(statement_record(snapshot.statement(f"{report}/{n}"), snapshot))
