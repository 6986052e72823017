"""The W3C's tests of the SPARQL 1.1 Protocol and of Service Description, which its manifests give in words only."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import httpx2
import pyoxigraph as ox
import pytest

from .server import TOKEN
from .test_queries import find_cases

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
G = [f"http://example.org/data{n}.rdf" for n in range(4)]
OUT = "http://example.org/protocol-update-dataset-test/"
RESULTS = {"application/sparql-results+xml", "application/sparql-results+json"}
GRAPHS = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"}
BOTH = f"ASK {{ <{G[1]}> a ?type . <{G[2]}> a ?type }}"
EACH = f"ASK {{ GRAPH ?a {{ <{G[1]}> a ?type }} GRAPH ?b {{ <{G[2]}> a ?type }} }}"
FULL = f"ASK {{ <{G[3]}> a ?type . GRAPH ?a {{ <{G[1]}> a ?type }} }}"
TYPED = "PREFIX : <http://example.org/>"


@pytest.fixture(scope="module")
def client(writable: httpx2.Client) -> httpx2.Client:
    blocks = " ".join(f"GRAPH <{graph}> {{ <{graph}> a <http://example.org/Document> }}" for graph in G)
    answer = change(writable, UPDATE, f"DROP ALL ; INSERT DATA {{ {blocks} }}")
    assert answer.status_code == 204
    return writable


def get(client: httpx2.Client, **parameters: Any) -> httpx2.Response:
    return client.get("/sparql", params=parameters)


def post(client: httpx2.Client, kind: str | None, body: str | bytes, **parameters: Any) -> httpx2.Response:
    headers = {"Content-Type": kind} if kind else {}
    content = body.encode() if isinstance(body, str) else body
    return client.post("/sparql", content=content, headers=headers, params=parameters)


def change(client: httpx2.Client, kind: str | None, body: str | bytes, **parameters: Any) -> httpx2.Response:
    headers = BEARER | ({"Content-Type": kind} if kind else {})
    content = body.encode() if isinstance(body, str) else body
    return client.post("/sparql/update", content=content, headers=headers, params=parameters)


def form(*pairs: tuple[str, str]) -> str:
    return urlencode(pairs)


def is_true(answer: httpx2.Response) -> bool:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] in RESULTS
    return bool(json.loads(answer.content)["boolean"])


def gives_type(answer: httpx2.Response, kinds: set[str]) -> bool:
    return answer.status_code == 200 and answer.headers["content-type"].partition(";")[0] in kinds


def is_refused(answer: httpx2.Response, *statuses: int) -> bool:
    assert set(answer.json()["error"]) >= {"type", "message"}
    return answer.status_code in (statuses or (400,))


def copies(client: httpx2.Client, pattern: str, using: list[tuple[str, str]], wanted: int, kind: str = UPDATE) -> bool:
    """Whether an update copies types of so many subjects from the graphs that it is given."""
    text = f"CLEAR SILENT GRAPH <{OUT}> ; INSERT {{ GRAPH <{OUT}> {{ ?s a ?type }} }} WHERE {{ {pattern} }}"
    if kind == FORM:
        answer = change(client, FORM, form(("update", text), *using))
    else:
        parameters: Any = using
        headers = {**BEARER, "Content-Type": kind}
        answer = client.post("/sparql/update", content=text, headers=headers, params=parameters)
    assert answer.status_code == 204, answer.text
    found = get(client, query=f"SELECT * {{ GRAPH <{OUT}> {{ ?s ?p ?o }} }}").json()
    return len(found["results"]["bindings"]) == wanted


def has_base(client: httpx2.Client) -> bool:
    text = f"CLEAR SILENT GRAPH <{OUT}> ; INSERT DATA {{ GRAPH <{OUT}> {{ <http://example.org/s> <p> <test> }} }}"
    assert change(client, UPDATE, text).status_code == 204
    return is_true(get(client, query=f"ASK {{ GRAPH <{OUT}> {{ <http://example.org/s> ?p ?o FILTER(ISIRI(?o)) }} }}"))


def _named(*numbers: int) -> list[tuple[str, str]]:
    return [("using-named-graph-uri", G[n]) for n in numbers]


def _default(*numbers: int) -> list[tuple[str, str]]:
    return [("using-graph-uri", G[n]) for n in numbers]


SPO, GRAPH = "?s a ?type", "GRAPH ?g { ?s a ?type }"
CHECKS: dict[str, Callable[[httpx2.Client], bool]] = {
    "query_get": lambda c: is_true(get(c, query="ASK {}")),
    "query_post_form": lambda c: is_true(post(c, FORM, form(("query", "ASK {}")))),
    "query_post_direct": lambda c: is_true(post(c, QUERY, "ASK {}")),
    "query_dataset_default_graphs_get": lambda c: is_true(get(c, query=BOTH, **{"default-graph-uri": G[1:3]})),
    "query_dataset_default_graphs_post": lambda c: is_true(post(c, QUERY, BOTH, **{"default-graph-uri": G[1:3]})),
    "query_dataset_named_graphs_get": lambda c: is_true(get(c, query=EACH, **{"named-graph-uri": G[1:3]})),
    "query_dataset_named_graphs_post": lambda c: is_true(post(c, QUERY, EACH, **{"named-graph-uri": G[1:3]})),
    "query_dataset_full": lambda c: is_true(
        get(c, query=FULL, **{"default-graph-uri": G[3], "named-graph-uri": [G[1], G[2]]})
    ),
    "query_multiple_dataset": lambda c: is_true(
        get(c, query=f"ASK FROM <{G[0]}> {{ <{G[1]}> a ?type }}", **{"default-graph-uri": G[1:2]})
    ),
    "query_content_type_select": lambda c: gives_type(
        get(c, query="SELECT (1 AS ?value) {}"), RESULTS | {"text/csv", "text/tab-separated-values"}
    ),
    "query_content_type_ask": lambda c: gives_type(get(c, query="ASK {}"), RESULTS),
    "query_content_type_describe": lambda c: gives_type(get(c, query=f"DESCRIBE <{G[0]}>"), GRAPHS),
    "query_content_type_construct": lambda c: gives_type(get(c, query="CONSTRUCT { <s> <p> 1 } WHERE {}"), GRAPHS),
    "update_dataset_default_graph": lambda c: copies(c, SPO, _default(1), 1),
    "update_dataset_default_graphs": lambda c: copies(c, SPO, _default(1, 2), 2),
    "update_dataset_named_graphs": lambda c: copies(c, GRAPH, _named(1, 2), 2),
    "update_dataset_full": lambda c: copies(c, f"{SPO} . GRAPH ?g {{ ?b a ?type }}", [*_default(1), *_named(2)], 1),
    "update_post_form": lambda c: copies(c, SPO, _default(1), 1, FORM),
    "update_post_direct": lambda c: copies(c, SPO, _default(3), 1),
    "update_base_uri": has_base,
    "bad_query_method": lambda c: is_refused(c.put("/sparql", params={"query": "ASK {}"}), 405),
    "bad_multiple_queries": lambda c: is_refused(get(c, query=["ASK {}", "SELECT * {}"])),
    "bad_query_wrong_media_type": lambda c: is_refused(post(c, "text/plain", "ASK {}"), 415),
    "bad_query_missing_form_type": lambda c: is_refused(post(c, None, form(("query", "ASK {}"))), 415),
    "bad_query_missing_direct_type": lambda c: is_refused(post(c, None, "ASK {}"), 415),
    "bad_query_non_utf8": lambda c: is_refused(post(c, f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16")), 415),
    "bad_query_syntax": lambda c: is_refused(get(c, query="ASK {")),
    "bad_update_get": lambda c: is_refused(
        c.get("/sparql/update", params={"update": "CLEAR ALL"}, headers=BEARER), 405
    ),
    "bad_multiple_updates": lambda c: is_refused(
        change(c, FORM, form(("update", "CLEAR NAMED"), ("update", "CLEAR DEFAULT")))
    ),
    "bad_update_wrong_media_type": lambda c: is_refused(change(c, "text/plain", "CLEAR NAMED"), 415),
    "bad_update_missing_form_type": lambda c: is_refused(change(c, None, form(("update", "CLEAR NAMED"))), 415),
    "bad_update_non_utf8": lambda c: is_refused(
        change(c, f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")), 415
    ),
    "bad_update_syntax": lambda c: is_refused(change(c, UPDATE, "CLEAR XYZ")),
    "bad_update_dataset_conflict": lambda c: is_refused(
        change(c, UPDATE, f"INSERT {{ <s> <p> ?o }} USING NAMED <{G[1]}> WHERE {{}}", **{"using-named-graph-uri": G[1]})
    ),
}


def test_every_entry_of_the_manifest_has_its_check(suite: object) -> None:
    assert {case.id.rpartition("/")[2] for case in find_cases("ProtocolTest")} == set(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_protocol(client: httpx2.Client, name: str) -> None:
    assert CHECKS[name](client)


SD = "http://www.w3.org/ns/sparql-service-description#"


def test_the_service_description(client: httpx2.Client, suite: object) -> None:
    """returns-rdf, has-endpoint-triple and conforms-to-schema."""
    assert len(find_cases("ServiceDescriptionTest")) == 3
    answer = client.get("/sparql", headers={"Accept": "text/turtle, application/rdf+xml;q=0.5"})
    assert gives_type(answer, GRAPHS)
    graph = ox.Dataset(ox.parse(answer.content, ox.RdfFormat.TURTLE))
    endpoint = [quad for quad in graph if quad.predicate.value == f"{SD}endpoint"]
    assert f"<{client.base_url}/sparql>".replace("//sparql", "/sparql") in {str(quad.object) for quad in endpoint}
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in endpoint)
    assert f"{SD}SPARQL11Update" in {quad.object.value for quad in graph if isinstance(quad.object, ox.NamedNode)}
    domains = {
        "defaultEntailmentRegime": "Service",
        "endpoint": "Service",
        "supportedLanguage": "Service",
        "resultFormat": "Service",
        "feature": "Service",
        "defaultDataset": "Service",
        "defaultGraph": "Dataset",
        "namedGraph": "Dataset",
        "name": "NamedGraph",
        "graph": "NamedGraph",
    }
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for quad in graph:
        name = quad.predicate.value.removeprefix(SD)
        if quad.predicate.value.startswith(SD) and name in domains:
            types = {str(each.object) for each in graph.quads_for_subject(quad.subject) if each.predicate == kind}
            assert f"<{SD}{domains[name]}>" in types, name
