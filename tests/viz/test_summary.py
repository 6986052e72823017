"""A selection counted by class: nothing of it is lost, whatever a picture leaves out."""

from __future__ import annotations

import pytest

from graph.model import Value
from tests.viz.samples import institutions
from tests.viz.test_choice import no_query
from viz import Selection, View, draw, summarise, summary


def test_it_counts_what_the_diagram_leaves_out() -> None:
    data = institutions()
    view = View(Selection(entities=("gmg",), depth=3, limit=5))
    diagram, found = draw(view, data, no_query), summarise(view, data, no_query)
    assert diagram.left_out > 0
    assert found.entities == len(diagram.nodes) + diagram.left_out
    assert found.left_out == 0
    assert sum(count for _, count in found.classes) == found.entities
    inside = {entity.id for entity in data.neighbourhood(["gmg"], 3, 1000).entities}
    assert found.entities == len(inside)
    lines = [s for s in data.statements.values() if not isinstance(s.object, Value) and inside.issuperset(s.entities)]
    assert found.statements == len(lines) == sum(tie.statements for tie in found.ties)
    ties = {(tie.subject.id, tie.object.id): tie.statuses for tie in found.ties}
    assert found.ties[0].statements == max(tie.statements for tie in found.ties)
    assert ties["Role", "Body"]["fact"] == 3
    # IOM and the United Nations: stated absent, proposed; IOM and UNHCR: on a condition.
    assert ties["Institution", "Institution"] == {"absence": 1, "proposal": 1, "conditional": 1}


def test_it_is_bounded_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "MOST_COUNTED", 4)
    found = summarise(View(Selection(entities=("gmg",), depth=3, limit=2)), institutions(), no_query)
    assert found.entities == 4
    assert found.left_out > 0


def test_filters_and_what_is_hidden_hold() -> None:
    selection = Selection(
        entities=("gmg",), depth=3, modalities=("fact",), classes=("Body",), hide=("general-assembly",)
    )
    found = summarise(View(selection), institutions(), no_query)
    assert [term.id for term, _ in found.classes] == ["Body"]
    assert {status for tie in found.ties for status in tie.statuses} <= {"fact"}
