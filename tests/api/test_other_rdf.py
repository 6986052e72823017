"""The service over RDF of somebody else's: the same faces, no evidence pretended, nothing of a report."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings

OTHER = Path(__file__).parents[1] / "rdf" / "other.ttl"
TOWN = "http://town.example/id/"
TOKEN = "a-token-of-sixteen-or-more"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the service over the dataset of somebody else's."""
    settings = Settings(files=(OTHER,), workers=1, layouts=tmp_path_factory.mktemp("layouts"))
    with TestClient(create_app(settings)) as made:
        yield made


def find(client: TestClient, words: str) -> str:
    return str(client.get("/api/entities", params={"q": words}).json()["items"][0]["id"])


def test_rest_without_any_status_named(client: TestClient) -> None:
    archive = find(client, "市档案馆")
    graph = client.get("/api/graph", params={"entity": archive}).json()
    assert {each["modality"] for each in graph["statements"]} == {"data"}
    assert {each["attributed_to"] for each in graph["statements"]} == {None}
    assert not any(each["evidence"] for each in graph["statements"])
    assert client.get(f"/api/entities/{archive}/relations").json()["total"] > 5
    assert client.get("/api/paths", params={"from": find(client, "Ada"), "to": find(client, "Charter")}).json()["total"]
    assert client.get("/api/search", params={"q": "Stadtarchiv"}).json()["total"] == 1
    vocabulary = client.get("/api/vocabulary").json()
    assert not vocabulary["carries_evidence"]
    assert len({each["style"]["glyph"] for each in vocabulary["classes"]}) == len(vocabulary["classes"])
    measures = client.get("/api/analysis").json()["items"]
    assert [each["id"] for each in measures] == ["connections", "brokers", "communities"]
    assert client.get("/api/analysis/connections").json()["items"][0]["value"] > 5


@pytest.mark.parametrize(
    "path",
    [
        "/api/reports",
        "/api/questions",
        "/api/scenarios",
        "/api/notes",
        "/questions",
        "/diagrams",
        "/api/analysis/mandate-overlap",
    ],
)
def test_what_only_reports_have_is_not_there_and_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert len(answer.json()["error"]["message"]) > 20


def test_dates_of_other_rdf_are_not_read(client: TestClient) -> None:
    answer = client.get("/view.svg", params={"entity": find(client, "Ada"), "layout": "timeline"})
    assert (answer.status_code, answer.json()["error"]["parameter"]) == (400, "layout")


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json", "application/n-triples"])
def test_an_iri_of_any_host_leads_to_what_is_said_of_it(client: TestClient, media_type: str) -> None:
    answer = client.get("/resource", params={"iri": f"{TOWN}archive"}, headers={"Accept": media_type})
    assert answer.headers["content-type"].startswith(media_type)
    made = Graph().parse(data=answer.text, format={"application/ld+json": "json-ld"}.get(media_type, media_type))
    expected = Graph().parse(OTHER)
    assert set(made.objects(URIRef(f"{TOWN}archive"), URIRef("https://schema.org/address")))
    assert set(made.subject_predicates(URIRef(f"{TOWN}town")))  # through the blank node
    assert len(list(made.predicate_objects(URIRef(f"{TOWN}archive")))) == len(
        list(expected.predicate_objects(URIRef(f"{TOWN}archive")))
    )
    assert client.get("/resource", params={"iri": "http://town.example/nothing"}).status_code == 404


def test_iris_under_the_base_answer_at_their_paths(tmp_path: Path) -> None:
    settings = Settings(files=(OTHER,), workers=1, base_iri="http://town.example/", layouts=tmp_path)
    with TestClient(create_app(settings)) as client:
        answer = client.get("/id/ada", headers={"Accept": "text/html"})
        assert "Ada Müller" in answer.text
        assert client.get("/id/%E6%A1%A3%E6%A1%88", headers={"Accept": "text/html"}).status_code == 200
        assert client.get("/id/nobody").status_code == 404


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "No evidence: this dataset carries none."), ("zh", "此数据集未附依据")]
)
def test_pages_say_that_there_is_no_evidence(client: TestClient, lang: str, words: str) -> None:
    hostile = find(client, "alert(1)")
    statement = client.get("/api/statements", params={"entity": hostile}).json()["items"][0]["id"].partition("/")[2]
    for path in (f"/entity/{hostile}", f"/report/data/statement/{statement}", f"/view.svg?entity={hostile}"):
        answer = client.get(
            path, params={**dict(p.split("=") for p in path.partition("?")[2].split("&") if p), "lang": lang}
        )
        assert answer.status_code == 200, path
        assert words in answer.text
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
    for path in ("/plain", "/ontology", "/search?q=charter", "/dataset"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "/questions" not in answer.text


def test_a_diagram_s_files_pretend_no_fact(client: TestClient) -> None:
    archive = find(client, "Town Archive")
    for form in ("html", "json", "csv", "graphml", "mmd", "pdf", "docx", "pptx", "xlsx", "png"):
        answer = client.get(f"/view.{form}", params={"entity": archive, "lang": "en"})
        assert answer.status_code == 200, form
        assert answer.content == client.get(f"/view.{form}", params={"entity": archive, "lang": "en"}).content
    rows = client.get("/view.csv", params={"entity": archive, "lang": "en"}).text
    assert "As in the data" in rows
    assert "not said in the data" in rows
    assert "The report" not in rows


def test_a_blank_node_has_a_page_and_no_rdf(client: TestClient) -> None:
    blank = find(client, "Postal address")
    assert client.get(f"/entity/{blank}").status_code == 200
    answer = client.get(f"/entity/{blank}", headers={"Accept": "text/turtle"})
    assert (answer.status_code, "blank node" in answer.text) == (404, True)


def test_too_large_a_dataset_answers_sparql_and_says_why_not_more(tmp_path: Path) -> None:
    settings = Settings(files=(OTHER,), workers=1, explored_triples=20, layouts=tmp_path)
    with TestClient(create_app(settings)) as client:
        assert "20" in client.get("/api/vocabulary").json()["unread"]["zh"]
        assert "more than 20 triples" in client.get("/plain").text
        answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": "text/csv"})
        assert answer.text.strip().endswith("true")


def test_a_store_that_changes_is_read_anew(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "store", workers=1, write_token=TOKEN, layouts=tmp_path / "layouts")
    with TestClient(create_app(settings)) as client:
        assert client.get("/api/entities").json()["total"] == 0
        headers = {"Authorization": f"Bearer {TOKEN}"}
        for name in ("a:s", "a:t"):
            update = f"INSERT DATA {{ <{name}> <http://www.w3.org/2000/01/rdf-schema#label> 'Name of {name}' }}"
            assert client.post("/sparql/update", data={"update": update}, headers=headers).status_code == 204
        until = time.monotonic() + 60
        while client.get("/api/entities").json()["total"] != 2:
            assert time.monotonic() < until, "the store wasn't read anew"
            time.sleep(0.05)
        assert client.get("/search?q=Name").text.count("Name of") >= 1
