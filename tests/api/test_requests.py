from __future__ import annotations

import asyncio
import json
import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.types import Message

from api.app import create_app
from api.negotiation import choose
from api.parameters import preferred_language
from api.rest.listing import LISTS
from api.serving.conditional import matches
from api.serving.logs import JsonLines
from api.settings import Settings
from tests.api.service import Served


@pytest.mark.parametrize(
    "path", ["/", "/api/entities", "/api/entities/gmg", "/entity/gmg", "/diagrams/institutions", "/static/migov.css"]
)
def test_what_a_client_has_isnt_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/plain", "/api/entities", "/entity/gmg", "/sparql?query=ASK{}", "/diagrams/institutions.svg"]
)
def test_what_has_not_changed_since_isnt_sent_again(served: Served, path: str) -> None:
    with TestClient(served.app()) as client:
        first = client.get(path)
        since = first.headers["last-modified"]
        assert parsedate_to_datetime(since) <= datetime.now(UTC)
        again = client.get(path, headers={"If-Modified-Since": since})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["last-modified"] == since
        for other in ({"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}, {"If-None-Match": '"other"'}):
            assert client.get(path, headers={"If-Modified-Since": since, **other}).status_code == 200


@pytest.mark.parametrize("time", ["", "yesterday", "Thu, 01 Jan 99999999999999999999 00:00:00 GMT", "0"])
def test_a_time_that_cant_be_read_is_not_looked_at(client: TestClient, time: str) -> None:
    assert client.get("/entity/gmg", headers={"If-Modified-Since": time}).status_code == 200


def test_what_may_change_meanwhile_has_no_time(served: Served, tmp_path: Path) -> None:
    with TestClient(served.app()) as client:
        assert "last-modified" not in client.get("/sparql?query=SELECT(NOW() AS ?now){}").headers
        assert "last-modified" not in client.get("/healthz").headers
    with TestClient(create_app(Settings(store=tmp_path / "own", workers=1))) as client:
        assert "last-modified" not in client.get("/sparql?query=ASK{}").headers


def test_tags_differ_by_language_and_form(client: TestClient) -> None:
    tags = {
        client.get(path).headers["etag"]
        for path in ("/entity/gmg", "/entity/gmg?lang=zh", "/entity/gmg?format=turtle", "/entity/gmg?format=jsonld")
    }
    assert len(tags) == 4


def test_failures_and_health_are_never_kept(client: TestClient) -> None:
    for path in ("/api/entities/nope", "/healthz", "/readyz"):
        answer = client.get(path)
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("wanted", "tag", "same"),
    [
        ("*", 'W/"a"', True),
        ('"a"', 'W/"a"', True),
        ('W/"b", W/"a"', 'W/"a"', True),
        ('"b"', 'W/"a"', False),
        ("", '"a"', False),
    ],
)
def test_tags_are_compared_weakly(wanted: str, tag: str, same: bool) -> None:
    assert matches(wanted, tag) is same


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "en"),
        ("zh", "zh"),
        ("zh-Hant-TW", "zh"),
        ("fr, zh;q=0.2", "zh"),
        ("en;q=0.3, zh-CN;q=0.9", "zh"),
        ("zh;q=0, en", "en"),
        ("zh;q=x", "en"),
    ],
)
def test_language_is_negotiated(accept: str, language: str) -> None:
    assert preferred_language(accept) == language


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.2, application/jsonl", "application/jsonl"),
    ],
)
def test_form_is_negotiated(accept: str, media_type: str) -> None:
    assert choose(accept, LISTS).form.media_type == media_type


def test_a_request_keeps_a_sound_id_and_gets_another_for_an_unsound_one(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert len(client.get("/healthz", headers={"X-Request-ID": "a b\tc"}).headers["x-request-id"]) == 32


def logged(caplog: pytest.LogCaptureFixture) -> dict[str, Any]:
    """The one line of the access log."""
    (record,) = [record for record in caplog.records if record.name == "migov.access"]
    line: dict[str, Any] = json.loads(JsonLines().format(record))
    return line


def test_the_log_has_one_json_line_without_the_query(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "migov.access"):
        client.get("/api/entities?q=secret", headers={"X-Request-ID": "one", "Authorization": "Bearer secret"})
    line = logged(caplog)
    assert (line["id"], line["method"], line["path"], line["status"]) == ("one", "GET", "/api/entities", 200)
    assert (line["level"], line["client"]) == ("info", "testclient")
    assert line["bytes"] > 0
    assert "secret" not in json.dumps(line)


def test_a_path_cant_forge_a_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "migov.access"):
        client.get('/a%0A{"status": 200}%1B[31m%E2%80%A8')
    (record,) = [record for record in caplog.records if record.name == "migov.access"]
    text = JsonLines().format(record)
    assert text.isascii()
    assert text.isprintable()
    assert json.loads(text)["path"] == '/a\n{"status": 200}\x1b[31m\u2028'


