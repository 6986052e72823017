"""Each combination of method, Content-Type, Accept, dataset and place of the query gets the status of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from urllib.parse import urlencode

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from api.app import create_app
from graph.sparql import EmbeddedStore
from tests.api.service import Served

G1, G2 = "http://example.org/g1", "http://example.org/g2"
QUERY = "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
CONTENT_TYPES = (None, FORM, f"{DIRECT}; charset=utf-8", f"{DIRECT}; charset=latin1", "application/json")
ACCEPTS = ("application/sparql-results+json", "text/turtle", "text/html, text/csv;q=0.1", "image/png")
DATASETS: dict[tuple[tuple[str, str], ...], list[str]] = {
    (): ["one", "one", "two"],
    (("default-graph-uri", G2),): ["two"],
    (("named-graph-uri", G1),): ["one"],
    (("default-graph-uri", G1), ("named-graph-uri", G2)): ["one", "two"],
    (("default-graph-uri", "relative"),): [],
}
PLACES = ("address", "body", "both", "neither")


@pytest.fixture(scope="module")
def client(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """G1 is the default graph."""
    path = tmp_path_factory.mktemp("store")
    writer = pyoxigraph.Store(str(path))
    for graph, word in ((G1, "one"), (G2, "two")):
        writer.add(Quad(NamedNode(f"{graph}#s"), NamedNode(f"{G1}#p"), Literal(word), NamedNode(graph)))
    writer.flush()
    del writer
    store = EmbeddedStore(path, [G1], version="v1", workers=1)
    with TestClient(create_app(served.settings(), store=store, snapshot=served.snapshot)) as made:
        yield made
    store.close()


def expected(
    method: str, content_type: str | None, accept: str, dataset: tuple[tuple[str, str], ...], place: str
) -> set[int]:
    """The statuses of the rules that a request breaks, any of which may answer it; 200 and 204 where it breaks none."""
    if method == "OPTIONS":
        return {204}
    if method not in ("GET", "HEAD", "POST"):
        return {405}
    broken = set()
    if method == "POST" and content_type not in (FORM, f"{DIRECT}; charset=utf-8"):
        broken.add(415)
    asked = {"address": 1, "body": 0, "both": 1, "neither": 0}[place]
    if method == "POST":
        # A body that is no form is the query, even where it is empty.
        asked += place in ("body", "both") or content_type != FORM
    if ("default-graph-uri", "relative") in dataset:
        broken.add(400)
    if asked == 0 and (method == "POST" or dataset):
        broken.add(400)
    if asked == 1 and method == "POST" and place in ("neither", "address") and content_type != FORM:
        broken.add(400)  # the query is empty
    if asked > 1:
        broken.add(400)
    if asked == 0 and accept not in ("text/turtle", "text/html, text/csv;q=0.1"):
        broken.add(400)  # there is no query, and this is no form of the description
    if asked and accept in ("text/turtle", "image/png"):
        broken.add(406)
    return broken or {200}


@pytest.mark.parametrize("method", METHODS)
def test_each_combination_is_answered_by_the_rules(client: TestClient, method: str) -> None:
    for content_type, accept, dataset, place in product(CONTENT_TYPES, ACCEPTS, DATASETS, PLACES):
        query = [("query", QUERY)]
        address = [*(query if place in ("address", "both") else []), *dataset]
        sent = QUERY if place in ("body", "both") else ""
        body = urlencode(query) if content_type == FORM and sent else sent
        headers = {"Accept": accept, **({"Content-Type": content_type} if content_type else {})}
        content = body.encode() if method not in ("GET", "HEAD", "OPTIONS") else None
        answer = client.request(method, f"/sparql?{urlencode(address)}", content=content, headers=headers)
        combination = (method, content_type, accept, dataset, place, answer.text)
        assert answer.status_code in expected(method, content_type, accept, dataset, place), combination
        if answer.status_code == 405:
            assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
        if method != "HEAD" and answer.status_code >= 400:
            assert answer.json()["error"]["message"], combination
        if method == "HEAD":
            assert answer.content == b""
        elif answer.status_code == 200 and "json" in answer.headers["content-type"]:
            found = sorted(row["o"]["value"] for row in answer.json()["results"]["bindings"])
            assert found == DATASETS[dataset], combination
