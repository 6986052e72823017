from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from api.models import PageShape, StatementShape
from graph.records import statement_record, statements_text
from tests.api.service import HOSTILE, Served


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ("subject=ilo", ["1.2"]),
        ("predicate=memberOf", ["1.2", "1.3"]),
        ("object=gmg&predicate=memberOf&subject=iom", ["1.3"]),
        ("paragraph=1", ["1.1", "1.2", "1.3", "1.4", "1.5"]),
        ("paragraph=fn1", ["fn1.1"]),
        ("modality=absence", ["1.5"]),
        ("holder=secretary-general", ["2.1", "2.2"]),
        ("entity=ilo", ["1.2", "2.3"]),
        ("report=A-1-1&modality=proposal", ["2.3", "2.4"]),
        ("subject=ilo&modality=absence", []),
    ],
)
def test_every_filter_narrows(client: TestClient, filters: str, numbers: list[str]) -> None:
    page = client.get(f"/api/statements?{filters}").json()
    assert [item["id"].removeprefix("A-1-1/") for item in page["items"]] == numbers
    assert page["total"] == len(numbers)
    PageShape[StatementShape].model_validate(page)


def test_a_statement_has_the_export_shape(client: TestClient, served: Served) -> None:
    record = client.get("/api/statements/A-1-1/1.1").json()
    assert record == statement_record(served.snapshot.statement("A-1-1/1.1"), served.snapshot)
    assert record["subject"] == {"id": "secretary-general"}
    assert record["predicate"]["label"] == {"zh": "设立", "en": "established"}
    assert record["object"] == {"id": "gmg"}
    assert (record["modality"], record["attributed_to"]) == ("fact", "a-1-1")
    assert record["time"] == {"edtf": "2006", "earliest": "2006-01-01", "latest": "2006-12-31"}
    evidence = record["evidence"][0]
    assert evidence["paragraph"] == "1"
    assert evidence["quote"] == "秘书长于 2006 年设立了移徙小组，共有 2 个成员，即劳工组织和 IOM。"
    assert HOSTILE in evidence["translation"]


def test_a_count_has_value_datatype_and_unit(client: TestClient) -> None:
    value = client.get("/api/statements/A-1-1/1.4").json()["object"]
    assert (value["value"], value["unit"], value["bound"]) == ("2", "member", "exact")
    assert value["datatype"].endswith("#integer")


def test_json_lines_equal_the_export(client: TestClient, served: Served) -> None:
    text = client.get("/api/statements?format=jsonl").text
    assert text == statements_text(served.snapshot, "jsonl")
    assert [json.loads(line)["id"] for line in text.splitlines()] == list(served.snapshot.statements)


def test_csv_equals_the_export(client: TestClient, served: Served) -> None:
    assert client.get("/api/statements?format=csv").text == statements_text(served.snapshot, "csv")
