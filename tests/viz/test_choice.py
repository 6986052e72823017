from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from pydantic import ValidationError

from graph.errors import NotFound
from graph.model import Content, Scenario
from graph.snapshot import Snapshot
from ontology import Text
from tests.viz.samples import REPORT, institutions
from viz import Diagram, During, EmptySelection, PathEnds, Period, Selection, UnfitPlaces, View, draw
from viz.citations import marks
from viz.diagram import LayoutKind
from viz.layouts.layout import lay_out
from viz.selections.choice import choose


def no_query(text: str) -> bytes:
    raise AssertionError(text)


def shown(data: Snapshot, **fields: object) -> tuple[set[str], set[str]]:
    """Ids of the entities and numbers of the statements that a selection takes."""
    around = choose(Selection.model_validate(fields), data, no_query).around
    return {entity.id for entity in around.entities}, {each.id.partition("/")[2] for each in around.statements}


@pytest.fixture(scope="module")
def data() -> Snapshot:
    return institutions()


def test_a_path_holds_only_shortest_ways(data: Snapshot) -> None:
    entities, statements = shown(data, path=PathEnds.model_validate({"from": "ilo", "to": "secretary-general"}))
    assert entities == {"ilo", "gmg", "secretary-general"}
    assert statements == {"46.1", "46.3"}
    assert shown(data, path={"from": "secretary-general", "to": "ilo"}) == (entities, statements)


def test_no_path_is_said(data: Snapshot) -> None:
    with pytest.raises(EmptySelection, match="no path of at most 1 statements leads from ilo to iom"):
        shown(data, path={"from": "ilo", "to": "iom", "length": 1})
    with pytest.raises(EmptySelection, match="keep more relation families"):
        shown(data, path={"from": "ilo", "to": "iom"}, hide=("gmg",))


def test_classes_keep_those_below_them_and_what_is_named(data: Snapshot) -> None:
    entities, _ = shown(data, entities=("gmg",), classes=("Role",))
    assert entities == {"gmg", "secretary-general"}


def test_the_best_connected_stay_and_the_rest_is_counted(data: Snapshot) -> None:
    around = choose(Selection(entities=("gmg",), limit=4), data, no_query).around
    whole = choose(Selection(entities=("gmg",)), data, no_query).around
    assert len(around.entities) == 4
    assert around.left_out == len(whole.entities) - 4
    assert "gmg" in {entity.id for entity in around.entities}


def test_what_is_hidden_is_not_counted_as_left_out(data: Snapshot) -> None:
    around = choose(Selection(entities=("gmg",), hide=("iom", "A-68-283/46.1")), data, no_query).around
    assert "iom" not in {entity.id for entity in around.entities}
    assert "A-68-283/46.1" not in {each.id for each in around.statements}
    assert around.left_out == 0


def test_unknown_names_are_refused_with_what_may_be_meant(data: Snapshot) -> None:
    for fields in ({"entities": ("gmgx",)}, {"entities": ("gmg",), "hide": ("A-68-283/1.999",)}, {"scenario": "none"}):
        with pytest.raises(NotFound, match="there is no"):
            shown(data, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"entities": ("gmg",), "path": {"from": "a", "to": "b"}},
        {"scenario": "a", "query": "CONSTRUCT {}"},
        {"period": {"from": "2007", "to": "2006"}},
        {"period": {"from": "206"}},
        {"path": {"from": "a", "to": "b", "length": 5}},
        {"entities": ("gmg",), "hide": ("<x>",)},
        {"entities": ("gmg",), "colour": "red"},
    ],
)
def test_a_selection_that_is_none_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Selection.model_validate(fields)


@pytest.mark.parametrize(
    ("earliest", "latest", "holds"),
    [
        ("2006-01-01", "2006-12-31", True),
        ("2003-01-01", None, True),
        (None, "1999-12-31", False),
        ("2008-01-01", "2008-12-31", False),
        ("1990-01-01", "2012-12-31", True),
        (None, None, True),
    ],
)
def test_a_period_holds_what_may_fall_into_it(earliest: str | None, latest: str | None, holds: bool) -> None:
    period = Period.model_validate({"from": "2000", "to": "2007"})
    assert period.holds(earliest, latest) is holds


def with_scenario(data: Snapshot) -> Snapshot:
    scenario = Scenario(
        "into-un",
        "https://example.org/scenario",
        "A-68-283",
        "gmg",
        Text("情景", "Scenario"),
        adds=("A-68-283/60.2",),
        ends=(("A-68-283/60.1", ("A-68-283/90.1",)),),
    )
    content = Content(data.entities, data.statements, {}, (REPORT,), (), {"into-un": scenario}, {})
    return Snapshot(content, data.version)


def test_a_scenario_shows_today_beside_the_proposed_with_reasons(data: Snapshot) -> None:
    made = draw(View(Selection(scenario="into-un", entities=("rcps",))), with_scenario(data), no_query)
    changes = {edge.id.partition("/")[2]: edge.change for edge in made.edges}
    assert changes == {"60.1": "ended", "60.2": "added", "60.3": "", "60.4": ""}
    ended = next(edge for edge in made.edges if edge.change == "ended")
    assert [claim.id for claim in ended.because] == ["A-68-283/90.1"]
    quotes = {source.number: source.quote for source in made.sources}
    assert [quotes[number] for number in ended.because[0].sources] == ["第90.1条引文"]
    assert (made.title.en, made.subtitle and made.subtitle.en) == ("Scenario", "Today and as proposed")


