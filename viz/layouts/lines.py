"""What is seen of an edge: its course between the borders of two boxes, and the head at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot

from ..style import Arrow
from .boxes import Box
from .curves import Chain, Route
from .stress import Point

_STEPS = 48
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """The visible part of an edge.

    Attributes:
        curve: control points of a chain of cubic Bézier curves that ends at the back of the head.
        is_straight: whether it is one straight line.
        tip: point of the head, just outside the box it leads to.
        direction: unit vector in which the head points.
    """

    curve: Chain
    tip: Point
    direction: Point
    is_straight: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """The shape of an edge's head: closed outlines, filled or only drawn."""

    outline: tuple[Point, ...]
    filled: bool
    closed: bool = True


def visible_line(route: Route, start: Box, end: Box, head: float) -> Line:
    """The part of a route between two boxes.

    Args:
        route: from the middle of `start` to that of `end`.
        start: the box that hides its beginning.
        end: the box that hides its end.
        head: length of the head in pixels.
    """
    first = _border(route, lambda point: start.holds(point, _GAP), forwards=True)
    last = _border(route, lambda point: end.holds(point, _GAP), forwards=False)
    if last <= first:
        first, last = 0.4, 0.6
    tip = route.point(last)
    back = _border(
        route, lambda point: hypot(point[0] - tip[0], point[1] - tip[1]) < head, forwards=False, limit=(first, last)
    )
    base = route.point(back)
    length = hypot(tip[0] - base[0], tip[1] - base[1]) or 1.0
    direction = (tip[0] - base[0]) / length, (tip[1] - base[1]) / length
    return Line(route.part(first, back), tip, direction, route.is_straight)


def _border(
    route: Route, hidden: Callable[[Point], bool], *, forwards: bool, limit: tuple[float, float] = (0.0, 1.0)
) -> float:
    """Where a route comes out of what hides its beginning, or goes into what hides its end."""
    near, far = limit if forwards else limit[::-1]
    inside, outside = near, far
    for step in range(1, _STEPS + 1):
        t = near + (far - near) * step / _STEPS
        if not hidden(route.point(t)):
            outside = t
            break
        inside = t
    for _ in range(12):
        middle = (inside + outside) / 2
        if hidden(route.point(middle)):
            inside = middle
        else:
            outside = middle
    return outside


HEAD_LENGTHS: dict[Arrow, float] = {"triangle": 9, "vee": 1, "bar": 1, "diamond": 12, "circle": 8}


def head_of(arrow: Arrow, line: Line, width: float) -> Head:
    """The head of a line in its place; a wider line has a wider head."""
    across = 4.0 + width * 0.4
    length = HEAD_LENGTHS[arrow]
    (x, y), (dx, dy) = line.tip, line.direction

    def at(along: float, aside: float) -> Point:
        return x + along * dx - aside * dy, y + along * dy + aside * dx

    if arrow == "triangle":
        return Head((at(0, 0), at(-length, across), at(-length, -across)), filled=True)
    if arrow == "vee":
        return Head((at(-9, across), at(0, 0), at(-9, -across)), filled=False, closed=False)
    if arrow == "bar":
        return Head((at(-0.5, 7), at(-0.5, -7)), filled=False, closed=False)
    if arrow == "diamond":
        return Head((at(0, 0), at(-length / 2, across), at(-length, 0), at(-length / 2, -across)), filled=True)
    radius = length / 2
    round_ = tuple(at(-radius + radius * c, radius * s) for c, s in _TURN)
    return Head(round_, filled=False)


# Sixteen points of a circle, written out: arithmetic alone gives the same bytes on every machine.
_EIGHTH, _SIXTEENTH = (0.7071, 0.7071), ((0.9239, 0.3827), (0.3827, 0.9239))
_QUARTER = ((1.0, 0.0), _SIXTEENTH[0], _EIGHTH, _SIXTEENTH[1])
_TURN = (
    *_QUARTER,
    *((-s, c) for c, s in _QUARTER),
    *((-c, -s) for c, s in _QUARTER),
    *((s, -c) for c, s in _QUARTER),
)
