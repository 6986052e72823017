from __future__ import annotations

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.errors import BadParameter
from api.rest.paging import from_cursor, page_of, to_cursor
from tests.api.service import Served


@given(st.integers(0, 200), st.integers(1, 50))
def test_pages_are_complete_and_repeat_nothing(count: int, limit: int) -> None:
    items, cursor = range(count), None
    seen: list[int] = []
    while True:
        page = page_of(items, "digest", cursor, limit)
        assert page.total == count
        assert len(page.items) <= limit
        seen.extend(page.items)
        cursor = page.next
        if cursor is None:
            break
    assert seen == list(items)


@given(st.text(max_size=40))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(BadParameter) as raised:
        from_cursor(text, "digest")
    assert raised.value.parameter == "cursor"


def test_a_cursor_is_read_as_it_was_made() -> None:
    assert from_cursor(to_cursor(7, "digest"), "digest") == 7


def test_a_number_too_long_for_int_is_refused() -> None:
    with pytest.raises(BadParameter):
        from_cursor(urlsafe_b64encode(b"digest." + b"9" * 5000).decode(), "digest")


@pytest.mark.parametrize("form", ["json", "csv", "jsonl"])
def test_following_the_links_gives_the_whole_list(client: TestClient, served: Served, form: str) -> None:
    address, lines, pages = f"/api/statements?limit=4&format={form}", 0, 0
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        lines += len(answer.json()["items"]) if form == "json" else len(answer.text.splitlines()) - (form == "csv")
        pages += 1
        address = answer.links["next"]["url"] if "next" in answer.links else ""
    assert lines == len(served.snapshot.statements)
    assert pages == -(-lines // 4)


def test_a_cursor_belongs_to_its_list(client: TestClient) -> None:
    cursor = client.get("/api/statements?limit=1&modality=fact").json()["next"]
    assert client.get(f"/api/statements?limit=1&modality=fact&cursor={cursor}").status_code == 200
    assert client.get(f"/api/statements?limit=3&modality=fact&cursor={cursor}").status_code == 200
    refused = client.get(f"/api/statements?limit=1&cursor={cursor}")
    assert refused.status_code == 400
    assert refused.json()["error"]["parameter"] == "cursor"


def test_page_size_is_bounded(client: TestClient) -> None:
    assert client.get("/api/statements?limit=1000").status_code == 200
    assert client.get("/api/statements?limit=1001").json()["error"]["parameter"] == "limit"
    assert client.get("/api/statements?limit=0").json()["error"]["parameter"] == "limit"


def test_fields_keep_what_is_asked_for_in_every_form(client: TestClient) -> None:
    every = client.get("/api/entities").json()
    sparse = client.get("/api/entities?fields=label,id").json()
    assert sparse["items"] == [{"label": each["label"], "id": each["id"]} for each in every["items"]]
    assert sparse["total"] == every["total"]
    lines = client.get("/api/entities?fields=id&format=jsonl").text.splitlines()
    assert lines[0] == '{"id": "' + every["items"][0]["id"] + '"}'
    assert client.get("/api/entities?fields=en,id&format=csv").text.splitlines()[0] == "en,id"
    cursor = client.get("/api/entities?limit=1").json()["next"]
    second = client.get("/api/entities", params={"limit": 1, "cursor": cursor, "fields": "id"}).json()
    assert second["items"] == [{"id": every["items"][1]["id"]}]
    for form in ("json", "jsonl", "csv"):
        refused = client.get(f"/api/entities?fields=id,moon&format={form}")
        assert refused.status_code == 400
        assert "moon" in refused.json()["error"]["message"]
