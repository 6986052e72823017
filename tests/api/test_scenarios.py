"""What each model for the future would change."""

from __future__ import annotations

from starlette.testclient import TestClient

from api.models import (
    DifferenceShape,
)
from tests.api.service import ask


def test_a_scenario_beside_today(client: TestClient) -> None:
    found = ask(client, "/api/scenarios/scenario-a/difference")
    DifferenceShape.model_validate(found)
    assert found["added"] == ["A-1-1/2.3"]
    assert found["changed"] == [{"from": "A-1-1/1.5", "to": "A-1-1/2.2"}]
    assert found["ended"] == [{"fact": "A-1-1/1.2", "because": ["A-1-1/1.5", "A-1-1/2.1"]}]
    assert {each["id"] for each in found["statements"]} == {f"A-1-1/{n}" for n in ("1.2", "1.5", "2.1", "2.2", "2.3")}
    assert {each["id"]: each["stated_today"] for each in found["entities"]}["ilo"] is True
    assert client.get("/api/scenarios/nowhere/difference").status_code == 404
