"""How readable a layout is, in figures that tests can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

from graph.model import Language

from .boxes import Box
from .diagram import Diagram, Edge
from .layout import Layout
from .routes import crossed_boxes
from .stress import Point

_STEPS = 24


@dataclass(frozen=True, slots=True)
class Quality:
    """What spoils the reading of a layout in one language.

    Attributes:
        node_overlaps: pairs of boxes that overlap.
        caption_overlaps: pairs of a caption and a box, or of two captions, that overlap.
        covered: pairs of an edge and a foreign box that it runs under.
        crossings: pairs of edges without a common end that cross.
        wordless: edges without a caption, not even the numbers of their sources.
        spread: standard deviation of the edges' lengths by their mean.
        area: of the whole in megapixels.
    """

    node_overlaps: int
    caption_overlaps: int
    covered: int
    crossings: int
    wordless: int
    spread: float
    area: float


def measure(diagram: Diagram, layout: Layout, language: Language) -> Quality:
    """The quality of a diagram's layout."""
    boxes = {name: place.box for name, place in layout.nodes[language].items()}
    captions = layout.captions[language]
    edges = [edge for edge in diagram.edges if edge.start != edge.end]
    words = [caption.box for caption in captions.values()]
    left, top, right, bottom = layout.bounds
    return Quality(
        node_overlaps=_overlaps(list(boxes.values())),
        caption_overlaps=_overlaps(words) + sum(word.overlaps(box) for word in words for box in boxes.values()),
        covered=sum(len(crossed_boxes(layout.routes[edge.id], edge, boxes)) for edge in edges),
        crossings=_crossings(edges, layout),
        wordless=sum(edge.id not in captions for edge in edges),
        spread=_spread([_length(layout.routes[edge.id].points(_STEPS)) for edge in edges]),
        area=round((right - left) * (bottom - top) / 1e6, 2),
    )


def _overlaps(boxes: Sequence[Box]) -> int:
    return sum(one.overlaps(other) for one, other in combinations(boxes, 2))


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def _spread(lengths: Sequence[float]) -> float:
    if not lengths:
        return 0.0
    mean = sum(lengths) / len(lengths)
    deviation: float = (sum((length - mean) ** 2 for length in lengths) / len(lengths)) ** 0.5
    return round(deviation / (mean or 1.0), 3)


def _crossings(edges: Sequence[Edge], layout: Layout) -> int:
    courses: Mapping[str, list[Point]] = {
        edge.id: [layout.routes[edge.id].point(step / _STEPS) for step in range(_STEPS + 1)] for edge in edges
    }
    return sum(
        _cross(courses[one.id], courses[other.id])
        for one, other in combinations(edges, 2)
        if not {one.start, one.end} & {other.start, other.end}
    )


def _cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    if _apart(one, other, 0) or _apart(one, other, 1):
        return False
    return any(
        _meet(a, b, c, d)
        for a, b in pairwise(one)
        for c, d in pairwise(other)
        if not (_apart((a, b), (c, d), 0) or _apart((a, b), (c, d), 1))
    )


def _apart(one: Sequence[Point], other: Sequence[Point], axis: int) -> bool:
    return max(p[axis] for p in one) < min(p[axis] for p in other) or max(p[axis] for p in other) < min(
        p[axis] for p in one
    )


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)
