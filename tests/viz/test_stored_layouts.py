"""Layouts on disk: the same as those made anew, bounded, and done without where that can't be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ontology import Text
from tests.viz.pictures import sample
from tests.viz.test_layout import network
from viz import Options, layouts_in, render
from viz.diagram import Diagram, LayoutKind
from viz.layouts import layout
from viz.layouts import stored as stored_layouts
from viz.layouts.layout import Layout, lay_out
from viz.layouts.stored import StoredLayouts, layout_key
from viz.slides import drawing
from viz.slides.drawing import SlideDrawing


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    lay_out.cache_clear()
    with layouts_in(tmp_path / "layouts"):
        yield tmp_path / "layouts"
    lay_out.cache_clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the diagrams for which a layout is made rather than read."""
    found: list[str] = []
    make = layout._made

    def counted(diagram: Diagram) -> Layout:
        found.append(diagram.id)
        return make(diagram)

    monkeypatch.setattr(layout, "_made", counted)
    return found


@pytest.mark.parametrize("kind", ["force", "layered", "clusters", "matrix"])
def test_a_stored_layout_is_the_one_that_was_made(kind: LayoutKind, folder: Path, made: list[str]) -> None:
    diagram = replace(sample(), layout=kind)
    first = lay_out(diagram)
    lay_out.cache_clear()
    assert lay_out(diagram) == first
    assert repr(lay_out(diagram)) == repr(first), "numbers are of the same kinds, so that files have the same bytes"
    assert len(made) == 1
    assert len(list(folder.iterdir())) == 1


def test_what_stands_around_a_drawing_needs_no_other_layout(folder: Path, made: list[str]) -> None:
    diagram = sample()
    lay_out(diagram)
    lay_out(replace(diagram, title=Text("另一标题", "Another title"), version="later", note=None))
    assert len(made) == 1
    lay_out(replace(diagram, edges=diagram.edges[1:]))
    assert len(made) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"nodes": {}}', b"[" * 5000, "others"])
def test_a_broken_file_is_made_anew(content: bytes | str, folder: Path, made: list[str]) -> None:
    diagram = sample()
    first = lay_out(diagram)
    file = folder / f"{layout_key(diagram)}.json"
    whole = file.read_bytes()
    if content == "others":
        lay_out(network(3, [(0, 1), (1, 2)]))
        content = next(each for each in folder.iterdir() if each != file).read_bytes()
    assert isinstance(content, bytes)
    file.write_bytes(content)
    made.clear()
    lay_out.cache_clear()
    assert lay_out(diagram) == first
    assert len(made) == 1
    assert file.read_bytes() == whole


def test_without_a_folder_to_write_to_layouts_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    lay_out.cache_clear()
    with layouts_in(tmp_path / "file"):
        assert lay_out(sample()).nodes
    assert (tmp_path / "file").read_text() == "in the way"


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_layouts, "MOST_FILES", 3)
    store = StoredLayouts(tmp_path)
    for number in range(5):
        store.put(f"key{number}", b"{}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key2.json", "key3.json", "key4.json"]
    assert store.get("key0") is None
    assert store.get("key4") == b"{}"


def test_another_graphviz_has_layouts_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    before = layout_key(sample())
    monkeypatch.setenv("MIGOV_GRAPHVIZ", "/nonexistent/dot")
    assert layout_key(sample()) != before


def test_the_drawings_of_slides_are_kept_too_and_give_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    make = drawing._largest

    def counted(diagram: Diagram, *rest: Any) -> SlideDrawing:
        drawn.append(diagram.id)
        return make(diagram, *rest)

    monkeypatch.setattr(drawing, "_largest", counted)
    first = render(sample(), "pptx")
    assert drawn
    count = len(drawn)
    assert render(sample(), "pptx") == first
    assert len(drawn) == count
    render(sample(), "pptx", Options(language="zh"))
    assert len(drawn) == 2 * count
