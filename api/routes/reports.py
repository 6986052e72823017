"""Reports: their paragraphs with all that rests on them, and how much of the text that is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from graph.authoring.coverage import coverage
from graph.model import ReportInfo

from ..models import CoverageShape, PageShape, ParagraphShape, ReportShape
from ..parameters import Data, known_parameters_only
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.records import (
    COVERAGE_COLUMNS,
    REPORT_COLUMNS,
    coverage_record,
    coverage_row,
    find_passage,
    find_report,
    paragraph_record,
    report_record,
    report_row,
)

router = APIRouter(prefix="/api/reports", tags=["reports"], dependencies=[Depends(known_parameters_only)])
Symbol = Annotated[str, Path(description="Symbol of the report: A/68/283 or A-68-283.", examples=["A-68-283"])]
Unit = Annotated[str, Path(description="`1`…`143`, `cover`, `summary` or `fn1`…`fn13`.", examples=["46"])]


@router.get("", response_model=PageShape[ReportShape], responses=LIST_ANSWERS, summary="All reports")
def list_reports(snapshot: Data, listing: Listed) -> Response:
    """The reports of the dataset with their sections and paragraphs."""
    columns: Columns[ReportInfo] = Columns(
        REPORT_COLUMNS,
        record=lambda report: report_record(report, snapshot),
        row=lambda report: report_row(report, snapshot),
    )
    return listing.answer(snapshot.reports, columns)


@router.get("/{symbol:path}/paragraphs/{n}", response_model=ParagraphShape, summary="One paragraph")
def show_paragraph(snapshot: Data, symbol: Symbol, n: Unit) -> Response:
    """A paragraph's text, section, statements, mentions and footnotes."""
    report = find_report(snapshot, symbol)
    return JSONAnswer(paragraph_record(find_passage(snapshot, report.slug, n), snapshot))


@router.get(
    "/{symbol:path}/coverage", response_model=PageShape[CoverageShape], responses=LIST_ANSWERS, summary="Coverage"
)
def list_coverage(snapshot: Data, listing: Listed, symbol: Symbol) -> Response:
    """How much of each paragraph statements rest on, or why none does."""
    rows = coverage(snapshot, find_report(snapshot, symbol).slug)
    return listing.answer(rows, Columns(COVERAGE_COLUMNS, coverage_record, coverage_row))


@router.get("/{symbol:path}", response_model=ReportShape, summary="One report")
def show_report(snapshot: Data, symbol: Symbol) -> Response:
    """A report with its sections and the ids of its paragraphs."""
    return JSONAnswer(report_record(find_report(snapshot, symbol), snapshot))
