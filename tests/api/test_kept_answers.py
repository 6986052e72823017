"""Answers that are sent again: the same bytes as when they were made, for just the same request, and for no other."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.snapshot import Snapshot
from tests.api.service import Served

PATHS = (
    "/entity/gmg",
    "/api/entities",
    "/api/entities/gmg/neighbourhood",
    "/api/search?q=gmg",
    "/diagrams/institutions.svg",
)
VARYING = ("date", "x-request-id", "last-modified")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of entities that the snapshot is asked for from now on."""
    ids: list[str] = []
    entity = Snapshot.entity

    def note(snapshot: Snapshot, id: str) -> Any:
        ids.append(id)
        return entity(snapshot, id)

    monkeypatch.setattr(Snapshot, "entity", note)
    return ids


@pytest.fixture
def forgetful(served: Served) -> Iterator[TestClient]:
    """A client of a service that keeps nothing."""
    with TestClient(served.app(cache_bytes=0)) as made:
        yield made


def told(answer: Any) -> tuple[object, ...]:
    headers = {name: value for name, value in answer.headers.items() if name not in VARYING}
    return answer.status_code, headers, answer.content


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_the_same_made_and_kept(fresh: TestClient, forgetful: TestClient, path: str) -> None:
    for headers in ({}, {"Accept-Language": "zh"}, {"Accept-Encoding": "br"}):
        made, kept = fresh.get(path, headers=headers), fresh.get(path, headers=headers)
        assert told(made) == told(kept) == told(forgetful.get(path, headers=headers))
        assert made.headers["x-request-id"] != kept.headers["x-request-id"]
        head = fresh.head(path, headers=headers)
        assert (head.content, head.headers["etag"]) == (b"", made.headers["etag"])
        tag = {"If-None-Match": made.headers["etag"]}
        assert fresh.get(path, headers={**headers, **tag}).status_code == 304


def test_what_is_kept_is_not_made_again(fresh: TestClient, asked: list[str]) -> None:
    for _ in range(3):
        assert fresh.get("/api/entities/gmg").status_code == 200
    assert asked == ["gmg"]


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/api/entities/gmg?", {"Accept-Language": "en"}),
        ("/api/entities/gmg", {"Accept-Language": "zh"}),
        ("/api/entities/gmg", {"Accept-Encoding": "identity"}),
        ("/api/entities/gmg", {"Accept": "application/json"}),
        ("/api/entities/gmg", {"Host": "other.example"}),
    ],
)
def test_what_an_answer_hangs_on_tells_it_apart(
    fresh: TestClient, asked: list[str], address: str, headers: dict[str, str]
) -> None:
    fresh.get("/api/entities/gmg")
    fresh.get(address, headers=headers)
    assert asked == ["gmg", "gmg"]


def test_a_failure_is_not_kept(fresh: TestClient, asked: list[str]) -> None:
    for _ in range(2):
        assert fresh.get("/api/entities/nope").status_code == 404
    assert asked == ["nope", "nope"]


def test_nothing_is_kept_where_the_store_may_change(tmp_path: Path) -> None:
    token = "0123456789abcdef"
    settings = Settings(store=tmp_path / "own", workers=1, write_token=token, layouts=tmp_path / "layouts")
    with TestClient(create_app(settings)) as client:
        for name in ("a", "b"):
            update = f"INSERT DATA {{ <{settings.base_iri}thing/{name}> <a:p> <a:o> }}"
            done = client.post("/sparql/update", data={"update": update}, headers={"Authorization": f"Bearer {token}"})
            assert done.is_success
            end = time.monotonic() + 20
            while f"thing/{name}" not in client.get("/api/entities").text:
                assert time.monotonic() < end
                time.sleep(0.1)


def test_answers_are_counted_by_route_whether_made_or_kept(served: Served) -> None:
    with TestClient(served.app(), client=("127.0.0.1", 1)) as client:
        for _ in range(3):
            client.get("/api/entities/gmg")
        lines = client.get("/metrics").text.splitlines()
    (count,) = [
        line for line in lines if line.startswith('migov_requests_total{method="GET",route="/api/entities/{id}"')
    ]
    assert count.endswith(" 3.0")
