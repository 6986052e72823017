"""Nodes in layers, so that lines lead one way; the layers are Graphviz's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import networkx as nx

from ..diagram import Diagram, Edge
from ..documents.paper import page_scale
from .arrangement import Arrangement, Sizes, frame_of, simple_graph, whole
from .boxes import Box, pack, pack_columns
from .captions import caption_room
from .curves import Chain, Route
from .force import arrange_by_force
from .graphviz import Drawn, Link, layered
from .nesting import nest
from .stress import Point

# What these say leads from the part to the whole, or to what stands above: the whole stands first all the same.
_UPWARD = frozenset({"bodyOf", "partOf", "memberOf", "observerOf", "reportsTo", "ledBy", "basedOn", "outcomeOf"})
# Of more, Graphviz makes layers that nobody can read, and takes minutes over it.
MOST_LINKS = 400
# So many that hang on one node alone make a column that is too long for a page; half of them go to its other side.
_LONG_COLUMN = 8
_GAP = 44.0
# Which part of the room small drawings inside the largest must leave over to be put there.
_SPARED = 0.93
# How fine the course of a line is held against what is put beside it, and the room of its words.
_STEPS, _WORDS = 60, (130.0, 36.0)
_RATIOS = (1.6, 1.1, 0.75)
_MOST_COLUMNS = 4
# Of more that aren't connected, all are drawn at once: each takes Graphviz some time.
_MOST_PARTS = 12


def arrange_in_layers(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Wholes before their parts and doers before what they do, to the right or down as suits a page.

    What isn't connected stands side by side, or below each other, whichever becomes larger. Of many nodes that hang on
    one alone, half stand on its other side. Without Graphviz, or with more than `MOST_LINKS` statements, they are
    arranged by force.
    """
    if len(diagram.edges) > MOST_LINKS:
        return arrange_by_force(diagram, sizes, room)
    graph = simple_graph(diagram)
    components = sorted(nx.connected_components(graph), key=lambda names: (-len(names), min(names)))
    groupings = [[set(graph)]]
    if len(components) > 1 and sum(len(names) > 1 for names in components) <= _MOST_PARTS:
        groupings.insert(0, components)
    drawings = []
    for groups in groupings:
        parts = [part for names in groups if (part := _part(graph, names, diagram.edges, sizes, room)) is not None]
        if len(parts) < len(groups):
            return arrange_by_force(diagram, sizes, room)
        drawings.append(_packed(parts, sizes))
    best = max(drawings, key=lambda drawn: _scale(_frame(drawn, sizes)))
    return Arrangement(whole(best.points), best.splines, best.words)


def _part(
    graph: nx.Graph[str], names: Collection[str], edges: Sequence[Edge], sizes: Sizes, room: float
) -> Drawn | None:
    """A connected part in the direction in which it becomes largest on a page; None where Graphviz fails."""
    if len(names) == 1:
        return Drawn(dict.fromkeys(names, (0.0, 0.0)), {}, {})
    edges = [edge for edge in edges if edge.start in names and edge.start != edge.end]
    turned = {edge.id for edge in edges if edge.claim.predicate in _UPWARD}
    turned ^= _other_side(graph, names, edges, turned)
    links = []
    for edge in edges:
        ends = (edge.end, edge.start) if edge.id in turned else (edge.start, edge.end)
        width, height = caption_room(edge)
        links.append(Link(edge.id, *ends, width * room, height * room))
    inside = {name: sizes[name] for name in names}
    tried = [drawn for direction in ("LR", "TB") if (drawn := layered(inside, links, direction)) is not None]
    if not tried:
        return None
    best = max(tried, key=lambda drawn: _scale(_frame(drawn, inside)))
    splines = {id: chain[::-1] if id in turned else chain for id, chain in best.splines.items()}
    return Drawn(best.points, splines, best.words)


