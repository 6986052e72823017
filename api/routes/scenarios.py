"""Scenarios of the future, and our notes on what stands in the reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from graph.network.differences import find_difference

from ..models import DifferenceShape, NoteShape, PageShape, ScenarioShape
from ..parameters import Data, known_parameters_only
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.network_records import difference_record
from ..rest.records import NOTE_COLUMNS, SCENARIO_COLUMNS, note_record, note_row, scenario_record, scenario_row

ScenarioIdInPath = Annotated[str, Path(alias="id", description="Id of a scenario.", examples=["iom-into-un"])]

router = APIRouter(prefix="/api", dependencies=[Depends(known_parameters_only)])


@router.get(
    "/scenarios",
    response_model=PageShape[ScenarioShape],
    responses=LIST_ANSWERS,
    tags=["scenarios"],
    summary="All scenarios",
)
def list_scenarios(snapshot: Data, listing: Listed) -> Response:
    """What each model for the future would add, end and change, by ids of statements."""
    return listing.answer(tuple(snapshot.scenarios.values()), Columns(SCENARIO_COLUMNS, scenario_record, scenario_row))


@router.get("/scenarios/{id}", response_model=ScenarioShape, tags=["scenarios"], summary="One scenario")
def show_scenario(
    snapshot: Data,
    scenario_id: Annotated[str, Path(alias="id", description="Id of a scenario.", examples=["iom-into-un"])],
) -> Response:
    """What a model for the future would add, end and change."""
    return JSONAnswer(scenario_record(snapshot.scenario(scenario_id)))


@router.get(
    "/scenarios/{id}/difference",
    response_model=DifferenceShape,
    tags=["scenarios"],
    summary="Today and a scenario",
)
def show_difference(
    snapshot: Data,
    scenario_id: Annotated[str, Path(alias="id", description="Id of a scenario.", examples=["iom-into-un"])],
) -> Response:
    """Today's facts beside what a model would add, end and change, with the evidence of each and what is said of it."""
    return JSONAnswer(difference_record(find_difference(snapshot, scenario_id), snapshot))


@router.get(
    "/notes", response_model=PageShape[NoteShape], responses=LIST_ANSWERS, tags=["notes"], summary="Notes of ours"
)
def list_notes(snapshot: Data, listing: Listed) -> Response:
    """Tensions between statements and inferences about entities: remarks of ours, never claims of the report."""
    return listing.answer(snapshot.notes, Columns(NOTE_COLUMNS, note_record, note_row))
