"""Measures of the network, and the statements behind their figures."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from api.models import (
    AnalysisShape,
    MeasureShape,
    PageShape,
)
from graph.network.measures import MEASURES
from tests.api.service import Served, ask


def test_measures_say_how_they_are_made(client: TestClient) -> None:
    found = ask(client, "/api/analysis")
    PageShape[MeasureShape].model_validate(found)
    assert [each["id"] for each in found["items"]] == list(MEASURES)


@pytest.mark.parametrize("measure", list(MEASURES))
def test_a_measure_in_every_form(client: TestClient, measure: str) -> None:
    found = ask(client, f"/api/analysis/{measure}?modality=all")
    AnalysisShape.model_validate(found)
    assert found["measure"]["id"] == measure
    assert found["total"] == len(found["items"])
    rows = list(csv.DictReader(io.StringIO(client.get(f"/api/analysis/{measure}?modality=all&format=csv").text)))
    assert [float(row["value"]) for row in rows] == [each["value"] for each in found["items"]]
    assert ask(client, f"/api/analysis/{measure}?modality=all") == found


def test_figures_are_of_facts_unless_asked_and_page(client: TestClient, served: Served) -> None:
    first = ask(client, "/api/analysis/connections?limit=1")
    assert (first["items"][0]["entities"][0]["id"], first["items"][0]["value"]) == ("gmg", 4)
    assert {served.snapshot.statement(each).modality for each in first["items"][0]["statements"]} == {"fact"}
    assert ask(client, "/api/analysis/connections?modality=all&limit=1")["items"][0]["value"] == 7
    second = ask(client, f"/api/analysis/connections?limit=1&cursor={first['next']}")
    assert second["items"][0]["entities"] != first["items"][0]["entities"]
    pair = ask(client, "/api/analysis/shared-membership")["items"][0]
    assert ([each["id"] for each in pair["entities"]], pair["shared"]) == (["ilo", "iom"], ["gmg"])
    missing = client.get("/api/analysis/moon")
    assert missing.status_code == 404
    assert "brokers" in missing.json()["error"]["message"]


def test_figures_among_some_entities_and_in_a_time(client: TestClient) -> None:
    alone = ask(client, "/api/analysis/connections?entity=ilo&entity=gmg")
    assert [([each["id"] for each in figure["entities"]], figure["value"]) for figure in alone["items"]] == [
        (["gmg"], 1),
        (["ilo"], 1),
    ]
    assert ask(client, "/api/analysis/connections?entity=ilo")["total"] == 0
    assert client.get("/api/analysis/connections?entity=nobody").status_code == 400
    whole = {each["entities"][0]["id"]: each for each in ask(client, "/api/analysis/connections")["items"]}
    bodies = ask(client, "/api/analysis/connections?of=Body&of=Institution")["items"]
    assert [each["entities"][0]["id"] for each in bodies] == ["gmg", "ilo", "iom"]
    assert all(each == whole[each["entities"][0]["id"]] for each in bodies)
    actors = ask(client, "/api/analysis/connections?of=Actor")["items"]
    assert [each["entities"][0]["id"] for each in actors] == ["gmg", "ilo", "iom", "secretary-general"]
    assert client.get("/api/analysis/connections?of=Moon").json()["error"]["parameter"] == "of"
    dated = ask(client, "/api/analysis/connections?from=2006&to=2006&certainty=certain")
    assert {each for figure in dated["items"] for each in figure["statements"]} == {"A-1-1/1.1"}
    (first, *_) = ask(client, "/api/analysis/communities")["items"]
    assert first["entities"][0]["id"] == "gmg"  # all others of its group are tied to it alone


def test_figures_among_more_entities_than_an_address_names(client: TestClient, served: Served) -> None:
    asked = "/api/analysis/connections?modality=all&of=Body&of=Institution"
    body = {"entity": ["gmg", "iom", "ilo"]}
    by_address = ask(client, f"{asked}&entity=gmg&entity=iom&entity=ilo")
    assert by_address["total"] == 3
    assert client.post(asked, json=body).json() == by_address
    first = client.post(f"{asked}&limit=2", json=body)
    assert "Link" not in first.headers
    second = client.post(f"{asked}&limit=2&cursor={first.json()['next']}", json=body).json()
    assert first.json()["items"] + second["items"] == by_address["items"]
    other = client.post(f"{asked}&limit=2&cursor={first.json()['next']}", json={"entity": ["gmg", "ilo"]})
    assert (other.status_code, other.json()["error"]["parameter"]) == (400, "cursor")
    many = (list(served.snapshot.entities) * 1000)[:10_000]
    whole = client.post("/api/analysis/connections?modality=all", json={"entity": many}).json()
    assert whole["items"] == ask(client, "/api/analysis/connections?modality=all")["items"]
    for entities in ([], ["gmg"] * 10_001, ["nobody"]):
        answer = client.post(asked, json={"entity": entities})
        assert (answer.status_code, answer.json()["error"]["type"]) == (400, "bad-parameter")


def test_the_statements_of_a_figure_come_at_once_in_the_order_of_the_report(client: TestClient) -> None:
    wanted = ask(client, "/api/analysis/connections?modality=all&limit=1")["items"][0]["statements"]
    assert len(wanted) > 2
    backwards = "&".join(f"id={each}" for each in [*reversed(wanted), wanted[0]])
    found = ask(client, f"/api/statements?{backwards}")
    assert [each["id"] for each in found["items"]] == wanted
    assert ask(client, f"/api/statements?{backwards}&modality=fact")["total"] < len(wanted)
    refused = client.get("/api/statements?id=A-1-1/9.9")
    assert (refused.status_code, refused.json()["error"]["parameter"]) == (400, "id")
