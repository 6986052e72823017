from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.models import CoverageShape, NoteShape, PageShape, ParagraphShape, ReportShape, ScenarioShape


@pytest.mark.parametrize("symbol", ["A-1-1", "A/1/1", "A%2F1%2F1"])
def test_a_report_goes_by_slug_or_symbol(client: TestClient, symbol: str) -> None:
    report = client.get(f"/api/reports/{symbol}").json()
    ReportShape.model_validate(report)
    assert {"cover", "summary", "1", "2", "3", "fn1"} == set(report["paragraphs"])
    paragraph = client.get(f"/api/reports/{symbol}/paragraphs/1").json()
    assert paragraph["iri"].endswith("/report/A-1-1/paragraph/1")


def test_a_paragraph_has_all_that_rests_on_it(client: TestClient) -> None:
    paragraph = client.get("/api/reports/A-1-1/paragraphs/1").json()
    ParagraphShape.model_validate(paragraph)
    assert paragraph["section"]["title"]["en"] == "Introduction"
    assert len(paragraph["statements"]) == 5
    assert "gmg" in {mention["entity"] for mention in paragraph["mentions"]}
    for mention in paragraph["mentions"]:
        assert paragraph["text"][mention["start"] : mention["end"]] == mention["form"]


def test_coverage_tells_share_or_reason(client: TestClient) -> None:
    page = client.get("/api/reports/A/1/1/coverage").json()
    PageShape[CoverageShape].model_validate(page)
    rows = {row["paragraph"]: row for row in page["items"]}
    assert rows["1"]["statements"] == 5
    assert rows["1"]["share"] > 0.9
    assert rows["3"]["reason"]["en"] == "It has nothing to do with governance."


def test_scenarios_and_notes(client: TestClient) -> None:
    PageShape[ScenarioShape].model_validate(client.get("/api/scenarios").json())
    scenario = client.get("/api/scenarios/scenario-a").json()
    assert scenario["ends"] == [{"fact": "A-1-1/1.2", "because": ["A-1-1/1.5", "A-1-1/2.1"]}]
    notes = client.get("/api/notes").json()
    PageShape[NoteShape].model_validate(notes)
    assert [note["kind"] for note in notes["items"]] == ["tension", "inference"]


@pytest.mark.parametrize("path", ["/api/reports", "/api/reports/A-1-1/coverage", "/api/scenarios", "/api/notes"])
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_every_list_comes_as_csv_and_json_lines(client: TestClient, path: str, form: str) -> None:
    whole = client.get(path).json()
    lines = client.get(f"{path}?format={form}").text.splitlines()
    assert len(lines) == whole["total"] + (form == "csv")
