"""Nodes that join others whose places are known: those stay, so that a diagram which grows is still recognised."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin

from ..diagram import Diagram
from .arrangement import Sizes, frame_of, simple_graph, whole
from .boxes import Box
from .stress import Point

_MARGIN_X, _MARGIN_Y = 24.0, 22.0
_NEAREST, _STEP, _DIRECTIONS = 130.0, 36.0, 24
_FLATTENED = 0.7


def place_newcomers(diagram: Diagram, given: Mapping[str, Point], sizes: Sizes) -> dict[str, Point]:
    """A point for each node: the given ones, and each other as near to those that it is linked to as there is room.

    Args:
        diagram: whose nodes are to be placed.
        given: points of some of its nodes, at least one.
        sizes: width and height of each node's box.
    """
    graph = simple_graph(diagram)
    placed = dict(given)
    left = sorted(node.id for node in diagram.nodes if node.id not in given)
    while left:
        name = min(left, key=lambda name: (-sum(other in placed for other in graph[name]), name))
        near = [placed[other] for other in sorted(graph[name]) if other in placed]
        placed[name] = _free_point(_middle(near) if near else _beside(placed, sizes), name, placed, sizes)
        left.remove(name)
    return whole(placed)


def _middle(points: list[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _beside(placed: Mapping[str, Point], sizes: Sizes) -> Point:
    """Below all that is placed, where what is linked to none of it can stand."""
    left, _, right, bottom = frame_of(placed, {name: sizes[name] for name in placed})
    return (left + right) / 2, bottom + _NEAREST


def _free_point(centre: Point, name: str, placed: Mapping[str, Point], sizes: Sizes) -> Point:
    """The point nearest to a centre where a box overlaps no other, looked for on rings that grow without bound."""
    boxes = [Box(*point, *sizes[other]) for other, point in placed.items()]
    radius = _NEAREST
    while True:
        for step in range(_DIRECTIONS):
            direction = 2 * pi * step / _DIRECTIONS
            point = centre[0] + radius * cos(direction), centre[1] + radius * sin(direction) * _FLATTENED
            box = Box(*point, *sizes[name])
            if not any(box.overlaps(other, _MARGIN_X, _MARGIN_Y) for other in boxes):
                return point
        radius += _STEP