def _other_side(
    graph: nx.Graph[str], names: Collection[str], edges: Sequence[Edge], turned: Collection[str]
) -> set[str]:
    """Edges to be turned so that about as many leaves of a node stand before it as after it."""
    moved: set[str] = set()
    for hub in sorted(names):
        leaves = sorted(name for name in graph[hub] if graph.degree[name] == 1)
        before: list[list[str]] = []
        after: list[list[str]] = []
        for leaf in leaves:
            own = [edge.id for edge in edges if leaf in (edge.start, edge.end)]
            first = next(edge for edge in edges if edge.id == own[0])
            (before if (first.start == leaf) != (first.id in turned) else after).append(own)
        few, many = sorted((before, after), key=len)
        if len(many) > _LONG_COLUMN:
            moved.update(id for own in many[(len(many) + len(few) + 1) // 2 :] for id in own)
    return moved


def _packed(parts: Sequence[Drawn], sizes: Sizes) -> Drawn:
    """All parts in the rows or columns that make them largest on a page, or small ones where the largest leaves room.

    The last is done where it spares much room: what is strewn about is harder to read than what stands in a row.
    """
    frames = [_frame(part, sizes) for part in parts]
    outlines = [(right - left, bottom - top) for left, top, right, bottom in frames]

    def size(corners: Sequence[Point]) -> tuple[float, float, float, float]:
        return (
            0.0,
            0.0,
            max(x + wide for (x, _), (wide, _) in zip(corners, outlines, strict=True)),
            max(y + high for (_, y), (_, high) in zip(corners, outlines, strict=True)),
        )

    packings = [pack(outlines, _GAP, ratio) for ratio in _RATIOS]
    packings += [pack_columns(outlines, _GAP, count) for count in range(2, min(_MOST_COLUMNS, len(parts)) + 1)]
    if len(parts) > 1:
        filled = [_filled(part, sizes, frame) for part, frame in zip(parts, frames, strict=True)]
        nested = nest(outlines, filled, _GAP, page_scale)
        is_tight = _area(size(nested)) < _SPARED * min(_area(size(corners)) for corners in packings)
        packings = [nested, *packings] if is_tight else packings
    corners = max(packings, key=lambda corners: _scale(size(corners)))
    points: dict[str, Point] = {}
    splines: dict[str, Chain] = {}
    words: dict[str, Point] = {}
    for part, frame, corner in zip(parts, frames, corners, strict=True):
        # Whole pixels, so that what is moved stays as it was drawn.
        x, y = round(corner[0] - frame[0]), round(corner[1] - frame[1])
        points |= {name: (px + x, py + y) for name, (px, py) in part.points.items()}
        splines |= {id: tuple((px + x, py + y) for px, py in chain) for id, chain in part.splines.items()}
        words |= {id: (px + x, py + y) for id, (px, py) in part.words.items()}
    return Drawn(points, splines, words)


def _area(frame: Sequence[float]) -> float:
    return (frame[2] - frame[0]) * (frame[3] - frame[1])


def _filled(part: Drawn, sizes: Sizes, frame: Sequence[float]) -> list[Box]:
    """What a part holds: boxes, lines and words, measured from its left and top."""
    held = [Box(*point, *sizes[name]) for name, point in part.points.items()]
    for chain in part.splines.values():
        course = Route(chain[0], chain[0], chain[-1], spline=chain)
        held += [Box(*point, 2, 2) for point in course.points(_STEPS)]
    held += [Box(*point, *_WORDS) for point in part.words.values()]
    return [Box(box.x - frame[0], box.y - frame[1], box.width, box.height) for box in held]


def _frame(drawn: Drawn, sizes: Sizes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of boxes, lines and words."""
    left, top, right, bottom = frame_of(drawn.points, {name: sizes[name] for name in drawn.points})
    reached: list[Point] = [point for chain in drawn.splines.values() for point in chain]
    xs, ys = [x for x, _ in reached], [y for _, y in reached]
    return min([left, *xs]), min([top, *ys]), max([right, *xs]), max([bottom, *ys])


def _scale(frame: Sequence[float]) -> float:
    return page_scale(frame[2] - frame[0], frame[3] - frame[1])
