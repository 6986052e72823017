"""What words must keep clear of, looked at all at once: boxes, and the courses of lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .boxes import Box, around
from .stress import Point

Points = NDArray[np.float64]
"""Points in rows, x and y in columns, in pixels."""


class Boxes:
    """Boxes of which a caption may overlap none; more may be added."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._rows = _rows(boxes)

    def add(self, box: Box) -> None:
        """Keep clear of one more."""
        self._rows = np.vstack((self._rows, _rows([box])))

    def overlap(self, box: Box, margin_x: float = 0.0, margin_y: float = 0.0) -> bool:
        """Whether any comes closer to a box than the margins, as `Box.overlaps` tells of one."""
        return bool(_overlaps(self._rows, box, margin_x, margin_y).any())

    def overlap_at(self, centres: Points, size: tuple[float, float], margins: tuple[float, float]) -> NDArray[np.bool_]:
        """The same for boxes of one size around each of several centres."""
        apart = np.abs(self._rows[:, None, :2] - centres[None]) * 2
        near = apart < self._rows[:, None, 2:] + (np.array(size) + 2 * np.array(margins))
        overlapped: NDArray[np.bool_] = near.all(axis=2).any(axis=0)
        return overlapped


class Courses:
    """The courses of edges by the edges' ids, each as points along it."""

    def __init__(self, courses: Mapping[str, Sequence[Point]]) -> None:
        self._ranks = {name: rank for rank, name in enumerate(courses)}
        self._frames = _rows(around(points) for points in courses.values())
        self._points = as_points(point for points in courses.values() for point in points)
        lengths = [len(points) for points in courses.values()]
        self._starts = np.cumsum([0, *lengths[:-1]]) if lengths else np.zeros(0, dtype=np.intp)

    def crossed(self, box: Box, own: str, margin: float = 0.0) -> int:
        """How many courses run through a box or within the margin around it, its own aside."""
        if not self._ranks:
            return 0
        through = np.logical_or.reduceat(held(box, self._points, margin), self._starts)
        through &= _overlaps(self._frames, box, 0.0, 0.0)
        return int(through.sum()) - bool(own in self._ranks and through[self._ranks[own]])


def as_points(points: Iterable[Point]) -> Points:
    """Points as rows."""
    return np.array(list(points), dtype=np.float64).reshape(-1, 2)


def held(box: Box, points: Points, margin: float = 0.0) -> NDArray[np.bool_]:
    """Which points lie in a box or within the margin around it, as `Box.holds` tells of one."""
    across = np.abs(points[:, 0] - box.x) < box.width / 2 + margin
    return across & (np.abs(points[:, 1] - box.y) < box.height / 2 + margin)


def _rows(boxes: Iterable[Box]) -> Points:
    """Boxes as rows: x, y, width, height."""
    return np.array([(box.x, box.y, box.width, box.height) for box in boxes], dtype=np.float64).reshape(-1, 4)


def _overlaps(rows: Points, box: Box, margin_x: float, margin_y: float) -> NDArray[np.bool_]:
    across = np.abs(rows[:, 0] - box.x) * 2 < rows[:, 2] + box.width + 2 * margin_x
    return across & (np.abs(rows[:, 1] - box.y) * 2 < rows[:, 3] + box.height + 2 * margin_y)
