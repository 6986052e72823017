"""SPARQL Update and Graph Store Protocol over HTTP: off unless an operator turns them on, then by the letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.service import Served

TOKEN = "0123456789abcdef"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
FORM, UPDATE = "application/x-www-form-urlencoded", "application/sparql-update"
G, OTHER = "http://example.org/g", "http://example.org/other"
INSERT = "INSERT DATA { <a:s> <a:p> <a:o> }"


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("own") / "store"
    settings = Settings(store=folder, write_token=TOKEN, workers=1, write_bytes=50_000)
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def client(writable: TestClient) -> TestClient:
    """The store of the operator, emptied."""
    assert writable.post("/sparql/update", data={"update": "DROP ALL"}, headers=BEARER).status_code == 204
    return writable


def send(client: TestClient, method: str, update: str, /, **parameters: Any) -> Any:
    if method == "form":
        pairs = [("update", update), *parse_qsl(urlencode(parameters, doseq=True))]
        return client.post("/sparql/update", content=urlencode(pairs), headers={**BEARER, "Content-Type": FORM})
    headers = {**BEARER, "Content-Type": UPDATE}
    return client.post("/sparql/update", content=update.encode(), params=parameters, headers=headers)


def put(client: TestClient, graph: str, turtle: str, method: str = "PUT", kind: str = "text/turtle") -> Any:
    headers = {**BEARER, "Content-Type": kind}
    return client.request(method, f"/sparql/graphs?{graph}", content=turtle.encode(), headers=headers)


def fault(answer: Any) -> tuple[int, str]:
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()["error"]["type"]


def rows(client: TestClient, query: str) -> list[str]:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    return answer.text.split("\r\n")[1:-1]


ALL = "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o"
WRITES = [
    ("POST", "/sparql/update", FORM, urlencode({"update": INSERT})),
    ("POST", "/sparql/update", UPDATE, INSERT),
    *(
        (method, f"/sparql/graphs?{graph}", "text/turtle", "<a:s> <a:p> <a:o> .")
        for method in ("PUT", "POST", "DELETE")
        for graph in ("default", urlencode({"graph": G}))
    ),
]


@pytest.mark.parametrize(("method", "path", "kind", "body"), WRITES)
def test_the_report_never_changes(served: Served, method: str, path: str, kind: str, body: str) -> None:
    for settings in ({}, {"write_token": TOKEN}):
        with TestClient(served.app(**settings)) as client:
            headers = {**BEARER, "Content-Type": kind}
            answer = client.request(method, path, content=body, headers=headers)
            assert fault(answer) == (403, "forbidden")
            assert "migov serve --store" in answer.json()["error"]["message"]
            assert fault(client.get("/sparql/graphs?default")) == (403, "forbidden")


@pytest.mark.parametrize(("method", "path", "kind", "body"), WRITES)
def test_without_the_token_nothing_changes(client: TestClient, method: str, path: str, kind: str, body: str) -> None:
    assert put(client, urlencode({"graph": G}), "<a:s> <a:p> 1 .").status_code == 201
    before = rows(client, ALL)
    challenges = {
        "": "",
        f"Bearer {TOKEN}x": "invalid_token",
        f"Basic {TOKEN}": "",
        "Bearer": "",
        "Bearer é": "invalid",
    }
    for given, said in challenges.items():
        headers = [(b"content-type", kind.encode()), *([(b"authorization", given.encode())] if given else [])]
        answer = client.request(method, path, content=body, headers=headers)
        assert fault(answer) == (401, "unauthorized")
        assert answer.headers["www-authenticate"].startswith('Bearer realm="migov"')
        assert said in answer.headers["www-authenticate"]
        assert TOKEN not in answer.text
    assert rows(client, ALL) == before


def test_without_a_token_of_the_operator_changes_are_off(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(store=tmp_path / "store", workers=1))) as client:
        answer = client.post("/sparql/update", data={"update": INSERT}, headers=BEARER)
        assert fault(answer) == (403, "forbidden")
        assert "MIGOV_WRITE_TOKEN" in answer.json()["error"]["message"]
        assert rows(client, ALL) == []


@pytest.mark.parametrize("token", ["short", "x" * 15, "with a space in it all", "中" * 20])
def test_a_weak_token_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(ValidationError, match="16 characters or more") as caught:
        Settings(write_token=token)
    assert token not in str(caught.value)
    assert TOKEN not in repr(Settings(write_token=TOKEN))


@pytest.mark.parametrize("method", ["form", "direct"])
def test_updates(client: TestClient, method: str) -> None:
    answer = send(client, method, f"INSERT DATA {{ <a:s> <a:p> '+%20 中' GRAPH <{G}> {{ <a:s> <a:p> <rel> }} }}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert rows(client, ALL) == [",a:s,a:p,+%20 中", f"{G},a:s,a:p,https://w3id.org/migov/rel"]
    assert send(client, method, "INSERT { <a:new> ?p ?o } WHERE { ?s ?p ?o }", **{"using-graph-uri": G}).is_success
    assert rows(client, "SELECT ?o { <a:new> ?p ?o }") == ["https://w3id.org/migov/rel"]
    named = {"using-named-graph-uri": [G, OTHER]}
    assert send(client, method, "INSERT { <a:last> ?p ?g } WHERE { GRAPH ?g { ?s ?p ?o } }", **named).is_success
    assert rows(client, "SELECT ?o { <a:last> ?p ?o }") == [G]


@pytest.mark.parametrize("method", ["form", "direct"])
@pytest.mark.parametrize(
    ("update", "parameters", "expected"),
    [
        ("INSERT DATA {\n <a:s> }", {}, (400, "query-syntax")),
        ("SELECT * { ?s ?p ?o }", {}, (400, "query-syntax")),
        ("LOAD <http://127.0.0.1:9/>", {}, (403, "query-forbidden")),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", {}, (403, "query-forbidden")),
        ("INSERT { <a:s> <a:p> 1 } USING <a:g> WHERE {}", {"using-graph-uri": G}, (400, "query-syntax")),
        (INSERT, {"using-graph-uri": "relative"}, (400, "query-syntax")),
        (INSERT, {"using-graph-uri": "file:///etc/passwd"}, (403, "query-forbidden")),
        (INSERT, {"update": INSERT}, (400, "bad-parameter")),
        (INSERT, {"query": "ASK {}"}, (400, "bad-parameter")),
        (INSERT, {"default-graph-uri": G}, (400, "bad-parameter")),
        (f"INSERT DATA {{ <a:s> <a:p> '{'x' * 60_000}' }}", {}, (413, "body-too-large")),
    ],
)
def test_faults_of_updates(
    client: TestClient, method: str, update: str, parameters: dict[str, Any], expected: tuple[int, str]
) -> None:
    answer = send(client, method, update, **parameters)
    assert fault(answer) == expected
    if expected[1] == "query-syntax" and "\n" in update:
        assert answer.json()["error"]["line"] == 2
    assert rows(client, ALL) == []


def test_forms_of_update_requests(client: TestClient) -> None:
    content = urlencode({"update": INSERT})
    for kind, status in {
        "application/sparql-query": 415,
        "text/plain": 415,
        "": 415,
        f"{FORM}; charset=latin-1": 415,
        f"{UPDATE}; charset=utf-16": 415,
        f"{FORM}; charset=utf-8": 204,
    }.items():
        answer = client.post("/sparql/update", content=content, headers={**BEARER, "Content-Type": kind})
        assert answer.status_code == status, kind
        if status == 415:
            assert UPDATE in answer.headers["accept-post"]
    assert fault(client.post("/sparql/update", data={"a": ""}, headers=BEARER))[0] == 400
    broken = client.post("/sparql/update", content=b"\xff", headers={**BEARER, "Content-Type": UPDATE})
    assert fault(broken) == (400, "bad-parameter")
    for method in ("GET", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql/update", params={"update": INSERT}, headers=BEARER)
        assert fault(answer) == (405, "method-not-allowed")
        assert answer.headers["allow"] == "POST, OPTIONS"
    assert client.options("/sparql/update").headers["allow"] == "POST, OPTIONS"


GRAPHS = [urlencode({"graph": G}), "default"]


@pytest.mark.parametrize("graph", GRAPHS)
def test_a_graph_is_put_read_merged_and_removed(client: TestClient, graph: str) -> None:
    """The steps of the W3C's tests of the Graph Store Protocol."""
    first = 204 if graph == "default" else 201
    if first == 201:
        assert fault(client.get(f"/sparql/graphs?{graph}")) == (404, "not-found")
    assert put(client, graph, "<a:s> <a:p> [ <a:q> 1 ] .").status_code == first
    answer = client.get(f"/sparql/graphs?{graph}", headers={"Accept": "application/n-triples"})
    assert answer.headers["content-type"] == "application/n-triples"
    assert len(answer.text.splitlines()) == 2
    head = client.head(f"/sparql/graphs?{graph}")
    assert (head.status_code, head.content) == (200, b"")
    assert put(client, graph, "<a:s> <a:p> 'new' .").status_code == 204
    assert client.get(f"/sparql/graphs?{graph}").text == '<a:s> <a:p> "new" .\n'
    assert put(client, graph, "<a:s> <a:p> 'more' .", "POST").status_code == 204
    assert client.get(f"/sparql/graphs?{graph}").text.count('"') == 4
    assert fault(put(client, graph, "<a:s> nothing", "POST")) == (400, "query-syntax")
    assert fault(put(client, graph, "<a:s> <a:p> 1 .", kind="application/rdf+xml")) == (400, "query-syntax")
    assert client.get(f"/sparql/graphs?{graph}").text.count('"') == 4
    assert put(client, graph, "").status_code == 204
    assert client.get(f"/sparql/graphs?{graph}").status_code == 200
    assert client.delete(f"/sparql/graphs?{graph}", headers=BEARER).status_code == 204
    after = client.get(f"/sparql/graphs?{graph}")
    assert after.status_code == (200 if graph == "default" else 404)
    assert client.delete(f"/sparql/graphs?{graph}", headers=BEARER).status_code == after.status_code + (
        4 if graph == "default" else 0
    )


