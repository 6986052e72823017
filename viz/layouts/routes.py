"""The course of each edge: straight where it can be, curved beside its parallels and around foreign boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import atan2, cos, hypot, pi, sin

from ..diagram import Edge
from .boxes import Box, around
from .curves import Chain, Route
from .graphviz import Link, routed
from .stress import Point

_SPACING = 32.0
_SHIFTS = (0.0, 16.0, -16.0, 30.0, -30.0, 46.0, -46.0, 64.0, -64.0)
_STEPS = 16
_MAX_BEND = 0.75
_CLEARANCE = 4.0
# Spacing of parallel edges and shift of all of them, tried one after the other where they are led around boxes.
_NARROWER = (
    *((18.0, 0.0), (12.0, 0.0), (8.0, 0.0), (12.0, 6.0), (12.0, -6.0)),
    *((8.0, 8.0), (8.0, -8.0), (5.0, 0.0), (5.0, 8.0), (5.0, -8.0)),
)
_FINE_STEPS = 48
MAX_LED_AROUND = 200


def route_edges(
    edges: Sequence[Edge],
    boxes: Mapping[str, Box],
    known: Mapping[str, Chain] | None = None,
    kept_free: Sequence[Box] = (),
    covers: Mapping[str, Box] | None = None,
) -> dict[str, Route]:
    """The course of each edge by its id.

    Parallel edges lie side by side. Of several shifts each bundle takes the one that crosses the fewest foreign boxes;
    where each crosses some, it is led around them, unless there are too many edges for that.

    Args:
        edges: to be routed.
        boxes: of the nodes.
        known: courses from border to border that some edges have already.
        kept_free: what else no edge should cross, such as headings; where it can't be helped, edges do.
        covers: the boxes with what belongs to them, where that is more; foreign edges are led around these.
    """
    bundles: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        bundles[min(edge.start, edge.end), max(edge.start, edge.end)].append(edge)
    routes = _bent(bundles, boxes)
    for edge in edges:
        if edge.start == edge.end:
            rank = bundles[edge.start, edge.end].index(edge)
            routes[edge.id] = replace(routes[edge.id], spline=_loop(boxes[edge.start], rank))
        elif known and edge.id in known:
            routes[edge.id] = _along(routes[edge.id], known[edge.id])
    covers = covers or boxes
    # What touches a box can't be led around: Graphviz would give up on all of it.
    clear = [free for free in kept_free if not any(free.overlaps(box, 20, 20) for box in covers.values())]
    obstacles = {**covers, **{f" {rank}": box for rank, box in enumerate(clear)}}
    blocked = {
        ends: bundle
        for ends, bundle in sorted(bundles.items())
        if ends[0] != ends[1] and any(crossed_boxes(routes[edge.id], edge, obstacles) for edge in bundle)
    }
    if blocked and len(edges) <= MAX_LED_AROUND:
        routes.update(_led_around(blocked, boxes, obstacles))
    return routes


def crossed_boxes(route: Route, edge: Edge, boxes: Mapping[str, Box]) -> list[str]:
    """Names of the foreign boxes that an edge runs under."""
    points = route.points(_FINE_STEPS)
    frame = around(points)
    return [
        name
        for name, box in boxes.items()
        if name not in (edge.start, edge.end) and box.overlaps(frame) and any(box.holds(point) for point in points)
    ]


def _led_around(
    bundles: Mapping[tuple[str, str], Sequence[Edge]], boxes: Mapping[str, Box], obstacles: Mapping[str, Box]
) -> dict[str, Route]:
    drawn = routed(obstacles, [Link(f"{low} {high}", low, high) for low, high in bundles])
    if drawn is None:
        return {}
    routes = {}
    for (low, high), bundle in bundles.items():
        spline = drawn.splines.get(f"{low} {high}", ())
        middle = (len(bundle) - 1) / 2
        for spacing, shift in _NARROWER if spline else ():
            found = {
                edge.id: _spline_route(edge, boxes, spline, shift + (rank - middle) * spacing, low)
                for rank, edge in enumerate(bundle)
            }
            if not any(crossed_boxes(found[edge.id], edge, obstacles) for edge in bundle):
                routes.update(found)
                break
    return routes


def _spline_route(edge: Edge, boxes: Mapping[str, Box], spline: Chain, offset: float, low: str) -> Route:
    """The course along a spline that leads from `low`, its inside moved sideways by an offset."""
    if not spline:
        return _route(edge, boxes, offset, low)
    (x, y), (end_x, end_y) = spline[0], spline[-1]
    length = hypot(end_x - x, end_y - y) or 1.0
    aside = (-(end_y - y) / length * offset, (end_x - x) / length * offset)
    inner = tuple((point[0] + aside[0], point[1] + aside[1]) for point in spline[1:-1])
    chain = (spline[0], *inner, spline[-1])
    return _along(_route(edge, boxes, offset, low), chain if edge.start == low else chain[::-1])


def _along(route: Route, chain: Chain) -> Route:
    """The route along a chain from border to border, led on to both centres, since boxes differ with the language."""
    first, last = _straight(route.start, chain[0]), _straight(chain[-1], route.end)
    return replace(route, spline=(*first[:3], *chain, *last[1:]))


def _loop(box: Box, rank: int) -> Chain:
    """From the right side of a box around its upper right corner and back to it, farther out for each further loop."""
    reach = 34.0 + 16 * rank
    start, end = (box.right - 6, box.y - 2), (box.right - 26 - 8 * rank, box.top + 2)
    return start, (box.right + reach, box.y - 2), (box.right - 8, box.top - reach), end


def _straight(start: Point, end: Point) -> Chain:
    third = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return start, (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end


def _bent(bundles: Mapping[tuple[str, str], Sequence[Edge]], boxes: Mapping[str, Box]) -> dict[str, Route]:
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
