"""How answers reach clients: tagged, compressed, and not at all where a client has gone."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from graph.sparql import GRAPH_FORMATS, RESULT_FORMATS, EmbeddedStore
from tests.api.sparql.asking import ENDLESS, G1, HIDDEN, SELECT, send, values


def test_tags_tell_answers_apart(client: TestClient) -> None:
    first = send(client, "get", SELECT)
    tag = first.headers["etag"]
    assert send(client, "get", SELECT).headers["etag"] == tag
    others = [
        send(client, "get", SELECT + " LIMIT 1"),
        send(client, "get", SELECT, "text/csv"),
        send(client, "get", SELECT, **{"default-graph-uri": G1}),
        send(client, "get", SELECT, **{"named-graph-uri": G1}),
    ]
    assert len({tag, *(other.headers["etag"] for other in others)}) == 5
    again = client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "Accept" in again.headers["vary"]
    assert client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": '"x"'}).status_code == 200


def test_what_changes_is_not_known_before(client: TestClient) -> None:
    query = "SELECT (UUID() AS ?o) {}"
    first = send(client, "get", query)
    again = client.get("/sparql", params={"query": query}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert values(again) != values(first)


def test_answers_are_compressed_for_who_accepts(client: TestClient) -> None:
    query = f"SELECT * {{ GRAPH <{HIDDEN}> {{ ?s ?p ?o }} }}"
    small = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "gzip"})
    plain = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert small.content == plain.content
    assert {"Accept", "Accept-Encoding"} <= {part.strip() for part in small.headers["vary"].split(",")}


@pytest.mark.parametrize("media_type", [*RESULT_FORMATS, *GRAPH_FORMATS])
@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("deflate", None),
        ("identity", None),
        ("gzip;q=0", None),
    ],
)
def test_every_form_is_compressed_as_the_client_can_read_it(
    client: TestClient, media_type: str, accepted: str, sent: str | None
) -> None:
    pattern = "GRAPH <" + HIDDEN + "> { ?s ?p ?o }"
    query = f"{'CONSTRUCT { ?s ?p ?o }' if media_type in GRAPH_FORMATS else 'SELECT *'} WHERE {{ {pattern} }}"
    headers = {"Accept": media_type, "Accept-Encoding": accepted}
    with client.stream("GET", "/sparql", params={"query": query}, headers=headers) as answer:
        assert answer.status_code == 200
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == sent
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = client.get(
        "/sparql", params={"query": query}, headers={"Accept": media_type, "Accept-Encoding": "identity"}
    )
    assert len(plain.content) > 1000
    assert (len(raw) < len(plain.content)) == (sent is not None)
    assert plain.headers["etag"] == answer.headers["etag"]


def test_a_client_that_goes_away_ends_its_query(app: FastAPI, store: EmbeddedStore) -> None:
    """Spoken to as a server speaks to the app: the request, and then the news that the client is gone."""
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/sparql",
        "raw_path": b"/sparql",
        "root_path": "",
        "query_string": urlencode({"query": ENDLESS}).encode(),
        "headers": [(b"host", b"testserver")],
        "client": ("127.0.0.1", 1),
        "server": ("testserver", 80),
        "state": {},
    }
    sent: list[Any] = []

    async def work() -> None:
        messages = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> Any:
            for message in messages:
                return message
            await asyncio.sleep(0.3)
            return {"type": "http.disconnect"}

        async def keep(message: Any) -> None:
            sent.append(message)

        await app(scope, receive, keep)

    before = set(store.pool.pids)
    asyncio.run(work())
    assert sent[0]["status"] == 499
    end = time.monotonic() + 5
    while store.pool.pending and time.monotonic() < end:
        time.sleep(0.02)
    assert store.pool.pending == 0
    assert set(store.pool.pids) != before
