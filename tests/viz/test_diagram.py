from __future__ import annotations

import io
import json
from dataclasses import replace

import openpyxl
import pytest

from graph.model import Neighbourhood, Value
from graph.moments import moment_words
from graph.snapshot import Snapshot
from ontology import Text
from tests.viz.samples import entity, institutions, snapshot, statement
from viz import Diagram, EmptySelection, Selection, TooManyNodes, View, diagram_of, draw, render
from viz.description import undrawn_words
from viz.diagram import MAX_NODES
from viz.pictures.blocks import note_texts
from viz.selections.claims import natural_key


@pytest.fixture(scope="module")
def data() -> Snapshot:
    return institutions()


@pytest.fixture(scope="module")
def diagram(data: Snapshot) -> Diagram:
    return diagram_of(data.neighbourhood(["gmg"], depth=2, limit=60), data)


def test_every_statement_between_two_nodes_is_an_edge_of_its_own(diagram: Diagram, data: Snapshot) -> None:
    inside = {node.id for node in diagram.nodes}
    between = [
        s for s in data.statements.values() if not isinstance(s.object, Value) and {s.subject, s.object} <= inside
    ]
    assert sorted(edge.id for edge in diagram.edges) == sorted(s.id for s in between)
    assert len([e for e in diagram.edges if {e.start, e.end} == {"iom", "united-nations"}]) == 2


def test_counts_are_told_of_the_node_and_not_drawn(diagram: Diagram) -> None:
    gmg = next(node for node in diagram.nodes if node.id == "gmg")
    assert [claim.id for claim in gmg.claims] == ["A-68-283/46.20"]
    assert "A-68-283/46.20" not in {edge.id for edge in diagram.edges}


def test_each_edge_leads_to_the_quotations_it_rests_on(diagram: Diagram, data: Snapshot) -> None:
    by_number = {source.number: source for source in diagram.sources}
    assert list(by_number) == list(range(1, len(by_number) + 1))
    for edge in diagram.edges:
        expected = {(evidence.unit, evidence.quote) for evidence in data.statements[edge.id].evidence}
        assert {(by_number[n].unit, by_number[n].quote) for n in edge.claim.sources} == expected


def test_a_passage_two_statements_share_is_one_source(diagram: Diagram) -> None:
    created, modelled = (
        next(edge for edge in diagram.edges if edge.id == f"A-68-283/46.{number}") for number in (1, 2)
    )
    assert created.claim.sources == modelled.claim.sources


def test_the_legend_holds_only_what_occurs(data: Snapshot) -> None:
    small = diagram_of(data.neighbourhood(["iom", "united-nations"], depth=0), data)
    assert [(entry.id, entry.count) for entry in small.classes] == [("Institution", 2)]
    assert [(entry.id, entry.count) for entry in small.modalities] == [("absence", 1), ("proposal", 1)]


def unasked(text: str) -> bytes:
    raise AssertionError(text)


def test_what_else_is_tied_to_the_entities_that_were_asked_for_is_told(data: Snapshot) -> None:
    asked = Selection(entities=("iom", "gmg"), depth=0)
    made = draw(View(asked), data, unasked)
    others = {
        id: {other for s in data.statements_about(id) for other in s.entities} - {"iom", "gmg"} for id in ("iom", "gmg")
    }
    iom, gmg = data.entity("iom").names, data.entity("gmg").names
    assert made.title == Text(f"{iom.zh}、{gmg.zh}之间的关系", f"{iom.en}, {gmg.en}: relations between them")
    assert made.beyond.total == len(others["iom"] | others["gmg"]) > 0
    assert {count for _, count in made.beyond.most} == {len(each) for each in others.values() if each}
    told = undrawn_words(made)
    assert told
    assert f"{made.beyond.total} more" in told.en
    assert f"另有 {made.beyond.total} 个实体" in told.zh
    assert json.loads(render(made, "json"))["beyond"] == made.beyond.total
    assert told.en in render(made, "html").decode()
    nobody = asked.model_copy(update={"modalities": ("absence",), "classes": ("Person",)})
    # Narrowed to what none of them is tied by, nothing is beyond; nor is it told where surroundings were asked for.
    assert draw(View(nobody), data, unasked).beyond.total == 0
    assert draw(View(Selection(entities=("iom",))), data, unasked).beyond.total == 0


def test_what_is_said_between_its_entities_and_not_drawn_is_told_by_status(data: Snapshot) -> None:
    around = data.neighbourhood(["iom", "united-nations"], depth=0)
    whole = diagram_of(around, data)
    assert (whole.undrawn, undrawn_words(whole)) == ((), None)
    kept = tuple(s for s in around.statements if s.modality == "absence")
    narrowed = diagram_of(replace(around, statements=kept), data)
    assert [(entry.id, entry.count) for entry in narrowed.undrawn] == [("proposal", 1)]
    en, zh = "Not drawn, though said between these entities: proposal 1.", "这些实体之间还有以下陈述未绘出：提议 1 条。"
    assert undrawn_words(narrowed) == Text(zh, en)
    assert json.loads(render(narrowed, "json"))["undrawn"][0]["count"] == 1
    page = render(narrowed, "html").decode()
    assert en in page
    assert zh in page
    assert en in note_texts(narrowed, "en")
    assert en in render(narrowed, "dot").decode()
    workbook = openpyxl.load_workbook(io.BytesIO(render(narrowed, "xlsx")))
    assert en in {cell for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row}


