"""The start page: plain HTML that works without a script."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from ..drawing.diagrams import Catalogue
from ..other_rdf import most_connected
from ..parameters import known_parameters_only
from ..rest.questions import Questions
from ..web.pages import Page

router = APIRouter(include_in_schema=False, dependencies=[Depends(known_parameters_only)])
FIRST_DIAGRAM = "institutions"
EXAMPLES = ("gmg-members", "who-created-what", "criticism-of", "recommendations-to", "models-weighed")


@router.get("/plain")
def show_start(page: Page, catalogue: Catalogue, questions: Questions) -> Response:
    """What this is, the institutions as a diagram, a search box, and what else can be asked."""
    if not page.with_reports:
        return page.html("other_start.html", {"entities": most_connected(page.snapshot)})
    diagram = catalogue.get(FIRST_DIAGRAM) or next(iter(catalogue.values()), None)
    examples = [questions[example] for example in EXAMPLES if example in questions]
    return page.html("start.html", {"diagram": diagram, "examples": examples, "total": len(questions)})
