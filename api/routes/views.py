"""Any view of the dataset by its address, as a page and as a file in every form."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from viz import render, title_of

from ..drawing.diagram_page import show_page
from ..drawing.diagrams import Drawn
from ..drawing.embedding import Version, embed_answer, embedded, has_moved
from ..drawing.files import Download, FormOf, file_answer
from ..drawing.views import Rendering, Viewed
from ..parameters import Config, Lang, known_parameters_only
from ..web.pages import Page

router = APIRouter(tags=["diagrams"], dependencies=[Depends(known_parameters_only)])


@router.get("/view.{extension}", summary="A view as a file", response_class=Response)
async def show_view_file(
    extension: FormOf, drawn: Drawn, view: Viewed, options: Rendering, download: Download = False
) -> Response:
    """What the address selects, in one form, each line with the words it rests on."""
    body = await drawn.view(view, (extension, options), lambda made: render(made, extension, options))
    title = title_of(view, drawn.snapshot)
    return file_answer(body, extension, title.en, title, options.language, download)


@router.get("/view", summary="A view", response_class=HTMLResponse)
def show_view(request: Request, page: Page, drawn: Drawn, view: Viewed) -> Response:
    """What the address selects, as a page: to look at, to take along, to embed."""
    diagram = drawn.of_view(view)
    return show_page(request, page, diagram, "/view", drawn.summary_of(view) if diagram.left_out else None)


@router.get("/embed/view", summary="A view for embedding", response_class=HTMLResponse)
async def embed_view(drawn: Drawn, settings: Config, language: Lang, view: Viewed, v: Version = None) -> Response:
    """The interactive page, which the sites named by the setting `frame_ancestors` may embed."""
    moved = has_moved(v, drawn.snapshot)
    body = await drawn.view(view, ("embed", language, moved), lambda made: embedded(made, language, moved))
    return embed_answer(body, language, settings.frame_ancestors)
