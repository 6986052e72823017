"""Lanes for what lies beside an axis: each thing in a free one, chosen so that lines run under few boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from .boxes import Box
from .straight_lines import crosses
from .stress import Point

# From lane to lane, in pixels: as far as boxes of a usual height are apart.
_PITCH = 96.0
_CLEARANCE = 6.0
_COVERED, _CRAMPED, _CROSSED, _FAR, _LONG = 4.0, 2.0, 1.0, 0.02, 0.3
# Room that words between two boxes of one lane take.
_WORDS = 110.0
# So many boxes are held against lines at most: time must stay bounded.
_MOST_TESTS = 250_000


@dataclass(frozen=True, slots=True)
class Piece:
    """What lies beside the axis from `left` on.

    Attributes:
        width, height: of its box.
        right: where the next in its lane may begin.
        upward: whether it lies above the axis.
    """

    left: float
    width: float
    height: float
    right: float
    upward: bool


def choose_lanes(pieces: Mapping[str, Piece], links: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The lane of each piece on its side, 0 nearest to the axis; what is in one lane doesn't overlap.

    First each gets the nearest lane that is free, in the order given. Then, one at a time, that piece changes its lane,
    or its place with others, by which most is mended; so many are tried at most that time stays bounded.
    """
    lanes: dict[str, int] = {}
    for name in pieces:
        lane = 0
        while any(_meet(pieces[name], pieces[other]) and lanes[other] == lane for other in lanes):
            lane += 1
        lanes[name] = lane
    tests, left = len(pieces) * len(links), _MOST_TESTS
    cost = _cost(pieces, lanes, links)
    while links:
        tried = [lanes | moved for moved in _moves(pieces, lanes)]
        left -= tests * len(tried)
        if left < 0:
            break
        found, _, best = min(
            ((round(_cost(pieces, each, links), 6), rank, each) for rank, each in enumerate(tried)),
            default=(cost, 0, lanes),
        )
        if found >= cost:
            break
        lanes, cost = best, found
    return lanes


def _meet(one: Piece, other: Piece) -> bool:
    return one.upward == other.upward and one.left < other.right and other.left < one.right


def _moves(pieces: Mapping[str, Piece], lanes: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """Each piece into each other lane, what is in its way into the lane that it leaves."""
    for name, piece in pieces.items():
        own = lanes[name]
        side = [other for other in pieces if pieces[other].upward == piece.upward and other != name]
        for lane in range(max((lanes[other] for other in side), default=-1) + 1):
            if lane == own:
                continue
            pushed = [other for other in side if lanes[other] == lane and _meet(piece, pieces[other])]
            stay = [other for other in side if lanes[other] == own]
            if not any(_meet(pieces[one], pieces[other]) for one in pushed for other in stay):
                yield {name: lane} | dict.fromkeys(pushed, own)


def _cost(pieces: Mapping[str, Piece], lanes: Mapping[str, int], links: Sequence[tuple[str, str]]) -> float:
    """What is wrong: boxes over lines above all, words without room, and what is far from the axis."""
    boxes = {
        name: Box(
            piece.left + piece.width / 2,
            (lanes[name] + 1) * (-_PITCH if piece.upward else _PITCH),
            piece.width,
            piece.height,
        )
        for name, piece in pieces.items()
    }
    cost = _FAR * sum(lanes.values())
    courses = []
    for start, end in links:
        one, other = boxes[start], boxes[end]
        course = (one.x, one.y), (other.x, other.y)
        cost += _COVERED * sum(
            crosses(*course, box, _CLEARANCE) for name, box in boxes.items() if name not in (start, end)
        )
        gap = abs(one.x - other.x) - (one.width + other.width) / 2
        rows = abs(one.y - other.y) / _PITCH
        cost += _CRAMPED * ((rows == 0 and gap < _WORDS) or (rows == 1 and gap < -_WORDS / 2))
        cost += _LONG * max(0.0, rows - 1)
        courses.append((start, end, course))
    return cost + _CROSSED * sum(
        _intersect(one, other) for (a, b, one), (c, d, other) in combinations(courses, 2) if not {a, b} & {c, d}
    )


def _intersect(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    return _apart(one, other) and _apart(other, one)


def _apart(line: tuple[Point, Point], ends: tuple[Point, Point]) -> bool:
    """Whether the ends of one line lie on different sides of another."""
    (x, y), (end_x, end_y) = line
    first, last = ((end_x - x) * (py - y) - (end_y - y) * (px - x) for px, py in ends)
    return first * last < 0
