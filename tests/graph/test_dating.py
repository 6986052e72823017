"""What dates an entity: its own date best, and of two the more precise one."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Statement
from graph.network.dating import dating
from tests.graph.synthetic import make_statement


def test_a_day_of_its_own_dates_better_than_a_year_and_a_proposal_not_at_all() -> None:
    def at(number: int, predicate: str, edtf: str, modality: str = "fact") -> Statement:
        return replace(make_statement(number, (1, 2, modality), edtf), predicate=predicate)

    year = at(1, "heldOn", "2006")
    day = at(2, "heldOn", "2006-09-14")
    idea = at(3, "startedOn", "2001", "proposal")
    assert dating([year, day, idea], "e1") is day
    assert dating([idea], "e1") is None


def test_what_brought_it_about_dates_an_entity_that_has_no_date_of_its_own() -> None:
    created = replace(make_statement(1, (2, 1, "fact"), "2006"), predicate="created")
    assert dating([created], "e1") is created
    # Who brought it about isn't dated by that.
    assert dating([created], "e2") is None
