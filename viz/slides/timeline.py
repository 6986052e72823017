"""A timeline on slides: stretches of time, each with its own axis, on which everything stands at its date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from graph.model import Language

from ..diagram import Diagram, Edge
from ..layouts.boxes import bounds
from ..layouts.furniture import furniture_boxes, kept_free
from ..layouts.layout import NODE_SIZE, place_nodes
from ..layouts.timeline import begin_of
from ..selections.parts import part_of
from .drawing import LETTERING, SlideDrawing, worded_lines

# How far apart years may stand. Slides are wide: where years are, there are fewer rows, and letters can be larger.
_ROOMS = (1.0, 1.6, 2.4, 3.6)


def draw_timeline(diagram: Diagram, language: Language, width: float, height: float) -> SlideDrawing:
    """The drawing of a timeline as large as an area of a slide allows; it is readable if its letters are.

    Args:
        diagram: a timeline.
        language: of the labels.
        width: of the area, in points.
        height: of the area, in points.
    """
    scale, room = _largest(diagram, language, width, height)
    nodes, furniture = place_nodes(diagram, language, room)
    boxes = {name: place.box for name, place in nodes.items()}
    left, top, right, bottom = bounds([*boxes.values(), *furniture_boxes(furniture)])
    lines, captions = worded_lines(diagram, boxes, language, kept_free(furniture, language))
    corner = (left + right - width / scale) / 2, (top + bottom - height / scale) / 2
    return SlideDrawing(nodes, lines, captions, scale, scale >= LETTERING[0] / NODE_SIZE, furniture, corner)


def is_readable_in_time(diagram: Diagram, language: Language, width: float, height: float) -> bool:
    """Whether `draw_timeline` would make a readable drawing."""
    return _largest(diagram, language, width, height)[0] >= LETTERING[0] / NODE_SIZE


def _largest(diagram: Diagram, language: Language, width: float, height: float) -> tuple[float, float]:
    """Points in a pixel, and how far apart years stand for that: the farther, the fewer rows there are."""
    found = []
    for room in _ROOMS:
        nodes, furniture = place_nodes(diagram, language, room)
        left, top, right, bottom = bounds([*(place.box for place in nodes.values()), *furniture_boxes(furniture)])
        found.append((min(LETTERING[-1] / NODE_SIZE, width / (right - left), height / (bottom - top)), -room))
    scale, room = max(found)
    return scale, -room


def split_by_time(diagram: Diagram, fits: Callable[[Diagram], bool]) -> tuple[Diagram, ...]:
    """Stretches of a timeline that together show every dated entity, and every line between two of them once.

    Each takes in what begins next while all of it fits. A line stands where the later of its ends does; the earlier
    one is shown there again, so that no line leads off the slide.
    """
    order = sorted(
        (node for node in diagram.nodes if begin_of(node) is not None),
        key=lambda node: (begin_of(node) or date.max, node.id),
    )
    ranks = {node.id: rank for rank, node in enumerate(order)}
    between = [edge for edge in diagram.edges if {edge.start, edge.end} <= ranks.keys()]
    parts: list[Diagram] = []
    current: tuple[set[str], list[Edge]] = set(), []
    for rank, node in enumerate(order):
        lines = [edge for edge in between if max(ranks[edge.start], ranks[edge.end]) == rank]
        new = {node.id} | {name for edge in lines for name in (edge.start, edge.end)}
        grown = current[0] | new, [*current[1], *lines]
        if current[0] and not fits(_part(diagram, *grown)):
            parts.append(_part(diagram, *current))
            grown = new, lines
        current = grown
    return (*parts, _part(diagram, *current)) if order else ()


def _part(diagram: Diagram, names: set[str], edges: list[Edge]) -> Diagram:
    chosen = {edge.id for edge in edges}
    emphasised = {node.id for node in diagram.nodes if node.emphasised}
    return part_of(diagram, [edge for edge in diagram.edges if edge.id in chosen], emphasised, names)
