from __future__ import annotations

import csv
import io
import json

import pytest
from starlette.testclient import TestClient

from api.models import DescribedEntity, ListedEntity, NeighbourhoodShape, PageShape
from graph.records import entities_text, entity_record
from tests.api.service import Served


@pytest.mark.parametrize("words", ["GMG", "gmg", "移徙小组", "Migration Group", "ｇｍｇ"])
def test_an_entity_is_found_by_any_name(client: TestClient, words: str) -> None:
    assert client.get("/api/entities", params={"q": words}).json()["items"][0]["id"] == "gmg"


def test_a_class_holds_the_classes_below_it(client: TestClient) -> None:
    actors = {item["id"] for item in client.get("/api/entities?class=Actor").json()["items"]}
    institutions = {item["id"] for item in client.get("/api/entities?class=Institution").json()["items"]}
    assert institutions == {"ilo", "iom"}
    assert actors == {"ilo", "iom", "gmg", "secretary-general"}


def test_label_follows_the_language(client: TestClient) -> None:
    assert client.get("/api/entities?q=gmg&lang=zh").json()["items"][0]["label"] == "移徙小组"
    chinese = client.get("/api/entities?q=gmg", headers={"Accept-Language": "zh-CN,en;q=0.5"})
    assert chinese.json()["items"][0]["label"] == "移徙小组"
    assert "Accept-Language" in chinese.headers["vary"]
    assert client.get("/api/entities?q=gmg&lang=en").json()["items"][0]["label"] == "Migration Group"


def test_json_is_the_export_record(client: TestClient, served: Served) -> None:
    record = client.get("/api/entities/gmg").json()
    assert record == {**entity_record(served.snapshot.entity("gmg")), "narrower": []}
    DescribedEntity.model_validate(record)
    assert record["labels"] == {"zh": ["移徙小组"], "en": ["Migration Group", "GMG"]}
    text = served.snapshot.passages["A-1-1", "1"].text
    forms = [mention for mention in record["mentions"] if mention["paragraph"] == "1"]
    assert [text[mention["start"] : mention["end"]] for mention in forms] == [mention["form"] for mention in forms]
    assert [mention["form"] for mention in forms] == ["移徙小组", "小组"]


def test_json_lines_hold_everything_and_equal_the_export(client: TestClient, served: Served) -> None:
    answer = client.get("/api/entities?format=jsonl&lang=en")
    assert answer.headers["content-type"] == "application/jsonl"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    exported = [json.loads(line) for line in entities_text(served.snapshot, "jsonl").splitlines()]
    assert [{**line, "label": None} for line in lines] == [{**line, "label": None} for line in exported]


def test_csv_is_made_harmless_and_complete(client: TestClient, served: Served) -> None:
    answer = client.get("/api/entities", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["id"] for row in rows] == list(served.snapshot.entities)
    assert {row["id"]: row["other_en"] for row in rows}["secretariat"] == "'=HYPERLINK(1)"
    assert answer.text == entities_text(served.snapshot, "csv")


def test_neighbourhood_has_its_shape_and_its_filters(client: TestClient) -> None:
    found = client.get("/api/entities/gmg/neighbourhood").json()
    NeighbourhoodShape.model_validate(found)
    assert {"ilo", "iom", "secretary-general"} <= {entity["id"] for entity in found["entities"]}
    members = client.get("/api/entities/gmg/neighbourhood?families=membership&modality=fact").json()
    assert {entity["id"] for entity in members["entities"]} == {"gmg", "ilo", "iom"}
    assert {statement["modality"] for statement in members["statements"]} == {"fact"}
    small = client.get("/api/entities/gmg/neighbourhood?limit=2").json()
    assert len(small["entities"]) == 2
    assert small["left_out"] > 0


def test_lists_have_their_shape(client: TestClient) -> None:
    PageShape[ListedEntity].model_validate(client.get("/api/entities").json())


def test_entities_are_found_by_their_iris(client: TestClient) -> None:
    every = client.get("/api/entities?limit=1000").json()["items"]
    wanted = [each["iri"] for each in every if each["id"] in ("gmg", "ilo")]
    found = client.get("/api/entities", params={"iri": [*wanted, "urn:x:unknown"]}).json()
    assert [each["id"] for each in found["items"]] == ["gmg", "ilo"]
    assert client.get("/api/entities", params={"iri": wanted, "q": "ILO"}).json()["total"] == 1
    assert client.get("/api/entities", params={"iri": "urn:x:unknown"}).json()["total"] == 0
