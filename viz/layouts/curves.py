"""The course of an edge as a curve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .stress import Point

Chain = tuple[Point, ...]
Numbers = TypeVar("Numbers", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Route:
    """A course from centre to centre: a quadratic Bézier curve, or a spline where that won't do.

    Attributes:
        start: centre of the box it leaves.
        via: control point of the quadratic curve.
        end: centre of the box it leads to.
        bend: roundness as vis-network means it, positive for `curvedCW`, negative for `curvedCCW`, 0 if straight.
        spline: control points of a chain of cubic Bézier curves that is the course instead; empty if it isn't.
    """

    start: Point
    via: Point
    end: Point
    bend: float = 0.0
    spline: Chain = ()

    @property
    def is_straight(self) -> bool:
        """Whether it is one straight line."""
        return not self.spline and not self.bend

    @property
    def chain(self) -> Chain:
        """The course as a chain of cubic curves, of which each begins where the one before it ends."""
        if self.spline:
            return self.spline
        (x, y), (via_x, via_y), (end_x, end_y) = self.start, self.via, self.end
        return (
            self.start,
            (x + (via_x - x) * 2 / 3, y + (via_y - y) * 2 / 3),
            (end_x + (via_x - end_x) * 2 / 3, end_y + (via_y - end_y) * 2 / 3),
            self.end,
        )

    def point(self, t: float) -> Point:
        """The point at `t` from 0 to 1."""
        chain = self.chain
        at, inner = _located(chain, t)
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = chain[at : at + 4]
        return _middle(ax, bx, cx, dx, inner), _middle(ay, by, cy, dy, inner)

    def part(self, first: float, last: float) -> Chain:
        """The chain of its part between two places from 0 to 1, `first` before `last`."""
        chain = self.chain
        (low, inner_low), (high, inner_high) = _located(chain, first), _located(chain, last)
        if low == high:
            ahead = _split(chain[low : low + 4], inner_high)[0]
            return _split(ahead, inner_low / inner_high if inner_high else 0.0)[1]
        begin = _split(chain[low : low + 4], inner_low)[1]
        finish = _split(chain[high : high + 4], inner_high)[0]
        return (*begin, *chain[low + 4 : high + 1], *finish[1:])

    def points(self, steps: int) -> list[Point]:
        """Points at equal steps of `t`, both ends left out."""
        return [(x, y) for x, y in self.points_at(np.arange(1, steps) / steps).tolist()]

    def points_at(self, places: Sequence[float] | NDArray[np.float64]) -> NDArray[np.float64]:
        """The points at several places from 0 to 1 in rows, as `point` gives each, to the last bit."""
        found = list(_all_located(self.chain, places))
        at = np.array([start for start, _ in found])
        control = np.array(self.chain)
        a, b, c, d = (control[at + further] for further in range(4))
        return _middle(a, b, c, d, np.array([[inner] for _, inner in found]))


def moved(route: Route, x: float, y: float) -> Route:
    """A route shifted as a whole."""

    def shift(point: Point) -> Point:
        return point[0] + x, point[1] + y

    return Route(
        shift(route.start), shift(route.via), shift(route.end), route.bend, tuple(shift(each) for each in route.spline)
    )


def _located(chain: Chain, t: float) -> tuple[int, float]:
    """Index of the first control point of the curve in which `t` lies, and the place in that curve."""
    return next(_all_located(chain, (t,)))


def _all_located(chain: Chain, places: Iterable[float]) -> Iterator[tuple[int, float]]:
    starts = range(0, len(chain) - 1, 3)
    if len(starts) == 1:
        yield from ((0, t) for t in places)
        return
    lengths = [hypot(chain[at + 3][0] - chain[at][0], chain[at + 3][1] - chain[at][1]) + 1e-9 for at in starts]
    whole = sum(lengths)
    for t in places:
        left = t * whole
        for at, length in zip(starts, lengths, strict=True):
            if left <= length or at == starts[-1]:
                yield at, min(1.0, left / length)
                break
            left -= length


def _middle(a: Numbers, b: Numbers, c: Numbers, d: Numbers, t: Numbers) -> Numbers:
    """The middle point of `_split`, to the last bit: along one axis, or along both for many places at once."""
    ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
    abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
    return abc + (bcd - abc) * t


def _split(curve: Chain, t: float) -> tuple[Chain, Chain]:
    """Both parts of a cubic curve (de Casteljau)."""

    def mix(one: Point, other: Point) -> Point:
        return one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t

    a, b, c, d = curve
    ab, bc, cd = mix(a, b), mix(b, c), mix(c, d)
    abc, bcd = mix(ab, bc), mix(bc, cd)
    middle = mix(abc, bcd)
    return (a, ab, abc, middle), (middle, bcd, cd, d)
