"""Small stores for the tests of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.sparql import EmbeddedStore, Limits

G1, G2, HIDDEN = "http://example.org/graph/1", "http://example.org/graph/2", "http://example.org/graph/scenario"
DEFAULTS = (G1, G2)


def make_quads(size: int) -> Iterator[Quad]:
    """In each of two default graphs `size` triples, in the hidden one a single one, in the unnamed one another."""
    p = NamedNode("http://example.org/p")
    for graph in DEFAULTS:
        for n in range(size):
            yield Quad(NamedNode(f"{graph}/{n}"), p, Literal(n), NamedNode(graph))
    yield Quad(NamedNode("http://example.org/future"), p, Literal("maybe", language="en"), NamedNode(HIDDEN))
    yield Quad(NamedNode("http://example.org/unnamed"), p, Literal("unnamed"))


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with 2 × 1,000 triples in its default graphs."""
    path = tmp_path_factory.mktemp("store")
    store = pyoxigraph.Store(str(path))
    store.bulk_extend(make_quads(1000))
    triple = Triple(NamedNode("http://example.org/a"), NamedNode("http://example.org/p"), Literal("b"))
    store.add(
        Quad(NamedNode("http://example.org/r"), NamedNode("http://example.org/reifies"), triple, NamedNode(HIDDEN))
    )
    store.flush()
    return path


@pytest.fixture(scope="module")
def store(directory: Path) -> Iterator[EmbeddedStore]:
    """An embedded store with two workers and two seconds for a query."""
    opened = EmbeddedStore(directory, DEFAULTS, version="1", workers=2, limits=Limits(seconds=2))
    yield opened
    opened.close()


@pytest.fixture
def open_store(directory: Path) -> Iterator[Callable[..., EmbeddedStore]]:
    """Open the same directory with other options; closed at the end of the test."""
    opened: list[EmbeddedStore] = []

    def open_with(**options: object) -> EmbeddedStore:
        opened.append(EmbeddedStore(directory, DEFAULTS, version="1", **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_with
    for each in opened:
        each.close()
