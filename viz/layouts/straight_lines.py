"""Straight lines between boxes that start and end on their borders, beside each other and clear of foreign boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from ..diagram import Edge
from .boxes import Box
from .curves import Route
from .stress import Point

_SPACING = 24.0
# How far a line may leave the middle of a box: in parts of the half of what the box shows to the line.
_REACH = 0.8
_ASIDE = (0.0, 0.3, -0.3, 0.55, -0.55, 0.8, -0.8)
_PAIRS = sorted(((a, b) for a in _ASIDE for b in _ASIDE), key=lambda pair: abs(pair[0]) + abs(pair[1]))[1:]
CLEARANCE = 5.0


@dataclass(frozen=True, slots=True)
class StraightLine:
    """A line between two boxes, from border to border, and how many foreign boxes it touches."""

    start: Point
    end: Point
    touched: int = 0

    @property
    def route(self) -> Route:
        """The same line as captions are placed on."""
        middle = ((self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2)
        return Route(self.start, middle, self.end)


def straight_lines(edges: Sequence[Edge], boxes: Mapping[str, Box]) -> dict[str, StraightLine]:
    """A line for each edge by its id, edges from a box to itself left out.

    Of the lines between the same two boxes none lies on another; each keeps clear of other boxes where it can.
    """
    bundles: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.start != edge.end:
            low, high = sorted((edge.start, edge.end))
            bundles[low, high].append(edge)
    lines: dict[str, StraightLine] = {}
    for (low, high), bundle in sorted(bundles.items()):
        one, other = boxes[low], boxes[high]
        foreign = [box for name, box in boxes.items() if name not in (low, high) and _near(box, one, other)]
        if len(bundle) == 1:
            placed = [min(_candidates(one, other, foreign), key=_cost)]
        else:
            room = 2 * _REACH * min(_half_width(one, one, other), _half_width(other, one, other))
            spacing = min(_SPACING, room / (len(bundle) - 1))
            middle = (len(bundle) - 1) / 2
            placed = [
                _between(one, other, foreign, (rank - middle) * spacing, (rank - middle) * spacing)
                for rank in range(len(bundle))
            ]
        for edge, line in zip(bundle, placed, strict=True):
            lines[edge.id] = line if edge.start == low else StraightLine(line.end, line.start, line.touched)
    return lines


def _near(box: Box, one: Box, other: Box) -> bool:
    """Whether a line between two boxes can touch a third at all."""
    return (
        box.left - CLEARANCE < max(one.right, other.right)
        and box.right + CLEARANCE > min(one.left, other.left)
        and box.top - CLEARANCE < max(one.bottom, other.bottom)
        and box.bottom + CLEARANCE > min(one.top, other.top)
    )


def _cost(line: StraightLine) -> int:
    return line.touched


def _candidates(one: Box, other: Box, foreign: Sequence[Box]) -> list[StraightLine]:
    """Lines between two boxes, the one from middle to middle first, then those that leave it more and more."""
    middle = _between(one, other, foreign, 0.0, 0.0)
    if not middle.touched:
        return [middle]
    first, second = _half_width(one, one, other), _half_width(other, one, other)
    found = [middle]
    for a, b in _PAIRS:
        found.append(_between(one, other, foreign, a * first, b * second))
        if not found[-1].touched:
            break
    return found


def _between(one: Box, other: Box, foreign: Sequence[Box], aside: float, aside_there: float) -> StraightLine:
    """The line between points that lie so far to the left of the two middles, seen along the line."""
    across, down = other.x - one.x, other.y - one.y
    length = hypot(across, down) or 1.0
    left = (down / length, -across / length)
    begin = (one.x + left[0] * aside, one.y + left[1] * aside)
    end = (other.x + left[0] * aside_there, other.y + left[1] * aside_there)
    start, stop = _border(one, begin, end), _border(other, end, begin)
    return StraightLine(start, stop, sum(crosses(start, stop, box, CLEARANCE) for box in foreign))


def _half_width(box: Box, one: Box, other: Box) -> float:
    """Half of the breadth that a box shows to a line between two boxes, measured across the line."""
    across, down = other.x - one.x, other.y - one.y
    length = hypot(across, down) or 1.0
    # The line through a corner is the last that meets the box; it must keep inside both pairs of sides.
    return min(
        box.width / 2 / max(abs(down) / length, 1e-9),
        box.height / 2 / max(abs(across) / length, 1e-9),
        hypot(box.width, box.height) / 2,
    )


def _border(box: Box, inside: Point, outside: Point) -> Point:
    """Where the way from a point in a box to one outside leaves it."""
    leave = 1.0
    for axis, low, high in ((0, box.left, box.right), (1, box.top, box.bottom)):
        step = outside[axis] - inside[axis]
        if step:
            leave = min(leave, ((high if step > 0 else low) - inside[axis]) / step)
    leave = max(leave, 0.0)
    return inside[0] + (outside[0] - inside[0]) * leave, inside[1] + (outside[1] - inside[1]) * leave


def crosses(start: Point, end: Point, box: Box, margin: float = 0.0) -> bool:
    """Whether a line comes closer to a box than the margin (Liang and Barsky's clipping)."""
    first, last = 0.0, 1.0
    limits = (
        (0, box.left - margin, box.right + margin),
        (1, box.top - margin, box.bottom + margin),
    )
    for axis, low, high in limits:
        step = end[axis] - start[axis]
        if not step:
            if not low < start[axis] < high:
                return False
            continue
        near, far = sorted(((low - start[axis]) / step, (high - start[axis]) / step))
        first, last = max(first, near), min(last, far)
    return first < last
