from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NotFound
from graph.network.criteria import Criteria
from graph.network.paths import find_paths
from tests.graph.synthetic import Edge, make_snapshot, make_statement

NODES = 7
edges = st.lists(
    st.tuples(st.integers(0, NODES - 1), st.integers(-1, NODES - 1), st.sampled_from(["fact", "criticism"])),
    max_size=25,
)


@given(edges=edges, length=st.integers(1, 4), facts_only=st.booleans())
def test_the_paths_are_those_of_networkx(edges: list[Edge], length: int, facts_only: bool) -> None:
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), NODES)
    wanted = Criteria(modalities=("fact",)) if facts_only else Criteria()
    found = find_paths(snapshot, "e0", "e1", length, 1000, wanted)
    graph = nx.Graph()
    graph.add_nodes_from(f"e{n}" for n in range(NODES))
    graph.add_edges_from((f"e{s}", f"e{o}") for s, o, m in edges if o >= 0 and (m == "fact" or not facts_only))
    expected = {tuple(path) for path in nx.all_simple_paths(graph, "e0", "e1", cutoff=length)}
    assert {path.entities for path in found.paths} == expected
    assert len(found.paths) == found.total == len(expected)
    assert found.complete
    assert [len(path.entities) for path in found.paths] == sorted(len(path.entities) for path in found.paths)
    for path in found.paths:
        for n, step in enumerate(path.steps):
            ends = {path.entities[n], path.entities[n + 1]}
            between = [s for s in snapshot.statements.values() if set(s.entities) == ends]
            assert list(step) == [s for s in between if s.modality == "fact" or not facts_only]


def test_the_limit_keeps_the_shortest_and_says_how_many_there_are() -> None:
    edges = [(0, 1, "fact")] + [edge for n in range(2, 12) for edge in ((0, n, "fact"), (n, 1, "fact"))]
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), 12)
    found = find_paths(snapshot, "e0", "e1", 2, 3)
    assert [path.entities for path in found.paths] == [("e0", "e1"), ("e0", "e10", "e1"), ("e0", "e11", "e1")]
    assert found.total == 11


def test_a_search_that_grows_too_large_says_so_and_gives_what_it_has() -> None:
    edges = [(a, b, "fact") for a in range(12) for b in range(a)]
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), 12)
    found = find_paths(snapshot, "e0", "e1", 4, 1000, work_max=300)
    assert not found.complete
    assert 0 < found.total < 1 + 10 + 10 * 9 + 10 * 9 * 8
    assert find_paths(snapshot, "e0", "e1", 4, 1000).complete


def test_classes_bind_the_entities_between_and_not_the_ends() -> None:
    edges = [(0, 2, "fact"), (2, 4, "fact"), (0, 3, "fact"), (3, 4, "fact")]
    snapshot = make_snapshot((make_statement(n, edge) for n, edge in enumerate(edges)), 5)
    found = find_paths(snapshot, "e0", "e4", 2, 10, Criteria(classes=("Institution",)))
    assert [path.entities for path in found.paths] == [("e0", "e3", "e4")]


def test_ends_must_be_two_known_entities() -> None:
    snapshot = make_snapshot((), 2)
    with pytest.raises(NotFound, match="e9"):
        find_paths(snapshot, "e0", "e9")
    with pytest.raises(ValueError, match="both ends"):
        find_paths(snapshot, "e0", "e0")
