"""The endpoint without a query: a description for programs, a page for people."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from api.negotiation import GRAPHS
from graph.sparql import GRAPH_FORMATS
from tests.api.sparql.asking import DIRECT, FORM, G1, G2, HIDDEN, fault, send


@pytest.mark.parametrize("form", GRAPHS, ids=lambda form: form.names[0])
def test_the_service_describes_itself(client: TestClient, form: Any) -> None:
    answer = client.get("/sparql", headers={"Accept": form.media_type})
    assert answer.status_code == 200
    store = pyoxigraph.Store()
    store.load(answer.content, GRAPH_FORMATS[form.media_type])
    query = """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        SELECT ?name { ?s a sd:Service ; sd:endpoint ?s ; sd:supportedLanguage sd:SPARQL11Query ;
        sd:defaultDataset [ sd:defaultGraph [] ; sd:namedGraph [ sd:name ?name ] ] } ORDER BY ?name"""
    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [str(row["name"]) for row in found] == [f"<{graph}>" for graph in (G1, G2, HIDDEN)]
    assert client.get("/sparql", headers={"Accept": form.media_type}).content == answer.content


def test_without_a_query_clients_get_what_they_can_read(client: TestClient) -> None:
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    assert client.get("/sparql?format=jsonld").headers["content-type"] == "application/ld+json"
    wanted = {"Accept": "application/sparql-results+json"}
    assert fault(client.get("/sparql", headers=wanted)) == (400, "bad-parameter")
    assert fault(client.get("/sparql?format=docx")) == (406, "not-acceptable")


@pytest.mark.parametrize(("language", "words"), [("en", "Ask in SPARQL"), ("zh", "用 SPARQL 查询")])
def test_browsers_get_a_page(client: TestClient, language: str, words: str) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Accept-Language": language}
    for answer in (client.get("/sparql", headers=browser), client.get(f"/sparql?format=html&lang={language}")):
        page = answer.text
        assert answer.headers["content-type"].startswith("text/html")
        assert words in page
        assert 'method="post" action="/sparql"' in page
        for label in ("query", "format", "timeout"):
            assert f'<label for="{label}">' in page
            assert f'id="{label}"' in page
        assert "<script" not in page
        assert "style=" not in page
        assert "http" not in page.replace("http://www.w3.org/2004/02/skos/core#", "").partition("<body")[0]
    assert fault(client.get("/sparql?format=html&lang=fr")) == (400, "bad-parameter")


def test_the_examples_of_the_page_are_answered(client: TestClient) -> None:
    from api.sparql.query_page import EXAMPLES

    for _, query in EXAMPLES.values():
        assert send(client, "form", query, format="").status_code == 200


def test_a_hostile_query_stays_text(client: TestClient) -> None:
    hostile = "<script>alert(1)</script>"
    answer = send(client, "get", hostile, "text/html")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_description_of_the_api_has_the_endpoint(client: TestClient) -> None:
    paths = json.loads(client.get("/openapi.json").text)["paths"]["/sparql"]
    assert {parameter["name"] for parameter in paths["get"]["parameters"]} == {
        "query",
        "default-graph-uri",
        "named-graph-uri",
        "format",
        "timeout",
        "evidence",
    }
    assert set(paths["post"]["requestBody"]["content"]) == {FORM, DIRECT}
