"""The ready diagrams: the catalogue, each as a page, and its files in every form."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse, Response

from graph.model import Text
from viz import FORMS, render
from viz.pictures.svg import Parts, render_svg

from ..drawing.diagram_page import show_page
from ..drawing.diagrams import Catalogue, Drawn
from ..drawing.embedding import Version, embed_answer, embedded, has_moved
from ..drawing.files import Download, FormOf, file_answer
from ..drawing.views import Rendering
from ..parameters import Config, Lang, known_parameters_only
from ..web.pages import Page

router = APIRouter(
    tags=["diagrams"], dependencies=[Depends(known_parameters_only)], default_response_class=HTMLResponse
)
DiagramId = Annotated[str, Path(alias="id", description="Id of a ready diagram.", examples=["institutions"])]


@router.get("/diagrams", summary="All ready diagrams")
def list_diagrams(page: Page, catalogue: Catalogue) -> Response:
    """The ready diagrams, each with a preview and its files, as a page."""
    return page.html("diagrams.html", {"diagrams": list(catalogue.values()), "forms": FORMS})


@router.get("/diagrams/{id}.{extension}", summary="A ready diagram as a file", response_class=Response)
async def show_diagram_file(
    drawn: Drawn, options: Rendering, diagram_id: DiagramId, extension: FormOf, download: Download = False
) -> Response:
    """A ready diagram in one form, each line with the words it rests on."""
    words = drawn.recipe(diagram_id).title
    body = await drawn.ready(diagram_id, (extension, options), lambda made: render(made, extension, options))
    return file_answer(body, extension, diagram_id, Text(words.zh, words.en), options.language, download)


@router.get("/diagrams/{id}/preview.svg", summary="A ready diagram's picture alone", response_class=Response)
async def show_preview(drawn: Drawn, language: Lang, diagram_id: DiagramId) -> Response:
    """The drawing without title, legend and sources, for lists of diagrams; the diagram's own files carry them all."""
    bare = Parts(title=False, legend=False, sources=False)
    body = await drawn.ready(
        diagram_id, ("preview", language), lambda made: render_svg(made, language, bare).text.encode()
    )
    words = drawn.recipe(diagram_id).title
    return file_answer(body, "svg", diagram_id, Text(words.zh, words.en), language, False)


@router.get("/diagrams/{id}", summary="A ready diagram")
def show_diagram(request: Request, page: Page, drawn: Drawn, diagram_id: DiagramId) -> Response:
    """A ready diagram as a page: to look at, to take along, to embed."""
    return show_page(request, page, drawn.of_recipe(diagram_id), f"/diagrams/{diagram_id}")


@router.get("/embed/diagrams/{id}", summary="A ready diagram for embedding")
async def embed_diagram(
    drawn: Drawn, settings: Config, language: Lang, diagram_id: DiagramId, v: Version = None
) -> Response:
    """The interactive page, which the sites named by the setting `frame_ancestors` may embed."""
    moved = has_moved(v, drawn.snapshot)
    body = await drawn.ready(diagram_id, ("embed", language, moved), lambda made: embedded(made, language, moved))
    return embed_answer(body, language, settings.frame_ancestors)
