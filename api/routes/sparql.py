"""The SPARQL endpoint: SPARQL 1.1 Protocol for queries, its service description, and a page to ask from."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import cast

import pyoxigraph
from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from graph.sparql import QueryForm, QueryResult, Store, analyse

from ..errors import BadParameter, NotAcceptable
from ..negotiation import GRAPHS, HTML, RESULTS, Choice, Form, choose, choose_named
from ..serving.conditional import matches, note_change
from ..serving.requests import CLIENT_GONE
from ..serving.security import OPEN_METHODS
from ..settings import Settings
from ..sparql.documentation import GET_OPERATION, POST_OPERATION, RESPONSES
from ..sparql.evidence import JSON_RESULTS, evidenced
from ..sparql.protocol import FORMATS, ProtocolRequest, read_request
from ..sparql.query_page import show_query_page
from ..sparql.service_description import describe_service

PATH = "/sparql"
_OTHER_METHODS = ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "COPY", "LOCK", "MKCOL", "MOVE", "PROPFIND", "QUERY"]

router = APIRouter(tags=["SPARQL"])


@router.get(PATH, summary="Answer a query", openapi_extra=GET_OPERATION, responses=RESPONSES, response_class=Response)
async def answer_get(request: Request) -> Response:
    """Answer the query; without one, describe the service, or show the page to ask from."""
    asked = await read_request(request, _settings(request).body_bytes)
    if asked.query is None:
        return await _introduce(request, asked)
    return await _answer(request, asked, asked.query)


@router.head(PATH, include_in_schema=False)
async def answer_head(request: Request) -> Response:
    """The headers of the answer to a GET."""
    answer = await answer_get(request)
    return Response(status_code=answer.status_code, headers=dict(answer.headers))


@router.post(
    PATH,
    summary="Answer a query of any length",
    openapi_extra=POST_OPERATION,
    responses=RESPONSES,
    response_class=Response,
)
async def answer_post(request: Request) -> Response:
    """Answer the query in a form, or in the body as it is."""
    asked = await read_request(request, _settings(request).body_bytes)
    if asked.query is None:
        raise BadParameter("query", "there is no query; give one as the parameter 'query'")
    return await _answer(request, asked, asked.query)


@router.options(PATH, include_in_schema=False)
async def answer_options() -> Response:
    """Say which methods there are, and that pages of every origin may use them."""
    return Response(
        status_code=204,
        headers={
            "Allow": OPEN_METHODS,
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": OPEN_METHODS,
            "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )


@router.api_route(PATH, methods=_OTHER_METHODS, include_in_schema=False)
async def refuse_method(request: Request) -> Response:
    """Refuse what the protocol doesn't have, and say what it has."""
    raise HTTPException(405, f"{request.method} is not allowed at {PATH}.", {"Allow": OPEN_METHODS})


def _settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def _store(request: Request) -> Store:
    return cast(Store, request.app.state.store)


async def _answer(request: Request, asked: ProtocolRequest, query: str) -> Response:
    store = _store(request)
    form = analyse(query, store.rules.services, store.rules.base)
    if asked.evidence and form.kind != "select":
        raise BadParameter("evidence", f"evidence goes with the rows of a SELECT, and this is {form.kind.upper()}")
    offered = GRAPHS if form.is_graph else RESULTS
    choice = _choose(request, asked, offered)
    headers = {"Vary": "Accept", "Content-Type": choice.content_type, "Access-Control-Allow-Origin": "*"}
    tag = _make_tag(store, form, asked, choice) if request.method in ("GET", "HEAD") else ""
    if tag:
        headers["ETag"] = tag
        wanted = request.headers.get("if-none-match", "")
        if wanted.strip() != "*" and matches(wanted, tag):
            return Response(status_code=304, headers={**headers, "Cache-Control": "no-cache"})
    else:
        note_change(request.scope)
    limits = store.rules.limits
    asking = store.query(
        query,
        media_type=JSON_RESULTS if asked.evidence else choice.form.media_type,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        limits=replace(limits, seconds=asked.seconds) if asked.seconds else limits,
    )
    result = await _wait_while_connected(request, asyncio.ensure_future(asking))
    if result is None:
        return Response(status_code=CLIENT_GONE)
    if asked.evidence:
        return Response(
            await evidenced(request, result.body, query, store.rules.base, choice.form.media_type), headers=headers
        )
    return Response(result.body, headers=headers)


def _choose(request: Request, asked: ProtocolRequest, offered: Sequence[Form]) -> Choice:
    """The form of the answer: what a parameter names, or else what Accept prefers."""
    named = [choose_named(name, offered) for name in asked.formats]
    if len({choice.form.media_type for choice in named}) > 1:
        raise BadParameter("format", f"{', '.join(FORMATS)} mean the same, and here they differ: {asked.formats}")
    return named[0] if named else choose(request.headers.get("accept", ""), offered)


async def _wait_while_connected(request: Request, asking: asyncio.Future[QueryResult]) -> QueryResult | None:
    """The answer, or None where the client went away first; that, or being cancelled, ends the evaluation."""

    async def wait_for_end() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    gone = asyncio.ensure_future(wait_for_end())
    try:
        await asyncio.wait((asking, gone), return_when=asyncio.FIRST_COMPLETED)
        return asking.result() if asking.done() else None
    finally:
        gone.cancel()
        asking.cancel()


def _make_tag(store: Store, form: QueryForm, asked: ProtocolRequest, choice: Choice) -> str:
    """A tag of the answer that is known before it: the dataset never changes under one version.

    Empty where it could differ from time to time, as with NOW() or a remote store of no known version.
    """
    if not store.version or form.is_volatile:
        return ""
    parts = (
        store.version,
        store.rules.base,
        form.text,
        choice.sent_as,
        str(asked.evidence),
        *asked.default_graphs,
        "\0",
        *asked.named_graphs,
    )
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'


async def _introduce(request: Request, asked: ProtocolRequest) -> Response:
    if asked.default_graphs or asked.named_graphs or asked.seconds is not None:
        raise BadParameter("query", "there is a dataset or a timeout, but no query; give one as the parameter 'query'")
    offered = (*GRAPHS, HTML)
    try:
        choice = _choose(request, asked, offered)
    except NotAcceptable as error:
        if asked.formats:
            raise
        raise BadParameter("query", f"there is no query, and without one {error}") from error
    if choice.form is HTML:
        return show_query_page(request)
    takes_updates = request.app.state.writable is not None and _settings(request).write_token is not None
    result = await describe_service(
        _store(request), _endpoint(request), choice.form.media_type, takes_updates=takes_updates
    )
    headers = {"Vary": "Accept", "Content-Type": choice.content_type, "Access-Control-Allow-Origin": "*"}
    return Response(result.body, headers=headers)


def _endpoint(request: Request) -> str:
    """The address that the client knows this by; the one under the base IRI where its Host header names none."""
    url = str(request.url.replace(query="", fragment=""))
    try:
        return pyoxigraph.NamedNode(url).value
    except ValueError:
        return _settings(request).base_iri.rstrip("/") + PATH
