"""What operators ask is answered, whatever else happens, and tells nothing of who asked for what."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from api.serving.requests import OPERATIONS
from tests.api.service import Served

LOCAL = ("127.0.0.1", 50000)


@pytest.fixture
def local(served: Served) -> Iterator[TestClient]:
    """A client on this machine."""
    with TestClient(served.app(), client=LOCAL) as made:
        yield made


def numbers(client: TestClient) -> dict[str, float]:
    text = client.get("/metrics").text
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


def test_requests_are_counted_by_route_and_never_by_path(local: TestClient) -> None:
    for entity in ("gmg", "ilo", "secret-name"):
        local.get(f"/api/entities/{entity}")
    local.get("/no/secret-route")
    local.request("SECRET", "/api/entities")
    found = numbers(local)
    assert found['migov_requests_total{method="GET",route="/api/entities/{id}",status="200"}'] == 2
    assert found['migov_requests_total{method="GET",route="/api/entities/{id}",status="404"}'] == 1
    assert found['migov_requests_total{method="GET",route="none",status="404"}'] == 1
    assert found['migov_request_seconds_count{route="/api/entities/{id}"}'] == 3
    assert found["migov_requests_in_flight"] == 1
    assert not [name for name in found if "secret" in name.lower()]


def test_queries_are_counted_by_how_they_ended(local: TestClient) -> None:
    for query in ("ASK {}", "ASK {}", "ASK {", "ASK { SERVICE <http://a.example> {} }"):
        local.get("/sparql", params={"query": query})
    local.get("/api/questions/claims/answer")
    found = numbers(local)
    assert found['migov_queries_total{outcome="ok"}'] == 2
    assert found['migov_queries_total{outcome="kept"}'] == 1
    assert found['migov_queries_total{outcome="syntax"}'] == 1
    assert found['migov_queries_total{outcome="forbidden"}'] == 1
    assert found["migov_query_seconds_count"] == 2


def test_answers_are_kept_only_while_they_hold(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(served.app(), client=LOCAL) as client:

        def outcomes(query: str, **parameters: str) -> list[float]:
            before = numbers(client)
            answer = client.get("/sparql", params={"query": query, **parameters})
            assert answer.status_code == 200
            after = numbers(client)
            names = [f'migov_queries_total{{outcome="{outcome}"}}' for outcome in ("ok", "kept")]
            return [after.get(name, 0) - before.get(name, 0) for name in names]

        made, kept = [1, 0], [0, 1]
        assert outcomes("SELECT * { ?s ?p 1 }") == made
        assert outcomes("SELECT * { ?s ?p 1 }") == kept
        assert outcomes("SELECT * { ?s ?p 1 }", format="csv") == made
        assert outcomes("SELECT * { ?s ?p 1 }", **{"default-graph-uri": "urn:other"}) == made
        assert outcomes("SELECT * { ?s ?p 1 }", timeout="3") == made
        for volatile in ("SELECT (NOW() AS ?n) {}", "SELECT (RAND() AS ?n) {}"):
            assert outcomes(volatile) == outcomes(volatile) == made
        monkeypatch.setattr(served.store, "version", "another")
        assert outcomes("SELECT * { ?s ?p 1 }") == made
        monkeypatch.setattr(served.store, "version", "")
        assert outcomes("SELECT * { ?s ?p 1 }") == outcomes("SELECT * { ?s ?p 1 }") == made
    with TestClient(served.app(cache_bytes=0), client=LOCAL) as client:
        assert outcomes("SELECT * { ?s ?p 1 }") == outcomes("SELECT * { ?s ?p 1 }") == made


def test_the_dataset_and_the_process_are_told(local: TestClient, served: Served) -> None:
    text = local.get("/metrics").text
    assert f'migov_info{{dataset="{served.snapshot.version}"' in text
    assert re.search(r"^process_resident_memory_bytes [1-9]", text, re.MULTILINE)
    assert re.search(r"^process_open_fds [1-9]", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("readers", "client", "status"),
    [
        ("local", "127.0.0.1", 200),
        ("local", "::1", 200),
        ("local", "192.0.2.1", 403),
        ("local", "localhost.example", 403),
        ("all", "192.0.2.1", 200),
        ("off", "127.0.0.1", 403),
    ],
)
def test_who_may_read_the_metrics_is_a_setting(served: Served, readers: str, client: str, status: int) -> None:
    with TestClient(served.app(metrics=readers), client=(client, 50000)) as made:
        answer = made.get("/metrics")
        assert answer.status_code == status
        assert answer.headers["cache-control"] == "no-store"
        if status == 403:
            assert "MIGOV_METRICS" in answer.json()["error"]["message"]


def test_a_service_about_to_stop_isnt_ready(served: Served) -> None:
    app = served.app()
    with TestClient(app) as client:
        app.state.stopping = True
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["error"]["type"]) == (503, "stopping")
        assert client.get("/healthz").status_code == 200
        assert client.get("/api/entities/gmg").status_code == 200


def test_too_many_requests_are_refused_and_operators_answered(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    app = served.app(requests=3, client_requests=2)
    gate: list[asyncio.Event] = []

    async def wait(*_: object, **__: object) -> Any:
        await gate[0].wait()
        raise RuntimeError

    async def scene() -> None:
        gate.append(asyncio.Event())
        async with app.router.lifespan_context(app):
            monkeypatch.setattr(app.state.store, "query", wait)

            def client(address: str) -> httpx2.AsyncClient:
                transport = httpx2.ASGITransport(app, client=(address, 1))
                return httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1")

            async with client("127.0.0.1") as first, client("127.0.0.2") as second:
                held = [asyncio.create_task(first.get("/sparql?query=ASK{}")) for _ in range(2)]
                await asyncio.sleep(0.05)
                mine = await first.get("/sparql?query=ASK{}")
                assert (mine.status_code, mine.json()["error"]["type"]) == (429, "too-many-requests")
                assert mine.headers["retry-after"] == "1"
                assert "content-security-policy" in mine.headers
                held.append(asyncio.create_task(second.get("/sparql?query=ASK{}")))
                await asyncio.sleep(0.05)
                full = await second.get("/api/entities/gmg")
                assert (full.status_code, full.json()["error"]["type"]) == (503, "busy")
                assert full.headers["retry-after"] == "1"
                for path in sorted(OPERATIONS):
                    assert (await first.get(path)).status_code == 200, path
                gate[0].set()
                assert [answer.status_code for answer in await asyncio.gather(*held)] == [500] * 3
                assert (await second.get("/api/entities/gmg")).status_code == 200
                shed = (await first.get("/metrics")).text
                assert 'migov_requests_shed_total{of="client"} 1.0' in shed
                assert 'migov_requests_shed_total{of="all"} 1.0' in shed

    asyncio.run(scene())
