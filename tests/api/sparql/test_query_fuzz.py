"""Queries that nobody thought of: sound ones get the engine's own answer, all others an error that says where."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from api.app import create_app
from graph.sparql import EmbeddedStore, Limits
from tests.api.service import Served

E = "http://example.org/"
GRAPH = NamedNode(f"{E}g")
P = f"PREFIX e: <{E}> "
FIXED = settings(
    max_examples=150,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
VARIABLES = st.sampled_from(("?a", "?b", "?c"))
NAMES = st.sampled_from(("e:s", "e:t", "e:p", "e:q", "e:service", "e:load.x", f"<{E}s>"))
VALUES = st.sampled_from(("1", "2.5", "true", '"service"', "'中文'@zh", '"a\\"}"', "'''x\n# {'''", '"1"^^e:t'))
PATHS = st.sampled_from(("e:p", "^e:q", "e:p/e:q", "(e:p|e:q)*", "!(e:p|^e:q)", "e:p?", "e:p+", "?b", "a"))
TRIPLES = st.builds("{} {} {} .".format, VARIABLES | NAMES, PATHS, VARIABLES | NAMES | VALUES)
CONDITIONS = st.sampled_from(
    ("BOUND(?a)", "?a = ?b", "isIRI(?c)", "STRLEN(STR(?a)) > 3", "?a IN (e:s, 1)", "EXISTS { ?a e:q ?c }", "!BOUND(?b)")
)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(inner, inner)
    return st.one_of(
        two.map(" ".join),
        two.map("{{ {0[0]} }} UNION {{ {0[1]} }}".format),
        two.map("{0[0]} OPTIONAL {{ {0[1]} }}".format),
        two.map("{0[0]} MINUS {{ {0[1]} }}".format),
        inner.map("GRAPH e:g {{ {} }}".format),
        inner.map("{{ SELECT DISTINCT ?a WHERE {{ {} }} }}".format),
        st.builds("{} FILTER({})".format, inner, CONDITIONS),
        inner.map("{} VALUES ?a {{ e:s UNDEF }}".format),
        inner.map("{} # service {{ }}\n".format),
    )


PATTERNS = st.recursive(TRIPLES, _combined, max_leaves=4)
QUERIES = st.one_of(
    st.builds("SELECT * {{ {} }}".format, PATTERNS),
    st.builds("SELECT (COUNT(?a) AS ?n) {{ {} }}".format, PATTERNS),
    st.builds("SELECT ?a (MIN(?c) AS ?m) {{ {} }} GROUP BY ?a".format, PATTERNS),
)
DAMAGE = st.sampled_from(
    ("", "{", "}", '"', "'", "<", ">", "\\", "\\u0000", "#", "?", ";", "SERVICE <a:b> {}", "\0", "\ud800")
)


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    """A few triples, with words in them that mean calls."""
    s, t, p, q = (NamedNode(E + name) for name in ("s", "t", "p", "q"))
    triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]]
    triples = [(s, p, t), (t, q, s), (s, q, Literal("service")), (t, p, Literal(1)), (NamedNode(f"{E}service"), p, s)]
    return [Quad(*triple, GRAPH) for triple in triples]


@pytest.fixture(scope="module")
def client(served: Served, quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("store")
    writer = pyoxigraph.Store(str(path))
    writer.extend([*quads, *(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)])
    writer.flush()
    del writer
    store = EmbeddedStore(path, [GRAPH.value], merged=True, version="v1", workers=1, limits=Limits(seconds=20))
    with TestClient(create_app(served.settings(), store=store, snapshot=served.snapshot)) as made:
        yield made
    store.close()


def rows(document: Any) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in document["results"]["bindings"])


def ask(client: TestClient, query: str, accept: str = "application/sparql-results+json") -> Any:
    content = query.encode("utf-8", "surrogatepass")
    headers = {"Content-Type": "application/sparql-query", "Accept": accept}
    return client.post("/sparql", content=content, headers=headers)


@FIXED
@given(query=QUERIES)
def test_a_sound_query_gets_the_answer_that_the_engine_gives_by_itself(
    client: TestClient, quads: list[Quad], query: str
) -> None:
    answer = ask(client, P + query)
    alone = pyoxigraph.Store()
    alone.extend(quads)
    try:
        expected = alone.query(P + query, default_graph=[GRAPH])
    except SyntaxError:  # such as a variable that is bound twice
        assert answer.status_code == 400
        return
    assert isinstance(expected, pyoxigraph.QuerySolutions)
    body = expected.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
    assert answer.status_code == 200, answer.text
    found = rows(answer.json())
    assert found == rows(json.loads(body or b""))
    table = ask(client, P + query, "text/csv")
    assert len(list(csv.reader(io.StringIO(table.text, newline="")))) == found.total() + 1


@FIXED
@given(query=QUERIES, damage=DAMAGE, data=st.data())
def test_a_damaged_query_gets_an_answer_or_an_error_with_its_place(
    client: TestClient, query: str, damage: str, data: st.DataObject
) -> None:
    text = P + query
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 12)))
    broken = text[:begin] + damage + text[end:]
    answer = ask(client, broken)
    if answer.status_code == 200:
        assert set(answer.json()) >= {"head"}
        return
    assert answer.status_code in (400, 403, 406), answer.text
    error = answer.json()["error"]
    assert error["message"]
    if error["type"] in ("query-syntax", "query-forbidden") and error.get("line"):
        assert 1 <= error["line"] <= len(broken.splitlines()) + 1
        assert error["column"] >= 1
