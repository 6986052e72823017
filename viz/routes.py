"""The course of each edge: straight where it can be, curved beside its parallels and around foreign boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from .boxes import Box
from .diagram import Edge
from .stress import Point

_SPACING = 32.0
_SHIFTS = (0.0, 16.0, -16.0, 30.0, -30.0, 46.0, -46.0, 64.0, -64.0)
_STEPS = 16
_MAX_BEND = 0.75
_CLEARANCE = 4.0


@dataclass(frozen=True, slots=True)
class Route:
    """A quadratic Bézier curve from centre to centre.

    Attributes:
        bend: roundness as vis-network means it, positive for `curvedCW`, negative for `curvedCCW`, 0 if straight.
    """

    start: Point
    via: Point
    end: Point
    bend: float = 0.0

    def point(self, t: float) -> Point:
        """The point at `t` from 0 to 1."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return (
            a * self.start[0] + b * self.via[0] + c * self.end[0],
            a * self.start[1] + b * self.via[1] + c * self.end[1],
        )

    def part(self, first: float, last: float) -> tuple[Point, Point, Point]:
        """Control points of its part between two places from 0 to 1."""
        start, end = self.point(first), self.point(last)
        # The blossom of the curve: linear in each of the two places.
        a, b, c = (1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last
        via = (
            a * self.start[0] + b * self.via[0] + c * self.end[0],
            a * self.start[1] + b * self.via[1] + c * self.end[1],
        )
        return start, via, end

    def points(self, steps: int) -> list[Point]:
        """Points at equal steps of `t`, both ends left out."""
        return [self.point(step / steps) for step in range(1, steps)]


def route_edges(edges: Sequence[Edge], boxes: Mapping[str, Box]) -> dict[str, Route]:
    """The course of each edge by its id.

    Parallel edges lie side by side. Of several shifts each bundle takes the one that crosses the fewest foreign boxes.
    """
    bundles: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        bundles[min(edge.start, edge.end), max(edge.start, edge.end)].append(edge)
    routes: dict[str, Route] = {}
    for (low, high), bundle in sorted(bundles.items()):
        frame = _frame(boxes[low], boxes[high])
        foreign = [box for name, box in boxes.items() if name not in (low, high) and box.overlaps(frame)]
        middle = (len(bundle) - 1) / 2
        best: tuple[float, dict[str, Route]] | None = None
        for shift in _SHIFTS:
            course = {
                edge.id: _route(edge, boxes, shift + (rank - middle) * _SPACING, low)
                for rank, edge in enumerate(bundle)
            }
            hits = sum(
                box.holds(point, _CLEARANCE)
                for route in course.values()
                for point in route.points(_STEPS)
                for box in foreign
            )
            cost = hits * 1000 + abs(shift)
            if best is None or cost < best[0]:
                best = cost, course
            if not hits:
                break
        if best is not None:
            routes.update(best[1])
    return routes


def _frame(one: Box, other: Box) -> Box:
    """All that a bundle between two boxes can touch."""
    reach = 2 * (max(_SHIFTS) + 2 * _SPACING)
    width, height = abs(one.x - other.x) + reach, abs(one.y - other.y) + reach
    return Box((one.x + other.x) / 2, (one.y + other.y) / 2, width, height)


def _route(edge: Edge, boxes: Mapping[str, Box], offset: float, low: str) -> Route:
    start, end = (boxes[edge.start].x, boxes[edge.start].y), (boxes[edge.end].x, boxes[edge.end].y)
    length = hypot(end[0] - start[0], end[1] - start[1])
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    bend = _bend(offset if edge.start == low else -offset, length)
    return Route(start, _via(start, end, bend) if bend else middle, end, bend)


def _bend(offset: float, length: float) -> float:
    """The roundness that moves the middle of an edge sideways by `offset` pixels."""
    if not length or abs(offset) < 1:
        return 0.0
    low, high = 0.0, _MAX_BEND
    for _ in range(20):
        middle = (low + high) / 2
        if (0.5 * middle + 0.5) * sin(middle * pi / 2) / 2 * length < abs(offset):
            low = middle
        else:
            high = middle
    bend = round(high, 3)
    return bend if offset > 0 else -bend


def _via(start: Point, end: Point, bend: float) -> Point:
    """The control point that vis-network 9.1 computes for `curvedCW` and `curvedCCW`."""
    across, up = end[0] - start[0], start[1] - end[1]
    share = 0.5 * abs(bend) + 0.5
    angle = atan2(up, across) + (0.5 * bend + 0.5) * pi
    reach = share * hypot(across, up)
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)
