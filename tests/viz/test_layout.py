from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Neighbourhood
from ontology import Text
from tests.viz.samples import entity, institutions, snapshot, statement
from viz import Diagram, diagram_of
from viz.layouts.boxes import Box, pack, spread
from viz.layouts.layout import LANGUAGES, lay_out
from viz.lettering import ELLIPSIS, text_width, typeset, wrap


def network(count: int, pairs: list[tuple[int, int]]) -> Diagram:
    entities = [
        entity(f"e{n:03}", "Institution", f"第{n}号国际移徙机构", f"International body no. {n}") for n in range(count)
    ]
    statements = [
        statement(f"{1 + rank % 143}.{1 + rank // 143}", f"e{start:03}", "supports", f"e{end:03}")
        for rank, (start, end) in enumerate(pairs)
    ]
    data = snapshot(entities, statements)
    return diagram_of(Neighbourhood(("e000",), tuple(entities), tuple(statements)), data)


def forty() -> Diagram:
    tree = [(n, (n - 1) // 3) for n in range(1, 40)]
    return network(40, [*tree, *((n, (n * 7 + 3) % 40) for n in range(0, 40, 3))])


def sample() -> Diagram:
    data = institutions()
    return diagram_of(data.neighbourhood(["gmg", "gfmd", "iom"], depth=2, limit=60), data)


@pytest.mark.parametrize("make", [forty, sample])
def test_the_same_diagram_gets_the_same_layout(make: object) -> None:
    assert callable(make)
    assert lay_out(make()) == lay_out(make())


@pytest.mark.parametrize(
    "diagram",
    [forty(), sample(), network(30, []), network(24, [(0, n) for n in range(1, 24)]), network(2, [(0, 1)] * 5)],
    ids=["forty", "sample", "loose", "star", "parallel"],
)
def test_no_box_lies_over_another_in_either_language(diagram: Diagram) -> None:
    layout = lay_out(diagram)
    for language in LANGUAGES:
        boxes = [place.box for place in layout.nodes[language].values()]
        captions = [caption.box for caption in layout.captions[language].values()]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
        assert not [pair for pair in combinations(captions, 2) if pair[0].overlaps(pair[1])]
        assert not [(box, caption) for box in boxes for caption in captions if box.overlaps(caption)]


def test_switching_the_language_moves_nothing() -> None:
    layout = lay_out(sample())
    for name, place in layout.nodes["en"].items():
        other = layout.nodes["zh"][name].box
        assert (place.box.x, place.box.y) == (other.x, other.y)


def test_nearly_every_edge_has_its_words() -> None:
    diagram = sample()
    layout = lay_out(diagram)
    for language in LANGUAGES:
        assert len(layout.captions[language]) >= 0.9 * len(diagram.edges)


def test_parallel_edges_have_courses_of_their_own() -> None:
    diagram = network(2, [(0, 1), (0, 1), (1, 0), (1, 0)])
    routes = lay_out(diagram).routes
    middles = [routes[edge.id].point(0.5) for edge in diagram.edges]
    assert len(middles) == 4
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(middles, 2)) > 15


def test_an_edge_goes_around_a_foreign_box() -> None:
    chain = lay_out(network(3, [(0, 1), (1, 2), (0, 2)]))
    boxes = {name: place.box for name, place in chain.nodes["en"].items()}
    for route in chain.routes.values():
        ends = {(route.start), (route.end)}
        foreign = [box for box in boxes.values() if (box.x, box.y) not in ends]
        assert not any(box.holds(point) for point in route.points(40) for box in foreign)


def test_a_loop_leaves_its_box_and_comes_back() -> None:
    layout = lay_out(network(2, [(0, 0), (0, 1)]))
    box = layout.nodes["en"]["e000"].box
    route = layout.routes["A-68-283/1.1"]
    assert [box.holds(route.point(t)) for t in (0, 0.5, 1)] == [True, False, True]


def test_a_diagram_that_grows_is_not_rearranged() -> None:
    small = network(30, [(n, (n - 1) // 3) for n in range(1, 30)])
    before = {name: (place.box.x, place.box.y) for name, place in lay_out(small).nodes["en"].items()}
    large = network(33, [(n, (n - 1) // 3) for n in range(1, 32)])
    kept = replace(large, nodes=tuple(replace(node, at=before.get(node.id)) for node in large.nodes))
    layout = lay_out(kept)
    assert {name: (layout.nodes["zh"][name].box.x, layout.nodes["zh"][name].box.y) for name in before} == before
    boxes = [place.box for place in layout.nodes["en"].values()]
    assert len(boxes) == 33
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    new, parent = layout.nodes["en"]["e030"].box, layout.nodes["en"]["e009"].box
    assert hypot(new.x - parent.x, new.y - parent.y) < 400


def test_the_largest_diagram_is_laid_out_within_its_bound() -> None:
    layout = lay_out(network(300, [(n, (n * 31 + 7) % 300) for n in range(300)] + [(n, n // 2) for n in range(1, 300)]))
    assert len(layout.nodes["en"]) == 300
    boxes = [place.box for place in layout.nodes["en"].values()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=1, max_size=12),
    st.floats(10, 200),
    st.floats(10, 60),
)
def test_spreading_always_ends_without_overlap(points: list[tuple[float, float]], width: float, height: float) -> None:
    named = {f"n{index}": point for index, point in enumerate(points)}
    placed = spread(named, dict.fromkeys(named, (width, height)), 10, 10)
    boxes = [Box(*point, width, height) for point in placed.values()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_packed_rectangles_do_not_meet() -> None:
    sizes = [(300.0, 200.0), (100.0, 50.0), (100.0, 50.0), (400.0, 80.0), (20.0, 20.0)]
    corners = pack(sizes, 10, 1.5)
    boxes = [Box(x + w / 2, y + h / 2, w, h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    assert not any(one.overlaps(other, 4, 4) for one, other in combinations(boxes, 2))


def test_lines_break_at_words_and_at_characters() -> None:
    english = wrap("International Labour Organization", 14, 130, 3)
    assert " ".join(english) == "International Labour Organization"
    assert len(english) > 1
    assert wrap("联合国人权事务高级专员办事处", 14, 110, 3) == ("联合国人权事务", "高级专员办事处")
    assert not any(line.startswith("、") for line in wrap("联合国教育、科学及文化组织", 14, 5 * 14, 4))


@given(st.text(max_size=200), st.floats(40, 200), st.integers(1, 5))
def test_no_line_is_too_wide_and_nothing_is_lost_without_a_mark(text: str, width: float, most: int) -> None:
    lines = wrap(text, 14, width, most)
    assert 1 <= len(lines) <= most
    # One closing mark may hang over.
    assert all(text_width(line, 14) <= width + 14 for line in lines)
    if not lines[-1].endswith(ELLIPSIS):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_english_is_set_with_straight_quotation_marks_and_chinese_with_its_own() -> None:
    assert typeset("the “firewall” isn’t", "en") == 'the "firewall" isn\'t'
    assert typeset("“防火墙”", "zh") == "“防火墙”"
    diagram = network(1, [])
    quoted = replace(diagram, nodes=(replace(diagram.nodes[0], short_names=Text("“墙”", "a “wall”")),))
    layout = lay_out(quoted)
    assert layout.nodes["en"]["e000"].lines == ('a "wall"',)
    assert layout.nodes["zh"]["e000"].lines == ("“墙”",)
