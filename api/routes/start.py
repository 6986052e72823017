"""The start page and the search page: plain HTML that works without a script."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from ..diagrams import Catalogue
from ..pages import Page
from ..parameters import Config, Data, known_parameters_only
from ..questions import Questions
from .entities import select_entities

router = APIRouter(include_in_schema=False, dependencies=[Depends(known_parameters_only)])
FIRST_DIAGRAM = "institutions"
EXAMPLES = ("gmg-members", "who-created-what", "criticism-of", "recommendations-to", "models-weighed")


@router.get("/")
def show_start(page: Page, catalogue: Catalogue, questions: Questions) -> Response:
    """What this is, the institutions as a diagram, a search box, and what else can be asked."""
    diagram = catalogue.get(FIRST_DIAGRAM) or next(iter(catalogue.values()), None)
    examples = [questions[example] for example in EXAMPLES if example in questions]
    return page.html("start.html", {"diagram": diagram, "examples": examples, "total": len(questions)})


@router.get("/search")
def show_results(
    page: Page, snapshot: Data, settings: Config, q: Annotated[str, Query(max_length=400)] = ""
) -> Response:
    """Entities whose names hold the words."""
    words = q.strip()
    found = select_entities(snapshot, words, None) if words else ()
    return page.html("search.html", {"q": words, "found": found[: settings.page_size], "total": len(found)})
