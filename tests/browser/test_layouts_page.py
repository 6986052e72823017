"""What the diagram's page draws beyond vis-network: lines led around boxes, frames and years."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.viz.pictures import sample
from tests.viz.test_quality import dated
from viz import render_html
from viz.diagram import Diagram
from viz.layouts.layout import Layout, lay_out
from viz.style import BAND

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

pytestmark = pytest.mark.browser


def opened(page: Page, diagram: Diagram, folder: Path) -> FloatRect:
    """The page of a diagram; returns where its picture is."""
    file = folder / "diagram.html"
    file.write_text(render_html(diagram, "en"), encoding="utf-8")
    page.set_viewport_size({"width": 1400, "height": 1000})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    box = page.locator("#picture").bounding_box()
    assert box is not None
    return box


def on_screen(layout: Layout, box: FloatRect, point: tuple[float, float]) -> tuple[float, float]:
    """Where a point of a layout is seen when everything is shown."""
    left, top, right, bottom = layout.bounds
    scale = min((box["width"] - 32) / (right - left), (box["height"] - 32) / (bottom - top), 1.3)
    x, y = (point[0] - (left + right) / 2) * scale, (point[1] - (top + bottom) / 2) * scale
    return box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y


def lonely_point(diagram: Diagram, layout: Layout) -> tuple[str, tuple[float, float]]:
    """An edge that is led around boxes, and a point of it that is far from everything else."""
    courses = {edge.id: layout.routes[edge.id].points(60) for edge in diagram.edges}
    boxes = [place.box for place in layout.nodes["en"].values()]
    boxes += [caption.box for caption in layout.captions["en"].values()]
    for id, course in courses.items():
        others = [point for other, points in courses.items() if other != id for point in points]
        for point in course if layout.routes[id].spline else ():
            if any(box.holds(point, 20) for box in boxes):
                continue
            if all(hypot(point[0] - x, point[1] - y) > 40 for x, y in others):
                return id, point
    raise AssertionError("no such edge: take another sample")


def test_a_line_led_around_boxes_shows_its_evidence_when_clicked(page: Page, tmp_path: Path) -> None:
    diagram = replace(sample(), layout="clusters")
    layout = lay_out(diagram)
    id, point = lonely_point(diagram, layout)
    (edge,) = [edge for edge in diagram.edges if edge.id == id]
    box = opened(page, diagram, tmp_path)
    page.mouse.move(*on_screen(layout, box, point))
    page.wait_for_selector("#picture .hint:not([hidden])")
    assert edge.claim.sentence.en in page.inner_text("#picture .hint")
    page.mouse.move(5, 5)
    page.wait_for_selector("#picture .hint", state="hidden")
    page.mouse.click(*on_screen(layout, box, point))
    page.wait_for_selector("#panel blockquote")
    assert edge.claim.sentence.en in page.inner_text("#panel")


def test_its_course_is_given_up_where_a_node_was_moved(page: Page, tmp_path: Path) -> None:
    diagram = replace(sample(), layout="clusters")
    layout = lay_out(diagram)
    id, point = lonely_point(diagram, layout)
    (edge,) = [edge for edge in diagram.edges if edge.id == id]
    box = opened(page, diagram, tmp_path)
    node = layout.nodes["en"][edge.end].box
    x, y = on_screen(layout, box, (node.x, node.y))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y + 15, steps=4)
    page.mouse.up()
    page.mouse.click(*on_screen(layout, box, point))
    assert page.locator("#panel blockquote").count() == 0


def test_years_and_frames_are_drawn(page: Page, tmp_path: Path) -> None:
    diagram = dated(replace(sample(), layout="timeline"))
    layout = lay_out(diagram)
    box = opened(page, diagram, tmp_path)
    year = layout.furniture.years[0]
    x, y = on_screen(layout, box, (year.left + 2, year.bottom - 6))
    colour = page.evaluate(
        """([x, y]) => {
          const canvas = document.querySelector('#picture canvas');
          const box = canvas.getBoundingClientRect(), ratio = canvas.width / box.width;
          const [left, top] = [Math.round((x - box.left) * ratio), Math.round((y - box.top) * ratio)];
          return [...canvas.getContext('2d').getImageData(left, top, 1, 1).data];
        }""",
        [x, y],
    )
    assert bytes(colour).hex() == f"{BAND[1:]}ff"
