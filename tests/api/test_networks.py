"""What is around and among entities: the graph, relations before they are unfolded, paths."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.models import (
    AmongShape,
    GraphShape,
    PageShape,
    PathsShape,
    RelationShape,
)
from graph.model import Value
from graph.records import statement_record
from tests.api.service import Served, ask, refusal


def test_the_graph_holds_facts_and_says_what_else_there_is(client: TestClient, served: Served) -> None:
    found = ask(client, "/api/graph?entity=gmg")
    GraphShape.model_validate(found)
    assert {each["id"] for each in found["entities"]} == {"gmg", "ilo", "iom", "secretary-general", "a-1-1"}
    assert {each["modality"] for each in found["statements"]} == {"fact"}
    assert found["hidden"] == {"absence": 1, "proposal": 2, "recommendation": 1}
    assert found["total"] == {"entities": 5, "statements": len(found["statements"])}
    first = found["statements"][0]
    assert first.pop("certainty") == "unknown"
    assert first == statement_record(served.snapshot.statement(first["id"]), served.snapshot)
    every = ask(client, "/api/graph?entity=gmg&modality=all")
    assert every["hidden"] == {}
    assert {"rec-2-b", "model-a", "secretariat"} <= {each["id"] for each in every["entities"]}


def test_the_graph_of_several_entities_and_its_limit(client: TestClient) -> None:
    between = ask(client, "/api/graph?entity=gmg&entity=ilo&entity=iom&depth=0")
    assert between["centres"] == ["gmg", "ilo", "iom"]
    assert {each["distance"] for each in between["entities"]} == {0}
    assert {each["id"] for each in between["statements"]} == {"A-1-1/1.2", "A-1-1/1.3", "A-1-1/1.4"}
    small = ask(client, "/api/graph?entity=gmg&limit=2")
    assert (small["left_out"], small["total"]["entities"], len(small["entities"])) == (3, 5, 2)
    assert small["statements_left_out"] == small["total"]["statements"] - len(small["statements"]) > 0


def test_each_entity_tells_how_many_more_it_is_tied_to_by_what_the_filters_keep(client: TestClient) -> None:
    facts = {each["id"]: each["beyond"] for each in ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0")["entities"]}
    every = {
        each["id"]: each["beyond"]
        for each in ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0&modality=all")["entities"]
    }
    assert (facts["gmg"], every["gmg"]) == (3, 6)
    classes = ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0&modality=all&class=Document")["entities"]
    assert next(each["beyond"] for each in classes if each["id"] == "gmg") == 1
    whole = ask(client, "/api/graph?entity=gmg&modality=all")["entities"]
    assert next(each["beyond"] for each in whole if each["id"] == "gmg") == 0


def ask_among(client: TestClient, entity: list[str], query: str = "", **more: Any) -> Any:
    answer = client.post(f"/api/graph?{query}", json={"entity": entity, **more})
    assert answer.status_code == 200, answer.text
    AmongShape.model_validate(answer.json())
    return answer.json()


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"", "body: Field required"),
        (b"[]", "body: Input should be a valid dictionary"),
        (b'{"entity": ["gmg"', "body: no JSON, at character 17: "),
        (b'{"entity": [1]}', "entity.0: Input should be a valid string"),
    ],
)
def test_a_body_that_asks_nothing_is_refused_by_its_place(client: TestClient, body: bytes, place: str) -> None:
    answer = client.post("/api/graph", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(place)
    assert answer.json()["error"]["parameter"] == place.partition(":")[0]


def test_what_is_among_many_entities_comes_in_parts(client: TestClient, served: Served) -> None:
    every = list(served.snapshot.entities)
    whole = ask_among(client, every, "modality=all")
    between = {each.id for each in served.snapshot.statements.values() if not isinstance(each.object, Value)}
    assert {each["id"] for each in whole["statements"]} == between
    assert (whole["statements_left_out"], whole["missing"]) == (0, [])
    assert whole["total"] == {"entities": len(every), "statements": len(between)}
    first, second = (ask_among(client, every, f"modality=all&limit=3&skip={skip}") for skip in (0, 3))
    assert first["statements"] + second["statements"] == whole["statements"][:6]
    assert (first["statements_left_out"], second["statements_left_out"]) == (len(between) - 3, len(between) - 6)
    assert {each["id"] for each in first["entities"]} == set(every)
    assert second["entities"] == second["centres"] == []
    behind = ask_among(client, every, f"modality=all&skip={len(between) + 3}")
    assert (behind["statements"], behind["statements_left_out"]) == ([], 0)


def test_among_many_entities_keeps_to_filters_and_names_what_is_missing(client: TestClient) -> None:
    found = ask_among(client, ["gmg", "nobody", "ilo", "gmg", "<x>"], "families=membership")
    assert found["missing"] == ["nobody", "<x>"]
    assert {each["id"] for each in found["entities"]} == {"gmg", "ilo"}
    plain = ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0&families=membership")
    assert found["statements"] == [each for each in plain["statements"] if "id" in each["object"]]
    valued = ask_among(client, ["gmg", "ilo"], values=True)
    assert valued["statements"] == ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0")["statements"]


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("", {"entity": []}),
        ("", {"entity": "gmg"}),
        ("", {"entity": ["x"] * 10_001}),
        ("", {"entity": ["x" * 301]}),
        ("", {"entity": ["gmg"], "entities": []}),
        ("", {}),
        ("limit=5001", {"entity": ["gmg"]}),
        ("skip=-1", {"entity": ["gmg"]}),
        ("entity=gmg", {"entity": ["gmg"]}),
    ],
)
def test_a_wrong_question_about_many_entities_is_refused(client: TestClient, query: str, body: Any) -> None:
    answer = client.post(f"/api/graph?{query}", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "bad-parameter"


@pytest.mark.parametrize(
    ("filters", "statements"),
    [
        ("families=membership", {"1.2", "1.3"}),
        ("class=Institution", {"1.2", "1.3", "1.4"}),
        ("holder=secretary-general&modality=all", {"2.1"}),
        ("section=I.1", set()),
        # The group was created in 2006: what is said of it without a date wasn't so before.
        ("to=2005", set()),
        ("to=2006", {"summary.1", "1.1", "1.2", "1.3", "1.4"}),
        ("to=2005&certainty=certain&certainty=possible", set()),
        ("as_at=2006-07-01&certainty=possible", {"1.1"}),
        ("as_at=2006&certainty=certain", {"1.1"}),
    ],
)
def test_every_filter_narrows_the_graph(client: TestClient, filters: str, statements: set[str]) -> None:
    found = ask(client, f"/api/graph?entity=gmg&{filters}")
    assert {each["id"].partition("/")[2] for each in found["statements"]} == statements


def test_whom_the_report_dates_later_is_told_where_it_is_asked_for_and_not_brought_otherwise(
    client: TestClient,
) -> None:
    assert ask(client, "/api/graph?entity=gmg&entity=iom&depth=0&as_at=2005")["later"] == ["gmg"]
    assert ask(client, "/api/graph?entity=gmg&entity=iom&depth=0&as_at=2006")["later"] == []
    assert client.post("/api/graph?as_at=2005", json={"entity": ["gmg"]}).json()["later"] == ["gmg"]
    around = ask(client, "/api/graph?entity=iom&as_at=2005&modality=all")
    assert "gmg" not in {each["id"] for each in around["entities"]}
    assert "gmg" in {each["id"] for each in ask(client, "/api/graph?entity=iom&modality=all")["entities"]}


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("", "entity", "required"),
        ("entity=nobody", "entity", "nobody"),
        ("entity=gmg&depth=4", "depth", "3"),
        ("entity=gmg&limit=100000", "limit", "1000"),
        ("entity=gmg&modality=true", "modality", "all"),
        ("entity=gmg&section=Z", "section", "I.1"),
        ("entity=gmg&holder=nobody", "holder", "search"),
        ("entity=gmg&from=soon", "from", "EDTF"),
        ("entity=gmg&from=2007&to=2006", "to", "swap"),
        ("entity=gmg&as_at=2006/..", "as_at", "open"),
        ("entity=gmg&certainty=maybe", "certainty.0", "certain"),
        ("entity=gmg&moon=full", "moon", "known here"),
        ("&".join(["entity=gmg"] * 501), "entity", "500"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_is_right(
    client: TestClient, query: str, parameter: str, words: str
) -> None:
    error = refusal(client, f"/api/graph?{query}")
    assert error["parameter"] == parameter
    assert words in error["message"]


def test_relations_before_anything_is_unfolded(client: TestClient) -> None:
    found = ask(client, "/api/entities/gmg/relations?modality=all")
    PageShape[RelationShape].model_validate(found)
    members = next(each for each in found["items"] if each["predicate"] == "memberOf")
    assert (members["direction"], members["modality"], members["statements"]) == ("in", "fact", 2)
    assert members["neighbours"] == ["ilo", "iom"]
    few = ask(client, "/api/entities/gmg/relations?modality=all&neighbours=1")["items"]
    assert max(len(each["neighbours"]) for each in few) == 1
    assert max(each["neighbours_total"] for each in few) == 2
    rows = list(csv.DictReader(io.StringIO(client.get("/api/entities/gmg/relations?modality=all&format=csv").text)))
    assert [row["statements"] for row in rows] == [str(each["statements"]) for each in found["items"]]
    assert client.get("/api/entities/nobody/relations").status_code == 404


@pytest.mark.parametrize(
    "filters", ["", "modality=all&class=Institution", "modality=all&section=I", "modality=all&as_at=1900"]
)
def test_relations_are_those_that_the_graph_would_bring(client: TestClient, filters: str) -> None:
    counted = ask(client, f"/api/entities/gmg/relations?neighbours=100&{filters}")["items"]
    graph = ask(client, f"/api/graph?entity=gmg&depth=1&{filters}")
    brought = {each["id"] for each in graph["entities"]} - {"gmg"}
    assert {neighbour for each in counted for neighbour in each["neighbours"]} - {"gmg"} == brought


def test_paths_with_the_statements_of_each_step(client: TestClient) -> None:
    found = ask(client, "/api/paths?from=ilo&to=secretary-general")
    PathsShape.model_validate(found)
    assert found["paths"] == [
        {"entities": ["ilo", "gmg", "secretary-general"], "steps": [["A-1-1/1.2"], ["A-1-1/1.1"]]}
    ]
    assert [each["id"] for each in found["statements"]] == ["A-1-1/1.1", "A-1-1/1.2"]
    assert found["complete"]
    wider = ask(client, "/api/paths?from=ilo&to=secretary-general&modality=all")
    assert wider["paths"][0]["steps"][0] == ["A-1-1/1.2", "A-1-1/2.3"]
    assert ask(client, "/api/paths?from=ilo&to=secretary-general&max_length=1")["total"] == 0
    assert refusal(client, "/api/paths?from=ilo&to=ilo")["parameter"] == "to"
    assert refusal(client, "/api/paths?from=nobody&to=ilo")["parameter"] == "from"


def test_paths_keep_to_the_time_asked_for(client: TestClient) -> None:
    """The one dated step is of 2006; the other has no date."""
    paths = "/api/paths?from=ilo&to=secretary-general"
    for period in ("since=2006&until=2006-12-31", "since=2006-03", "until=2006-03", "as_at=2006"):
        assert ask(client, f"{paths}&{period}")["total"] == 1, period
    for period in ("since=2007", "until=2005", "as_at=2005", "certainty=certain"):
        assert ask(client, f"{paths}&{period}")["total"] == 0, period
    assert refusal(client, f"{paths}&since=2007&until=2006")["parameter"] == "until"
    assert refusal(client, f"{paths}&since=yesterday")["parameter"] == "since"


def test_a_graph_may_start_from_as_many_entities_as_a_canvas_holds(client: TestClient) -> None:
    path = "/api/graph?depth=0" + "&entity=gmg" * 500
    assert ask(client, path)["centres"] == ["gmg"]
