from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from graph.model import Language, Text
from tests.viz.hostile import hostile_diagram
from tests.viz.offices import read_by_office
from tests.viz.pictures import hostile, sample, small
from tests.viz.samples import institutions
from tests.viz.test_quality import dated
from tests.viz.test_svg import digests_elsewhere
from viz import Diagram, Options, diagram_of, render
from viz.diagram import Edge, Node
from viz.documents.paper import Paper
from viz.selections.parts import PART_NODES, part_of, split_diagram
from viz.style import LINE_STYLES

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def connectors(slide: Any) -> list[Any]:
    """The lines of a drawing, those of its legend left out."""
    return [shape for shape in slide.shapes if shape._element.tag == qn("p:cxnSp") and "/" in shape.name]


def drawn_slides(deck: Any) -> list[Any]:
    return [slide for slide in deck.slides if connectors(slide)]


def glue(connector: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    ends = [connector._element.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn")]
    return tuple((int(end.get("id")), int(end.get("idx"))) for end in ends)  # type: ignore[return-value]


def words_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_diagram_is_one_slide_of_shapes(language: Language) -> None:
    diagram = small()
    deck = opened(render(diagram, "pptx", Options(language)))
    (slide,) = drawn_slides(deck)
    assert slide.shapes.title.text_frame.text == diagram.title.get(language)
    assert not [shape for shape in slide.shapes if shape._element.tag == qn("p:pic")]
    shapes = {shape.name: shape for shape in slide.shapes}
    for node in diagram.nodes:
        assert shapes[node.id].text_frame.text == node.short_names.get(language)
    assert {line.name for line in connectors(slide)} == {edge.id for edge in diagram.edges}


def test_each_line_is_glued_to_the_boxes_it_joins_where_it_touches_them() -> None:
    diagram = small()
    deck = opened(render(diagram, "pptx"))
    (slide,) = drawn_slides(deck)
    by_id = {shape.shape_id: shape for shape in slide.shapes}
    edges = {edge.id: edge for edge in diagram.edges}
    used: Counter[tuple[int, int]] = Counter()
    for line in connectors(slide):
        start, end = glue(line)
        edge = edges[line.name]
        assert (by_id[start[0]].name, by_id[end[0]].name) == (edge.start, edge.end)
        for (shape, place), point in ((start, (line.begin_x, line.begin_y)), (end, (line.end_x, line.end_y))):
            x, y = site(by_id[shape], place)
            assert hypot(x - point[0], y - point[1]) < Pt(1)
            used[shape, place] += 1
    assert set(used.values()) == {1}


def site(shape: Any, place: int) -> tuple[float, float]:
    """Where the numbered place of a shape lies on the slide, by its own formulas."""
    geometry = shape._element.spPr.find(qn("a:custGeom"))
    guides = {guide.get("name"): guide.get("fmla").split() for guide in geometry.iter(qn("a:gd"))}
    position = geometry.findall(f"{qn('a:cxnLst')}/{qn('a:cxn')}/{qn('a:pos')}")[place]
    across, down = guides[position.get("x")], guides[position.get("y")]
    assert (across[:2], down[:2]) == (["*/", "w"], ["*/", "h"])
    return (
        shape.left + shape.width * int(across[2]) / int(across[3]),
        shape.top + shape.height * int(down[2]) / int(down[3]),
    )


def test_no_two_statuses_look_alike_even_in_grey() -> None:
    diagram = sample()
    deck = opened(render(diagram, "pptx"))
    looks: dict[str, tuple[Any, ...]] = {}
    statuses = {edge.id: edge.claim.modality for edge in diagram.edges}
    for slide in drawn_slides(deck):
        for line in connectors(slide):
            ln = line._element.spPr.find(qn("a:ln"))
            dashes = tuple((each.get("d"), each.get("sp")) for each in ln.iter(qn("a:ds")))
            head = ln.find(qn("a:tailEnd")).get("type")
            heavy = LINE_STYLES[statuses[line.name]].width
            assert looks.setdefault(statuses[line.name], (dashes, head, heavy)) == (dashes, head, heavy)
    assert len(looks) >= 8
    assert len(set(looks.values())) == len(looks)


def test_alternative_texts_state_status_and_sources() -> None:
    diagram = sample()
    deck = opened(render(diagram, "pptx"))
    texts = {line.name: alt(line) for slide in drawn_slides(deck) for line in connectors(slide)}
    for edge in diagram.edges:
        assert edge.claim.sentence.en in texts[edge.id]
        assert f"[{', '.join(map(str, edge.claim.sources))}]" in texts[edge.id]
    recommended = next(edge for edge in diagram.edges if edge.claim.modality == "recommendation")
    assert texts[recommended.id].startswith("A recommendation, not a fact:")
    assert "held by: Special Rapporteur" in texts[recommended.id]
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape._element.tag == qn("p:pic"):
                assert diagram.title.en in alt(shape)


def alt(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_diagram_is_an_overview_and_parts_that_show_every_line_once(language: Language) -> None:
    diagram = sample()
    deck = opened(render(diagram, "pptx", Options(language)))
    slides = list(deck.slides)
    assert [shape for shape in slides[0].shapes if shape._element.tag == qn("p:pic")]
    assert len(drawn_slides(deck)) > 1
    shown = [line.name for slide in drawn_slides(deck) for line in connectors(slide)]
    assert sorted(shown) == sorted(edge.id for edge in diagram.edges)


def test_parts_keep_their_bounds_and_what_their_lines_rest_on() -> None:
    diagram = sample()
    parts = split_diagram(diagram, nodes=6, edges=7)
    assert sorted(edge.id for part in parts for edge in part.edges) == sorted(edge.id for edge in diagram.edges)
    for part in parts:
        assert len(part.nodes) <= 6
        assert len(part.edges) <= 7
        assert {node.id for node in part.nodes} == {name for e in part.edges for name in (e.start, e.end)}
        numbers = {source.number for source in part.sources}
        assert numbers.issuperset(n for edge in part.edges for n in edge.claim.sources)
        assert {entry.id for entry in part.classes} == {node.class_id for node in part.nodes}
        assert any(node.emphasised for node in part.nodes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_and_last_slides_hold_every_source(language: Language) -> None:
    diagram = small()
    deck = opened(render(diagram, "pptx", Options(language)))
    (slide,) = drawn_slides(deck)
    notes = slide.notes_slide.notes_text_frame.text
    cells = [
        cell.text_frame.text
        for each in deck.slides
        for shape in each.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    for source in diagram.sources:
        assert f"[{source.number}]" in notes
        assert source.quote in notes
        assert source.quote in cells
        assert (source.translation in cells) is (language == "en")
    assert ("Working translation (ours, not official)" in cells) is (language == "en")
    assert diagram.version in words_of(slide)
    assert "A/68/283" in words_of(slide)


def test_every_text_names_its_fonts_and_its_language() -> None:
    archive = zipfile.ZipFile(io.BytesIO(render(small(), "pptx", Options("zh"))))
    slides = [archive.read(name).decode() for name in archive.namelist() if re.match(r"ppt/slides/slide\d+\.xml", name)]
    for xml in slides:
        runs = re.findall(r"<a:r>.*?</a:r>", xml, re.DOTALL)
        assert runs
        for run in runs:
            assert 'lang="zh-CN"' in run
            assert all(f"<a:{kind} " in run for kind in ("latin", "ea", "cs"))


@pytest.mark.parametrize(("paper", "size"), [("16:9", (960, 540)), ("a4", (842, 595)), ("a3", (1191, 842))])
def test_slides_have_the_size_asked_for_and_nothing_lies_outside(paper: Paper, size: tuple[int, int]) -> None:
    deck = opened(render(small(), "pptx", Options(paper=paper)))
    assert (round(deck.slide_width / Pt(1)), round(deck.slide_height / Pt(1))) == size
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_boxes_and_words_of_a_slide_lie_over_nothing_else() -> None:
    for slide in drawn_slides(opened(render(sample(), "pptx"))):
        lines = {line.name for line in connectors(slide)}
        ends = {shape_id for line in connectors(slide) for shape_id, _ in glue(line)}
        boxes = [shape for shape in slide.shapes if shape.shape_id in ends or shape.name.startswith("words of ")]
        assert len(boxes) > len(ends) - 1
        assert lines
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                assert (
                    one.left >= other.left + other.width
                    or other.left >= one.left + one.width
                    or one.top >= other.top + other.height
                    or other.top >= one.top + one.height
                ), (one.name, other.name)


def test_parts_in_two_columns_of_long_names_stay_between_title_and_legend() -> None:
    data = institutions()
    around = diagram_of(data.neighbourhood(["gmg"], depth=1, limit=60), data)
    long = "Consider creating a mechanism to follow up and monitor the implementation of the recommendations of"

    def lengthened(number: int, node: Node) -> Node:
        if node.id == "gmg":
            return replace(node, at=(0.0, 0.0))
        names = Text(node.names.zh, f"{long} {node.names.en}")
        at = (-700.0 if number % 2 else 700.0, 50.0 * number - 600)
        return replace(node, names=names, short_names=names, at=at)

    # As many as one part may hold, and more than one slide has room for.
    edges = [edge for edge in around.edges if "gmg" in (edge.start, edge.end)][: PART_NODES - 1]
    inside = {name for edge in edges for name in (edge.start, edge.end)}
    assert len(inside) == PART_NODES
    kept = [node for node in around.nodes if node.id in inside]
    star = replace(
        around, nodes=tuple(lengthened(number, node) for number, node in enumerate(kept)), edges=tuple(edges)
    )
    deck = opened(render(star, "pptx"))
    shown = []
    for slide in drawn_slides(deck):
        shown += [line.name for line in connectors(slide)]
        ends = {shape_id for line in connectors(slide) for shape_id, _ in glue(line)}
        boxes = [shape for shape in slide.shapes if shape.shape_id in ends]
        others = [shape for shape in slide.shapes if shape.has_text_frame and shape.shape_id not in ends]
        title = min(others, key=lambda shape: shape.top)
        footer = max(others, key=lambda shape: shape.top)
        assert all(title.top + title.height <= box.top for box in boxes)
        assert all(box.top + box.height <= footer.top for box in boxes)
        assert all(box.left >= 0 and box.left + box.width <= deck.slide_width for box in boxes)
    assert sorted(shown) == sorted(edge.id for edge in star.edges)


def test_a_timeline_is_drawn_in_time_in_stretches_that_show_every_line_once() -> None:
    diagram = dated(replace(sample(), layout="timeline"))
    deck = opened(render(diagram, "pptx"))
    drawn = drawn_slides(deck)
    assert sorted(line.name for slide in drawn for line in connectors(slide)) == sorted(e.id for e in diagram.edges)
    when = {node.id: node.when.edtf for node in diagram.nodes if node.when}
    seen = set()
    for slide in deck.slides:
        shapes = {shape.name: shape for shape in slide.shapes}
        bands = {name.removeprefix("band of "): shape for name, shape in shapes.items() if name.startswith("band of ")}
        for id in shapes.keys() & when.keys() if bands else ():
            seen.add(id)
            left = shapes[id].left
            begun = [year for year, band in bands.items() if band.left <= left + Pt(1)]
            if when[id].startswith(".."):
                continue
            assert max(begun) == when[id][:4]
            assert shapes[f"date of {id}"].text_frame.text
    assert seen == set(when)


def test_a_timeline_that_fits_is_one_slide() -> None:
    diagram = dated(replace(small(), layout="timeline"))
    names = [node.id for node in diagram.nodes if node.when][:4]
    part = part_of(diagram, [edge for edge in diagram.edges if {edge.start, edge.end}.issubset(names)], (), names)
    slides = list(opened(render(part, "pptx")).slides)
    assert not [shape for slide in slides for shape in slide.shapes if shape._element.tag == qn("p:pic")]
    assert "axis of time" in {shape.name for shape in slides[0].shapes}


def test_an_entity_linked_to_itself_is_drawn() -> None:
    diagram = small()
    edge = diagram.edges[0]
    loop = Edge(edge.start, edge.start, edge.claim)
    changed = Diagram(**{**{name: getattr(diagram, name) for name in Diagram.__slots__}, "edges": (loop,)})
    (slide,) = drawn_slides(opened(render(changed, "pptx")))
    start, end = glue(connectors(slide)[0])
    assert start[0] == end[0]
    assert start[1] != end[1]


def test_the_same_bytes_again_and_in_another_process() -> None:
    data = render(sample(), "pptx", Options(language="zh"))
    assert [hashlib.sha256(data).hexdigest()] == digests_elsewhere(["pptx"], "3")
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(rb"dcterms:(created|modified)", zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml"))


def test_hostile_and_endless_words_stay_words() -> None:
    for diagram in (hostile(), hostile_diagram()):
        archive = zipfile.ZipFile(io.BytesIO(render(diagram, "pptx")))
        for name in archive.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in archive.read(name), name
        deck = opened(render(diagram, "pptx"))
        said = "".join(words_of(slide) for slide in deck.slides)
        assert "<script>alert(1)" in said


def test_libreoffice_opens_the_slides_and_reads_their_words(office: Path, tmp_path: Path) -> None:
    diagram = small()
    files = {f"{language}.pptx": render(diagram, "pptx", Options(language)) for language in LANGUAGES}
    files["hostile.pptx"] = render(hostile_diagram(), "pptx")
    pages = read_by_office(office, tmp_path, files)
    for language in LANGUAGES:
        words = "".join(pages[f"{language}.pptx"])
        assert len(pages[f"{language}.pptx"]) == len(opened(files[f"{language}.pptx"]).slides)
        for node in diagram.nodes:
            assert "".join(node.short_names.get(language).split()) in words
        for source in diagram.sources:
            assert "".join(source.quote.split()) in words
    assert "<script>alert(1)" in "".join(pages["hostile.pptx"])
