"""Lanes of a timeline: nothing overlaps in them, and lines run under few boxes."""

from __future__ import annotations

from itertools import combinations

from viz.layouts.lanes import Piece, choose_lanes


def piece(left: float, *, upward: bool = False) -> Piece:
    return Piece(left, 100, 40, left + 120, upward)


def test_nothing_overlaps_in_a_lane() -> None:
    pieces = {f"p{number:02}": piece(number * 37 % 700, upward=number % 3 == 0) for number in range(30)}
    links = [(f"p{number:02}", f"p{number * 7 % 30:02}") for number in range(1, 30)]
    for lanes in (choose_lanes(pieces, []), choose_lanes(pieces, links)):
        for one, other in combinations(pieces, 2):
            if lanes[one] == lanes[other] and pieces[one].upward == pieces[other].upward:
                assert pieces[one].right <= pieces[other].left or pieces[other].right <= pieces[one].left
    assert choose_lanes(pieces, links) == choose_lanes(pieces, links)


def test_without_lines_each_is_as_near_to_the_axis_as_it_can_be() -> None:
    assert choose_lanes({"a": piece(0), "b": piece(50), "c": piece(130), "d": piece(0, upward=True)}, []) == {
        "a": 0,
        "b": 1,
        "c": 0,
        "d": 0,
    }


def test_what_lies_between_two_linked_ones_goes_out_of_their_way() -> None:
    pieces = {"a": piece(0), "b": piece(200), "c": piece(400), "d": piece(0)}
    assert choose_lanes(pieces, []) == {"a": 0, "b": 0, "c": 0, "d": 1}
    lanes = choose_lanes(pieces, [("a", "c")])
    assert len({lanes["a"], lanes["b"], lanes["c"]}) > 1


def test_it_ends_with_many_lines() -> None:
    pieces = {f"p{number:03}": piece(number * 13 % 900) for number in range(300)}
    names = sorted(pieces)
    links = [(names[number % 300], names[number * 31 % 300]) for number in range(600)]
    assert set(choose_lanes(pieces, links)) == set(pieces)
