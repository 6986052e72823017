"""Small drawings in the free places of a large one."""

from __future__ import annotations

from viz.layouts.boxes import Box
from viz.layouts.nesting import nest


def wider(width: float, height: float) -> float:
    return -max(width, height)


def test_a_small_one_goes_into_a_free_corner() -> None:
    large = [Box(300, 50, 600, 100), Box(50, 300, 100, 600)]
    assert nest([(600, 600), (100, 80)], [large, [Box(50, 40, 100, 80)]], 40, wider) == [(0, 0), (500, 520)]


def test_where_there_is_no_room_it_stands_beside_or_below() -> None:
    full = [Box(300, 200, 600, 400)]
    assert nest([(100, 80), (600, 400)], [[], full], 40, wider)[0] == (0, 440)


def test_those_that_are_put_inside_keep_their_distance() -> None:
    small = [(100.0, 100.0)] * 6
    sizes = [(800.0, 600.0), *small]
    filled = [[Box(400, 300, 200, 200)], *([Box(50, 50, 100, 100)] for _ in small)]
    corners = nest(sizes, filled, 40, wider)
    boxes = [Box(x + 50, y + 50, 100, 100) for x, y in corners[1:]]
    boxes.append(Box(400, 300, 200, 200))
    assert not any(one.overlaps(other, 19, 19) for rank, one in enumerate(boxes) for other in boxes[:rank])
    assert all(0 <= x <= 700 and 0 <= y <= 500 for x, y in corners[1:])
