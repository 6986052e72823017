"""A diagram drawn for a slide: letters large enough, lines straight, everything inside a given area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import hypot

from pydantic import TypeAdapter

from graph.model import Language

from ..diagram import Diagram
from ..layouts.boxes import Box, bounds, spread
from ..layouts.captions import Caption, place_captions
from ..layouts.furniture import Furniture
from ..layouts.layout import NODE_SIZE, ROOMS, NodePlace, kept, place_nodes
from ..layouts.stored import layout_key
from ..layouts.straight_lines import CLEARANCE, StraightLine, crosses, straight_lines
from ..layouts.stress import Point

# Letters of nodes in points, from the smallest that can be read from a screen across a room to the wished.
LETTERING = (9.0, 10.0, 11.0, 12.0, 13.0)
_MARGIN_X, _MARGIN_Y = 30.0, 24.0
_ROUNDS, _PATIENCE = 40, 14
# How many arrangements are tried.
_ARRANGEMENTS = 3
# Which part of the lines must carry their words, not only the numbers of their sources.
_WORDED = 0.85
_HEAD = 14.0
# Room for the mark of what a scenario changes.
_MARK = 18.0


@dataclass(frozen=True, slots=True)
class SlideDrawing:
    """Where everything stands, in pixels of which one is `scale` points.

    Attributes:
        nodes: by id.
        lines: by the id of the edge; an edge from a node to itself has none.
        captions: by the id of the edge; one without room is missing.
        scale: points in a pixel.
        readable: whether everything is inside and clear of each other, every line carries the numbers of its sources,
            and nearly all their words.
        furniture: what stands behind the nodes of a timeline.
        corner: what of the drawing stands at the area's upper left corner.
    """

    nodes: Mapping[str, NodePlace]
    lines: Mapping[str, StraightLine]
    captions: Mapping[str, Caption]
    scale: float
    readable: bool
    furniture: Furniture = field(default_factory=Furniture)
    corner: Point = (0.0, 0.0)


def draw_for_slide(diagram: Diagram, language: Language, width: float, height: float) -> SlideDrawing:
    """The drawing with the largest letters that is readable, else the one with the smallest letters.

    It is kept where layouts are.

    Args:
        diagram: what to draw, arranged as its layout has it.
        language: of the labels.
        width: of the area, in points.
        height: of the area, in points.
    """
    key = layout_key(diagram, "slide", language, f"{width!r} {height!r}")
    names = {node.id for node in diagram.nodes}
    return kept(
        key,
        _drawings(),
        lambda: _largest(diagram, language, (width, height)),
        lambda drawing: set(drawing.nodes) == names,
    )


@cache
def _drawings() -> TypeAdapter[SlideDrawing]:
    return TypeAdapter(SlideDrawing)


def _largest(diagram: Diagram, language: Language, area: tuple[float, float]) -> SlideDrawing:
    """The best drawing of the first arrangement; others are tried while none is readable with the largest letters."""

    def drawn(room: float) -> SlideDrawing:
        return _enlarged(diagram, place_nodes(diagram, language, room)[0], language, area)

    best = drawn(ROOMS[0])
    for room in ROOMS[1:_ARRANGEMENTS]:
        if best.readable and best.scale == LETTERING[-1] / NODE_SIZE:
            break
        best = max(best, drawn(room), key=lambda drawing: (drawing.readable, drawing.scale))
    return best


def _enlarged(
    diagram: Diagram, places: Mapping[str, NodePlace], language: Language, area: tuple[float, float]
) -> SlideDrawing:
    chosen = _drawing(diagram, places, language, area, LETTERING[0] / NODE_SIZE)
    for letters in LETTERING[1:]:
        if not chosen.readable:
            break
        larger = _drawing(diagram, places, language, area, letters / NODE_SIZE)
        if not larger.readable:
            break
        chosen = larger
    return chosen


def _drawing(
    diagram: Diagram, places: Mapping[str, NodePlace], language: Language, area: tuple[float, float], scale: float
) -> SlideDrawing:
    width, height = area[0] / scale, area[1] / scale
    changed = {node.id for node in diagram.nodes if node.change}
    sizes = {
        name: (place.box.width + (_MARK if name in changed else 0.0), place.box.height)
        for name, place in places.items()
    }
    points = {name: (place.box.x, place.box.y) for name, place in places.items()}
    points, outside = _settled(diagram, points, sizes, width, height)
    boxes = {name: Box(*points[name], *sizes[name]) for name in points}
    lines, captions = worded_lines(diagram, boxes, language)
    touched = sum(line.touched for line in lines.values())
    short = sum(hypot(line.end[0] - line.start[0], line.end[1] - line.start[1]) < _HEAD for line in lines.values())
    worded = sum("[" not in caption.lines[0][:1] for caption in captions.values())
    wordless = len(lines) - worded
    readable = not (outside or touched or short) and wordless <= (1 - _WORDED) * len(lines)
    readable = readable and len(captions) == len(lines)
    nodes = {name: NodePlace(boxes[name], places[name].lines) for name in boxes}
    return SlideDrawing(nodes, lines, captions, scale, readable)


def worded_lines(
    diagram: Diagram, boxes: Mapping[str, Box], language: Language, kept_free: Sequence[Box] = ()
) -> tuple[dict[str, StraightLine], dict[str, Caption]]:
    """The straight lines between boxes, and the words on them, by the ids of the edges.

    Args:
        diagram: whose edges they are.
        boxes: of its nodes.
        language: of the words.
        kept_free: what else no words may lie over.
    """
    lines = straight_lines(diagram.edges, boxes)
    drawn = [edge for edge in diagram.edges if edge.id in lines]
    routes = {name: line.route for name, line in lines.items()}
    return lines, place_captions(drawn, routes, boxes, language, kept_free=kept_free)


def _settled(
    diagram: Diagram, points: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]], width: float, height: float
) -> tuple[dict[str, Point], float]:
    """Points whose boxes fill the area, overlap nowhere and leave the lines between others free, where that works.

    Returns:
        The best points found, and by how many pixels their boxes reach out of the area.
    """
    current = spread(_fitted(points, sizes, width, height), sizes, _MARGIN_X, _MARGIN_Y)
    best: tuple[tuple[float, int], dict[str, Point]] | None = None
    since = 0
    for _ in range(_ROUNDS):
        boxes = {name: Box(*current[name], *sizes[name]) for name in current}
        outside = _outside(boxes, width, height)
        hit = _hits(diagram, boxes)
        since += 1
        if best is None or (outside, len(hit)) < best[0]:
            best, since = ((outside, len(hit)), current), 0
        if not (outside or hit) or since > _PATIENCE:
            break
        moved = dict(current)
        for name, (x, y) in hit:
            moved[name] = (moved[name][0] + x, moved[name][1] + y)
        current = _fitted(spread(moved, sizes, _MARGIN_X, _MARGIN_Y), sizes, width, height)
        current = spread(current, sizes, _MARGIN_X, _MARGIN_Y)
    if best is None:
        raise AssertionError("there is at least one round")
    return best[1], best[0][0]


def _fitted(
    points: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]], width: float, height: float
) -> dict[str, Point]:
    """Points stretched or pressed, along each axis by itself, until their boxes just fill the area."""
    fitted: list[list[float]] = []
    for axis, length in ((0, width), (1, height)):
        values = [point[axis] for point in points.values()]
        halves = [sizes[name][axis] / 2 for name in points]
        low, high = min(values), max(values)
        if high - low < 1:
            fitted.append([length / 2] * len(values))
            continue
        # The widest boxes at the ends decide; a few rounds find the stretch at which none reaches out.
        shares = [(value - low) / (high - low) for value in values]
        begin, end = 0.0, length
        for _ in range(20):
            begin += max(half - (begin + share * (end - begin)) for share, half in zip(shares, halves, strict=True))
            end -= max(
                begin + share * (end - begin) + half - length for share, half in zip(shares, halves, strict=True)
            )
        if end < begin:
            begin = end = length / 2
        fitted.append([begin + share * (end - begin) for share in shares])
    return {name: (x, y) for name, x, y in zip(points, *fitted, strict=True)}


def _outside(boxes: Mapping[str, Box], width: float, height: float) -> float:
    left, top, right, bottom = bounds(list(boxes.values()))
    over = max(0.0, -left) + max(0.0, -top) + max(0.0, right - width) + max(0.0, bottom - height)
    return over if over > 1 else 0.0


def _hits(diagram: Diagram, boxes: Mapping[str, Box]) -> list[tuple[str, Point]]:
    """Boxes that a line between others runs into, each with a step that leads it away from the line."""
    steps: list[tuple[str, Point]] = []
    lines = straight_lines(diagram.edges, boxes)
    for edge in diagram.edges:
        line = lines.get(edge.id)
        if line is None or not line.touched:
            continue
        across, down = line.end[0] - line.start[0], line.end[1] - line.start[1]
        length = hypot(across, down) or 1.0
        aside = (-down / length, across / length)
        for name, box in boxes.items():
            if name in (edge.start, edge.end) or not crosses(line.start, line.end, box, CLEARANCE):
                continue
            distance = (box.x - line.start[0]) * aside[0] + (box.y - line.start[1]) * aside[1]
            reach = abs(aside[0]) * box.width / 2 + abs(aside[1]) * box.height / 2 + CLEARANCE + 3
            push = (reach - abs(distance)) * (1 if distance >= 0 else -1) * 0.7
            steps.append((name, (aside[0] * push, aside[1] * push)))
    return steps