def test_a_graph_without_a_name_gets_one(client: TestClient) -> None:
    answer = put(client, "", "<> <a:p> 1 .", "POST")
    assert answer.status_code == 201
    made = client.get(answer.headers["location"], headers={"Accept": "text/turtle"})
    assert "urn:uuid:" in made.text
    assert fault(put(client, "", "<a:s> <a:p> 1 .")) == (400, "bad-parameter")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/rdf+xml, text/turtle;q=0.5", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("", "text/turtle; charset=utf-8"),
        ("application/trig", None),
        ("text/html", None),
    ],
)
def test_forms_of_graphs(client: TestClient, accept: str, expected: str | None) -> None:
    put(client, "default", "<a:s> <a:p> 1 .")
    answer = client.get("/sparql/graphs?default", headers={"Accept": accept})
    if expected is None:
        assert fault(answer) == (406, "not-acceptable")
        return
    assert answer.headers["content-type"] == expected
    assert "Accept" in answer.headers["vary"]
    again = put(client, f"graph={G}", answer.text, kind=answer.headers["content-type"])
    assert again.status_code == 201
    assert rows(client, ALL) == [",a:s,a:p,1", f"{G},a:s,a:p,1"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("", "graph"),
        ("graph=a:b&default", "graph"),
        ("graph=a:b&graph=a:c", "graph"),
        ("default=x", "default"),
        ("default&lang=en", "lang"),
        ("default&%FF", None),
    ],
)
def test_bad_names_of_graphs(client: TestClient, query: str, named: str | None) -> None:
    for answer in (client.get(f"/sparql/graphs?{query}"), put(client, query, "")):
        assert fault(answer) == (400, "bad-parameter")
        assert named is None or answer.json()["error"]["parameter"] == named
    assert fault(client.get("/sparql/graphs?graph=relative")) == (400, "query-syntax")


def test_bodies_that_are_no_graph(client: TestClient) -> None:
    for kind in ("", "text/plain", "text/turtle; charset=latin-1", "application/trig", "multipart/form-data"):
        assert fault(put(client, "default", "", kind=kind)) == (415, "unsupported-media-type")
    headers = {**BEARER, "Content-Type": "text/turtle", "Content-Encoding": "gzip"}
    assert client.put("/sparql/graphs?default", content=b"x", headers=headers).status_code == 415
    assert fault(put(client, "default", f"<a:s> <a:p> '{'x' * 60_000}' .")) == (413, "body-too-large")
    assert fault(client.patch("/sparql/graphs?default", headers=BEARER)) == (405, "method-not-allowed")


def test_an_answer_is_never_taken_for_that_of_another_version(client: TestClient) -> None:
    asked: dict[str, Any] = {"params": {"query": ALL}}
    before = client.get("/sparql", **asked)
    tag = {"If-None-Match": before.headers["etag"]}
    assert client.get("/sparql", **asked, headers=tag).status_code == 304
    send(client, "form", INSERT)
    after = client.get("/sparql", **asked, headers=tag)
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
