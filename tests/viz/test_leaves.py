"""Leaves stand around their hub: evenly, apart, and near enough to be seen with it."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import networkx as nx

from viz.layouts.boxes import Box
from viz.layouts.leaves import fan_out
from viz.layouts.stress import Point

SIZE = (130.0, 50.0)


def star(leaves: int, linked: dict[str, Point]) -> tuple[nx.Graph[str], dict[str, Point]]:
    """A hub at 0, 0 with so many leaves, and neighbours that are linked further."""
    graph: nx.Graph[str] = nx.Graph()
    points: dict[str, Point] = {"hub": (0.0, 0.0)}
    for rank in range(leaves):
        graph.add_edge("hub", f"leaf {rank:02}")
        points[f"leaf {rank:02}"] = (100.0 + rank, 10.0 * rank)
    for name, place in linked.items():
        graph.add_edge("hub", name)
        graph.add_edge(name, f"{name} and on")
        points[name] = place
        points[f"{name} and on"] = (place[0] * 3, place[1] * 3)
    return graph, points


def test_leaves_stay_in_the_widest_sector_while_they_are_near_there() -> None:
    graph, points = star(4, {"north": (0.0, -200.0), "south": (0.0, 200.0), "west": (-200.0, 0.0)})
    fanned = fan_out(graph, points, dict.fromkeys(graph, SIZE))
    assert all(fanned[name][0] > 0 for name in graph if name.startswith("leaf"))
    assert all(fanned[name] == points[name] for name in graph if not name.startswith("leaf"))


def test_many_leaves_share_sectors_so_that_none_is_far_away() -> None:
    directions = {"east": (200.0, 0.0), "north": (0.0, -200.0), "south": (0.0, 200.0), "west": (-200.0, 0.0)}
    graph, points = star(16, directions)
    fanned = fan_out(graph, points, dict.fromkeys(graph, SIZE))
    leaves = [fanned[name] for name in sorted(graph) if name.startswith("leaf")]
    assert max(hypot(*place) for place in leaves) < 800
    for across in (-1, 1):
        for down in (-1, 1):
            assert sum(x * across > 0 and y * down > 0 for x, y in leaves) == 4
    boxes = [Box(*place, *SIZE) for place in leaves]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_leaves_alone_surround_their_hub() -> None:
    graph, points = star(8, {})
    fanned = fan_out(graph, points, dict.fromkeys(graph, SIZE))
    leaves = [place for name, place in fanned.items() if name != "hub"]
    assert abs(sum(x for x, _ in leaves)) < 1
    assert abs(sum(y for _, y in leaves)) < 1
