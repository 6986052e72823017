"""Positions whose distances follow the distances in the graph.

Stress majorization (Gansner, Koren, North: Graph Drawing by Stress Majorization, 2004; the energy is Kamada and
Kawai's), in plain Python: it needs nothing but arithmetic and square roots, so every machine gives the same figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import atan2, cos, hypot, pi, sin

import networkx as nx

Point = tuple[float, float]
# Pairs of nodes to be moved in all: about a second. It bounds the time by the input alone, so the result never varies.
_EFFORT = 1_200_000
_MAX_CAREFUL = 80
_LANDSCAPE = 1.2
# Many nodes in a strip would be drawn too small: beyond this ratio of width to height they are pushed together.
_WIDEST, _FEW = 1.9, 8


def stress_positions(graph: nx.Graph[str], lengths: Mapping[frozenset[str], float]) -> dict[str, Point]:
    """Positions of a connected graph, centred, wider than high; of several starts the one with the fewest crossings.

    Args:
        graph: undirected, connected, without loops.
        lengths: wished length of each edge in pixels.
    """
    names = sorted(graph)
    edges = sorted((*sorted((start, end)), lengths[frozenset((start, end))]) for start, end in graph.edges)
    return dict(zip(names, _stressed(tuple(names), tuple(edges)), strict=True))


@lru_cache(maxsize=32)
def _stressed(names: tuple[str, ...], linked: tuple[tuple[str, str, float], ...]) -> tuple[Point, ...]:
    """Kept, since the same graph is asked for again where it is given more room or drawn in another form."""
    if len(names) == 1:
        return ((0.0, 0.0),)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_weighted_edges_from(linked, weight="length")
    reach = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    wished = [[reach[one][other] for other in names] for one in names]
    starts = _orders(graph)
    rounds = max(12, min(160, _EFFORT // (len(names) ** 2 * len(starts))))
    edges = sorted((names.index(start), names.index(end)) for start, end in graph.edges)
    best: tuple[tuple[int, float], list[Point]] | None = None
    for order in starts:
        radius = max(max(row) for row in wished) / 2
        circle = {name: index * 2 * pi / len(order) for index, name in enumerate(order)}
        start_points = [(radius * cos(circle[name]), radius * sin(circle[name])) for name in names]
        points, stress = _majorize(start_points, wished, rounds)
        quality = (_crossings(points, edges), stress)
        if best is None or quality < best[0]:
            best = quality, points
    assert best is not None  # noqa: S101 - there is always a start
    return tuple(_landscape(best[1]))


def _orders(graph: nx.Graph[str]) -> list[list[str]]:
    by_degree = sorted(graph, key=lambda name: (-graph.degree[name], name))
    depth_first = list(nx.dfs_preorder_nodes(_sorted_copy(graph), by_degree[0]))
    if len(graph) > _MAX_CAREFUL:
        return [depth_first]
    return [depth_first, list(nx.bfs_tree(_sorted_copy(graph), by_degree[0])), by_degree, sorted(graph)]


def _sorted_copy(graph: nx.Graph[str]) -> nx.Graph[str]:
    copy: nx.Graph[str] = nx.Graph()
    copy.add_nodes_from(sorted(graph))
    copy.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    return copy


def _majorize(points: list[Point], wished: Sequence[Sequence[float]], rounds: int) -> tuple[list[Point], float]:
    places = list(points)
    indexes = range(len(places))
    for _ in range(rounds):
        for i in indexes:
            x, y = places[i]
            weight = pull_x = pull_y = 0.0
            row = wished[i]
            for j in indexes:
                if j == i:
                    continue
                other_x, other_y = places[j]
                length = row[j]
                share = 1.0 / (length * length)
                distance = hypot(x - other_x, y - other_y) or 1e-9
                ratio = length / distance
                pull_x += share * (other_x + ratio * (x - other_x))
                pull_y += share * (other_y + ratio * (y - other_y))
                weight += share
            places[i] = (pull_x / weight, pull_y / weight)
    stress = 0.0
    for i, j in combinations(indexes, 2):
        distance = hypot(places[i][0] - places[j][0], places[i][1] - places[j][1])
        stress += (distance / wished[i][j] - 1.0) ** 2
    return places, stress


def _crossings(points: Sequence[Point], edges: Sequence[tuple[int, int]]) -> int:
    if len(edges) > 2 * _MAX_CAREFUL:
        return 0

    def side(a: Point, b: Point, c: Point) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    count = 0
    for (a, b), (c, d) in combinations(edges, 2):
        if len({a, b, c, d}) == 4:
            p, q, r, s = points[a], points[b], points[c], points[d]
            count += side(p, q, r) != side(p, q, s) and side(r, s, p) != side(r, s, q)
    return count


def _landscape(points: Sequence[Point]) -> list[Point]:
    """Turned so that the longest way is horizontal, and stretched, since labels are wider than high."""
    count = len(points)
    centre_x, centre_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    moved = [(x - centre_x, y - centre_y) for x, y in points]
    xx, yy, xy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved), sum(x * y for x, y in moved)
    angle = atan2(2 * xy, xx - yy) / 2
    turn_x, turn_y = cos(angle), sin(angle)
    turned = [((x * turn_x + y * turn_y) * _LANDSCAPE, (y * turn_x - x * turn_y) / _LANDSCAPE) for x, y in moved]
    wide, high = (max(axis) - min(axis) for axis in zip(*turned, strict=True))
    excess = (wide / max(high, 1.0) / _WIDEST) ** 0.5 if len(points) > _FEW else 1.0
    return [(x / excess, y * excess) for x, y in turned] if excess > 1 else turned
