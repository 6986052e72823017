"""The SPARQL 1.1 Protocol over HTTP, to the letter: ways to ask, forms, datasets, methods."""

from __future__ import annotations

from typing import Any

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from api.negotiation import GRAPHS, RESULTS
from graph.sparql import GRAPH_FORMATS, RESULT_FORMATS
from tests.api.sparql.asking import (
    ASK,
    CONSTRUCT,
    FORM,
    G1,
    G2,
    HIDDEN,
    PARAMETER_METHODS,
    QUERIES,
    SELECT,
    fault,
    send,
    values,
)


@pytest.mark.parametrize("method", PARAMETER_METHODS)
@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("media_type", [*RESULT_FORMATS, *GRAPH_FORMATS])
def test_every_way_gives_every_form(client: TestClient, method: str, kind: str, media_type: str) -> None:
    answer = send(client, method, QUERIES[kind], media_type)
    if (media_type in GRAPH_FORMATS) != (kind in ("construct", "describe")):
        assert fault(answer) == (406, "not-acceptable")
        return
    assert answer.status_code == 200
    sent = answer.headers["content-type"]
    assert sent == (f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type)
    assert "Accept" in answer.headers["vary"]
    assert answer.headers["access-control-allow-origin"] == "*"
    if media_type in GRAPH_FORMATS:
        assert len(list(pyoxigraph.parse(answer.content, GRAPH_FORMATS[media_type]))) == (
            2 if kind == "construct" else 1
        )
    elif kind == "select":
        assert "中 文 %20+&" in answer.content.decode().replace("&amp;", "&")
    else:
        assert b"true" in answer.content


DATASETS = [
    ("", {}, ["two", "中 文 %20+&"]),
    ("", {"default-graph-uri": G2}, ["two"]),
    ("", {"default-graph-uri": [HIDDEN, G2]}, None),
    ("", {"named-graph-uri": G2}, []),
    (f"FROM <{G1}>", {}, ["中 文 %20+&"]),
    (f"FROM <{G1}>", {"default-graph-uri": G2}, ["two"]),
    (f"FROM NAMED <{G1}>", {}, []),
    ("", {"default-graph-uri": "http://example.org/nowhere"}, []),
]


@pytest.mark.parametrize("method", PARAMETER_METHODS)
@pytest.mark.parametrize(("dataset", "parameters", "expected"), DATASETS)
def test_datasets(
    client: TestClient, method: str, dataset: str, parameters: dict[str, Any], expected: list[str] | None
) -> None:
    found = values(send(client, method, f"SELECT ?o {dataset} {{ ?s ?p ?o }} ORDER BY ?o", **parameters))
    assert len(found) == 22 if expected is None else found == expected


@pytest.mark.parametrize("method", PARAMETER_METHODS)
def test_named_graphs_of_the_request(client: TestClient, method: str) -> None:
    query = "SELECT (STR(?g) AS ?o) { GRAPH ?g { ?s ?p ?x } } GROUP BY ?g ORDER BY ?g"
    assert values(send(client, method, query)) == [G1, G2, HIDDEN]
    assert values(send(client, method, query, **{"named-graph-uri": [G1, G2]})) == [G1, G2]
    assert values(send(client, method, query, **{"default-graph-uri": G1})) == []


@pytest.mark.parametrize(
    ("accept", "query", "expected"),
    [
        ("", SELECT, "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", SELECT, "application/sparql-results+xml"),
        ("application/*;q=0.2, text/tab-separated-values", SELECT, "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*", SELECT, "application/sparql-results+xml"),
        ("application/json", SELECT, "application/json"),
        ("text/xml", ASK, "text/xml; charset=utf-8"),
        ("application/xml", CONSTRUCT, "application/xml"),
        ("application/json, text/turtle;q=0.9", CONSTRUCT, "application/json"),
        ("nonsense, text/turtle;q=x, application/ld+json", CONSTRUCT, "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", SELECT, "application/xml"),
        ("TEXT/CSV; Q=1", SELECT, "text/csv; charset=utf-8"),
    ],
)
def test_accept(client: TestClient, accept: str, query: str, expected: str) -> None:
    answer = send(client, "get", query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)


@pytest.mark.parametrize(("forms", "query"), [(RESULTS, SELECT), (GRAPHS, CONSTRUCT)])
def test_short_names(client: TestClient, forms: tuple[Any, ...], query: str) -> None:
    for form in forms:
        for name in (form.media_type, *form.names):
            for parameter in ("format", "output", "results"):
                answer = send(client, "get", query, "text/html", **{parameter: name})
                assert answer.headers["content-type"].partition(";")[0] == form.media_type
    assert fault(send(client, "get", query, format="docx")) == (406, "not-acceptable")
    assert fault(send(client, "get", query, format="json", output="xml")) == (400, "bad-parameter")
    assert send(client, "form", query, format="").status_code == 200


def test_head_is_get_without_a_body(client: TestClient) -> None:
    asked = {"query": SELECT}
    head, get = client.head("/sparql", params=asked), client.get("/sparql", params=asked)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-type", "content-length", "etag", "vary"):
        assert head.headers[name] == get.headers[name]


def test_preflight_and_options(client: TestClient) -> None:
    asked = {"Origin": "http://example.org", "Access-Control-Request-Method": "POST"}
    for headers in (asked, {}):
        answer = client.options("/sparql", headers=headers)
        assert answer.status_code == 204
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "POST" in answer.headers["access-control-allow-methods"]
        assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_what_clients_send_along_is_taken(client: TestClient) -> None:
    sent = {"format": "json", "output": "json", "results": "json", "infer": "true", "_": "1"}
    assert len(values(send(client, "get", SELECT, **sent))) == 2


def test_forms_are_decoded_once(client: TestClient) -> None:
    literal = "100%25 %20 + & = 中"
    query = f'SELECT ("{literal}" AS ?o) {{}}'
    for method in PARAMETER_METHODS:
        assert values(send(client, method, query)) == [literal]
    plus = client.post("/sparql", content="query=ASK+%7B%7D", headers={"Content-Type": FORM})
    assert plus.json()["boolean"] is True


@pytest.mark.parametrize(
    ("body", "status"), [("query=ASK { ?s ?p '中 文' }", 200), (b"query=ASK { ?s ?p '\xff' }", 400)]
)
def test_a_form_in_raw_utf_8_is_read_as_such(client: TestClient, body: str | bytes, status: int) -> None:
    # Browsers escape what isn't ASCII, scripts often don't.
    answer = client.post(
        "/sparql", content=body.encode() if isinstance(body, str) else body, headers={"Content-Type": FORM}
    )
    assert answer.status_code == status
    if status == 200:
        quoted = "query=SELECT ('中文' AS ?x) {}".encode()
        rows = client.post("/sparql", content=quoted, headers={"Content-Type": FORM}).json()["results"]["bindings"]
        assert rows[0]["x"]["value"] == "中文"
    else:
        assert answer.json()["error"]["message"] == "the form isn't UTF-8"
