"""Where everything stands: the same diagram always gets the same layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from graph.model import Language

from .boxes import Box, bounds, pack, spread
from .captions import Caption, place_captions
from .diagram import Diagram, Node
from .leaves import fan_out
from .lettering import ELLIPSIS, text_width, wrap
from .routes import Route, route_edges
from .stress import Point, stress_positions

LANGUAGES: tuple[Language, ...] = ("en", "zh")
NODE_SIZE, NODE_LINE = 14, 18
# (widest line, most lines): the first that holds the whole name is taken.
_TEXT_FORMS: Mapping[Language, tuple[tuple[int, int], ...]] = {
    "en": ((130, 3), (160, 4), (188, 6)),
    "zh": ((114, 3), (144, 4), (172, 6)),
}
GLYPH_SPACE, PADDING_X, _PADDING_Y = 22, 9, 8
_MARGIN_X, _MARGIN_Y = 24, 22
_GAP = 60
_EDGE_LENGTH = 122
_CROWD, _CROWD_LENGTH = 6, 5


@dataclass(frozen=True, slots=True)
class NodePlace:
    """A node's box in one language: its centre, its size, and its label's lines."""

    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a diagram; positions are the same in every language, so that switching moves nothing.

    Attributes:
        nodes: by language and id.
        routes: the course of each edge by its id.
        captions: by language and id of the edge; an edge without room for one is missing.
        bounds: left, top, right and bottom of all of it.
    """

    nodes: Mapping[Language, Mapping[str, NodePlace]]
    routes: Mapping[str, Route]
    captions: Mapping[Language, Mapping[str, Caption]]
    bounds: tuple[float, float, float, float]


def lay_out(diagram: Diagram) -> Layout:
    """The layout of a diagram: related nodes together, no box over another, every edge with a course of its own."""
    cards = {language: {node.id: _card(node, language) for node in diagram.nodes} for language in LANGUAGES}
    sizes = {
        node.id: (
            max(cards[language][node.id][1] for language in LANGUAGES),
            max(cards[language][node.id][2] for language in LANGUAGES),
        )
        for node in diagram.nodes
    }
    points = _positions(diagram, sizes)
    boxes = {name: Box(*points[name], *sizes[name]) for name in points}
    routes = route_edges(diagram.edges, boxes)
    places = {
        language: {
            name: NodePlace(Box(*points[name], width, height), lines)
            for name, (lines, width, height) in cards[language].items()
        }
        for language in LANGUAGES
    }
    captions = {
        language: place_captions(
            diagram.edges, routes, {name: place.box for name, place in places[language].items()}, language
        )
        for language in LANGUAGES
    }
    return Layout(places, routes, captions, bounds(list(boxes.values())))


def _card(node: Node, language: Language) -> tuple[tuple[str, ...], int, int]:
    name = node.short_names.get(language)
    lines: tuple[str, ...] = ()
    for widest, most in _TEXT_FORMS[language]:
        lines = wrap(name, NODE_SIZE, widest, most)
        if not lines[-1].endswith(ELLIPSIS):
            break
    text = max(text_width(line, NODE_SIZE) for line in lines)
    width = round(text + GLYPH_SPACE + 2 * PADDING_X)
    return lines, width, len(lines) * NODE_LINE + 2 * _PADDING_Y


def _positions(diagram: Diagram, sizes: Mapping[str, tuple[float, float]]) -> dict[str, Point]:
    given = {node.id: node.at for node in diagram.nodes if node.at}
    if len(given) == len(diagram.nodes):
        return given
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in diagram.nodes))
    graph.add_edges_from(sorted((edge.start, edge.end) for edge in diagram.edges if edge.start != edge.end))
    parallel = Counter(frozenset((edge.start, edge.end)) for edge in diagram.edges)
    lengths = {
        frozenset((start, end)): _EDGE_LENGTH
        + (sizes[start][0] + sizes[end][0]) / 8
        + _CROWD_LENGTH * max(0, max(graph.degree[start], graph.degree[end]) - _CROWD)
        + 12 * (parallel[frozenset((start, end))] - 1)
        for start, end in graph.edges
    }
    groups = []
    for names in sorted(nx.connected_components(graph), key=lambda names: (-len(names), min(names))):
        part = nx.Graph(graph.subgraph(names))
        spaced = fan_out(part, stress_positions(part, lengths), sizes)
        groups.append(spread(spaced, sizes, _MARGIN_X, _MARGIN_Y))
    frames = [bounds([Box(*point, *sizes[name]) for name, point in group.items()]) for group in groups]
    corners = pack([(right - left, bottom - top) for left, top, right, bottom in frames], _GAP, 1.5)
    return {
        name: (float(round(x - frame[0] + corner[0])), float(round(y - frame[1] + corner[1])))
        for group, frame, corner in zip(groups, frames, corners, strict=True)
        for name, (x, y) in group.items()
    }
