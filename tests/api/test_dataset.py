from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID
from starlette.testclient import TestClient

from api.resources.dataset_description import SPDX
from api.resources.downloads import FORMS
from graph import Identifiers
from graph.datasets.building import compile_dataset
from graph.datasets.publish import publish, sorted_quads
from ontology import MIGOV
from tests.api.service import Served

DATASET = URIRef("https://w3id.org/migov/dataset")


@pytest.fixture(scope="module")
def folder(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("dataset")
    publish(sorted_quads(compile_dataset(served.folder, Identifiers()).dataset), made)
    return made


@pytest.fixture
def published(served: Served, folder: Path) -> Iterator[TestClient]:
    """A client of the service over the small dataset as it was published."""
    from api.app import create_app

    with TestClient(create_app(served.settings().model_copy(update={"dataset": folder, "workers": 1}))) as made:
        yield made


def description(client: TestClient, path: str = "/dataset", form: str = "text/turtle") -> Graph:
    answer = client.get(path, headers={"Accept": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(form)
    return Graph().parse(data=answer.text, format={"application/ld+json": "json-ld"}.get(form, form))


def test_each_file_is_what_its_description_says(published: TestClient) -> None:
    graph = description(published)
    found = {}
    for node in graph.objects(DATASET, DCAT.distribution):
        address = str(graph.value(node, DCAT.downloadURL))
        body = published.get(address.removeprefix("http://testserver")).content
        name = address.rpartition("/")[2]
        found[name] = body
        assert graph.value(node, DCAT.byteSize).toPython() == len(body)  # type: ignore[union-attr]
        checksum = graph.value(node, SPDX.checksum)
        digest = hashlib.sha256(body).hexdigest()
        assert str(graph.value(checksum, SPDX.checksumValue)).lower() == digest
        answer = published.get(f"/dataset/{name}", headers={"If-None-Match": f'"{digest}"'})
        assert (answer.status_code, answer.content) == (304, b"")
        assert str(graph.value(node, DCAT.mediaType)).endswith(FORMS[name].media_type)
    assert found.keys() == FORMS.keys()
    quads = list(pyoxigraph.parse(found["migov.nq"], format=pyoxigraph.RdfFormat.N_QUADS))
    triples = graph.value(DATASET, VOID.triples)
    assert triples == Literal(len(quads))
    same = set(pyoxigraph.parse(found["migov.trig"], format=pyoxigraph.RdfFormat.TRIG))
    assert {str(quad) for quad in quads if "_:" not in str(quad)} == {str(q) for q in same if "_:" not in str(q)}


def test_it_says_what_the_dataset_holds(published: TestClient, served: Served) -> None:
    graph = description(published)
    for kind in (VOID.Dataset, DCAT.Dataset):
        assert (DATASET, RDF.type, kind) in graph
    assert graph.value(DATASET, VOID.entities) == Literal(len(served.snapshot.entities))
    classes = {
        str(graph.value(part, VOID["class"])): graph.value(part, VOID.entities).toPython()  # type: ignore[union-attr]
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert classes[str(MIGOV.Institution)] == 2
    subsets = {str(layer): graph.value(layer, VOID.triples) for layer in graph.objects(DATASET, VOID.subset)}
    facts = next(count for layer, count in subsets.items() if layer.endswith("/graph/facts"))
    parts = graph.objects(DATASET, VOID.propertyPartition)
    assert sum(graph.value(part, VOID.triples).toPython() for part in parts) == facts.toPython()  # type: ignore[union-attr]
    for example in graph.objects(DATASET, VOID.exampleResource):
        assert published.get(str(example).removeprefix("https://w3id.org/migov")).status_code == 200
    period = graph.value(DATASET, DCTERMS.temporal)
    assert (str(graph.value(period, DCAT.startDate)), str(graph.value(period, DCAT.endDate))) == (
        *("2006-01-01", "2006-12-31"),
    )
    titles = {title.language for title in graph.objects(DATASET, DCTERMS.title) if isinstance(title, Literal)}
    assert titles == {"zh", "en"}


def test_the_well_known_place_says_the_same_in_every_form(published: TestClient) -> None:
    graph = description(published)
    for form in ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"):
        other = description(published, "/.well-known/void", form if "triples" not in form else "application/n-triples")
        assert set(other) == set(graph), form


def test_the_page_is_bilingual_and_lists_the_files(published: TestClient) -> None:
    for lang, word in (("en", "Downloads"), ("zh", "下载")):
        page = published.get(f"/dataset?lang={lang}", headers={"Accept": "text/html"}).text
        assert word in page
        for name in FORMS:
            assert f'href="/dataset/{name}"' in page


def test_a_file_is_sent_whole_without_a_date_of_its_making(published: TestClient) -> None:
    answer = published.get("/dataset/entities.csv", headers={"Range": "bytes=0-9", "Accept-Encoding": "identity"})
    assert answer.status_code == 200
    assert answer.headers["accept-ranges"] == "none"
    # When it was written says nothing of what it holds: the time is that of every answer.
    assert answer.headers["last-modified"] == published.get("/dataset").headers["last-modified"]
    assert len(answer.content) == int(answer.headers["content-length"]) > 10
    missing = published.get("/dataset/other.zip")
    assert missing.status_code == 404
    assert "migov.trig" in missing.json()["error"]["message"]


def test_the_files_stand_beside_the_dataset(published: TestClient, folder: Path) -> None:
    published.get("/dataset/migov.ttl")
    version = (folder / "current").read_text().strip()
    assert (folder / version / "downloads" / "migov.ttl").is_file()


def test_a_store_without_a_dataset_has_no_files(client: TestClient) -> None:
    assert client.get("/dataset/migov.trig").status_code == 404
    assert not list(description(client).objects(DATASET, DCAT.distribution))
