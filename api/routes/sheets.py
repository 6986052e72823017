"""Statements as documents: those that somebody names, and what is said of a model for the future."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from graph.model import Text
from graph.network.differences import find_difference
from viz import MOST_STATEMENTS, FurtherColumn, render_sheet, sheet_of, sheet_of_comparison, sheet_of_difference
from viz.documents.words import DOCUMENT_WORDS

from ..drawing.diagrams import Drawn
from ..drawing.files import SheetForm, file_answer
from ..drawing.views import TITLE_MAX, Rendering
from ..parameters import known_parameters_only
from ..rest.criteria import ID_MAX

SCENARIOS_MAX = 6

router = APIRouter(tags=["statements"], dependencies=[Depends(known_parameters_only)])


@router.get("/statements.{extension}", summary="Statements as a document", response_class=Response)
async def show_sheet(
    drawn: Drawn,
    options: Rendering,
    extension: SheetForm,
    statement: Annotated[
        list[Annotated[str, Query(max_length=ID_MAX)]],
        Query(
            min_length=1,
            max_length=MOST_STATEMENTS,
            description="Id of a statement; may be repeated. They stand in the order of the parameters.",
            examples=[["A-68-283/46.1"]],
        ),
    ],
    column: Annotated[
        list[FurtherColumn] | None,
        Query(
            max_length=len(get_args(FurtherColumn)),
            description="A further column of the table; may be repeated. They stand in the order of the parameters.",
            examples=[["time", "quotation"]],
        ),
    ] = None,
    fold: Annotated[
        bool, Query(description="Whether what is told of a recommendation stands in one row, its content first.")
    ] = False,
    title: Annotated[str | None, Query(max_length=TITLE_MAX, description="A title of your own.")] = None,
) -> Response:
    """A table of what each statement says, its status, who holds it and where it stands, then the exact words."""
    chosen, columns = tuple(statement), tuple(dict.fromkeys(column or ()))
    words = Text(title, title) if title else None
    body = await drawn.sheet(
        (extension, options, chosen, columns, fold, title),
        lambda snapshot: render_sheet(sheet_of(chosen, snapshot, words, columns, fold=fold), extension, options),
    )
    return file_answer(
        body, extension, "statements", words or DOCUMENT_WORDS["statements"], options.language, download=True
    )


@router.get("/scenarios.{extension}", summary="Scenarios compared in a document", response_class=Response)
async def show_comparison_sheet(
    drawn: Drawn,
    options: Rendering,
    extension: SheetForm,
    scenario: Annotated[
        list[Annotated[str, Query(max_length=ID_MAX)]],
        Query(
            min_length=1,
            max_length=SCENARIOS_MAX,
            description="Id of a scenario; may be repeated. They stand in the order of the parameters.",
            examples=[["iom-into-un", "new-un-organization"]],
        ),
    ],
) -> Response:
    """What each model would take, what is said for it and against it, one beside the other; the exact words."""
    chosen = tuple(dict.fromkeys(scenario))
    titles = [drawn.snapshot.scenario(id).title for id in chosen]
    body = await drawn.sheet(
        (extension, options, "compared", chosen),
        lambda snapshot: render_sheet(
            sheet_of_comparison([find_difference(snapshot, id) for id in chosen], snapshot), extension, options
        ),
    )
    named = Text("；".join(each.zh for each in titles), "; ".join(each.en for each in titles))
    return file_answer(body, extension, "scenarios", named, options.language, download=True)


@router.get("/scenarios/{id}.{extension}", summary="A scenario as a document", response_class=Response)
async def show_scenario_sheet(
    drawn: Drawn,
    options: Rendering,
    scenario_id: Annotated[str, Path(alias="id", description="Id of a scenario.", examples=["iom-into-un"])],
    extension: SheetForm,
) -> Response:
    """What a model would take, what is said for and against it, what it would add, end and change; the exact words."""
    title = drawn.snapshot.scenario(scenario_id).title
    body = await drawn.sheet(
        (extension, options, scenario_id),
        lambda snapshot: render_sheet(
            sheet_of_difference(find_difference(snapshot, scenario_id), snapshot), extension, options
        ),
    )
    # Named apart from the model's diagram.
    named = Text(f"{title.zh}（文字说明）", f"{title.en} in words")
    return file_answer(body, extension, scenario_id, named, options.language, download=True)
