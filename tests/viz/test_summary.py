"""A selection counted by class: nothing of it is lost, whatever a picture leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Value
from tests.viz.samples import institutions
from tests.viz.test_choice import no_query
from viz import FORMS, Selection, UnfitPlaces, View, draw, render, summarise, title_of
from viz.citations import stated
from viz.layouts.captions import caption_text
from viz.pages.linked_data import linked_data
from viz.selections import summary, summary_diagram


def test_it_counts_what_the_diagram_leaves_out() -> None:
    data = institutions()
    view = View(Selection(entities=("gmg",), depth=3, limit=5))
    diagram, found = draw(view, data, no_query), summarise(view.selection, data, no_query)
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
    found = summarise(Selection(entities=("gmg",), depth=3, limit=2), institutions(), no_query)
    assert found.entities == 4
    assert found.left_out > 0


def test_filters_and_what_is_hidden_hold() -> None:
    selection = Selection(
        entities=("gmg",), depth=3, modalities=("fact",), classes=("Body",), hide=("general-assembly",)
    )
    found = summarise(selection, institutions(), no_query)
    assert [term.id for term, _ in found.classes] == ["Body"]
    assert {status for tie in found.ties for status in tie.statuses} <= {"fact"}


def summarised(**changes: object) -> View:
    return replace(View(Selection(entities=("gmg",), depth=3, limit=5), summary=True), **changes)  # type: ignore[arg-type]


def test_it_is_drawn_with_every_class_and_counted_lines() -> None:
    data = institutions()
    found = summarise(summarised().selection, data, no_query)
    diagram = draw(summarised(), data, no_query)
    boxes = {node.class_id: node for node in diagram.nodes}
    assert set(boxes) == {term.id for term, _ in found.classes}
    assert all(boxes[term.id].names.en.startswith(f"{term.labels.en}: {count}") for term, count in found.classes)
    # IOM and the United Nations: stated absent, proposed; IOM and UNHCR: on a condition.
    assert boxes["Institution"].names.en.endswith("linked among themselves by 3 statements")
    assert {claim.modality for claim in boxes["Institution"].claims} == {"absence", "proposal", "conditional"}
    within = sum(len(node.claims) for node in diagram.nodes)
    assert within + len(diagram.edges) == sum(len(tie.statuses) for tie in found.ties)
    lines = {(edge.start, edge.end, edge.claim.modality): edge.claim for edge in diagram.edges}
    claim = lines["class-Role", "class-Body", "fact"]
    assert claim.label.en == "3 statements"
    assert "3 statements of the status “fact”" in claim.sentence.en
    assert diagram.note is not None
    assert f"{found.entities} entities and {found.statements} statements" in diagram.note.en
    assert diagram.left_out == 0


def test_counts_pass_for_no_statement_of_the_report() -> None:
    diagram = draw(summarised(), institutions(), no_query)
    claims = [claim for node in diagram.nodes for claim in node.claims]
    absent = next(claim for claim in claims if claim.modality == "absence")
    assert caption_text(absent, "en") == absent.label.en, "a number of absences is there"
    assert stated(absent, "en") == absent.sentence.en
    assert linked_data(diagram) == {"@graph": []}
    assert not diagram.sources


@pytest.mark.parametrize("extension", FORMS)
def test_it_comes_in_every_form(extension: str) -> None:
    assert render(draw(summarised(), institutions(), no_query), extension)


def test_lines_of_few_statements_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary_diagram, "MOST_LINES", 2)
    diagram = draw(summarised(), institutions(), no_query)
    assert len(diagram.edges) == 2
    assert diagram.note is not None
    assert "aren't drawn" in diagram.note.en


@pytest.mark.parametrize("changes", [{"layout": "timeline"}, {"emphasis": ("gmg",)}, {"places": ((0.0, 0.0),)}])
def test_what_concerns_entities_does_not_go_with_a_summary(changes: dict[str, object]) -> None:
    with pytest.raises(UnfitPlaces, match="a summary shows classes"):
        draw(summarised(**changes), institutions(), no_query)


def test_a_title_names_first_whom_the_most_is_tied_to() -> None:
    data = institutions()
    few, many = ("ilo", "iom", "gmg"), ("ilo", "iom", "ohchr", "unhcr", "gmg")
    assert title_of(View(Selection(entities=few, depth=0)), data).en.startswith("International Labour Organization, ")
    title = title_of(View(Selection(entities=many, depth=0)), data)
    assert title.en.startswith(f"{data.entity('gmg').names.en}, ")
    assert title.zh.startswith(f"{data.entity('gmg').names.zh}、")
