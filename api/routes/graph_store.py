"""Whole graphs by SPARQL 1.1 Graph Store HTTP Protocol, in its indirect form: `?graph=IRI` or `?default`."""

from __future__ import annotations

import json
from typing import Any, cast
from urllib.parse import parse_qsl, quote
from uuid import uuid4

import pyoxigraph
from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from graph.errors import NotFound
from graph.sparql.changes import Change, ChangeKind
from graph.sparql.tasks import check_graphs
from graph.sparql.writable import WritableStore

from ..errors import BadParameter
from ..negotiation import GRAPHS, Form, choose
from ..serving.authorization import find_writable, require_token
from ..settings import Settings
from ..sparql.protocol import read_body
from .updates import WRITE_RESPONSES

PATH = "/sparql/graphs"
ALLOWED = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
_OTHER_METHODS = ["PATCH", "TRACE"]
_CONTENT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
# The forms that hold one graph, and not several with their names.
FORMS = tuple(form for form in GRAPHS if form.names[0] not in ("nquads", "trig"))
_PARAMETERS = [
    {"name": "graph", "in": "query", "description": "IRI of a named graph.", "schema": {"type": "string"}},
    {
        "name": "default",
        "in": "query",
        "description": "Stands for the default graph; has no value.",
        "schema": {"type": "string", "enum": [""]},
        "allowEmptyValue": True,
    },
]
_BODY: dict[str, Any] = {
    "required": True,
    "content": {form.media_type: {"schema": {"type": "string"}} for form in FORMS},
}
_READ: dict[str, Any] = {"parameters": _PARAMETERS}
_WRITE: dict[str, Any] = {"parameters": _PARAMETERS, "requestBody": _BODY}
_MADE: dict[int | str, dict[str, Any]] = {201: {"description": "It was made"}, 204: {"description": "It was changed"}}

router = APIRouter(tags=["SPARQL"], prefix=PATH)


@router.get(
    "", summary="A graph, whole", openapi_extra=_READ, responses={403: WRITE_RESPONSES[403]}, response_class=Response
)
async def answer_get(request: Request) -> Response:
    """A graph of an operator's store."""
    store = find_writable(request)
    graph = _read_graph(request)
    if graph is None:
        raise BadParameter("graph", "name a graph: ?graph=IRI, or ?default for the default graph")
    choice = choose(request.headers.get("accept", ""), FORMS)
    if graph and not await _is_there(store, graph):
        raise NotFound(f"there is no graph <{graph}>")
    graphs = (graph,) if graph else None
    answer = await store.query(_CONTENT, media_type=choice.form.media_type, default_graphs=graphs)
    return Response(answer.body, headers={"Vary": "Accept", "Content-Type": choice.content_type})


@router.put(
    "",
    summary="Replace a graph",
    openapi_extra=_WRITE,
    responses={**_MADE, **WRITE_RESPONSES},
    response_class=Response,
    status_code=204,
)
async def replace_graph(request: Request) -> Response:
    """Make a graph hold what the body holds. For operators, by their token."""
    store = require_token(request)
    graph = _read_graph(request)
    if graph is None:
        raise BadParameter("graph", "name a graph: ?graph=IRI, or ?default for the default graph")
    return await _store_body(request, store, "put", graph)


@router.post(
    "",
    summary="Add to a graph",
    openapi_extra=_WRITE,
    responses={**_MADE, **WRITE_RESPONSES},
    response_class=Response,
    status_code=204,
)
async def merge_graph(request: Request) -> Response:
    """Add what the body holds to a graph, or, where none is named, to a new one. For operators, by their token."""
    store = require_token(request)
    graph = _read_graph(request)
    if graph is not None:
        return await _store_body(request, store, "post", graph)
    made = f"urn:uuid:{uuid4()}"
    answer = await _store_body(request, store, "post", made)
    answer.headers["Location"] = f"{PATH}?graph={quote(made, safe='')}"
    return answer


@router.delete(
    "",
    summary="Remove a graph",
    openapi_extra=_READ,
    responses={204: {"description": "It was removed"}, **WRITE_RESPONSES},
    response_class=Response,
    status_code=204,
)
async def remove_graph(request: Request) -> Response:
    """Remove a graph. For operators, by their token."""
    store = require_token(request)
    graph = _read_graph(request)
    if graph is None:
        raise BadParameter("graph", "name a graph: ?graph=IRI, or ?default for the default graph")
    if not await _is_there(store, graph):
        raise NotFound(f"there is no graph <{graph}>")
    await store.write(Change("delete", graph=graph))
    return Response(status_code=204)


@router.options("", include_in_schema=False)
async def answer_options() -> Response:
    """Say which methods there are."""
    return Response(status_code=204, headers={"Allow": ALLOWED})


@router.api_route("", methods=_OTHER_METHODS, include_in_schema=False)
async def refuse_method(request: Request) -> Response:
    """Refuse what the protocol doesn't have, or we don't, and say what there is."""
    raise HTTPException(405, f"{request.method} is not allowed at {PATH}.", {"Allow": ALLOWED})


def _read_graph(request: Request) -> str | None:
    """The graph that the address names: an IRI, empty for the default graph, None for none."""
    try:
        pairs = parse_qsl(request.scope["query_string"].decode(), keep_blank_values=True, errors="strict")
    except ValueError:
        raise BadParameter("graph", "the address isn't UTF-8") from None
    for name, value in pairs:
        if name not in ("graph", "default"):
            raise BadParameter(name, f"there is no parameter {name!r}; known here: graph, default")
        if name == "default" and value:
            raise BadParameter("default", f"the parameter 'default' has no value, and here it is {value!r}")
    if len(pairs) > 1:
        raise BadParameter("graph", "name one graph, by ?graph=IRI or ?default, not several")
    if not pairs:
        return None
    name, graph = pairs[0]
    if name == "graph":
        check_graphs((graph,))
    return str(graph)


async def _is_there(store: WritableStore, graph: str) -> bool:
    """Whether there is a graph, an empty one too; the default graph always is."""
    if not graph:
        return True
    answer = await store.query(f"ASK {{ GRAPH {pyoxigraph.NamedNode(graph)} {{ }} }}")
    return bool(json.loads(answer.body)["boolean"])


async def _store_body(request: Request, store: WritableStore, kind: ChangeKind, graph: str) -> Response:
    settings = cast(Settings, request.app.state.settings)
    form = _find_form(request)
    body = await read_body(request, settings.write_bytes)
    change = Change(kind, body, graph, form.media_type, graph or settings.base_iri)
    was_there = await store.write(change)
    return Response(status_code=204 if was_there else 201)


def _find_form(request: Request) -> Form:
    """The form of the body; raises 415 where it is none that holds a graph."""
    kind, *parameters = (part.strip() for part in request.headers.get("content-type", "").lower().split(";"))
    accepted = ", ".join(form.media_type for form in FORMS)
    headers = {"Accept-Post": accepted}
    for name, _, value in (parameter.partition("=") for parameter in parameters):
        if name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8", "us-ascii"):
            raise HTTPException(415, f"A graph comes in UTF-8, not {value}.", headers)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "A graph comes without Content-Encoding.", headers)
    for form in FORMS:
        if kind == form.media_type or (kind in form.aliases and kind != "text/plain"):
            return form
    raise HTTPException(415, f"A graph comes as {accepted}, not {kind or 'without Content-Type'}.", headers)
