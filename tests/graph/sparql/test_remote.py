"""A remote endpoint as a store, against an endpoint that misbehaves in every way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from urllib.parse import parse_qs

import httpx2
import pytest

from graph.errors import QueryForbidden, QueryLimit, QuerySyntaxError, StoreUnavailable
from graph.sparql import Limits, QueryResult
from graph.sparql.remote import RemoteStore

JSON = "application/sparql-results+json"
ROWS = '{"head": {"vars": ["s"]}, "results": {"bindings": [{}, {"s": {"type": "uri", "value": "a:b"}}]}}'
Answer = Callable[[httpx2.Request], httpx2.Response]


def ask(answer: Answer | httpx2.Response, text: str = "SELECT * { ?s ?p ?o }", **options: object) -> QueryResult:
    def handle(request: httpx2.Request) -> httpx2.Response:
        return answer if isinstance(answer, httpx2.Response) else answer(request)

    media_type = options.pop("media_type", None)
    store = RemoteStore("http://example.org/sparql", transport=httpx2.MockTransport(handle), **options)  # type: ignore[arg-type]
    try:
        return asyncio.run(store.query(text, media_type=media_type))  # type: ignore[arg-type]
    finally:
        store.close()


def respond(body: str, content_type: str = JSON, status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, content=body.encode(), headers={"Content-Type": content_type})


def test_a_query_is_sent_by_the_protocol() -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return respond(ROWS)

    result = ask(answer, "SELECT * { ?s ?p '中' }", default_graphs=["a:1", "a:2"], named_graphs=["a:3"])
    assert result == QueryResult(JSON, ROWS.encode())
    (request,) = seen
    assert request.method == "POST"
    assert request.headers["accept"].startswith(JSON)
    assert parse_qs(request.content.decode()) == {
        "query": ["SELECT * { ?s ?p '中' }"],
        "default-graph-uri": ["a:1", "a:2"],
        "named-graph-uri": ["a:3"],
    }


def test_from_goes_before_the_usual_dataset() -> None:
    seen: list[dict[str, list[str]]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(parse_qs(request.content.decode()))
        return respond(ROWS)

    ask(answer, "SELECT * FROM <a:9> { ?s ?p ?o }", default_graphs=["a:1"])
    assert list(seen[0]) == ["query"]


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (respond("error at 1:14: no", "text/plain", 400), QuerySyntaxError, "line 1, column 14: no"),
        (respond("Virtuoso 37000 Error", "text/plain", 400), QuerySyntaxError, "Virtuoso"),
        (respond("down", "text/plain", 500), StoreUnavailable, "answers 500"),
        (httpx2.Response(302, headers={"Location": "http://example.org/other"}), StoreUnavailable, "answers 302"),
        (respond("<html>", "text/html"), StoreUnavailable, "answers text/html"),
        (respond("{", JSON), StoreUnavailable, "broken JSON"),
        (httpx2.Response(200, content=ROWS.encode()), StoreUnavailable, "in no form"),
    ],
)
def test_bad_answers(answer: httpx2.Response, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        ask(answer)


def test_aliases_are_known() -> None:
    assert ask(respond(ROWS, "application/json; charset=utf-8")).media_type == JSON


def test_an_endpoint_that_is_not_there() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    with pytest.raises(StoreUnavailable, match="can't be reached"):
        ask(answer)


@pytest.mark.parametrize(
    ("media_type", "body"),
    [(JSON, ROWS), ("text/csv", "s\r\na\r\nb"), ("text/tab-separated-values", "?s\n<a:b>\n<a:c>\n")],
)
def test_rows_are_bounded(media_type: str, body: str) -> None:
    assert ask(respond(body, media_type), media_type=media_type, limits=Limits(rows=2)).body
    with pytest.raises(QueryLimit) as caught:
        ask(respond(body, media_type), media_type=media_type, limits=Limits(rows=1))
    assert caught.value.limit == "rows"


def test_bytes_and_time_are_bounded() -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b" " * 1000

    async def silent() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(60)

    for body, limit in ((endless, "bytes"), (silent, "time")):
        with pytest.raises(QueryLimit) as caught:
            ask(
                httpx2.Response(200, content=body(), headers={"Content-Type": JSON}),
                limits=Limits(seconds=0.5, bytes=9999),
            )
        assert caught.value.limit == limit


def test_what_is_forbidden_is_never_sent() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise AssertionError(request)

    for text in ("DROP ALL", "SELECT * { SERVICE <a:b> {} }"):
        with pytest.raises(QueryForbidden):
            ask(answer, text)


def test_it_may_be_asked_without_an_event_loop() -> None:
    transport = httpx2.MockTransport(lambda request: respond(ROWS))
    assert RemoteStore("http://example.org/sparql", transport=transport).evaluate("SELECT * {}").body == ROWS.encode()
