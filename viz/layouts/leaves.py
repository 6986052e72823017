"""Entities with a single neighbour, fanned out around it so that their lines don't meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
# Pixels from which leaves are too far from their hub to be seen with it.
_FAR = 420.0


def fan_out(
    graph: nx.Graph[str], points: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, Point]:
    """Points in which each hub's leaves stand evenly in the widest sector that its other neighbours leave free.

    Where they would stand too far away for that, they are shared out among as many sectors as bring them near.

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
        sectors = _sectors(others)
        best: tuple[float, dict[str, Point]] | None = None
        for count in range(1, min(len(sectors), len(leaves)) + 1):
            # From the beginning of the widest on, so that leaves keep their order around the hub.
            first = sectors[0][0]
            chosen = sorted(sectors[:count], key=lambda sector: (sector[0] - first) % (2 * pi))
            order = sorted(leaves, key=lambda name: ((angle[name] - first) % (2 * pi), name))
            farthest, places = 0.0, dict[str, Point]()
            for (start, width), share in zip(chosen, _shares(chosen, len(leaves)), strict=True):
                own, order = order[:share], order[share:]
                step = width / (share + 1 if others else share)
                radius, fan = _nearest_fan(Box(*centre, *sizes[hub]), own, start, step, sizes)
                farthest = max(farthest, radius)
                places.update(fan)
            if best is None or farthest < best[0]:
                best = farthest, places
            if farthest <= _FAR:
                break
        if best is not None:
            moved.update(best[1])
    return moved


def _nearest_fan(
    hub: Box, order: list[str], start: float, step: float, sizes: Mapping[str, tuple[float, float]]
) -> tuple[float, dict[str, Point]]:
    radius = 90.0
    while True:
        fan = _fan((hub.x, hub.y), order, start, step, radius)
        if _settled(hub, [Box(*fan[name], *sizes[name]) for name in order]):
            return radius, fan
        radius *= _GROWTH


def _shares(sectors: Sequence[tuple[float, float]], leaves: int) -> list[int]:
    """How many leaves stand in each sector, so that they are as far apart as they can be."""
    shares = [0] * len(sectors)
    for _ in range(leaves):
        shares[max(range(len(sectors)), key=lambda rank: (round(sectors[rank][1] / (shares[rank] + 1), 6), -rank))] += 1
    return shares


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


def _sectors(angles: list[float]) -> list[tuple[float, float]]:
    """Beginning and width of the sectors between directions, the widest first; the whole turn where there is none."""
    if not angles:
        return [(-pi, 2 * pi)]
    sectors = [
        (first, (second - first) % (2 * pi) or 2 * pi)
        for first, second in zip(angles, [*angles[1:], angles[0]], strict=True)
    ]
    return sorted(sectors, key=lambda sector: (-round(sector[1], 6), sector[0]))
