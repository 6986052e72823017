"""The suites, and the service over all their data at once: each file is a graph, and a query names those it is over."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx2
import pyoxigraph as ox
import pytest

from .server import serve
from .suite import Suite

INSTALL = Path(__file__).parents[1] / "install-suites"
SKIPPED = ("entailment",)  # SPARQL 1.1 Entailment Regimes: the service has none, and says so in its description


@lru_cache(maxsize=1)
def find_suite() -> Suite | None:
    """The suites where they are; tests/install-suites puts them there."""
    environment = {"PYTHON": sys.executable, "PATH": "/usr/local/bin:/usr/bin:/bin"}
    answer = subprocess.run([INSTALL, "--find"], capture_output=True, text=True, check=False, env=environment)
    return Suite(Path(answer.stdout.strip())) if answer.returncode == 0 else None


def read_file(suite: Suite, iri: str) -> Iterator[ox.Quad]:
    """The triples of a file of a suite."""
    path = suite.path(iri)
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    assert form is not None, path
    yield from ox.parse(path.read_bytes(), form, base_iri=iri)


@pytest.fixture(scope="session")
def suite(not_tested: object) -> Suite:
    """The suites."""
    found = find_suite()
    if found is None:
        not_tested("the W3C test suites", "they are missing: tests/install-suites fetches them")  # type: ignore[operator]
    assert found is not None
    return found


@pytest.fixture(scope="session")
def over_all_files(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """The service over every file that a query of the suites is over, each in the graph of its own IRI."""
    files = {file for case in suite.cases() for file in (*case.data, *(file for _, file in case.graphs))}
    # FROM names files that no manifest lists.
    files |= {
        case.request.rpartition("/")[0] + f"/{path.name}"
        for case in suite.cases()
        if "/dataset/" in case.id or "/construct/" in case.id
        for path in suite.path(case.request).parent.glob("data*.ttl")
    }
    path = tmp_path_factory.mktemp("files") / "all.nq"
    with path.open("wb") as out:
        for n, file in enumerate(sorted(files)):
            graph = ox.NamedNode(file)
            quads = (
                ox.Quad(_rename(q.subject, n), q.predicate, _rename(q.object, n), graph) for q in read_file(suite, file)
            )
            out.write(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    with serve("--data", path) as client:
        yield client


def _rename(term: Any, n: int) -> Any:
    """A blank node of one file told from those of others."""
    return ox.BlankNode(f"f{n}x{term.value}") if isinstance(term, ox.BlankNode) else term


@pytest.fixture(scope="session")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """The service over a store that may be changed."""
    with serve("--store", tmp_path_factory.mktemp("own") / "store") as client:
        yield client
