"""Related nodes near each other: distances on paper follow the distances in the graph."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from ..diagram import Diagram
from .arrangement import Arrangement, Sizes, frame_of, simple_graph, whole
from .boxes import pack, spread
from .leaves import fan_out
from .stress import stress_positions

_MARGIN_X, _MARGIN_Y = 24, 22
_GAP = 60
_EDGE_LENGTH = 122
_CROWD, _CROWD_LENGTH = 6, 5
_RATIO = 1.5


def arrange_by_force(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Each connected part by stress, its leaves fanned out, the parts packed side by side."""
    graph = simple_graph(diagram)
    room *= _crowding(diagram)
    parallel = Counter(frozenset((edge.start, edge.end)) for edge in diagram.edges)
    lengths = {
        frozenset((start, end)): (
            _EDGE_LENGTH
            + (sizes[start][0] + sizes[end][0]) / 8
            + _CROWD_LENGTH * max(0, max(graph.degree[start], graph.degree[end]) - _CROWD)
            + 12 * (parallel[frozenset((start, end))] - 1)
        )
        for start, end in graph.edges
    }
    groups = []
    for names in sorted(nx.connected_components(graph), key=lambda names: (-len(names), min(names))):
        part = nx.Graph(graph.subgraph(names))
        wide = {name: (x * room, y * room) for name, (x, y) in stress_positions(part, lengths).items()}
        spaced = fan_out(part, wide, sizes)
        groups.append(spread(spaced, sizes, _MARGIN_X * room, _MARGIN_Y * room))
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


def _crowding(diagram: Diagram) -> float:
    """How much more room more lines than nodes need, so that their words have some too."""
    return float(max(1.0, len(diagram.edges) / len(diagram.nodes)) ** 0.5)
