"""Small drawings put where a large one leaves room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor, hypot

from .boxes import Box
from .stress import Point

# Pixels of a cell in which something is or isn't.
_CELL = 20.0
Size = tuple[float, float]
_Cell = tuple[int, int]


def nest(
    sizes: Sequence[Size], filled: Sequence[Sequence[Box]], gap: float, scale: Callable[[float, float], float]
) -> list[Point]:
    """Left and top of each drawing: the largest first, each other in a free place of it, as near to a corner as can be.

    Args:
        sizes: width and height of each drawing.
        filled: boxes around what each holds, measured from its left and top.
        gap: what stays free around each, in pixels.
        scale: how large a whole of some width and height becomes; decides where one goes that finds no room inside.
    """
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index][0] * sizes[index][1], index))
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    width, height = sizes[order[0]]
    taken = set(_cells(filled[order[0]], (0.0, 0.0)))
    for index in order[1:]:
        wide, high = sizes[index]
        corner = _room(taken, (width, height), (wide, high), gap)
        if corner is None:
            beside, below = (width + gap, 0.0), (0.0, height + gap)
            at_side = scale(width + gap + wide, max(height, high)) >= scale(max(width, wide), height + gap + high)
            corner = beside if at_side else below
        corners[index] = corner
        width, height = max(width, corner[0] + wide), max(height, corner[1] + high)
        taken.update(_cells(filled[index], corner))
    return corners


def _cells(boxes: Iterable[Box], corner: Point) -> Iterable[_Cell]:
    for box in boxes:
        for x in range(floor((box.left + corner[0]) / _CELL), ceil((box.right + corner[0]) / _CELL)):
            for y in range(floor((box.top + corner[1]) / _CELL), ceil((box.bottom + corner[1]) / _CELL)):
                yield x, y


def _room(taken: set[_Cell], whole: Size, size: Size, gap: float) -> Point | None:
    """The free place in a whole that is nearest to one of its corners, None where there is none."""
    columns, rows = ceil(whole[0] / _CELL), ceil(whole[1] / _CELL)
    sums = [[0] * (columns + 1) for _ in range(rows + 1)]
    for y in range(rows):
        for x in range(columns):
            sums[y + 1][x + 1] = sums[y][x + 1] + sums[y + 1][x] - sums[y][x] + ((x, y) in taken)
    wide, high, around = ceil(size[0] / _CELL), ceil(size[1] / _CELL), ceil(gap / _CELL)

    def is_free(x: int, y: int) -> bool:
        left, top = max(0, x - around), max(0, y - around)
        right, bottom = min(columns, x + wide + around), min(rows, y + high + around)
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left] == 0

    def distance(x: int, y: int) -> float:
        return min(hypot(x - a, y - b) for a in (0, columns - wide) for b in (0, rows - high))

    free = [(x, y) for y in range(rows - high + 1) for x in range(columns - wide + 1) if is_free(x, y)]
    if not free:
        return None
    x, y = min(free, key=lambda place: (round(distance(*place), 3), place[1], place[0]))
    return x * _CELL, y * _CELL
