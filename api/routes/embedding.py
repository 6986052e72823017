"""oEmbed (oembed.com): what a page of others needs to show a diagram of which it has only the address."""

from __future__ import annotations

from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from ..drawing.diagrams import Drawn
from ..drawing.embedding import HEIGHT, LEAST, WIDTH, embed_address, read_link, root, snippet
from ..models import ErrorShape
from ..parameters import Lang, known_parameters_only
from ..rest.json_answers import JSONAnswer

router = APIRouter(tags=["diagrams"], dependencies=[Depends(known_parameters_only)])
FORMATS = ("json", "xml")
AGE = 86_400


@router.get(
    "/oembed",
    summary="oEmbed of a diagram's address",
    response_class=JSONAnswer,
    responses={501: {"model": ErrorShape, "description": "There is no such form"}},
)
async def show_oembed(
    request: Request,
    drawn: Drawn,
    language: Lang,
    url: Annotated[
        str,
        Query(max_length=8000, description="Address of a diagram's page of this service.", examples=["/diagrams/gmg"]),
    ],
    maxwidth: Annotated[int | None, Query(ge=LEAST, le=10_000, description="Pixels it may be wide.")] = None,
    maxheight: Annotated[int | None, Query(ge=LEAST, le=10_000, description="Pixels it may be high.")] = None,
    form: Annotated[str, Query(alias="format", max_length=20, description="json or xml.")] = "json",
) -> Response:
    """The HTML that shows a diagram, for pages that ask by oEmbed; only addresses of this service are answered."""
    if form not in FORMATS:
        raise HTTPException(501, f"there is no oEmbed as {form!r}: ask for json or xml")
    link = await read_link(url, request, drawn)
    language = link.language or language
    width, height = min(WIDTH, maxwidth or WIDTH), min(HEIGHT, maxheight or HEIGHT)
    address = embed_address(request, link.path, link.query, language, drawn.snapshot.version)
    answer = {
        "type": "rich",
        "version": "1.0",
        "title": link.title.get(language),
        "provider_name": "Migov",
        "provider_url": f"{root(request)}/",
        "cache_age": AGE,
        "width": width,
        "height": height,
        "html": snippet(address, link.title, language, width, height),
    }
    if form == "json":
        return JSONAnswer(answer)
    parts = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return Response(f"{head}<oembed>{parts}</oembed>\n", media_type="text/xml")
