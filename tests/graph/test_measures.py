from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import TooLarge
from graph.model import Statement
from graph.network import measures
from graph.network.criteria import Criteria
from graph.network.measures import MEASURES, Network, Result
from graph.snapshot import Snapshot
from tests.graph.synthetic import Edge, make_snapshot, make_statement

NODES = 9
FACTS = Criteria(modalities=("fact",))
edges = st.lists(
    st.tuples(st.integers(0, NODES - 1), st.integers(-1, NODES - 1), st.sampled_from(["fact", "plan"])), max_size=30
)


def snapshot_of(*statements: Statement, entities: int = NODES) -> Snapshot:
    return make_snapshot(statements, entities)


def compute(measure: str, snapshot: Snapshot, criteria: Criteria = FACTS) -> Result:
    return MEASURES[measure].compute(Network(snapshot, criteria))


def plain(result: Result) -> list[tuple[tuple[str, ...], float]]:
    return [(figure.entities, figure.value) for figure in result.figures]


@given(edges=edges)
@settings(max_examples=30)
def test_each_figure_follows_from_the_statements_that_it_names(edges: list[Edge]) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    for measure in MEASURES.values():
        result = measure.compute(Network(snapshot, FACTS))
        assert [figure.value for figure in result.figures] == sorted((f.value for f in result.figures), reverse=True)
        for figure in result.figures:
            behind = [snapshot.statement(each) for each in figure.statements]
            assert {each.modality for each in behind} <= {"fact"}
            assert figure.statements_total == len(behind)
            assert behind or measure.id == "communities"
            again = {each.entities: each for each in measure.compute(Network(_only(snapshot, behind), FACTS)).figures}
            if measure.id == "connections":
                assert again[figure.entities].value == figure.value
            elif measure.id.startswith(("shared", "mandate")):
                assert (again[figure.entities].value, again[figure.entities].shared) == (figure.value, figure.shared)


def _only(snapshot: Snapshot, statements: list[Statement]) -> Snapshot:
    return make_snapshot(statements, NODES)


@given(edges=edges)
@settings(max_examples=30)
def test_connections_and_brokers_are_those_of_networkx(edges: list[Edge]) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    graph = nx.Graph([(f"e{s}", f"e{o}") for s, o, m in edges if o >= 0 and m == "fact" and s != o])
    assert dict(plain(compute("connections", snapshot))) == {(each,): degree for each, degree in graph.degree}
    between: dict[tuple[str, ...], object] = {
        (each,): pytest.approx(share, abs=1e-6) for each, share in nx.betweenness_centrality(graph).items()
    }
    for entities, value in plain(compute("brokers", snapshot)):
        assert between[entities] == value
    groups = [set(figure.entities) for figure in compute("communities", snapshot).figures]
    assert set().union(*groups) == set(graph)
    assert sum(len(group) for group in groups) == len(graph)


def test_two_members_of_two_bodies_share_them_and_a_denial_counts_for_nothing() -> None:
    both = [(0, 2, "fact"), (1, 2, "fact"), (0, 3, "fact"), (1, 3, "fact"), (0, 4, "fact"), (1, 4, "absence")]
    snapshot = snapshot_of(*(make_statement(n, edge) for n, edge in enumerate(both)))
    result = compute("shared-membership", snapshot, Criteria())
    assert [(f.entities, f.value, f.shared, f.statements_total) for f in result.figures] == [
        (("e0", "e1"), 2, ("e2", "e3"), 4)
    ]


def test_an_overlap_of_mandates_is_the_very_same_object() -> None:
    made = [make_statement(n, edge) for n, edge in enumerate([(0, 2, "fact"), (1, 2, "fact"), (3, 4, "fact")])]
    of_mandate = [replace(made[0], predicate="hasMandate"), replace(made[1], predicate="responsibleFor"), made[2]]
    assert plain(compute("mandate-overlap", snapshot_of(*of_mandate))) == [(("e0", "e1"), 1)]


def test_what_grows_too_large_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    star = [make_statement(n, (n, 8, "fact")) for n in range(8)]
    monkeypatch.setattr(measures, "PAIRS_MAX", 27)
    assert not compute("shared-membership", snapshot_of(*star)).complete
    monkeypatch.setattr(measures, "PAIRS_MAX", 28)
    assert compute("shared-membership", snapshot_of(*star)).complete
    assert compute("brokers", snapshot_of(*star)).exact
    monkeypatch.setattr(measures, "WORK_MAX", 40)
    estimated = compute("brokers", snapshot_of(*star))
    assert not estimated.exact
    assert [figure.entities for figure in estimated.figures] == [("e8",)]


def test_a_figure_names_a_bounded_number_of_statements_and_says_how_many_there_are() -> None:
    many = [make_statement(n, (0, 1, "fact")) for n in range(measures.STATEMENTS_MAX + 5)]
    first = compute("connections", snapshot_of(*many)).figures[0]
    assert (len(first.statements), first.statements_total) == (measures.STATEMENTS_MAX, measures.STATEMENTS_MAX + 5)


def test_the_same_data_gives_the_same_figures_in_every_process() -> None:
    script = (
        "from graph.network.criteria import Criteria\n"
        "from graph.network.measures import MEASURES, Network\n"
        "from tests.graph.synthetic import make_snapshot, make_statement\n"
        "edges = [(a, (a * 7 + k * 3) % 40, 'fact') for a in range(40) for k in range(3)]\n"
        "made = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), 40)\n"
        "for each in MEASURES.values(): print(each.compute(Network(made, Criteria())))\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_every_measure_says_how_it_is_made_in_both_languages() -> None:
    for measure in MEASURES.values():
        assert measure.title.zh
        assert measure.title.en
        assert measure.method.zh.endswith("。")
        assert measure.method.en.endswith(".")


def test_communities_of_a_network_beyond_the_bound_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = snapshot_of(*(make_statement(n, (n, n + 1, "fact")) for n in range(3)))
    monkeypatch.setattr(measures, "COMMUNITY_TIES_MAX", 3)
    assert compute("communities", snapshot).figures
    monkeypatch.setattr(measures, "COMMUNITY_TIES_MAX", 2)
    with pytest.raises(TooLarge, match="3 ties") as refused:
        compute("communities", snapshot)
    assert "3 条连线" in refused.value.words.zh