def test_filters_never_hide_what_a_scenario_changes(data: Snapshot) -> None:
    view = View(Selection(scenario="into-un", modalities=("fact",), classes=("Body",), limit=1))
    made = draw(view, with_scenario(data), no_query)
    assert {edge.change for edge in made.edges} == {"added", "ended"}


def places(diagram: Diagram) -> dict[str, tuple[float, float]]:
    return {id: (place.box.x, place.box.y) for id, place in lay_out(diagram).nodes["en"].items()}


def movement(before: Diagram, after: Diagram) -> float:
    """How far the entities of a diagram stand from where they stand in another, in pixels on average."""
    first, second = places(before), places(after)
    return sum(hypot(x - second[id][0], y - second[id][1]) for id, (x, y) in first.items()) / len(first)


@pytest.mark.parametrize("layout", ["force", "layered"])
def test_who_joins_a_view_later_moves_nobody(data: Snapshot, layout: LayoutKind) -> None:
    few = View(Selection(entities=("gfmd", "rcps", "secretary-general"), depth=1), layout=layout)
    more = Selection(entities=("gfmd", "ohchr", "rcps", "secretary-general", "states"), depth=1)
    before = draw(few, data, no_query)
    grown = draw(View(more, layout=layout, later=("ohchr", "states")), data, no_query)
    assert {node.id for node in grown.nodes} > {node.id for node in before.nodes}
    assert movement(before, grown) == 0
    assert movement(before, draw(View(more, layout=layout), data, no_query)) > 50
    boxes = [place.box for place in lay_out(grown).nodes["en"].values()]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert draw(View(more, layout=layout, later=("ohchr", "states")), data, no_query) == grown


@pytest.mark.parametrize(
    ("entities", "view", "said"),
    [
        (("gmg", "iom"), {"later": ("ilo",)}, "'ilo' can't join later"),
        (("gmg",), {"later": ("gmg",)}, "'gmg' can't join later"),
        (("gmg", "iom"), {"later": ("gmg", "iom")}, "'gmg' can't join later"),
        (("gmg", "iom"), {"later": ("iom",), "layout": "timeline"}, "only where layout is force or layered"),
    ],
)
def test_what_cannot_join_later_is_said(
    data: Snapshot, entities: tuple[str, ...], view: dict[str, Any], said: str
) -> None:
    with pytest.raises(UnfitPlaces, match=said):
        draw(View(Selection(entities=entities), **view), data, no_query)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, None),
        (
            {"during": During.model_validate({"as_at": "2005"})},
            "As at 2005. What the report dates later is not shown. What it does not date is shown.",
        ),
        (
            {"during": During.model_validate({"from": "2003-05"}), "certainties": ("certain", "possible")},
            "From May 2003. What the report dates earlier is not shown. What it does not date is not shown.",
        ),
        ({"certainties": ("certain",)}, "What it does not date is not shown."),
    ],
)
def test_a_picture_says_by_which_days_it_is_narrowed(data: Snapshot, given: dict[str, Any], words: str | None) -> None:
    view = View(Selection(entities=("gmg", "iom"), depth=0, **given))
    note = draw(view, data, no_query).note
    assert (note.en if note else None) == words
    own = replace(view, note=Text("说明", "Ours"))
    assert draw(own, data, no_query).note == Text("说明", "Ours")


def test_dated_statements_are_told_by_themselves_on_a_timeline(data: Snapshot) -> None:
    dated = [s for s in data.statements.values() if s.time]
    undated = [s for s in data.statements.values() if not s.time][:2]
    ids = tuple(s.id for s in (*dated, *undated))
    made = draw(View(Selection(statements=ids), layout="timeline"), data, no_query)
    assert {node.id for node in made.nodes} == {s.id for s in dated}
    assert not made.edges
    assert made.note == Text("未注明日期的陈述未绘出（2 条）。", "Statements without a date aren’t drawn (2).")
    for node in made.nodes:
        statement = data.statements[node.id]
        (claim,) = node.claims
        assert node.when == statement.time
        assert node.names.en.startswith(f"[{', '.join(map(str, claim.sources))}] ")
        assert statement.sentence.en in node.names.en
        # What is no fact says so before anything else.
        assert (statement.modality == "fact") == node.names.en.removeprefix(f"{marks(claim.sources)} ").startswith(
            statement.sentence.en
        )
    with pytest.raises(EmptySelection, match="has a date"):
        draw(View(Selection(statements=(undated[0].id,)), layout="timeline"), data, no_query)
    with pytest.raises(NotFound):
        draw(View(Selection(statements=("A-68-283/nope",)), layout="timeline"), data, no_query)


def test_chosen_statements_are_drawn_between_their_entities(data: Snapshot) -> None:
    chosen = [s for s in data.statements.values() if isinstance(s.object, str)][:3]
    made = draw(View(Selection(statements=tuple(s.id for s in chosen))), data, no_query)
    assert {edge.id for edge in made.edges} == {s.id for s in chosen}
    assert {node.id for node in made.nodes} == {entity for s in chosen for entity in s.entities}
    assert made.title.en == "Chosen statements"
