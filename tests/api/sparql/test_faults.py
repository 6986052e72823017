"""What is no query, over a bound or not acceptable, each with its status, kind and place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.api.sparql.asking import ASK, DIRECT, ENDLESS, FORM, G1, PARAMETER_METHODS, fault, send


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_other_methods(client: TestClient, method: str) -> None:
    answer = client.request(method, "/sparql")
    assert fault(answer) == (405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    ("query", "status", "kind", "line"),
    [
        ("SELECT *\n{ ?s ?p }", 400, "query-syntax", 2),
        ("SELECT * {\n\n'open }", 400, "query-syntax", 3),
        ("", 400, "query-syntax", 1),
        ("SELECT * { ?s ?p ?o FILTER(<http://example.org/f>(?o)) }", 400, "query-syntax", None),
        ("SELECT * {\n SERVICE <http://example.org/sparql> { ?s ?p ?o } }", 403, "query-forbidden", 2),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", 403, "query-forbidden", 1),
        ("LOAD <file:///etc/passwd>", 403, "query-forbidden", 1),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 403, "query-forbidden", 1),
        (
            f"SELECT * {{ {' '.join(f'GRAPH ?g{n} {{ ?a{n} ?b{n} ?c{n} }}' for n in range(3))} }}",
            422,
            "query-limit",
            None,
        ),
    ],
)
@pytest.mark.parametrize("method", PARAMETER_METHODS)
def test_faults_of_queries(
    client: TestClient, method: str, query: str, status: int, kind: str, line: int | None
) -> None:
    answer = send(client, method, query)
    assert fault(answer) == (status, kind)
    assert answer.json()["error"].get("line") == line
    assert answer.headers["cache-control"] == "no-store"


def test_which_limit_is_told(client: TestClient) -> None:
    start = time.monotonic()
    answer = send(client, "get", ENDLESS, timeout="0.3")
    assert fault(answer) == (422, "query-limit")
    assert answer.json()["error"]["limit"] == "time"
    assert "0.3 seconds" in answer.json()["error"]["message"]
    assert time.monotonic() - start < 5


def test_triple_terms_are_not_acceptable_as_json_ld(client: TestClient) -> None:
    query = "CONSTRUCT { <a:s> <a:p> ?t } { BIND(TRIPLE(<a:a>, <a:b>, 1) AS ?t) }"
    assert fault(send(client, "get", query, "application/ld+json")) == (406, "not-acceptable")
    assert b"<<(" in send(client, "get", query, "text/turtle").content


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ([("query", ASK), ("query", ASK)], "query"),
        ([("query", ASK), ("update", "CLEAR ALL")], "update"),
        ([("query", ASK), ("Query", ASK)], "Query"),
        ([("query", ASK), ("timeout", "soon")], "timeout"),
        ([("query", ASK), ("timeout", "-1")], "timeout"),
        ([("query", ASK), ("timeout", "nan")], "timeout"),
        ([("query", ASK), ("timeout", "1"), ("timeout", "2")], "timeout"),
        ([("default-graph-uri", G1)], "query"),
        ([("timeout", "1")], "query"),
    ],
)
def test_bad_parameters(client: TestClient, parameters: list[tuple[str, str]], named: str) -> None:
    encoded = urlencode(parameters)
    for answer in (
        client.get(f"/sparql?{encoded}"),
        client.post("/sparql", content=encoded, headers={"Content-Type": FORM}),
    ):
        assert fault(answer) == (400, "bad-parameter")
        assert answer.json()["error"]["parameter"] == named


def test_a_query_in_address_and_body_is_double(client: TestClient) -> None:
    for content, kind in ((urlencode({"query": ASK}), FORM), (ASK, DIRECT)):
        answer = client.post("/sparql", params={"query": ASK}, content=content, headers={"Content-Type": kind})
        assert fault(answer) == (400, "bad-parameter")
    assert fault(client.post("/sparql", content="", headers={"Content-Type": FORM})) == (400, "bad-parameter")


@pytest.mark.parametrize("graph", ["relative", "", "http://example.org/a b"])
def test_graphs_that_are_no_iris(client: TestClient, graph: str) -> None:
    assert fault(send(client, "get", ASK, **{"default-graph-uri": graph})) == (400, "query-syntax")
    assert fault(send(client, "get", ASK, **{"named-graph-uri": "file:///etc"})) == (403, "query-forbidden")


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        (FORM, 200),
        (f"{FORM}; charset=UTF-8", 200),
        (f'{FORM.upper()};charset="utf-8"', 200),
        (f"{FORM}; charset=iso-8859-1", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/json", 415),
        ("application/sparql-update", 415),
        ("", 415),
    ],
)
def test_content_types(client: TestClient, content_type: str, expected: int) -> None:
    answer = client.post("/sparql", content=urlencode({"query": ASK}), headers={"Content-Type": content_type})
    assert answer.status_code == expected
    if expected == 415:
        assert fault(answer) == (415, "unsupported-media-type")
        assert DIRECT in answer.headers["accept-post"]


def test_compressed_and_broken_bodies(client: TestClient) -> None:
    headers = {"Content-Type": DIRECT, "Content-Encoding": "gzip"}
    assert client.post("/sparql", content=b"x", headers=headers).status_code == 415
    broken = client.post("/sparql", content=b"ASK { '\xff' }", headers={"Content-Type": DIRECT})
    assert fault(broken) == (400, "bad-parameter")
    assert fault(client.get("/sparql?query=%FF")) == (400, "bad-parameter")
    many = client.post("/sparql", content="a=b&" * 2000, headers={"Content-Type": FORM})
    assert fault(many) == (400, "bad-parameter")


def test_queries_over_the_bound(client: TestClient) -> None:
    long = f"ASK {{ ?s ?p '{'x' * 21_000}' }}"
    for method in ("form", "direct"):
        assert fault(send(client, method, long)) == (413, "body-too-large")

    def stream() -> Iterator[bytes]:
        yield from [b"x" * 1000] * 30

    streamed = client.post("/sparql", content=stream(), headers={"Content-Type": DIRECT})
    assert fault(streamed) == (413, "body-too-large")
    assert fault(send(client, "get", long)) == (414, "address-too-long")
