"""SPARQL 1.1 Query by the W3C's test suites, over HTTP: evaluation, forms of results, and syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpx2
import pyoxigraph as ox
import pytest

from .comparison import Result, Row, differ, read_graph, read_solutions, read_table
from .conftest import SKIPPED, find_suite
from .known import KNOWN
from .suite import Case, Suite

EVALUATED, PROPERLY, IMPROPERLY = 428, 212, 85  # cases of each kind
_TYPES = {
    "srx": "application/sparql-results+xml",
    "srj": "application/sparql-results+json",
    "tsv": "text/tab-separated-values",
    "csv": "text/csv",
}


def find_cases(*kinds: str) -> list[Case]:
    suite = find_suite()
    cases = suite.cases() if suite else ()
    return [case for case in cases if case.kind in kinds and case.id.split("/")[1] not in SKIPPED]


def as_parameters(cases: Iterable[Case]) -> list[Any]:
    """Cases as parameters, those that are known to fail marked; one that is not tested where there are none."""
    marks = {
        case.id: [pytest.mark.xfail(strict=True, reason=KNOWN[case.id])] if case.id in KNOWN else [] for case in cases
    }
    found = [pytest.param(case, id=case.id, marks=marks[case.id]) for case in cases]
    return found or [pytest.param(None, id="none")]


FEDERATED = [case for case in find_cases("QueryEvaluationTest") if case.id.startswith("sparql11/service/")]
evaluated = [case for case in find_cases("QueryEvaluationTest", "CSVResultFormatTest") if case not in FEDERATED]
properly = find_cases("PositiveSyntaxTest", "PositiveSyntaxTest11")
improperly = [case for case in find_cases("NegativeSyntaxTest", "NegativeSyntaxTest11") if case.request.endswith(".rq")]


def test_no_case_is_left_out(suite: Suite) -> None:
    assert (len(evaluated), len(properly), len(improperly)) == (EVALUATED, PROPERLY, IMPROPERLY)


def read_request(suite: Suite, case: Case) -> str:
    """The query or update, with its own address as the base that it doesn't give itself."""
    return f"BASE <{case.request}> {suite.path(case.request).read_bytes().decode()}"


def read_wanted(suite: Suite, case: Case) -> Result:
    assert case.result is not None
    path = suite.path(case.result)
    ending = path.suffix.removeprefix(".")
    if ending == "csv":
        return read_table(path.read_bytes())
    if ending in _TYPES:
        return read_solutions(path.read_bytes(), _TYPES[ending])
    form = ox.RdfFormat.from_extension(ending)
    assert form is not None
    return read_graph(path.read_bytes(), form, case.result)


@pytest.mark.parametrize("case", as_parameters(evaluated))
def test_evaluation(suite: Suite, case: Case, over_all_files: httpx2.Client) -> None:
    wanted = read_wanted(suite, case)
    ending = case.result.rpartition(".")[2] if case.result else ""
    accept = _TYPES.get(ending, "application/sparql-results+json;q=0.9, text/turtle")
    asked: list[Any] = [("query", read_request(suite, case))]
    asked += [("default-graph-uri", file) for file in case.data]
    asked += [("named-graph-uri", name) for name, _ in case.graphs]
    answer = over_all_files.get("/sparql", params=asked, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    sent = answer.headers["content-type"].partition(";")[0]
    if sent == "text/turtle":
        got = read_graph(answer.content, ox.RdfFormat.TURTLE, case.request)
    else:
        got = read_table(answer.content) if sent == "text/csv" else read_solutions(answer.content, sent)
    if case.is_lax and got.rows is not None and wanted.rows is not None:
        got.rows, wanted.rows = _once_each(got.rows), _once_each(wanted.rows)
    difference = differ(got, wanted, as_text=sent == "text/csv")
    assert not difference, difference


def _once_each(rows: list[Row]) -> list[Row]:
    return list({str(sorted((name, str(term)) for name, term in row.items())): row for row in rows}.values())


@pytest.mark.parametrize("case", as_parameters(properly))
def test_what_is_sparql_is_taken(suite: Suite, case: Case, over_all_files: httpx2.Client) -> None:
    answer = over_all_files.get("/sparql", params={"query": read_request(suite, case)})
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("case", as_parameters(improperly))
def test_what_is_no_sparql_is_refused(suite: Suite, case: Case, over_all_files: httpx2.Client) -> None:
    answer = over_all_files.get("/sparql", params={"query": read_request(suite, case)})
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "query-syntax"), answer.text