def test_centres_are_emphasised_and_come_first(diagram: Diagram) -> None:
    assert [node.id for node in diagram.nodes if node.emphasised] == [diagram.nodes[0].id] == ["gmg"]
    assert [node.id for node in diagram.nodes[1:]] == sorted(node.id for node in diagram.nodes[1:])


def test_where_nearly_all_are_centres_none_is_set_off_unless_it_is_named(data: Snapshot) -> None:
    around = data.neighbourhood(["gmg", "iom", "ilo", "gfmd"], depth=0)
    assert not [node for node in diagram_of(around, data).nodes if node.emphasised]
    assert [node.id for node in diagram_of(around, data, emphasis=["iom"]).nodes if node.emphasised] == ["iom"]


def test_it_names_its_report_and_its_version(diagram: Diagram) -> None:
    assert [origin.symbol for origin in diagram.origins] == ["A/68/283"]
    assert diagram.version == "3f9c2ab41d70"


def test_the_default_title_names_what_it_is_about(data: Snapshot) -> None:
    one = diagram_of(data.neighbourhood(["gmg"]), data)
    assert one.title == Text("全球移徙问题小组及其关系", "Global Migration Group and what surrounds it")
    four = diagram_of(data.neighbourhood(["gmg", "gfmd", "iom", "ilo"]), data)
    assert "and others" in four.title.en


def test_what_a_limit_kept_away_is_told(data: Snapshot) -> None:
    around = data.neighbourhood(["gmg"], limit=5)
    assert diagram_of(around, data).left_out == around.left_out > 0


def test_the_order_of_the_input_does_not_matter(data: Snapshot) -> None:
    around = data.neighbourhood(["gmg"], depth=2)
    turned = replace(around, entities=around.entities[::-1], statements=around.statements[::-1])
    assert diagram_of(turned, data) == diagram_of(around, data)


def test_an_empty_selection_is_refused(data: Snapshot) -> None:
    with pytest.raises(EmptySelection, match="name at least one entity"):
        diagram_of(Neighbourhood((), (), ()), data)


def test_too_many_nodes_are_refused_with_advice() -> None:
    many = [entity(f"e{n}", "Group", f"群体{n}", f"group {n}") for n in range(MAX_NODES + 1)]
    data = snapshot(many, [])
    with pytest.raises(TooManyNodes, match=r"301 entities .*at most 300.* lower the depth"):
        diagram_of(Neighbourhood(("e0",), tuple(many), ()), data)
    assert len(diagram_of(Neighbourhood(("e0",), tuple(many[1:]), ()), data).nodes) == MAX_NODES


def test_a_statement_about_an_entity_outside_is_left_out(data: Snapshot) -> None:
    stray = statement("1.1", "gmg", "supports", "iom")
    gmg = data.entities["gmg"]
    assert diagram_of(Neighbourhood(("gmg",), (gmg,), (stray,)), data).edges == ()


def test_places_sort_as_they_stand_in_a_report() -> None:
    units = ["fn2", "10", "summary", "9", "fn13", "cover", "143"]
    assert sorted(units, key=natural_key) == ["cover", "summary", "9", "10", "143", "fn2", "fn13"]
    ids = ["A-68-283/46.10", "A-68-283/fn1.1", "A-68-283/46.9", "A-68-283/cover.1"]
    assert sorted(ids, key=natural_key) == [
        "A-68-283/cover.1",
        "A-68-283/46.9",
        "A-68-283/46.10",
        "A-68-283/fn1.1",
    ]


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2006", "2006年", "2006"),
        ("2013-05", "2013年5月", "May 2013"),
        ("2013-10-03/2013-10-04", "2013年10月3日至2013年10月4日", "3 and 4 October 2013"),
        ("2013-10-03/2013-10-07", "2013年10月3日至2013年10月7日", "3 to 7 October 2013"),
        ("2013-09-30/2013-10-01", "2013年9月30日至2013年10月1日", "30 September 2013 to 1 October 2013"),
        ("2013-10-03~/2013-10-04", "约2013年10月3日至2013年10月4日", "about 3 October 2013 to 4 October 2013"),
        ("2007/..", "2007年起", "since 2007"),
        ("../2007", "至2007年", "until 2007"),
        ("[2003..]", "2003年或以后", "2003 or later"),
        ("[..2003]", "2003年或以前", "2003 or earlier"),
        ("[2006..2007]", "2006年至2007年之间", "between 2006 and 2007"),
        ("[2006,2009]", "[2006,2009]", "[2006,2009]"),
        ("2007~", "约2007年", "about 2007"),
        ("2007?", "2007年（待考）", "2007 (uncertain)"),
        ("200X", "200X", "200X"),
        ("2013-21", "2013-21", "2013-21"),
    ],
)
def test_dates_in_words(edtf: str, zh: str, en: str) -> None:
    assert moment_words(edtf) == Text(zh, en)
