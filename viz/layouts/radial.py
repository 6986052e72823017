"""Nodes on rings around a centre: the farther out, the more statements away."""

from __future__ import annotations

from math import atan2, cos, pi, sin

import networkx as nx

from ..diagram import Diagram
from .arrangement import Arrangement, Sizes, frame_of, simple_graph, whole
from .boxes import Box, pack
from .stress import Point

_FLATTENED = 0.66
_FIRST, _STEP, _GROWTH = 150.0, 120.0, 1.05
_MARGIN_X, _MARGIN_Y = 18.0, 16.0
_GAP, _RATIO = 60, 1.5


def arrange_on_rings(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Each connected part around its first emphasised node, or the one with the most neighbours."""
    graph = simple_graph(diagram)
    emphasised = {node.id for node in diagram.nodes if node.emphasised}
    groups: list[dict[str, Point]] = []
    for names in sorted(nx.connected_components(graph), key=lambda names: (-len(names), min(names))):
        centre = min(names, key=lambda name: (name not in emphasised, -graph.degree[name], name))
        groups.append(_around(graph, centre, sizes, room))
    frames = [frame_of(group, sizes) for group in groups]
    corners = pack([(right - left, bottom - top) for left, top, right, bottom in frames], _GAP, _RATIO)
    return Arrangement(
        whole(
            {
                name: (x - frame[0] + corner[0], y - frame[1] + corner[1])
                for group, frame, corner in zip(groups, frames, corners, strict=True)
                for name, (x, y) in group.items()
            }
        )
    )


def _around(graph: nx.Graph[str], centre: str, sizes: Sizes, room: float) -> dict[str, Point]:
    depths: dict[str, int] = dict(nx.single_source_shortest_path_length(graph, centre))
    children: dict[str, list[str]] = {name: [] for name in depths}
    for name in sorted(depths, key=lambda name: (depths[name], name)):
        if name != centre:
            parents = [other for other in graph[name] if depths[other] == depths[name] - 1]
            # To the parent with the fewest children so far, so that sectors come out even.
            children[min(parents, key=lambda other: (len(children[other]), other))].append(name)
    weights: dict[str, float] = {}
    for name in sorted(depths, key=lambda name: -depths[name]):
        weights[name] = max(1.0, sum(weights[child] for child in children[name]))
    angles = {centre: 0.0}
    _share(centre, -pi, 2 * pi, children, weights, angles, graph)
    points: dict[str, Point] = {centre: (0.0, 0.0)}
    radius = 0.0
    for depth in range(1, max(depths.values(), default=0) + 1):
        level = [name for name in sorted(depths) if depths[name] == depth]
        radius = max(radius + _STEP * room, _FIRST * room)
        while True:
            ring = {
                name: (radius * cos(angles[name]) / _FLATTENED, radius * sin(angles[name]) * _FLATTENED)
                for name in level
            }
            boxes = [Box(*ring[name], *sizes[name]) for name in level]
            inner = [Box(*point, *sizes[name]) for name, point in points.items()]
            if not _crowded(boxes, inner):
                break
            radius *= _GROWTH
        points.update(ring)
    return points


def _share(
    name: str,
    start: float,
    width: float,
    children: dict[str, list[str]],
    weights: dict[str, float],
    angles: dict[str, float],
    graph: nx.Graph[str],
) -> None:
    """Directions for what hangs on a node, each branch as wide as it is heavy; linked branches next to each other."""
    total = sum(weights[child] for child in children[name]) or 1.0
    at = start
    for child in _chained(children[name], graph):
        part = width * weights[child] / total
        angles[child] = at + part / 2
        _share(child, at, part, children, weights, angles, graph)
        at += part


def _chained(names: list[str], graph: nx.Graph[str]) -> list[str]:
    """The names so that neighbours in the graph follow each other where they can."""
    left = sorted(names)
    order: list[str] = []
    while left:
        linked = [name for name in left if order and graph.has_edge(order[-1], name)]
        chosen = linked[0] if linked else left[0]
        order.append(chosen)
        left.remove(chosen)
    return order


def _crowded(boxes: list[Box], inner: list[Box]) -> bool:
    around = sorted(range(len(boxes)), key=lambda index: (atan2(boxes[index].y, boxes[index].x), index))
    for rank, index in enumerate(around):
        for ahead in range(1, min(6, len(around))):
            other = around[(rank + ahead) % len(around)]
            if other != index and boxes[index].overlaps(boxes[other], _MARGIN_X, _MARGIN_Y):
                return True
    return any(box.overlaps(other, _MARGIN_X, 2 * _MARGIN_Y) for box in boxes for other in inner)
