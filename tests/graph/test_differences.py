from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from graph.authoring.assembly import assemble
from graph.authoring.folder import read_data
from graph.errors import NotFound
from graph.identifiers import Identifiers
from graph.locations import data_folder
from graph.model import Scenario, Statement, Text
from graph.network.differences import find_difference
from graph.snapshot import Snapshot
from ontology import vocabulary
from tests.graph.synthetic import REPORT, make_snapshot, make_statement


def made() -> Snapshot:
    statements = [
        make_statement(1, (1, 2, "fact")),
        make_statement(2, (3, 4, "proposal")),
        make_statement(3, (1, 5, "fact")),
        make_statement(4, (1, 6, "proposal")),
        replace(make_statement(5, (7, 0, "assessment")), predicate="hinders"),
        replace(make_statement(6, (0, 8, "assessment")), predicate="enables"),
        replace(make_statement(7, (0, 8, "criticism")), predicate="assessedAs"),
        replace(make_statement(8, (0, 8, "assessment")), predicate="assessedAs"),
        replace(make_statement(9, (0, 8, "proposal")), predicate="concerns"),
        replace(make_statement(10, (0, 8, "conditional")), predicate="wouldRequire"),
        replace(make_statement(11, (0, 8, "absence")), predicate="wouldRequire"),
        replace(make_statement(12, (0, 8, "proposal")), predicate="includes"),
    ]
    by_number = {n: each.id for n, each in enumerate(statements, start=1)}
    scenario = Scenario(
        "s",
        "https://example.org/s",
        REPORT,
        "e0",
        Text("情景", "Scenario"),
        adds=(by_number[2],),
        ends=((by_number[1], (by_number[5],)),),
        changes=((by_number[3], by_number[4]),),
    )
    return make_snapshot(statements, 9, scenario)


def numbers(statements: Iterable[Statement]) -> list[int]:
    return [int(each.id.rpartition(".")[2]) for each in statements]


def test_today_beside_what_would_be() -> None:
    found = find_difference(made(), "s")
    assert numbers(found.added) == [2]
    assert [(numbers([fact]), numbers(because)) for fact, because in found.ended] == [([1], [5])]
    assert [numbers(pair) for pair in found.changed] == [[3, 4]]
    assert sorted(numbers(found.statements)) == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12]


def test_reasons_stand_on_the_side_that_their_property_tells_and_judgements_stay_open() -> None:
    reasons = find_difference(made(), "s").reasons
    sides = {side: numbers(each) for side, each in reasons.items()}
    assert sides == {"substance": [12], "required": [10], "for": [6], "against": [5, 7], "open": [8, 11]}


def test_a_judgement_stands_where_what_it_says_was_read_to_put_it() -> None:
    snapshot = made()
    scenario = snapshot.scenario("s")
    ids = dict(enumerate(snapshot.statements, start=1))
    judged = replace(scenario, said_for=(ids[8],), said_against=(ids[6],))
    reasons = find_difference(make_snapshot(list(snapshot.statements.values()), 9, judged), "s").reasons
    sides = {side: numbers(each) for side, each in reasons.items()}
    assert sides == {"substance": [12], "required": [10], "for": [8], "against": [5, 6, 7], "open": [11]}


def test_entities_say_whether_any_fact_is_about_them() -> None:
    assert find_difference(made(), "s").entities == {
        **{"e0": False, "e3": False, "e4": False, "e6": False},
        **{"e1": True, "e2": True, "e5": True},
    }


def test_an_unknown_scenario_is_named() -> None:
    with pytest.raises(NotFound, match="nowhere"):
        find_difference(made(), "nowhere")


def test_in_the_report_every_statement_of_a_difference_has_the_status_that_its_place_needs() -> None:
    snapshot = Snapshot(assemble(read_data(data_folder()), vocabulary(), Identifiers()), "v1")
    assert snapshot.scenarios
    for scenario in snapshot.scenarios:
        found = find_difference(snapshot, scenario)
        assert {each.modality for each in found.added} <= {"proposal", "recommendation", "conditional", "plan"}
        assert all(fact.modality in ("fact", "absence") for fact, _ in found.ended)
        assert not {each.id for each in found.added} & {each.id for side in found.reasons.values() for each in side}
