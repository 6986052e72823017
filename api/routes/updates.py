"""Changes by SPARQL 1.1 Update, as the protocol has them (SPARQL 1.1 Protocol, 2.2)."""

from __future__ import annotations

from typing import Any, cast

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from graph.sparql.changes import Change
from graph.sparql.update_syntax import analyse_update

from ..models import ErrorShape
from ..serving.authorization import require_token
from ..settings import Settings
from ..sparql.protocol import FORM, UPDATE, read_update

PATH = "/sparql/update"
ALLOWED = "POST, OPTIONS"
_OTHER_METHODS = ["GET", "PUT", "PATCH", "DELETE", "TRACE"]
_TEXT = {"type": "string"}
_IRIS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_EXAMPLE = "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }"
WRITE_RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape, "description": words}
    for status, words in {
        401: "The operator's token is missing or wrong",
        403: "Nothing may be changed here, or this would fetch a document or call another host",
        413: "The body is too long",
        415: "The body is in no form of the protocol",
        422: "The change went over a limit, which the error names; nothing was changed",
        503: "Too many changes at once, or it couldn't be made; nothing was changed",
    }.items()
}
_OPERATION: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {"update": _TEXT, "using-graph-uri": _IRIS, "using-named-graph-uri": _IRIS},
                    "required": ["update"],
                },
                "example": {"update": _EXAMPLE},
            },
            UPDATE: {"schema": _TEXT, "example": _EXAMPLE},
        },
    },
}

router = APIRouter(tags=["SPARQL"])


@router.post(
    PATH,
    summary="Change the store",
    openapi_extra=_OPERATION,
    responses={204: {"description": "It was changed"}, **WRITE_RESPONSES},
    response_class=Response,
    status_code=204,
)
async def make_update(request: Request) -> Response:
    """Make a SPARQL update, wholly or not at all. For operators of a store of their own, by their token."""
    store = require_token(request)
    settings = cast(Settings, request.app.state.settings)
    asked = await read_update(request, settings.write_bytes)
    text = analyse_update(
        asked.update,
        using=asked.using,
        using_named=asked.using_named,
        base=settings.base_iri,
        services=store.rules.services,
        longest=settings.write_bytes,
    )
    await store.write(Change("update", text.encode(), base=settings.base_iri))
    return Response(status_code=204)


@router.options(PATH, include_in_schema=False)
async def answer_options() -> Response:
    """Say which methods there are."""
    return Response(status_code=204, headers={"Allow": ALLOWED})


@router.api_route(PATH, methods=_OTHER_METHODS, include_in_schema=False)
async def refuse_method(request: Request) -> Response:
    """Refuse what the protocol doesn't have, and say what it has."""
    raise HTTPException(405, f"{request.method} is not allowed at {PATH}.", {"Allow": ALLOWED})
