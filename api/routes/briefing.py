"""Several ready diagrams as one document."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from graph.model import Text
from viz import BRIEFING_FORMS, MOST_DIAGRAMS, brief, render_briefing, require_form

from ..drawing.diagrams import Drawn
from ..drawing.files import file_answer
from ..drawing.views import TITLE_MAX, Rendering
from ..parameters import known_parameters_only

router = APIRouter(tags=["diagrams"], dependencies=[Depends(known_parameters_only)])


async def read_briefing_form(
    extension: Annotated[str, Path(description=f"Form of the file: {', '.join(BRIEFING_FORMS)}.", examples=["docx"])],
) -> str:
    """The form that the ending of a path names; raises UnknownForm."""
    return require_form(extension, BRIEFING_FORMS, "a briefing")


@router.get("/briefing.{extension}", summary="Several ready diagrams as one document", response_class=Response)
async def show_briefing(
    drawn: Drawn,
    options: Rendering,
    extension: Annotated[str, Depends(read_briefing_form)],
    diagram: Annotated[
        list[str],
        Query(
            min_length=1,
            max_length=MOST_DIAGRAMS,
            description="Id of a ready diagram; may be repeated.",
            examples=[["institutions"]],
        ),
    ],
    title: Annotated[str | None, Query(max_length=TITLE_MAX, description="A title of your own.")] = None,
) -> Response:
    """A document with contents, each diagram, and one list of sources numbered through."""
    names = tuple(dict.fromkeys(diagram))
    words = Text(title, title) if title else None
    body = await drawn.together(
        names, (extension, options, title), lambda made: render_briefing(brief(made, words), extension, options)
    )
    named = words or Text("简报", "Briefing")
    return file_answer(body, extension, "briefing", named, options.language, download=True)
