"""Nodes in frames of what they are, or of what they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import networkx as nx

from ontology import Text

from ..diagram import Diagram
from .arrangement import Arrangement, Sizes, simple_graph, whole
from .boxes import Box, pack, spread
from .furniture import Frame, Furniture
from .stress import Point, stress_positions

_BELONGS = frozenset({"memberOf", "bodyOf", "partOf"})
_FEWEST_MEMBERS = 3
_GAP_X, _GAP_Y = 34.0, 30.0
_PADDING, _HEADING = 20.0, 26.0
_MARGIN = 70.0
_RATIO = 1.5
_ROUNDS = 4


def arrange_in_clusters(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Frames near those that they are linked to, and in each the nodes nearest to what they are linked to."""
    groups = _groups(diagram)
    graph = simple_graph(diagram)
    widths = {key: max(sizes[name][0] for name in names) for key, names in groups.items()}
    heights = {key: max(sizes[name][1] for name in names) for key, names in groups.items()}
    shapes = {key: _columns(len(names), widths[key], heights[key]) for key, names in groups.items()}
    frames = {
        key: (
            shapes[key] * (widths[key] + _GAP_X * room) - _GAP_X * room + 2 * _PADDING,
            -(-len(names) // shapes[key]) * (heights[key] + _GAP_Y * room) - _GAP_Y * room + 2 * _PADDING + _HEADING,
        )
        for key, names in groups.items()
    }
    centres = _centres(groups, graph, frames, room)
    points = {name: centres[key] for key, names in groups.items() for name in names}
    for _ in range(_ROUNDS):
        pulls = {name: _pull(name, graph, points) for name in points}
        for key, names in groups.items():
            cell = (widths[key] + _GAP_X * room, heights[key] + _GAP_Y * room)
            points.update(_in_grid(names, pulls, centres[key], shapes[key], cell))
    headings = _headings(diagram)
    shown = tuple(
        Frame(Box(round(centres[key][0]), round(centres[key][1] - _HEADING / 2), *frames[key]), *headings[key])
        for key in groups
    )
    return Arrangement(whole(points), furniture=Furniture(frames=shown), is_uniform=True)


def _groups(diagram: Diagram) -> dict[str, list[str]]:
    """Names by the key of their group: the body to which they belong where most belong to one, else their class."""
    members: dict[str, list[str]] = {}
    for edge in diagram.edges:
        if edge.claim.predicate in _BELONGS and edge.claim.modality != "absence":
            members.setdefault(edge.end, []).append(edge.start)
    hubs = {hub for hub, names in members.items() if len(set(names)) >= _FEWEST_MEMBERS}
    belongs: dict[str, str] = {}
    for node in diagram.nodes:
        of = [hub for hub in sorted(hubs) if node.id in members[hub] and hub != node.id]
        if node.id in hubs:
            belongs[node.id] = node.id
        elif of:
            belongs[node.id] = min(of, key=lambda hub: (len(members[hub]), hub))
    if len(hubs) < 2 or len(belongs) * 2 < len(diagram.nodes):
        belongs = {}
    groups: dict[str, list[str]] = {}
    for node in sorted(diagram.nodes, key=lambda node: node.id):
        groups.setdefault(belongs.get(node.id, f"class {node.class_id}"), []).append(node.id)
    return dict(sorted(groups.items()))


def _headings(diagram: Diagram) -> dict[str, tuple[Text, str]]:
    """Heading of a group, and the class whose glyph it has, by the group's key."""
    classes = {f"class {entry.id}": (entry.label, entry.id) for entry in diagram.classes}
    return classes | {node.id: (node.short_names, node.class_id) for node in diagram.nodes}


def _columns(count: int, width: float, height: float) -> int:
    """In how many columns a group comes out about as wide as a lying page."""
    options = range(1, count + 1)
    return min(
        options,
        key=lambda columns: (
            abs(columns * (width + _GAP_X) / (-(-count // columns) * (height + _GAP_Y)) - _RATIO),
            columns,
        ),
    )


def _centres(groups: Mapping[str, Sequence[str]], graph: nx.Graph[str], frames: Sizes, room: float) -> dict[str, Point]:
    group_of = {name: key for key, names in groups.items() for name in names}
    between = Counter(
        tuple(sorted((group_of[start], group_of[end])))
        for start, end in graph.edges
        if group_of[start] != group_of[end]
    )
    linked: nx.Graph[str] = nx.Graph()
    linked.add_nodes_from(sorted(groups))
    linked.add_edges_from(sorted(between))
    lengths = {
        frozenset(pair): (sum(frames[pair[0]]) + sum(frames[pair[1]])) / 4 + _MARGIN * room for pair in linked.edges
    }
    centres: dict[str, Point] = {}
    parts = sorted(nx.connected_components(linked), key=lambda names: (-len(names), min(names)))
    spots = []
    for names in parts:
        part = nx.Graph(linked.subgraph(names))
        spots.append(spread(stress_positions(part, lengths), frames, _MARGIN * room, _MARGIN * room * 0.7))
    outlines = []
    for spot in spots:
        boxes = [Box(*point, *frames[key]) for key, point in spot.items()]
        outlines.append((min(box.left for box in boxes), min(box.top for box in boxes),
                         max(box.right for box in boxes), max(box.bottom for box in boxes)))  # fmt: skip
    corners = pack([(right - left, bottom - top) for left, top, right, bottom in outlines], _MARGIN, _RATIO)
    for spot, outline, corner in zip(spots, outlines, corners, strict=True):
        for key, (x, y) in spot.items():
            centres[key] = (x - outline[0] + corner[0], y - outline[1] + corner[1] + _HEADING / 2)
    return centres


def _pull(name: str, graph: nx.Graph[str], points: Mapping[str, Point]) -> Point:
    """Where a node is drawn to: the middle of its neighbours, or where it is."""
    near = [points[other] for other in sorted(graph[name])] or [points[name]]
    return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)


def _in_grid(
    names: Sequence[str],
    pulls: Mapping[str, Point],
    centre: Point,
    columns: int,
    cell: tuple[float, float],
) -> dict[str, Point]:
    """The names in rows from the top down by where they are drawn to, in each row from left to right."""
    by_height = sorted(names, key=lambda name: (round(pulls[name][1], 3), name))
    rows = [by_height[at : at + columns] for at in range(0, len(by_height), columns)]
    placed = {}
    for number, row in enumerate(rows):
        y = centre[1] + (number - (len(rows) - 1) / 2) * cell[1]
        for rank, name in enumerate(sorted(row, key=lambda name: (round(pulls[name][0], 3), name))):
            placed[name] = (centre[0] + (rank - (len(row) - 1) / 2) * cell[0], y)
    return placed
