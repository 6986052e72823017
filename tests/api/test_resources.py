from __future__ import annotations

import html
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from starlette.testclient import TestClient

from ontology import MIGOV, completeness
from tests.api.service import HOSTILE, Served

FORMATS = {
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}
PATHS = (
    "/entity/gmg",
    "/entity/gmg/label/zh-1",
    "/source/un",
    "/report/A-1-1",
    "/report/A-1-1/zh",
    "/report/A-1-1/section/I",
    "/report/A-1-1/paragraph/1",
    "/report/A-1-1/statement/1.1",
    "/report/A-1-1/scenario/scenario-a",
    "/report/A-1-1/note/note-a",
    "/ontology",
)


def read(client: TestClient, path: str, media_type: str) -> Graph:
    answer = client.get(path, headers={"Accept": media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert "Accept" in answer.headers["vary"]
    return Graph().parse(data=answer.content, format=media_type)


@pytest.mark.parametrize("path", PATHS)
def test_every_iri_answers_as_page_and_as_rdf(client: TestClient, served: Served, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert 'rel="alternate" type="application/ld+json"' in page.text
    graphs = [read(client, path, media_type) for media_type in FORMATS.values()]
    subject = URIRef("https://w3id.org/migov" + path)
    assert (subject, None, None) in graphs[0]
    assert {len(graph) for graph in graphs} == {len(graphs[0])}
    for name, media_type in FORMATS.items():
        assert client.get(f"{path}?format={name}").headers["content-type"].startswith(media_type)


def test_every_iri_of_the_dataset_answers(client: TestClient, served: Served) -> None:
    base = "https://w3id.org/migov/"
    nodes = {term for quad in served.store.store for term in (quad.subject, quad.object, quad.graph_name)}
    iris = sorted(
        {
            str(getattr(node, "value", "")).partition("#")[0]
            for node in nodes
            if str(getattr(node, "value", "")).startswith(base)
        }
    )
    silent = [iri for iri in iris if client.get("/" + iri.removeprefix(base)).status_code != 200]
    assert len(iris) > 60
    assert not silent


def test_an_entity_links_to_its_statements_and_parts(client: TestClient) -> None:
    graph = read(client, "/entity/gmg", "text/turtle")
    gmg = URIRef("https://w3id.org/migov/entity/gmg")
    assert (gmg, RDF.type, MIGOV.Body) in graph
    assert len(list(graph.objects(gmg, SKOS.prefLabel))) == 2
    assert (URIRef("https://w3id.org/migov/report/A-1-1/statement/1.1"), RDF.object, gmg) in graph


def test_only_facts_are_direct_triples_of_an_entity(client: TestClient) -> None:
    graph = read(client, "/entity/gmg", "text/turtle")
    assert (None, MIGOV.worksWith, None) not in graph
    assert (None, MIGOV.hasFeature, None) not in graph


def test_a_layer_answers_with_all_of_it(client: TestClient, served: Served) -> None:
    iri = "https://w3id.org/migov/report/A-1-1/graph/scenario/scenario-a"
    graph = read(client, iri.removeprefix("https://w3id.org/migov"), "application/n-triples")
    assert len(graph) == sum(1 for quad in served.store.store if str(quad.graph_name) == f"<{iri}>")


def test_the_page_of_a_layer_counts_it_and_reads_none_of_it(
    client: TestClient, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the page needs no triples")

    monkeypatch.setattr("api.resources.linked_data.construct", fail)
    monkeypatch.setattr("api.resources.linked_data.read_graph", fail)
    iri = "https://w3id.org/migov/report/A-1-1/graph/statements"
    count = sum(1 for quad in served.store.store if str(quad.graph_name) == f"<{iri}>")
    page = client.get("/report/A-1-1/graph/statements", headers={"Accept": "text/html"})
    assert f"<p>{count} triples.</p>" in page.text
    assert client.get("/graph/nope", headers={"Accept": "text/html"}).status_code == 404


def test_a_layer_is_made_once_in_a_thread_and_holds_nobody_up(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun, made = threading.Event(), threading.Event(), []

    def make(triples: bytes, media_type: str) -> bytes:
        made.append(media_type)
        begun.set()
        assert go.wait(20)
        return b"a layer"

    monkeypatch.setattr("api.resources.linked_data.to_rdf", make)
    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(client.get, "/graph/entities?format=turtle") for _ in range(2)]
        try:
            assert begun.wait(10)
            assert readers.submit(client.get, "/healthz").result(5).status_code == 200
        finally:
            go.set()
        assert [each.result(10).content for each in asked] == [b"a layer"] * 2
    assert client.get("/graph/entities?format=turtle").content == b"a layer"
    assert made == ["text/turtle"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_ontology_says_what_is_complete(client: TestClient, lang: Literal["en", "zh"]) -> None:
    page = html.unescape(client.get(f"/ontology?lang={lang}").text)
    assert len(completeness()) == 16
    for shape in completeness():
        part = page.partition(f'<div id="{shape.id}">')[2].partition("</div>")[0]
        assert shape.labels.get(lang) in part
        assert all(text.zh in part and text.en in part for text in shape.demands)
        assert all(labels.get(lang) in part for _, labels in shape.classes)


@pytest.mark.parametrize(("lang", "words"), [("en", "Looked up in: "), ("zh", "查自：")])
def test_an_entity_says_where_its_names_were_looked_up(client: TestClient, lang: str, words: str) -> None:
    page = client.get(f"/entity/ilo?lang={lang}").text
    assert page.count(words) == 1
    assert f'{words}<span lang="en">A/1, title</span>' in page
    assert words not in client.get(f"/entity/gmg?lang={lang}").text
    assert client.get("/api/entities/ilo").json()["label_confirmations"] == {"zh": [None], "en": [None, "A/1, title"]}
    label = URIRef("https://w3id.org/migov/entity/ilo/label/en-2")
    cited = read(client, "/entity/ilo/label/en-2", "text/turtle").value(label, DCTERMS.bibliographicCitation)
    assert str(cited) == "A/1, title"


@pytest.mark.parametrize("path", ["//evil.example/x", "///evil.example", "//evil.example/entity/gmg"])
def test_no_link_leads_to_another_host(client: TestClient, path: str) -> None:
    page = client.get(f"http://testserver{path}", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "evil.example" in page.text
    assert not re.findall(r"""(?:href|src)=["']?\s*//""", page.text)


def test_the_same_graph_gives_the_same_bytes(client: TestClient) -> None:
    for name in FORMATS:
        assert len({client.get(f"/entity/gmg?format={name}").content for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/entity/nope", 404),
        ("/entity/gmg/label/zh-9", 404),
        ("/entity/a%3E%20%3Fp", 404),
        ("/report/A-1-1/paragraph/99", 404),
        ("/report/A-1-1/passage/%3E%7D", 404),
        ("/report/B-2-2/scenario/scenario-a", 404),
        ("/entity/gmg?format=xls", 400),
    ],
)
def test_what_isnt_there_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_no_form_at_all_is_406(client: TestClient) -> None:
    answer = client.get("/entity/gmg", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json()["error"]["type"]) == (406, "not-acceptable")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_hold_both_languages(client: TestClient, lang: str) -> None:
    page = client.get(f"/entity/gmg?lang={lang}")
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">' in page.text
    assert "移徙小组" in page.text
    assert "Migration Group" in page.text
    assert page.headers["content-language"] == ("zh-Hans" if lang == "zh" else "en")


@pytest.mark.parametrize(
    "path",
    [
        "/entity/secretariat",
        "/search?q=script",
        "/report/A-1-1/statement/1.5",
        "/entity/secretariat/label/en-1",
        "/view?entity=secretariat",
    ],
)
def test_hostile_names_stay_text(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert HOSTILE not in page
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_a_hostile_search_stays_text(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_reader_gets_a_failure_as_a_page_and_a_program_as_json(client: TestClient) -> None:
    page = client.get("/entity/nope?lang=zh", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert 'lang="zh-Hans"' in page.text
    assert client.get("/entity/nope").json()["error"]["type"] == "not-found"
    assert client.get("/api/entities/nope", headers={"Accept": "text/html"}).json()["error"]["type"] == "not-found"


def test_the_evidence_on_a_page_is_cited_by_the_reports_symbol(client: TestClient) -> None:
    page = client.get("/report/A-1-1/statement/1.1?lang=en", headers={"Accept": "text/html"}).text
    assert ">A/1/1, para. 1</a>" in page
    assert "A-1-1, para." not in page
