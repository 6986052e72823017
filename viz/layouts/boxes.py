"""Boxes that must not overlap: spreading them, and packing groups of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .stress import Point

_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The least x."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """The greatest x."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """The least y."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """The greatest y."""
        return self.y + self.height / 2

    def overlaps(self, other: Box, margin_x: float = 0.0, margin_y: float = 0.0) -> bool:
        """Whether two boxes come closer than the margins."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * margin_x
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * margin_y
        )

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies in the box or within the margin around it."""
        return abs(point[0] - self.x) < self.width / 2 + margin and abs(point[1] - self.y) < self.height / 2 + margin


def spread(
    points: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]], margin_x: float, margin_y: float
) -> dict[str, Point]:
    """Points moved as little as needed until boxes of the given sizes around them keep the margins."""
    names = sorted(points)
    places = [list(points[name]) for name in names]
    widths = [sizes[name][0] + margin_x for name in names]
    heights = [sizes[name][1] + margin_y for name in names]
    while True:
        for _ in range(_ROUNDS):
            if not _push_apart(places, widths, heights):
                return {name: (place[0], place[1]) for name, place in zip(names, places, strict=True)}
        # Too crowded to settle: more room, and again. Room grows without bound, so this ends.
        for index, place in enumerate(places):
            place[0], place[1] = place[0] * 1.15 + index * 1e-3, place[1] * 1.15


def _push_apart(places: list[list[float]], widths: Sequence[float], heights: Sequence[float]) -> bool:
    order = sorted(range(len(places)), key=lambda index: (places[index][0] - widths[index] / 2, index))
    moved = False
    for rank, i in enumerate(order):
        for j in order[rank + 1 :]:
            if places[j][0] - widths[j] / 2 >= places[i][0] + widths[i] / 2:
                # The order is that of the round's beginning; what it misses the next round finds.
                break
            gap_x = (widths[i] + widths[j]) / 2 - abs(places[i][0] - places[j][0])
            gap_y = (heights[i] + heights[j]) / 2 - abs(places[i][1] - places[j][1])
            if gap_x <= 1e-6 or gap_y <= 1e-6:
                continue
            moved = True
            axis, gap = (0, gap_x) if gap_x < gap_y else (1, gap_y)
            sign = 1.0 if places[i][axis] > places[j][axis] or (places[i][axis] == places[j][axis] and i > j) else -1.0
            places[i][axis] += sign * (gap / 2 + 0.01)
            places[j][axis] -= sign * (gap / 2 + 0.01)
    return moved


def bounds(boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of boxes."""
    return (
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def around(points: Sequence[Point]) -> Box:
    """The smallest box that holds all of some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    return Box((left + right) / 2, (top + bottom) / 2, right - left + 1, bottom - top + 1)


def pack(sizes: Sequence[tuple[float, float]], gap: float, ratio: float) -> list[Point]:
    """Left and top of each rectangle, in centred rows of falling height; about `ratio` times wider than high."""
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    row_width = max([(area * ratio) ** 0.5, *(width + gap for width, _ in sizes)])
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index][1], -sizes[index][0], index))
    rows: list[list[int]] = [[]]
    for index in order:
        if rows[-1] and sum(sizes[other][0] + gap for other in rows[-1]) + sizes[index][0] > row_width:
            rows.append([])
        rows[-1].append(index)
    widths = [sum(sizes[index][0] + gap for index in row) - gap for row in rows]
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    y = 0.0
    for row, width in zip(rows, widths, strict=True):
        x = (max(widths) - width) / 2
        for index in row:
            corners[index] = (x, y)
            x += sizes[index][0] + gap
        y += max(sizes[index][1] for index in row) + gap
    return corners


def pack_columns(sizes: Sequence[tuple[float, float]], gap: float, count: int) -> list[Point]:
    """Left and top of each rectangle in so many columns of about equal height, the highest rectangles first."""
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index][1], -sizes[index][0], index))
    columns: list[list[int]] = [[] for _ in range(count)]
    for index in order:
        min(columns, key=lambda column: sum(sizes[other][1] + gap for other in column)).append(index)
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    x = 0.0
    for column in filter(None, columns):
        y = 0.0
        for index in column:
            corners[index] = (x, y)
            y += sizes[index][1] + gap
        x += max(sizes[index][0] for index in column) + gap
    return corners
