"""Federated queries by the W3C's test suite, with endpoints of this machine in the place of those that it names."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pyoxigraph as ox
import pytest

from .comparison import differ, read_solutions
from .conftest import read_file
from .server import serve
from .suite import Case, Suite
from .test_queries import FEDERATED, as_parameters, read_request, read_wanted

NOWHERE = "http://invalid.endpoint.org/sparql"


class Endpoints(ThreadingHTTPServer):
    """An endpoint at every path that a store stands for, and a fault at every other."""

    daemon_threads = True
    stores: dict[str, ox.Store]


class Answers(BaseHTTPRequestHandler):
    server: Endpoints

    def do_GET(self) -> None:
        self._answer(parse_qs(urlsplit(self.path).query)["query"][0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        direct = self.headers["Content-Type"].startswith("application/sparql-query")
        self._answer(body if direct else parse_qs(body)["query"][0])

    def _answer(self, query: str) -> None:
        store = self.server.stores.get(urlsplit(self.path).path)
        results: Any = store.query(query) if store is not None else None
        body = b"" if results is None else results.serialize(format=ox.QueryResultsFormat.JSON)
        self.send_response(500 if results is None else 200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def endpoints() -> Iterator[Endpoints]:
    server = Endpoints(("127.0.0.1", 0), Answers)
    server.stores = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def local(endpoints: Endpoints, case: Case, endpoint: str) -> str:
    return f"http://127.0.0.1:{endpoints.server_port}/{case.id}/{urlsplit(endpoint).hostname}"


@pytest.fixture(scope="module")
def federating(suite: Suite, endpoints: Endpoints, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """The service over the cases' data, which may call the endpoints."""
    path: Path = tmp_path_factory.mktemp("federating") / "all.nq"
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"urn:{case.id}"))
        for case in FEDERATED
        for file in case.data
        for quad in read_file(suite, file)
    ]
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    allowed = []
    for case in FEDERATED:
        for endpoint, file in case.services:
            address = local(endpoints, case, endpoint)
            endpoints.stores[urlsplit(address).path] = store = ox.Store()
            store.extend(read_file(suite, file))
            allowed.append(address)
        allowed.append(local(endpoints, case, NOWHERE))
    with serve("--data", path, settings={"MIGOV_SERVICES": " ".join(allowed)}) as client:
        yield client


def test_no_case_is_left_out(suite: Suite) -> None:
    assert len(FEDERATED) == 7


@pytest.mark.parametrize("case", as_parameters(FEDERATED))
def test_evaluation(suite: Suite, case: Case, endpoints: Endpoints, federating: httpx2.Client) -> None:
    query = read_request(suite, case)
    for endpoint in (NOWHERE, *(endpoint for endpoint, _ in case.services)):
        query = query.replace(f"<{endpoint}>", f"<{local(endpoints, case, endpoint)}>")
    asked = {"query": query, "default-graph-uri": f"urn:{case.id}"}
    answer = federating.get("/sparql", params=asked, headers={"Accept": "application/sparql-results+xml"})
    assert answer.status_code == 200, answer.text
    difference = differ(read_solutions(answer.content, "application/sparql-results+xml"), read_wanted(suite, case))
    assert not difference, difference


@pytest.mark.parametrize(
    "target", ["<http://127.0.0.1:{0}/>", "<http://127.0.0.1:{0}/sparql11/service/service1/example.org#x>", "?any"]
)
@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_what_the_operator_does_not_list_is_never_called(
    federating: httpx2.Client, endpoints: Endpoints, target: str, silent: str
) -> None:
    query = f"SELECT * {{ SERVICE {silent} {target.format(endpoints.server_port)} {{ ?s ?p ?o }} }}"
    answer = federating.get("/sparql", params={"query": query})
    assert (answer.status_code, answer.json()["error"]["type"]) == (403, "query-forbidden")
