"""Measures of the network, each with its method and with the statements behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from graph.network.measures import Measure, find_measures
from graph.snapshot import Snapshot

from ..models import AnalysisShape, AskedEntities, MeasureShape, PageShape
from ..parameters import Data, known_parameters_only
from ..rest.analyses import (
    FIGURE_COLUMNS,
    MEASURE_COLUMNS,
    Analyses,
    Asked,
    Computed,
    are_of,
    figure_record,
    figure_row,
    measure_record,
    measure_row,
)
from ..rest.criteria import ENTITIES_MAX, VALUES_MAX, WantedInTime, read_classes, read_entities
from ..rest.listing import LIST_ANSWERS, Columns, Listed, Listing

router = APIRouter(prefix="/api/analysis", tags=["analysis"], dependencies=[Depends(known_parameters_only)])

OfClasses = Annotated[
    list[str] | None,
    Query(
        description="Class of what figures are about, with those below; the network stays whole. May be repeated.",
        max_length=VALUES_MAX,
        examples=[["Institution", "Body"]],
    ),
]


@router.get("", response_model=PageShape[MeasureShape], responses=LIST_ANSWERS, summary="All measures")
def list_measures(snapshot: Data, listing: Listed) -> Response:
    """The measures of the network, each with how it is computed and what it doesn't tell."""
    columns: Columns[Measure] = Columns(MEASURE_COLUMNS, measure_record, measure_row)
    return listing.answer(tuple(find_measures(snapshot).values()), columns)


@router.get("/{measure}", response_model=AnalysisShape, responses=LIST_ANSWERS, summary="What a measure gives")
async def show_analysis(
    snapshot: Data,
    listing: Listed,
    analyses: Computed,
    measure: Asked,
    wanted: Annotated[WantedInTime, Depends()],
    entity: Annotated[
        list[str] | None,
        Query(
            description="Id of an entity: what stands among such alone is looked at; may be repeated.",
            max_length=ENTITIES_MAX,
            examples=[["gmg", "iom", "ilo"]],
        ),
    ] = None,
    of: OfClasses = None,
) -> Response:
    """The figures of a measure, the greatest first; computed from facts alone without `modality`.

    Each names the statements that it was computed from, at most 200 of them, and how many there are.
    """
    entities = read_entities("entity", entity, snapshot) if entity else None
    return await _figures(snapshot, listing, analyses, measure, wanted, entities, of)


@router.post(
    "/{measure}",
    response_model=AnalysisShape,
    responses=LIST_ANSWERS,
    summary="What a measure gives among many entities",
)
async def show_analysis_of_many(
    snapshot: Data,
    listing: Listed,
    analyses: Computed,
    measure: Asked,
    wanted: Annotated[WantedInTime, Depends()],
    asked: AskedEntities,
    of: OfClasses = None,
) -> Response:
    """As by address, among more entities than an address can name. It only reads.

    The next page is asked for with the same entities and `cursor`.
    """
    entities = read_entities("entity", asked.entity, snapshot)
    return await _figures(snapshot, listing, analyses, measure, wanted, entities, of)


async def _figures(
    snapshot: Snapshot,
    listing: Listing,
    analyses: Analyses,
    measure: Measure,
    wanted: WantedInTime,
    entities: Sequence[str] | None,
    of: list[str] | None,
) -> Response:
    classes = read_classes("of", of, snapshot)
    result = await analyses.compute(measure, wanted.criteria(snapshot), entities)
    figures = tuple(each for each in result["figures"] if are_of(each["entities"], classes, snapshot))
    columns: Columns[dict[str, Any]] = Columns(
        FIGURE_COLUMNS,
        record=lambda figure: figure_record(figure, snapshot),
        row=lambda figure: figure_row(figure, snapshot),
    )
    more = {"measure": measure_record(measure), "exact": result["exact"], "complete": result["complete"]}
    return listing.answer(figures, columns, more, of=entities or ())
