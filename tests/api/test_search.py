from __future__ import annotations

import csv
import io
import json

from starlette.testclient import TestClient

from api.models import SearchShape
from tests.api.service import HOSTILE


def test_names_come_before_paragraphs_with_totals_of_both(client: TestClient) -> None:
    found = client.get("/api/search?q=移徙小组").json()
    SearchShape.model_validate(found)
    kinds = [each["kind"] for each in found["items"]]
    assert kinds == sorted(kinds)
    assert found["totals"] == {kind: kinds.count(kind) for kind in ("entity", "paragraph")}
    first = found["items"][0]
    assert (first["id"], first["match"], first["label"]["en"]) == ("gmg", "exact", "Migration Group")
    assert first["snippet"]["segments"] == [{"text": "移徙小组", "marked": True}]


def test_kind_class_and_paging_narrow_the_list(client: TestClient) -> None:
    assert client.get("/api/search?q=移徙小组&kind=paragraph").json()["totals"]["entity"] == 0
    assert client.get("/api/search?q=移徙小组&class=Instrument").json()["total"] == 0
    assert {each["id"] for each in client.get("/api/search?q=gmg&class=Actor").json()["items"]} == {"gmg"}
    page = client.get("/api/search?q=移徙小组&limit=1").json()
    following = client.get("/api/search", params={"q": "移徙小组", "limit": 1, "cursor": page["next"]}).json()
    assert page["items"] != following["items"]
    for wrong in ("q=a&kind=statement", "q=a&class=Ghost", f"q={'a' * 201}", ""):
        assert client.get(f"/api/search?{wrong}").status_code == 400


def test_a_paragraph_says_whose_words_its_snippet_is(client: TestClient) -> None:
    chinese = client.get("/api/search?q=秘书处&kind=paragraph").json()["items"][0]
    assert (chinese["id"], chinese["snippet"]["source"], chinese["snippet"]["quote"]) == ("1", "report", None)
    english = client.get("/api/search?q=has+no+secretariat&kind=paragraph").json()["items"][0]
    assert (english["snippet"]["source"], english["snippet"]["quote"]) == ("translation", "小组没有秘书处")
    assert {"text": "secretariat", "marked": True} in english["snippet"]["segments"]


def test_csv_and_json_lines_hold_the_same(client: TestClient) -> None:
    found = client.get("/api/search?q=gmg").json()["items"]
    lines = client.get("/api/search?q=gmg&format=jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == found
    rows = list(csv.DictReader(io.StringIO(client.get("/api/search?q=gmg&format=csv").text)))
    assert [(row["kind"], row["id"]) for row in rows] == [(each["kind"], each["id"]) for each in found]


def test_the_page_marks_the_words_and_lets_no_markup_through(client: TestClient) -> None:
    page = client.get("/search?q=secretariat&lang=zh").text
    assert "<mark>secretariat</mark>" in page
    assert "英文工作译文" in page
    hostile = client.get("/search", params={"q": HOSTILE[:200]}).text
    assert "<script>alert" not in hostile
    assert "onerror=" not in hostile.replace("onerror=alert(2)&gt;", "")
    assert "报告原文" in client.get("/search?q=秘书处&lang=zh").text
