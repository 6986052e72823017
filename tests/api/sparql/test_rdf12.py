"""RDF 1.2 over HTTP: triple terms and reifiers in queries and in every form of answer that holds them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.sparql import EmbeddedStore
from tests.api.service import Served

DATA = """\
VERSION "1.2"
@prefix : <http://example.org/> .
:gmg :has :ilo ~ :r1 {| :says "A/68/283" |} .
:x :about <<( :a :b "c"@ar--rtl )>> .
"""
PREFIX = "PREFIX : <http://example.org/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
REIFIED = PREFIX + "SELECT ?t { :r1 rdf:reifies ?t }"


@pytest.fixture(scope="module")
def client(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("store")
    writer = pyoxigraph.Store(str(path))
    writer.load(DATA.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    writer.flush()
    del writer
    store = EmbeddedStore(path, version="v1", workers=1)
    with TestClient(create_app(served.settings(), store=store, snapshot=served.snapshot)) as made:
        yield made
    store.close()


def ask(client: TestClient, query: str, accept: str = "application/sparql-results+json") -> Any:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize(
    ("pattern", "variable", "value"),
    [
        ("?r rdf:reifies <<( :gmg :has ?who )>>", "who", "http://example.org/ilo"),
        ("<< :gmg :has :ilo ~ ?r >> :says ?words", "words", "A/68/283"),
        (":gmg :has ?who {| :says ?words |}", "words", "A/68/283"),
        (":x :about ?t BIND(SUBJECT(?t) AS ?s)", "s", "http://example.org/a"),
        (":x :about ?t BIND(LANGDIR(OBJECT(?t)) AS ?d)", "d", "rtl"),
        (":x ?p ?t FILTER(isTRIPLE(?t))", "p", "http://example.org/about"),
        (":x :about ?t FILTER(?t = TRIPLE(:a, :b, STRLANGDIR('c', 'ar', 'rtl'))) BIND(1 AS ?n)", "n", "1"),
    ],
)
def test_triple_terms_are_matched_and_taken_apart(client: TestClient, pattern: str, variable: str, value: str) -> None:
    rows = ask(client, f'VERSION "1.2" {PREFIX} SELECT * {{ {pattern} }}').json()["results"]["bindings"]
    assert [row[variable]["value"] for row in rows] == [value]


def test_a_triple_term_comes_in_every_form_of_results(client: TestClient) -> None:
    (row,) = ask(client, REIFIED).json()["results"]["bindings"]
    assert row["t"]["type"] == "triple"
    assert {part: term["value"] for part, term in row["t"]["value"].items()} == {
        "subject": "http://example.org/gmg",
        "predicate": "http://example.org/has",
        "object": "http://example.org/ilo",
    }
    xml = ask(client, REIFIED, "application/sparql-results+xml").text
    assert "<triple><subject><uri>http://example.org/gmg</uri></subject>" in xml
    tsv = ask(client, REIFIED, "text/tab-separated-values").text
    assert tsv.split("\n")[1] == "<<( <http://example.org/gmg> <http://example.org/has> <http://example.org/ilo> )>>"
    assert "http://example.org/ilo" in ask(client, REIFIED, "text/csv").text


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/n-quads", pyoxigraph.RdfFormat.N_QUADS),
        ("application/trig", pyoxigraph.RdfFormat.TRIG),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
    ],
)
def test_what_is_constructed_reads_back_the_same(
    client: TestClient, media_type: str, form: pyoxigraph.RdfFormat
) -> None:
    answer = ask(client, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", media_type)
    given = {str(quad.triple) for quad in pyoxigraph.parse(DATA.encode(), pyoxigraph.RdfFormat.TURTLE)}
    assert {str(getattr(found, "triple", found)) for found in pyoxigraph.parse(answer.content, form)} == given


def test_evidence_goes_with_rows_that_hold_triple_terms(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": REIFIED, "evidence": "true"})
    assert answer.status_code == 200, answer.text
    (row,) = json.loads(answer.content)["results"]["bindings"]
    assert row["t"]["type"] == "triple"


def test_an_unknown_version_is_no_reason_to_refuse_what_is_understood(client: TestClient) -> None:
    assert ask(client, 'VERSION "1.2-basic" ASK {}').json()["boolean"] is True
