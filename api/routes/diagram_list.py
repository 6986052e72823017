"""The ready diagrams for scripts: which there are, in which forms, and where their entities stand."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from viz import FORMS, Recipe
from viz.data_forms.records import diagram_record
from viz.selections.dated import MAX_DATED

from ..drawing.diagrams import Drawn
from ..drawing.views import NODES_MAX
from ..models import DiagramShape, DiagramSpotsShape, DiagramsShape, FormShape, SpotShape, Words
from ..parameters import Config, known_parameters_only
from ..rest.json_answers import JSONAnswer

router = APIRouter(prefix="/api/diagrams", tags=["diagrams"], dependencies=[Depends(known_parameters_only)])


@router.get("", response_model=DiagramsShape, summary="All ready diagrams, and the forms of diagrams")
def list_ready_diagrams(drawn: Drawn, settings: Config) -> Response:
    """The ready diagrams by id, the forms that every diagram and view comes in, and who may embed them."""
    found = DiagramsShape(
        items=[_shape(recipe) for recipe in drawn.recipes.values()],
        forms=[
            FormShape(extension=form.extension, title=Words(zh=form.title.zh, en=form.title.en))
            for form in FORMS.values()
        ],
        most_entities=NODES_MAX,
        most_dated=MAX_DATED,
        frame_ancestors=settings.frame_ancestors,
        dataset=drawn.snapshot.version,
    )
    return JSONAnswer(found.model_dump(mode="json"))


@router.get("/{id}", response_model=DiagramSpotsShape, summary="What a ready diagram shows")
async def show_ready_diagram(
    drawn: Drawn,
    diagram_id: Annotated[str, Path(alias="id", description="Id of a ready diagram.", examples=["institutions"])],
) -> Response:
    """The entities of a ready diagram and where they stand, sorted by id, with the filters it was made with."""
    recipe = drawn.recipe(diagram_id)
    # No filter hides what a model for the future would change, so none is told of such a diagram.
    selection = recipe.selection
    record = json.loads(await drawn.ready(diagram_id, "record", lambda made: json.dumps(diagram_record(made)).encode()))
    found = DiagramSpotsShape(
        **_shape(recipe).model_dump(),
        entities=[
            SpotShape(id=node["id"], x=node["x"], y=node["y"])
            for node in sorted(record["nodes"], key=lambda node: str(node["id"]))
        ],
        families=[] if selection.scenario else list(selection.families),
        modalities=[] if selection.scenario else list(selection.modalities),
        dataset=drawn.snapshot.version,
    )
    return JSONAnswer(found.model_dump(mode="json"))


def _shape(recipe: Recipe) -> DiagramShape:
    subtitle = recipe.subtitle
    return DiagramShape(
        id=recipe.id,
        title=Words(zh=recipe.title.zh, en=recipe.title.en),
        subtitle=Words(zh=subtitle.zh, en=subtitle.en) if subtitle else None,
        about=list(recipe.emphasis or ([] if recipe.selection.scenario else recipe.selection.entities)),
    )
