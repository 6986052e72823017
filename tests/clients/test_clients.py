"""Real clients ask the service: SPARQLWrapper, rdflib, curl, Comunica and fetch-sparql-endpoint."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import httpx2
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.conformance.server import TOKEN, serve

EX = Namespace("http://example.org/")
XSD = "http://www.w3.org/2001/XMLSchema#"
INSTALL = Path(__file__).parents[1] / "install-clients"
ASK_MJS = Path(__file__).with_name("ask.mjs")
VALUES: list[tuple[str, str, str]] = [
    ("1985", "", f"{XSD}integer"),
    ("Global Migration Group", "en", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
    ('a "quoted" <tag> & 100%25 +\ttab\nline', "", f"{XSD}string"),
    ("移徙小组", "zh", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
]
SELECT = "SELECT ?s ?o { ?s <http://example.org/p> ?o } ORDER BY ?o"
CONSTRUCT = "CONSTRUCT { ?s <http://example.org/q> ?o } { ?s <http://example.org/p> ?o }"
ASK = "ASK { ?s <http://example.org/p> ?o }"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """The service over a store of four values, and of what the tests write into other graphs."""
    folder = tmp_path_factory.mktemp("clients")
    graph = Graph()
    for n, (text, language, kind) in enumerate(VALUES):
        graph.add((EX[f"s{n}"], EX.p, Literal(text, lang=language) if language else Literal(text, datatype=kind)))
    graph.serialize(folder / "values.ttl", format="turtle", encoding="utf-8")
    with serve("--store", folder / "store", "--data", folder / "values.ttl") as client:
        yield client


@pytest.fixture(scope="module")
def endpoint(service: httpx2.Client) -> str:
    return f"{str(service.base_url).rstrip('/')}/sparql"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # SPARQLWrapper's own use
@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(endpoint: str, method: str) -> None:
    def ask(query: str, form: str) -> Any:
        wrapper = SPARQLWrapper(endpoint)
        wrapper.setMethod(method)
        wrapper.setQuery(query)
        wrapper.setReturnFormat(form)
        return wrapper.query().convert()

    rows = ask(SELECT, JSON)["results"]["bindings"]
    found = {row["o"]["value"]: row["o"].get("xml:lang", "") for row in rows}
    assert found == {text: language for text, language, _ in VALUES}
    assert {node.data for node in ask(SELECT, XML).getElementsByTagName("literal")[0].childNodes} == {"1985"}
    for form, delimiter in ((CSV, ","), (TSV, "\t")):
        assert "移徙小组" in ask(SELECT, form).decode()
        assert ask(SELECT, form).decode().split("\n")[0].strip().split(delimiter) == (
            ["s", "o"] if form == CSV else ["?s", "?o"]
        )
    assert ask(ASK, JSON)["boolean"] is True
    for form in (RDFXML, JSONLD):
        assert len(ask(CONSTRUCT, form)) == len(VALUES)
    assert len(Graph().parse(data=ask(CONSTRUCT, TURTLE), format="turtle")) == len(VALUES)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_reads(endpoint: str, method: str) -> None:
    graph = Graph(SPARQLStore(endpoint, method=method))
    rows: list[Any] = list(graph.query(SELECT))
    assert {(str(row.o), row.o.language or "") for row in rows} == {(text, lang) for text, lang, _ in VALUES}
    assert (EX.s0, EX.p, Literal(1985)) in graph
    assert len(list(graph.triples((None, EX.p, None)))) == len(VALUES)
    assert graph.query(ASK).askAnswer is True
    constructed = graph.query(CONSTRUCT).graph
    assert constructed is not None
    assert len(constructed) == len(VALUES)


def test_rdflib_writes(endpoint: str) -> None:
    store = SPARQLUpdateStore(
        endpoint, f"{endpoint}/update", headers={"Authorization": f"Bearer {TOKEN}"}, context_aware=True
    )
    graph = Graph(store, identifier=URIRef("http://example.org/written"))
    graph.add((EX.a, EX.b, Literal("写入", lang="zh")))
    assert list(graph) == [(EX.a, EX.b, Literal("写入", lang="zh"))]
    graph.remove((EX.a, None, None))
    assert list(graph) == []


def test_curl(service: httpx2.Client, endpoint: str, not_tested: Callable[[str, str], NoReturn]) -> None:
    if not shutil.which("curl"):
        not_tested("curl", "it is missing: apt-get install curl")

    def curl(*arguments: str) -> str:
        command = ["curl", "--silent", "--show-error", "--fail", "--max-time", "60", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    table = curl("--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv", endpoint)
    assert [row["o"] for row in csv.DictReader(io.StringIO(table, newline=""))] == [
        row["o"]["value"]
        for row in json.loads(curl("-G", "--data-urlencode", f"query={SELECT}", endpoint))["results"]["bindings"]
    ]
    squeezed = curl("--compressed", "--data-urlencode", f"query={CONSTRUCT}", "-H", "Accept: text/turtle", endpoint)
    assert len(Graph().parse(data=squeezed, format="turtle")) == len(VALUES)
    bearer = ("-H", f"Authorization: Bearer {TOKEN}")
    turtle = ("-H", "Content-Type: text/turtle", "--data-binary", "<http://example.org/x> <http://example.org/y> 1 .")
    graph = f"{endpoint}/graphs?graph=http://example.org/curl"
    assert curl("-X", "PUT", *bearer, *turtle, "-w", "%{http_code}", graph) == "201"
    assert "example.org/y" in curl(graph)
    assert curl("--data-urlencode", "update=DROP GRAPH <http://example.org/curl>", *bearer, f"{endpoint}/update") == ""
    assert service.get(graph).status_code == 404


def test_comunica_and_fetch_sparql_endpoint(endpoint: str, not_tested: Callable[[str, str], NoReturn]) -> None:
    if subprocess.run([INSTALL, "--find"], check=False).returncode != 0:
        not_tested("Comunica and fetch-sparql-endpoint", "they are missing: tests/install-clients installs them")
    done = subprocess.run(["node", ASK_MJS, endpoint], capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    for name, found in json.loads(done.stdout).items():
        values = {(value, language, kind) for _, (_, value, language, kind) in found["rows"]}
        assert values == set(VALUES), name
        assert {subject for subject, _, _ in found["graph"]} == {str(EX[f"s{n}"]) for n in range(len(VALUES))}, name
        assert found["truth"] is True, name
