"""Mentions by longest match, and what rulings change."""

from __future__ import annotations

from graph.authoring.mentions import Found, LabelIndex, Ruling

INDEX = LabelIndex([("大会", "ga"), ("国际劳工大会", "ilc"), ("劳工组织", "ilo"), ("委员会", "a"), ("委员会", "b")])


def test_a_name_inside_a_longer_name_is_no_mention() -> None:
    assert INDEX.find("国际劳工大会和大会") == (Found(0, 6, ("ilc",)), Found(7, 9, ("ga",)))


def test_a_word_for_two_bodies_names_both_until_a_ruling_decides() -> None:
    assert INDEX.find("该委员会") == (Found(1, 4, ("a", "b")),)
    assert INDEX.find("该委员会", [Ruling(1, 4, "b")]) == (Found(1, 4, ("b",)),)
    assert INDEX.find("该委员会", [Ruling(1, 4, None)]) == ()


def test_a_ruling_takes_its_place_from_every_label_that_overlaps_it() -> None:
    assert INDEX.find("国际劳工大会", [Ruling(4, 6, "ga")]) == (Found(4, 6, ("ga",)),)
    assert INDEX.find("大会小组", [Ruling(2, 4, "gmg")]) == (Found(0, 2, ("ga",)), Found(2, 4, ("gmg",)))
