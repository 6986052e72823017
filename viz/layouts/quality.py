"""How readable a layout is, in figures that tests can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

from graph.model import Language

from ..diagram import Diagram, Edge
from ..documents.paper import page_scale
from .boxes import Box
from .captions import Caption
from .layout import NODE_SIZE, Layout
from .routes import crossed_boxes
from .stress import Point

_STEPS, _FINE_STEPS = 24, 64
# Pixels between a caption and its edge, and of an edge's least visible part.
_APART, _LEAST_SEEN = 12.0, 30.0
_TIP = 3.0
# Millimetres of a pixel where there is room enough, and the border around a drawing in pixels.
_LARGEST, _BORDER = 1 / 4.2, 60.0


@dataclass(frozen=True, slots=True)
class Quality:
    """What spoils the reading of a layout in one language.

    Attributes:
        node_overlaps: pairs of boxes that overlap.
        caption_overlaps: pairs of a caption and a box, or of two captions, that overlap.
        covered: pairs of an edge and a foreign box that it runs under.
        crossings: pairs of edges without a common end that cross.
        wordless: edges without a caption, not even the numbers of their sources.
        short: edges whose caption has only these.
        astray: captions that stand apart from their edge, so that they could be taken for those of another.
        overlaid: pairs of a caption and a foreign edge that runs under it.
        hidden: edges of which boxes and their own caption leave too little to tell their style.
        headless: edges whose head a caption covers.
        spread: standard deviation of the edges' lengths by their mean.
        area: of the whole in megapixels.
        letters: size of the names on an A4 page, in points.
    """

    node_overlaps: int
    caption_overlaps: int
    covered: int
    crossings: int
    wordless: int
    short: int
    astray: int
    overlaid: int
    hidden: int
    headless: int
    spread: float
    area: float
    letters: float


def measure(diagram: Diagram, layout: Layout, language: Language) -> Quality:
    """The quality of a diagram's layout."""
    boxes = {name: place.box for name, place in layout.nodes[language].items()}
    captions = layout.captions[language]
    edges = [edge for edge in diagram.edges if edge.start != edge.end]
    courses = {edge.id: layout.routes[edge.id].points(_FINE_STEPS) for edge in edges}
    words = [caption.box for caption in captions.values()]
    left, top, right, bottom = layout.bounds
    return Quality(
        node_overlaps=_overlaps(list(boxes.values())),
        caption_overlaps=_overlaps(words) + sum(word.overlaps(box) for word in words for box in boxes.values()),
        covered=sum(len(crossed_boxes(layout.routes[edge.id], edge, boxes)) for edge in edges),
        crossings=_crossings(edges, layout),
        wordless=sum(edge.id not in captions for edge in edges),
        short=sum(not caption.is_whole for caption in captions.values()),
        astray=sum(
            not any(captions[edge.id].box.holds(point, _APART) for point in courses[edge.id])
            for edge in edges
            if edge.id in captions
        ),
        overlaid=sum(
            edge.id != id and any(caption.box.holds(point) for point in courses[edge.id])
            for edge in edges
            for id, caption in captions.items()
        ),
        headless=sum(_is_headless(courses[edge.id], boxes[edge.end], words) for edge in edges),
        hidden=sum(_seen(edge, courses[edge.id], boxes, captions) < _LEAST_SEEN for edge in edges),
        spread=_spread([_length(layout.routes[edge.id].points(_STEPS)) for edge in edges]),
        area=round((right - left) * (bottom - top) / 1e6, 2),
        letters=round(
            NODE_SIZE * min(_LARGEST, page_scale(right - left + _BORDER, bottom - top + _BORDER)) * 72 / 25.4, 1
        ),
    )


def _seen(edge: Edge, course: Sequence[Point], boxes: Mapping[str, Box], captions: Mapping[str, Caption]) -> float:
    """Pixels of an edge that neither its ends nor its own caption cover."""
    covers = [boxes[edge.start], boxes[edge.end], *([captions[edge.id].box] if edge.id in captions else [])]
    return sum(
        hypot(b[0] - a[0], b[1] - a[1])
        for a, b in pairwise(course)
        if not any(cover.holds(a) or cover.holds(b) for cover in covers)
    )


def _is_headless(course: Sequence[Point], end: Box, words: Sequence[Box]) -> bool:
    last = next((point for point in reversed(course) if not end.holds(point)), course[-1])
    return any(word.holds(last, _TIP) for word in words)


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
