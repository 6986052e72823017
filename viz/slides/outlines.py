"""Outlines of boxes and glyphs as PowerPoint draws them itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from ..layouts.boxes import Box
from ..layouts.stress import Point

_UNITS = 100


def outline_xml(box: Box, sites: Sequence[Point], paths: Sequence[str]) -> str:
    """An outline of our own. Places are parts of the shape's size, so that they hold when it is resized.

    Args:
        box: of the shape.
        sites: places to which lines can be glued; they are numbered from 4, after the middles of the four sides.
        paths: what is drawn, as `rounded_path` and `glyph_path` give it.
    """
    guides, places = [], []
    for number, (x, y) in enumerate(sites):
        across = round((x - box.left) * 100_000 / box.width)
        down = round((y - box.top) * 100_000 / box.height)
        guides.append(f'<a:gd name="sx{number}" fmla="*/ w {across} 100000"/>')
        guides.append(f'<a:gd name="sy{number}" fmla="*/ h {down} 100000"/>')
        places.append(f'<a:cxn ang="0"><a:pos x="sx{number}" y="sy{number}"/></a:cxn>')
    sides = (("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc"))
    standard = "".join(f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>' for angle, x, y in sides)
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{''.join(guides)}</a:gdLst><a:ahLst/>"
        f"<a:cxnLst>{standard}{''.join(places)}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{"".join(paths)}</a:pathLst></a:custGeom>'
    )


def rounded_path(box: Box, radius: float) -> str:
    """A rectangle with round corners."""
    width, height, r = (round(value * _UNITS) for value in (box.width, box.height, min(radius, box.height / 3)))

    def corner(start: int) -> str:
        return f'<a:arcTo wR="{r}" hR="{r}" stAng="{start * 5_400_000}" swAng="5400000"/>'

    return (
        f'<a:path w="{width}" h="{height}">{_move("moveTo", 0, r)}{corner(2)}{_move("lnTo", width - r, 0)}{corner(3)}'
        f"{_move('lnTo', width, height - r)}{corner(0)}{_move('lnTo', r, height)}{corner(1)}<a:close/></a:path>"
    )


def glyph_path(glyph: str, box: Box, size: float, fill: str, *, centred: bool = False) -> str:
    """A glyph at the left of a box, or in its middle, as a path of the box; `fill` is a shade of the shape's colour."""
    left = (box.width - size) / 2 if centred else size * 0.55
    top = (box.height - size) / 2
    width, height = round(box.width * _UNITS), round(box.height * _UNITS)

    def at(point: Point) -> tuple[int, int]:
        return round((left + point[0] / 16 * size) * _UNITS), round((top + point[1] / 16 * size) * _UNITS)

    steps = []
    for operation, points in _outline(glyph):
        if operation in ("moveTo", "lineTo"):
            steps.append(_move("moveTo" if operation == "moveTo" else "lnTo", *at(points[0])))
        elif operation == "curveTo":
            steps.append(f"<a:cubicBezTo>{''.join(_point(*at(point)) for point in points)}</a:cubicBezTo>")
        else:
            steps.append("<a:close/>")
    return f'<a:path w="{width}" h="{height}" fill="{fill}">{"".join(steps)}</a:path>'


@cache
def _outline(glyph: str) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """An SVG path as moves, lines and cubic curves."""
    pen = RecordingPen()
    parse_path(glyph, pen)
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def _move(tag: str, x: int, y: int) -> str:
    return f"<a:{tag}>{_point(x, y)}</a:{tag}>"


def _point(x: int, y: int) -> str:
    return f'<a:pt x="{x}" y="{y}"/>'
