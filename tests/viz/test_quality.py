from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import get_args

import pytest

from graph.model import TimeSpan
from tests.viz.pictures import sample
from tests.viz.test_layout import network
from viz.diagram import Diagram, LayoutKind
from viz.layouts.boxes import Box
from viz.layouts.layered import MOST_LINKS
from viz.layouts.layout import LANGUAGES, Layout, lay_out
from viz.layouts.quality import measure

KINDS: tuple[LayoutKind, ...] = get_args(LayoutKind)


def dated(diagram: Diagram) -> Diagram:
    """The diagram with a date for most nodes: a day, a year, years, and one without an end."""
    spans = [
        TimeSpan("2006", "2006-01-01", "2006-12-31"),
        TimeSpan("2013-10-03", "2013-10-03", "2013-10-03"),
        TimeSpan("1990/1995", "1990-01-01", "1995-12-31"),
        TimeSpan("2003/..", "2003-01-01", None),
        TimeSpan("../1951", None, "1951-12-31"),
        None,
    ]
    return replace(diagram, nodes=tuple(replace(node, when=spans[rank % 6]) for rank, node in enumerate(diagram.nodes)))


@pytest.mark.parametrize("kind", KINDS)
def test_no_layout_hides_anything(kind: LayoutKind) -> None:
    diagram = dated(replace(sample(), layout=kind))
    layout = lay_out(diagram)
    for language in LANGUAGES:
        found = measure(diagram, layout, language)
        assert (found.node_overlaps, found.caption_overlaps, found.covered, found.wordless) == (0, 0, 0, 0)
        assert found.spread < 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_layout_is_the_same_again(kind: LayoutKind) -> None:
    diagram = dated(replace(sample(), layout=kind))
    assert lay_out(diagram) == lay_out(dated(replace(sample(), layout=kind)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pairs", [[], [(0, 0)], [(0, 1)] * 4], ids=["loose", "loop", "parallel"])
def test_odd_diagrams_are_laid_out(kind: LayoutKind, pairs: list[tuple[int, int]]) -> None:
    diagram = replace(network(5, pairs), layout=kind)
    assert set(lay_out(diagram).routes) == {edge.id for edge in diagram.edges}


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_diagram_is_laid_out_in_every_way(kind: LayoutKind) -> None:
    pairs = [(n, (n * 31 + 7) % 300) for n in range(300)] + [(n, n // 2) for n in range(1, 300)]
    layout = lay_out(replace(network(300, pairs), layout=kind))
    boxes = [place.box for place in layout.nodes["en"].values()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_a_timeline_goes_from_left_to_right_with_the_undated_apart() -> None:
    diagram = dated(replace(sample(), layout="timeline"))
    layout = lay_out(diagram)
    spans = {span.node: span for span in layout.furniture.spans}
    assert [year.label for year in layout.furniture.years] == ["1951", "1990", "1995", "2003", "2006", "2013"]
    assert [year.left for year in layout.furniture.years] == sorted(year.left for year in layout.furniture.years)
    for node in diagram.nodes:
        box = layout.nodes["zh"][node.id].box
        if node.when is None:
            assert node.id not in spans
            assert box.top > max(year.bottom for year in layout.furniture.years)
        else:
            assert abs(box.left - spans[node.id].left) <= 1
            assert spans[node.id].open_right is (node.when.latest is None)
            assert spans[node.id].open_left is (node.when.earliest is None)
            if node.when.earliest and node.when.latest:
                bands = {year.label: year for year in layout.furniture.years}
                first, last = bands[node.when.earliest[:4]], bands[node.when.latest[:4]]
                assert first.left <= spans[node.id].left <= spans[node.id].right <= last.right


def test_works_stand_above_the_axis_and_all_else_below() -> None:
    diagram = dated(replace(sample(), layout="timeline"))
    kinds = ("Instrument", "Event")
    diagram = replace(
        diagram, nodes=tuple(replace(node, class_id=kinds[rank % 2]) for rank, node in enumerate(diagram.nodes))
    )
    layout = lay_out(diagram)
    axis = {year.y for year in layout.furniture.years}
    assert len(axis) == 1
    for node in diagram.nodes:
        if node.when is not None:
            assert (layout.nodes["en"][node.id].box.y < min(axis)) is (node.class_id == "Instrument")


def test_in_layers_a_hub_is_high_enough_for_its_lines() -> None:
    star = replace(network(13, [(0, leaf) for leaf in range(1, 13)]), layout="layered")
    boxes = {name: place.box for name, place in lay_out(star).nodes["en"].items()}
    assert boxes["e000"].height == 12 * 7 > boxes["e001"].height
    assert lay_out(replace(star, layout="force")).nodes["en"]["e000"].box.height == boxes["e001"].height


def test_clusters_hold_their_nodes() -> None:
    diagram = replace(sample(), layout="clusters")
    layout = lay_out(diagram)
    frames = [frame.box for frame in layout.furniture.frames]
    assert not any(one.overlaps(other) for one, other in combinations(frames, 2))
    for node in diagram.nodes:
        box = layout.nodes["en"][node.id].box
        assert sum(frame.holds((box.x, box.y)) for frame in frames) == 1


def test_a_table_tells_every_edge_once() -> None:
    diagram = replace(sample(), layout="matrix")
    table = lay_out(diagram).furniture.table
    assert table is not None
    told = [id for cell in table.cells for id in cell.edges]
    assert sorted(told) == sorted(edge.id for edge in diagram.edges)
    edges = {edge.id: edge for edge in diagram.edges}
    for cell in table.cells:
        ends = (table.rows[cell.row], table.columns[cell.column])
        for id in cell.edges:
            assert (edges[id].start, edges[id].end) == (ends[::-1] if table.is_turned else ends)


def test_rows_of_a_table_that_tell_of_one_column_stand_together() -> None:
    table = lay_out(
        replace(network(9, [(0, 8), (1, 7), (2, 8), (3, 7), (4, 8), (5, 6)]), layout="matrix")
    ).furniture.table
    assert table is not None
    assert [cell.column for cell in sorted(table.cells, key=lambda cell: cell.row)] == [0, 0, 0, 1, 1, 2]


def test_without_graphviz_there_is_a_plainer_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = lay_out(replace(sample(), layout="layered"))
    monkeypatch.setenv("MIGOV_GRAPHVIZ", "/nonexistent/dot")
    lay_out.cache_clear()
    try:
        assert lay_out(replace(sample(), layout="layered")) != with_it
        for kind in KINDS:
            diagram = replace(sample(), layout=kind)
            found = measure(diagram, lay_out(diagram), "en")
            assert (found.node_overlaps, found.caption_overlaps) == (0, 0)
    finally:
        lay_out.cache_clear()


def test_faults_are_counted() -> None:
    diagram = network(3, [(0, 1), (1, 2)])
    layout = lay_out(diagram)
    first = layout.nodes["en"]["e000"]
    piled = {
        name: replace(place, box=Box(first.box.x, first.box.y, 100, 40)) for name, place in layout.nodes["en"].items()
    }
    bad = Layout({"en": piled, "zh": piled}, layout.routes, {"en": {}, "zh": {}}, layout.bounds)
    found = measure(diagram, bad, "en")
    assert found.node_overlaps == 3
    assert found.wordless == 2
    assert found.covered >= 1


def test_more_links_than_layers_can_show_are_arranged_by_force() -> None:
    pairs = [(n, (n * 31 + 7) % 300) for n in range(300)] + [(n, n // 2) for n in range(1, MOST_LINKS - 299)]
    large = network(300, [*pairs, (0, 9)])
    assert len(large.edges) == MOST_LINKS + 1
    assert lay_out(replace(large, layout="layered")).nodes == lay_out(large).nodes
