from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.network.certainty import Period
from graph.network.criteria import Criteria, Filter, paragraphs_in
from graph.network.relations import relations_of
from graph.network.surroundings import find_beyond, find_surroundings
from graph.network.timeline import find_moments
from tests.graph.synthetic import REPORT, Edge, make_snapshot, make_statement

NODES = 8
edges = st.lists(
    st.tuples(st.integers(0, NODES - 1), st.integers(-1, NODES - 1), st.sampled_from(["fact", "plan"])), max_size=30
)


@given(edges=edges, depth=st.integers(0, 2))
def test_what_is_beyond_is_tied_to_it_by_what_the_criteria_keep(edges: list[Edge], depth: int) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    criteria = Criteria(modalities=("fact",))
    around = find_surroundings(snapshot, ["e0", "e1"], depth, NODES, criteria).neighbourhood
    found = find_beyond(around, Filter(criteria, snapshot), snapshot)
    graph = nx.Graph([(f"e{s}", f"e{o}") for s, o, m in edges if o >= 0 and m == "fact"])
    inside = {entity.id for entity in around.entities}
    outside = {entity: set(graph[entity]) - inside for entity in inside if entity in graph}
    assert found.counts == {entity: len(others) for entity, others in outside.items() if others}
    assert found.total == len(set().union(*outside.values()))


@given(edges=edges, depth=st.integers(0, 3), limit=st.integers(1, 10))
def test_distances_totals_and_what_is_left_out(edges: list[Edge], depth: int, limit: int) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    found = find_surroundings(snapshot, ["e0", "e1"], depth, limit, Criteria(modalities=("fact",)))
    graph = nx.Graph([(f"e{s}", f"e{o}") for s, o, m in edges if o >= 0 and m == "fact"])
    graph.add_nodes_from(("e0", "e1"))
    reach = {
        entity: min(
            nx.shortest_path_length(graph, each, entity) for each in ("e0", "e1") if nx.has_path(graph, each, entity)
        )
        for entity in graph
        if nx.has_path(graph, "e0", entity) or nx.has_path(graph, "e1", entity)
    }
    within = {entity: distance for entity, distance in reach.items() if distance <= depth}
    assert found.total_entities == len(within)
    shown = {entity.id for entity in found.neighbourhood.entities}
    if found.neighbourhood.left_out == 0:
        assert found.distances == within
    assert len(shown) <= max(2, limit)
    assert found.neighbourhood.left_out == len(within) - len(shown)
    among = [
        s
        for s in snapshot.statements.values()
        if s.modality == "fact"
        and (
            s.subject in ("e0", "e1")
            if len(s.entities) == 1 and not isinstance(s.object, str)
            else set(s.entities) <= shown
        )
    ]
    assert list(found.neighbourhood.statements) == among
    about = {s.id for each in ("e0", "e1") for s in snapshot.statements_about(each) if s.modality == "plan"}
    assert found.hidden == ({"plan": len(about)} if about else {})


@given(edges=edges)
def test_relations_count_each_statement_about_an_entity_once(edges: list[Edge]) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    relations = relations_of(snapshot, "e0")
    assert sum(relation.statements for relation in relations) == len(snapshot.statements_about("e0"))
    for relation in relations:
        assert len(set(relation.neighbours)) == len(relation.neighbours) <= relation.statements
    met = {each for relation in relations for each in relation.neighbours}
    assert met == {
        each
        for s in snapshot.statements_about("e0")
        if isinstance(s.object, str)
        for each in s.entities
        if each != "e0" or s.subject == s.object
    }


def test_statements_are_bounded_and_the_total_stays() -> None:
    snapshot = make_snapshot((make_statement(n, (0, 1, "fact")) for n in range(9)), 2)
    found = find_surroundings(snapshot, ["e0"], statement_limit=4)
    assert len(found.neighbourhood.statements) == 4
    assert found.total_statements == 9


def test_sections_hold_those_below_them() -> None:
    snapshot = make_snapshot((make_statement(n, (0, 1, "fact")) for n in range(10)), 2)
    assert paragraphs_in(snapshot, ["I"]) == {(REPORT, str(n)) for n in range(1, 11)}
    inner = find_surroundings(snapshot, ["e0"], criteria=Criteria(sections=("I.A",))).neighbourhood.statements
    assert {s.evidence[0].unit for s in inner} == {"6", "7", "8", "9", "10"}


def test_moments_of_some_entities_are_those_of_all_about_them() -> None:
    statements = (make_statement(n, (n % 3, (n + 1) % 3, "fact"), "2006" if n % 2 else "") for n in range(12))
    snapshot = make_snapshot(statements, 3)
    everything = find_moments(snapshot, Criteria())
    for entities, among in ((("e0",), False), (("e0", "e1"), True), (("e2", "e1"), False)):
        needed = all if among else any
        expected = [m for m in everything if needed(each in entities for each in m.statement.entities)]
        assert expected
        assert list(find_moments(snapshot, Criteria(), entities, among=among)) == expected


def test_moments_stand_by_earliest_day_and_the_undated_last() -> None:
    dates = ("2006", "", "2005-09", "../2001", "2006-01-01", "2007/..")
    snapshot = make_snapshot((make_statement(n, (0, 1, "fact"), edtf) for n, edtf in enumerate(dates)), 2)
    all_of_them = find_moments(snapshot, Criteria())
    assert [m.statement.time.edtf if m.statement.time else "" for m in all_of_them] == [
        *("../2001", "2005-09", "2006-01-01", "2006", "2007/..", "")
    ]
    period = Period("2006-01-01", "2006-06-30")
    marks = {
        m.statement.time.edtf: m.certainty for m in find_moments(snapshot, Criteria(period=period)) if m.statement.time
    }
    assert marks == {"2006-01-01": "certain", "2006": "possible"}
