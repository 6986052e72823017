"""Answers: their forms, their dataset, their bounds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import QueryForbidden, QueryLimit, QuerySyntaxError, StoreUnavailable
from graph.sparql import GRAPH_FORMATS, RESULT_FORMATS, EmbeddedStore, Limits, Rules, UnsuitedFormat, evaluate
from graph.sparql.evaluation import count_rows

from .conftest import DEFAULTS, G1, G2, HIDDEN

COUNT = "SELECT (COUNT(*) AS ?n) {dataset} {{ {pattern} }}"
DEFAULT, NAMED = "?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"


def count(store: EmbeddedStore, pattern: str, dataset: str = "", **graphs: tuple[str, ...]) -> int:
    answer = store.evaluate(COUNT.format(dataset=dataset, pattern=pattern), **graphs)  # type: ignore[arg-type]
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(
    ("pattern", "dataset", "graphs", "expected"),
    [
        (DEFAULT, "", {}, 2000),
        (NAMED, "", {}, 2002),
        (f"GRAPH <{HIDDEN}> {{ ?s ?p ?o }}", "", {}, 2),
        (DEFAULT, f"FROM <{G1}>", {}, 1000),
        (NAMED, f"FROM <{G1}>", {}, 0),
        (DEFAULT, f"FROM NAMED <{G1}>", {}, 0),
        (NAMED, f"FROM NAMED <{G1}> FROM NAMED <{HIDDEN}>", {}, 1002),
        (DEFAULT, "FROM <http://example.org/nowhere>", {}, 0),
        (DEFAULT, "", {"default_graphs": (G2,)}, 1000),
        (DEFAULT, "", {"default_graphs": (G1, G2, HIDDEN)}, 2002),
        (NAMED, "", {"default_graphs": (G2,)}, 0),
        (DEFAULT, "", {"named_graphs": (G2,)}, 0),
        (NAMED, "", {"named_graphs": (G1, "http://example.org/nowhere")}, 1000),
        (DEFAULT, f"FROM <{G1}> FROM <{G2}>", {"default_graphs": (HIDDEN,)}, 2),
        (NAMED, f"FROM NAMED <{G1}>", {"default_graphs": (HIDDEN,)}, 0),
        (NAMED, f"FROM <{G1}>", {"named_graphs": (HIDDEN,)}, 2),
        (DEFAULT, f"FROM <{G1}>", {"named_graphs": (HIDDEN,)}, 0),
        (DEFAULT, "", {"default_graphs": (), "named_graphs": ()}, 2000),
    ],
)
def test_the_dataset_of_a_query(
    store: EmbeddedStore, pattern: str, dataset: str, graphs: dict[str, tuple[str, ...]], expected: int
) -> None:
    assert count(store, pattern, dataset, **graphs) == expected


def test_a_store_without_named_defaults_answers_from_its_unnamed_graph(directory: Path) -> None:
    opened = EmbeddedStore(directory, workers=1)
    try:
        assert count(opened, DEFAULT) == 1
    finally:
        opened.close()


def test_graphs_are_absolute_and_no_files(store: EmbeddedStore) -> None:
    with pytest.raises(QuerySyntaxError, match="'relative'"):
        store.evaluate("ASK {}", default_graphs=["relative"])
    with pytest.raises(QueryForbidden, match="is a file"):
        store.evaluate("ASK {}", named_graphs=["FILE:///etc/passwd"])


def test_no_store_no_answers(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="holds no store"):
        EmbeddedStore(tmp_path)
    (tmp_path / "CURRENT").write_text("MANIFEST-000001\n")
    with pytest.raises(StoreUnavailable, match="can't be opened"):
        EmbeddedStore(tmp_path)


@pytest.mark.parametrize("media_type", RESULT_FORMATS)
def test_solutions_in_every_form(store: EmbeddedStore, media_type: str) -> None:
    answer = store.evaluate(
        f"SELECT ?o {{ GRAPH <{HIDDEN}> {{ ?s <http://example.org/p> ?o }} }}", media_type=media_type
    )
    assert answer.media_type == media_type
    if media_type.endswith("json"):
        assert json.loads(answer.body)["results"]["bindings"][0]["o"]["xml:lang"] == "en"
    elif media_type.endswith("xml"):
        assert "maybe" in "".join(ElementTree.fromstring(answer.body).itertext())  # noqa: S314
    else:
        assert answer.body in (b"o\r\nmaybe\r\n", b'?o\n"maybe"@en\n')


@pytest.mark.parametrize("media_type", GRAPH_FORMATS)
def test_graphs_in_every_form(store: EmbeddedStore, media_type: str) -> None:
    answer = store.evaluate(f"CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o FILTER(?s = <{G1}/7>) }}", media_type=media_type)
    triples = pyoxigraph.parse(answer.body, GRAPH_FORMATS[media_type])
    expected = Quad(NamedNode(f"{G1}/7"), NamedNode("http://example.org/p"), Literal(7))
    assert list(triples) == [expected]


def test_forms_suit_the_query(store: EmbeddedStore) -> None:
    assert store.evaluate("ASK {}").media_type == "application/sparql-results+json"
    assert store.evaluate("DESCRIBE <a:b>").media_type == "text/turtle"
    with pytest.raises(UnsuitedFormat, match="ASK can't be answered as text/turtle"):
        store.evaluate("ASK {}", media_type="text/turtle")
    with pytest.raises(UnsuitedFormat, match="CONSTRUCT can't be answered as text/csv"):
        store.evaluate("CONSTRUCT WHERE { ?s ?p ?o }", media_type="text/csv")


def test_triple_terms_pass_where_the_form_holds_them(store: EmbeddedStore) -> None:
    query = f"CONSTRUCT WHERE {{ GRAPH <{HIDDEN}> {{ ?s <http://example.org/reifies> ?o }} }}"
    query = query.replace("CONSTRUCT WHERE", "CONSTRUCT { ?s ?s ?o } WHERE")
    assert b"<<( " in store.evaluate(query).body
    with pytest.raises(UnsuitedFormat, match="ask for text/turtle"):
        store.evaluate(query, media_type="application/ld+json")


ANY = st.text(st.characters(codec="utf-8", exclude_characters="\0", categories=["L", "P", "S", "Zs", "Cc"]), max_size=8)


@given(st.lists(st.tuples(ANY, st.booleans()), max_size=6))
def test_rows_are_counted_whatever_they_hold(values: list[tuple[str, bool]]) -> None:
    """Against texts that look like rows, and rows without values."""
    traps = ["},{", '"},{"', "\\", '\\"},{', "\r\n", '"\n"', "<result>", "]", "\t", '{"bindings":[']
    texts = [text + traps[n % len(traps)] for n, (text, _) in enumerate(values)]
    rows = " ".join(
        f"({Literal(text)})" if bound else "(UNDEF)" for text, (_, bound) in zip(texts, values, strict=True)
    )
    for media_type in RESULT_FORMATS:
        answer = evaluate(pyoxigraph.Store(), f"SELECT ?x {{ VALUES (?x) {{ {rows} }} }}", media_type=media_type)
        assert count_rows(answer.body, media_type) == len(values)


@pytest.mark.parametrize("media_type", RESULT_FORMATS)
def test_the_limit_of_rows_is_exact(store: EmbeddedStore, media_type: str) -> None:
    limits = Limits(rows=50)
    query = "SELECT ?nothing { ?s ?p ?o } LIMIT "
    assert store.evaluate(query + "50", media_type=media_type, limits=limits).body
    with pytest.raises(QueryLimit, match="over 50 rows") as caught:
        store.evaluate(query + "51", media_type=media_type, limits=limits)
    assert caught.value.limit == "rows"


def test_the_limit_of_triples_is_exact(store: EmbeddedStore) -> None:
    query = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT "
    assert store.evaluate(query + "50", limits=Limits(rows=50)).body
    with pytest.raises(QueryLimit) as caught:
        store.evaluate(query + "51", limits=Limits(rows=50))
    assert caught.value.limit == "rows"


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"])
def test_the_limit_of_bytes(store: EmbeddedStore, query: str) -> None:
    with pytest.raises(QueryLimit, match="over 20000 bytes") as caught:
        store.evaluate(query, limits=Limits(bytes=20_000))
    assert caught.value.limit == "bytes"


def test_csv_and_json_say_the_same(store: EmbeddedStore) -> None:
    query = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s LIMIT 20"
    table = list(csv.reader(io.StringIO(store.evaluate(query, media_type="text/csv").body.decode(), newline="")))
    document = json.loads(store.evaluate(query).body)
    assert table[0] == document["head"]["vars"]
    assert table[1:] == [[row["s"]["value"], row["o"]["value"]] for row in document["results"]["bindings"]]


def test_evaluation_here_and_in_a_worker_agree(directory: Path, store: EmbeddedStore) -> None:
    query = "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 100"
    here = evaluate(pyoxigraph.Store.read_only(str(directory)), query, rules=Rules(DEFAULTS))
    assert here == store.evaluate(query)