def test_a_logged_fault_has_its_trace_in_the_same_line() -> None:
    cause = (ValueError, ValueError("two\nlines"), None)
    record = logging.LogRecord("migov", logging.ERROR, __file__, 1, "failed %s", ("here",), cause)
    text = JsonLines().format(record)
    assert "\n" not in text
    line = json.loads(text)
    assert (line["message"], line["level"]) == ("failed here", "error")
    assert "ValueError: two\nlines" in line["exception"]


def test_a_fault_of_ours_is_logged_and_tells_nothing(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = served.app()

    def fail(*_: object) -> None:
        raise RuntimeError("secret of the house")

    with TestClient(app) as client:
        monkeypatch.setattr(app.state, "snapshot", property(fail))
        answer = client.get("/api/entities/gmg", headers={"X-Request-ID": "two"})
    assert answer.status_code == 500
    assert answer.json()["error"]["type"] == "internal"
    assert answer.json()["error"]["request_id"] == "two"
    assert "Content-Security-Policy" in answer.headers
    assert "secret" not in answer.text
    assert "two" in caplog.text


def test_bounds_of_address_and_body(served: Served) -> None:
    with TestClient(served.app(address_bytes=200, body_bytes=100)) as client:
        long = client.get("/api/entities", params={"q": "x" * 200})
        assert (long.status_code, long.json()["error"]["type"]) == (414, "address-too-long")
        large = client.post("/api/entities", content=b"x" * 101)
        assert (large.status_code, large.json()["error"]["type"]) == (413, "body-too-large")


def test_a_page_of_any_origin_may_read(client: TestClient) -> None:
    assert client.get("/api/entities").headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    preflight = client.options("/api/entities", headers=asked)
    assert preflight.status_code == 204
    assert "GET" in preflight.headers["access-control-allow-methods"]


def test_readiness_waits_for_the_dataset(served: Served) -> None:
    app = served.app()
    with TestClient(app) as client:
        assert client.get("/readyz").json() == {"status": "ready", "dataset": served.snapshot.version}
        app.state.snapshot = None
        assert client.get("/readyz").json()["error"]["type"] == "unavailable"
        assert client.get("/healthz").json() == {"status": "ok"}


def test_long_answers_are_compressed(client: TestClient) -> None:
    answer = client.get("/ontology", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]


@pytest.mark.parametrize("given", ["bytes=zz", "bytes=9999999-", "bytes=0-3", "bytes=0-1,3-4"])
def test_static_files_come_whole_whatever_range_is_asked_for(client: TestClient, given: str) -> None:
    whole = client.get("/static/migov.css")
    answer = client.get("/static/migov.css", headers={"Range": given})
    assert (answer.status_code, answer.content) == (200, whole.content)
    assert answer.headers["accept-ranges"] == "none"


def post(app: FastAPI, *messages: Message, wait: float = 0) -> tuple[dict[str, Any], bytes]:
    """The head and body of the answer to a POST whose body comes in these messages, and no more for a while."""
    left, sent = list(messages), []

    async def receive() -> Message:
        if left:
            return left.pop(0)
        await asyncio.sleep(wait)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http"},
        **{"path": "/sparql", "raw_path": b"/sparql", "query_string": b"", "root_path": "", "client": None},
        **{"server": ("testserver", 80), "headers": [(b"content-type", b"application/sparql-query")]},
    }

    asyncio.run(app(scope, receive, send))
    return dict(sent[0]), b"".join(message.get("body", b"") for message in sent)


PART = {"type": "http.request", "body": b"ASK {", "more_body": True}


def test_a_body_that_doesnt_come_is_refused_in_time(served: Served) -> None:
    app = served.app(body_seconds=0.2)
    head, body = post(app, PART, wait=20)
    assert head["status"] == 408
    assert json.loads(body)["error"]["type"] == "body-too-slow"
    assert (b"connection", b"close") in head["headers"]


def test_a_client_that_goes_while_it_sends_is_no_fault_of_ours(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        head, _ = post(served.app(), PART)
    assert head["status"] == 499
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []
    assert logged(caplog)["status"] == 499
