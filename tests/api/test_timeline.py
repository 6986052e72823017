"""Statements by their dates."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from api.models import (
    MomentShape,
    PageShape,
)
from tests.api.service import Served, ask


@pytest.mark.parametrize("among", ["true", "false"])
def test_the_timeline_of_many_entities_is_the_one_by_address_in_pages(client: TestClient, among: str) -> None:
    query = f"modality=all&certainty=certain&certainty=possible&certainty=unknown&among={among}"
    by_address = ask(client, f"/api/timeline?{query}&entity=gmg&entity=iom&entity=ilo")
    body = {"entity": ["gmg", "iom", "ilo"]}
    answer = client.post(f"/api/timeline?{query}", json=body)
    assert answer.json() == by_address
    assert by_address["total"] > 2
    first = client.post(f"/api/timeline?{query}&limit=2", json=body)
    assert "Link" not in first.headers
    cursor = first.json()["next"]
    second = client.post(f"/api/timeline?{query}&limit=2&cursor={cursor}", json=body).json()
    assert first.json()["items"] + second["items"] == by_address["items"][:4]
    # A cursor belongs to one list: to these entities alone.
    other = client.post(f"/api/timeline?{query}&limit=2&cursor={cursor}", json={"entity": ["gmg"]})
    assert (other.status_code, other.json()["error"]["parameter"]) == (400, "cursor")
    table = client.post(f"/api/timeline?{query}&format=csv", json=body).text
    assert len(list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))) == by_address["total"] + 1


def test_a_timeline_of_many_entities_is_bounded(client: TestClient, served: Served) -> None:
    many = list(served.snapshot.entities) * 100
    answer = client.post("/api/timeline?modality=all", json={"entity": many[:10_000]})
    assert (answer.status_code, answer.json()["total"]) == (200, ask(client, "/api/timeline?modality=all")["total"])
    for entities in ([], ["gmg"] * 10_001, ["nobody"]):
        answer = client.post("/api/timeline", json={"entity": entities})
        assert (answer.status_code, answer.json()["error"]["type"]) == (400, "bad-parameter")


def test_the_timeline_marks_and_sorts(client: TestClient) -> None:
    found = ask(client, "/api/timeline")
    PageShape[MomentShape].model_validate(found)
    assert [(each["id"], each["certainty"]) for each in found["items"]] == [("A-1-1/1.1", "certain")]
    half = ask(client, "/api/timeline?from=2006-06-01&to=2010")["items"]
    assert [each["certainty"] for each in half] == ["possible"]
    assert ask(client, "/api/timeline?from=2007&to=2012")["total"] == 0
    # What holds at the time of writing, which was in 2013.
    assert [each["id"] for each in ask(client, "/api/timeline?from=2013")["items"]] == ["A-1-1/1.4"]
    assert ask(client, "/api/timeline?entity=ilo")["total"] == 0
    undated = ask(client, "/api/timeline?certainty=unknown&entity=ilo")["items"]
    assert [each["id"] for each in undated] == ["A-1-1/1.2"]
    every = "modality=all&certainty=certain&certainty=possible&certainty=unknown"
    about = {each["id"] for each in ask(client, f"/api/timeline?{every}&entity=gmg")["items"]}
    among = {each["id"] for each in ask(client, f"/api/timeline?{every}&entity=gmg&among=true")["items"]}
    between = {each["id"] for each in ask(client, "/api/graph?entity=gmg&depth=0&modality=all")["statements"]}
    assert among == between < about
    # Its founding by another, who isn't asked about, is what dates it.
    dated = {each["id"] for each in ask(client, f"/api/timeline?{every}&entity=gmg&among=true&dating=true")["items"]}
    assert dated - among == {"A-1-1/1.1"}
    same = client.post(f"/api/timeline?{every}&among=true&dating=true", json={"entity": ["gmg"]}).json()["items"]
    assert {each["id"] for each in same} == dated
    rows = list(csv.DictReader(io.StringIO(client.get("/api/timeline?format=csv").text)))
    assert [(row["certainty"], row["time"]) for row in rows] == [("certain", "2006")]
