"""Entities with a single neighbour, fanned out around it so that their lines don't meet."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan2, cos, pi, sin

import networkx as nx

from .boxes import Box
from .stress import Point

_FEWEST = 3
_FLATTENED = 0.68
_GROWTH = 1.06
_CLEARANCE = 64.0
_MARGIN_X, _MARGIN_Y = 12.0, 20.0
_CROWDED = 16
_RING = 1.55


def fan_out(
    graph: nx.Graph[str], points: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, Point]:
    """Points in which each hub's leaves stand evenly in the widest sector that its other neighbours leave free.

    Args:
        graph: undirected.
        points: where its nodes stand; the order of the leaves around their hub is kept.
        sizes: width and height of each node's box; the fan is as wide as they need.
    """
    moved = dict(points)
    for hub in sorted(graph):
        leaves = [name for name in graph[hub] if graph.degree[name] == 1]
        if len(leaves) < _FEWEST:
            continue
        centre = points[hub]
        angle = {name: atan2(points[name][1] - centre[1], points[name][0] - centre[0]) for name in graph[hub]}
        others = sorted(angle[name] for name in graph[hub] if graph.degree[name] > 1)
        start, width = _widest_sector(others)
        step = width / (len(leaves) + 1 if others else len(leaves))
        order = sorted(leaves, key=lambda name: ((angle[name] - start) % (2 * pi), name))
        radius = 90.0
        while True:
            fan = _fan(centre, order, start, step, radius)
            if _settled(Box(*centre, *sizes[hub]), [Box(*fan[name], *sizes[name]) for name in order]):
                break
            radius *= _GROWTH
        moved.update(fan)
    return moved


def _fan(centre: Point, order: list[str], start: float, step: float, radius: float) -> dict[str, Point]:
    places = {}
    for rank, name in enumerate(order):
        direction = start + (rank + 1) * step
        reach = radius * (_RING if len(order) > _CROWDED and rank % 2 else 1.0)
        places[name] = (
            centre[0] + reach * cos(direction) / _FLATTENED,
            centre[1] + reach * sin(direction) * _FLATTENED,
        )
    return places


def _settled(hub: Box, boxes: list[Box]) -> bool:
    if any(box.overlaps(hub, _CLEARANCE, _CLEARANCE) for box in boxes):
        return False
    # In a fan boxes can only meet those a few places on, and round the turn.
    count = len(boxes)
    return not any(
        boxes[rank].overlaps(boxes[(rank + ahead) % count], _MARGIN_X, _MARGIN_Y)
        for rank in range(count)
        for ahead in range(1, min(4, count))
    )


def _widest_sector(angles: list[float]) -> tuple[float, float]:
    """Beginning and width of the widest sector between directions; the whole turn where there is none."""
    if not angles:
        return -pi, 2 * pi
    sectors = [
        ((second - first) % (2 * pi) or 2 * pi, first)
        for first, second in zip(angles, [*angles[1:], angles[0]], strict=True)
    ]
    width, start = max(sectors, key=lambda sector: (round(sector[0], 6), -sector[1]))
    return start, width
