"""SPARQL 1.1 Update by the W3C's test suites, over HTTP."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import httpx2
import pyoxigraph as ox
import pytest

from .comparison import Result, differ
from .conftest import read_file
from .server import TOKEN
from .suite import Case, Suite
from .test_queries import as_parameters, find_cases, read_request

EVALUATED, PROPERLY, IMPROPERLY = 93, 42, 21  # cases of each kind
UPDATE = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/sparql-update"}
STATE = "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"

evaluated = find_cases("UpdateEvaluationTest")
properly = find_cases("PositiveUpdateSyntaxTest11")
improperly = [
    case for case in find_cases("NegativeUpdateSyntaxTest11", "NegativeSyntaxTest11") if case.request.endswith(".ru")
]


def test_no_case_is_left_out(suite: Suite) -> None:
    assert (len(evaluated), len(properly), len(improperly)) == (EVALUATED, PROPERLY, IMPROPERLY)


def change(client: httpx2.Client, update: str) -> Any:
    return client.post("/sparql/update", content=update.encode(), headers=UPDATE)


def read_state(client: httpx2.Client) -> list[ox.Quad]:
    """All that a store holds."""
    answer = client.get("/sparql", params={"query": STATE}, headers={"Accept": "application/sparql-results+json"})
    solutions = ox.parse_query_results(answer.content, ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions), json.loads(answer.content)
    return [ox.Quad(row["s"], row["p"], row["o"], row["g"] or ox.DefaultGraph()) for row in solutions]


def as_quads(suite: Suite, data: Sequence[str], graphs: Sequence[tuple[str, str]]) -> list[ox.Quad]:
    named = [(ox.DefaultGraph(), file) for file in data] + [(ox.NamedNode(name), file) for name, file in graphs]
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for graph, file in named for q in read_file(suite, file)]


def start_with(client: httpx2.Client, quads: Sequence[ox.Quad], graphs: Sequence[str] = ()) -> None:
    """Make a store hold just that."""
    blocks = [
        f"{q.subject} {q.predicate} {q.object} ."
        if isinstance(q.graph_name, ox.DefaultGraph)
        else f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}"
        for q in quads
    ]
    made = "".join(f" ; CREATE SILENT GRAPH <{graph}>" for graph in graphs)
    answer = change(client, f"DROP ALL ; INSERT DATA {{ {' '.join(blocks)} }}{made}")
    assert answer.status_code == 204, answer.text


@pytest.mark.parametrize("case", as_parameters(evaluated))
def test_evaluation(suite: Suite, case: Case, writable: httpx2.Client) -> None:
    start_with(writable, as_quads(suite, case.data, case.graphs), [name for name, _ in case.graphs])
    answer = change(writable, read_request(suite, case))
    assert answer.status_code == 204, answer.text
    wanted = Result(quads=as_quads(suite, case.result_data, case.result_graphs))
    difference = differ(Result(quads=read_state(writable)), wanted)
    assert not difference, difference


@pytest.mark.parametrize("case", as_parameters(properly))
def test_what_is_an_update_is_taken(suite: Suite, case: Case, writable: httpx2.Client) -> None:
    answer = change(writable, read_request(suite, case))
    # To drop a graph that isn't there is a fault of another kind.
    assert answer.status_code == 204 or "The graph" in answer.json()["error"]["message"], answer.text


@pytest.mark.parametrize("case", as_parameters(improperly))
def test_what_is_no_update_is_refused(suite: Suite, case: Case, writable: httpx2.Client) -> None:
    answer = change(writable, read_request(suite, case))
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "query-syntax"), answer.text
