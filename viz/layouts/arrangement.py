"""What every arrangement of nodes is given and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import networkx as nx

from ..diagram import Diagram
from .boxes import Box, bounds
from .curves import Chain
from .furniture import Furniture
from .stress import Point

Sizes = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the nodes of a diagram stand, and what is known of its edges already.

    Attributes:
        points: the middle of each node.
        splines: courses of edges by their ids, border to border; the others are yet to be routed.
        words: where the words of an edge have room, by its id.
        furniture: what stands around the nodes.
        is_uniform: whether a node's box is as large in every language, so that boxes line up.
    """

    points: Mapping[str, Point]
    splines: Mapping[str, Chain] = field(default_factory=dict)
    words: Mapping[str, Point] = field(default_factory=dict)
    furniture: Furniture = field(default_factory=Furniture)
    is_uniform: bool = False


# Diagram, sizes of the boxes, and how much room to give: 1 for the usual, more where words found none.
Arrange = Callable[[Diagram, Sizes, float], Arrangement]


def simple_graph(diagram: Diagram) -> nx.Graph[str]:
    """The nodes and who is linked to whom, loops left out, in an order that hangs on ids alone."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in diagram.nodes))
    graph.add_edges_from(sorted((edge.start, edge.end) for edge in diagram.edges if edge.start != edge.end))
    return graph


def frame_of(points: Mapping[str, Point], sizes: Sizes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the boxes around points."""
    return bounds([Box(*point, *sizes[name]) for name, point in points.items()])


def whole(points: Mapping[str, Point]) -> dict[str, Point]:
    """The points at whole pixels, so that a last bit of arithmetic is never seen."""
    return {name: (float(round(x)), float(round(y))) for name, (x, y) in points.items()}
