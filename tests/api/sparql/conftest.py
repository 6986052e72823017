"""The service over three small graphs, one of them outside of the default graph."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
import pytest
from fastapi import FastAPI
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from api.app import create_app
from graph.sparql import EmbeddedStore, Limits
from tests.api.service import Served
from tests.api.sparql.asking import G1, G2, HIDDEN


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """Three graphs, the third outside of the default graph."""
    path = tmp_path_factory.mktemp("store")
    writer = pyoxigraph.Store(str(path))
    p = NamedNode("http://example.org/p")
    for graph, words in ((G1, "中 文 %20+&"), (G2, "two"), (HIDDEN, "hidden")):
        writer.add(Quad(NamedNode(f"{graph}#s"), p, Literal(words), NamedNode(graph)))
    for n in range(20):
        writer.add(Quad(NamedNode(f"{HIDDEN}#{n}"), p, Literal(n), NamedNode(HIDDEN)))
    writer.flush()
    del writer
    opened = EmbeddedStore(path, [G1, G2], version="v1", workers=2, limits=Limits(seconds=3, rows=1000))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(served: Served, store: EmbeddedStore) -> FastAPI:
    return create_app(served.settings(body_bytes=20_000), store=store, snapshot=served.snapshot)


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as made:
        yield made
