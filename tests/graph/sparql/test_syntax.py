"""What a query is, told from its tokens: its form, the places of its faults, its bounds, its labels."""

from __future__ import annotations

import json
import re
import time

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import QueryForbidden, QueryLimit, QuerySyntaxError
from graph.sparql import Limits, Rules, analyse, evaluate
from graph.sparql.syntax import _recall, _recall_long
from graph.sparql.tokens import _TOKEN, read_tokens
from tests.graph.sparql.engine import PREFIXES, STORE


@pytest.mark.parametrize(
    ("text", "kind", "has_dataset"),
    [
        ("SELECT * {}", "select", False),
        ("ask{}", "ask", False),
        ("BASE <http://e/> PREFIX a: <b> VERSION '1.2' #x\nConstruct WHERE {}", "construct", False),
        ("DESCRIBE <http://example.org/FROM>", "describe", False),
        ("SELECT * FROM <a:b> {}", "select", True),
        ("SELECT * FROM NAMED <a:b> { GRAPH ?g {} }", "select", True),
        ("S\\u0045LECT ?\\u0061 { ?a ?b ?c }", "select", False),
    ],
)
def test_forms(text: str, kind: str, has_dataset: bool) -> None:
    form = analyse(text)
    assert (form.kind, form.has_dataset) == (kind, has_dataset)
    assert form.is_graph == (kind in ("construct", "describe"))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("# nothing", 1, 10),
        ("SELEC * {}", 1, 1),
        ("\n  PREFIX a <b> SELECT * {}", 2, 3),
        ("SELECT * {\r\n 'open }", 2, 2),
        ('SELECT * {\r ?s ?p """open" }', 2, 8),
        ("SELECT * { ?s ?p § }", 1, 18),
        ("SELECT * { ?s undeclared:service ?o }", 1, 15),
        ("SELECT * { \\uD800 }", 1, 12),
        ("SELECT * { \\U0011FFFF }", 1, 12),
        ("SELECT * { ?s ?p trueSERVICE }", 1, 18),
        ("SELECT * { ?s ?p '\ud800' }", 1, 19),
    ],
)
def test_faults_name_their_place(text: str, line: int, column: int) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        analyse(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value).startswith(f"line {line}, column {column}: ")


def test_forbidden_queries_name_their_place() -> None:
    with pytest.raises(QueryForbidden, match="line 2, column 3: SERVICE would call <a:b>") as caught:
        analyse("SELECT * {\n  SERVICE <a:b> {} }")
    assert (caught.value.line, caught.value.column) == (2, 3)  # type: ignore[attr-defined]


@given(st.text(max_size=60))
def test_tokens_are_the_text(text: str) -> None:
    try:
        tokens = list(read_tokens(text))
    except QuerySyntaxError:
        return
    assert "".join(token.text for token in tokens) == text


def test_the_engine_s_faults_name_their_place() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        evaluate(STORE, "SELECT * {\n ?s ?p }")
    assert caught.value.line == 2
    assert caught.value.column in (8, 9)


@pytest.mark.parametrize("text", ["SELECT (RAND() AS ?x) {}", "SELECT (now() AS ?x) {}", "SELECT (UUID() AS ?x) {}"])
def test_what_differs_from_time_to_time_is_told(text: str) -> None:
    assert analyse(text).is_volatile
    assert not analyse("SELECT ?now { ?now ?rand 'NOW()' }").is_volatile


def test_limits_are_above_zero_and_only_lower() -> None:
    with pytest.raises(ValueError, match="rows must be above zero"):
        Limits(rows=0)
    assert Limits(seconds=5, rows=10).lowest(Limits(seconds=9, rows=7)) == Limits(seconds=5, rows=7)
    with pytest.raises(QueryLimit):
        evaluate(STORE, "SELECT * { ?s ?p ?o }", limits=Limits(rows=3), rules=Rules(limits=Limits(rows=2)))
    with pytest.raises(ValueError, match="seconds must be above zero"):
        Limits(seconds=0)


def test_a_request_cannot_lower_the_time_so_far_that_each_query_costs_a_worker() -> None:
    assert Limits(seconds=5).lowest(Limits(seconds=1e-300)).seconds == 0.05
    assert Limits(seconds=5).lowest(Limits(seconds=0.3)).seconds == 0.3
    assert Limits(seconds=0.01).lowest(Limits(seconds=1e-300)).seconds == 0.01


HOSTILE = {
    "runs without a colon": "SELECT * {" + "a." * 100_000 + "}",
    "runs with hyphens": "SELECT * {" + "a-" * 100_000 + "}",
    "numbers in runs": "SELECT * {" + "1.e" * 66_000 + "}",
    "a run that ends in a dot before its colon": "SELECT * {" + "a." * 100_000 + ":}",
    "dots after a name": "SELECT * {a:" + "." * 200_000 + "}",
    "dots after a label": "SELECT * {_:a" + "." * 200_000 + "}",
    "open IRIs": "SELECT * {" + "<a" * 100_000 + "}",
    "open strings among escapes": "SELECT * {\\u0041" + '"a' * 100_000,
    "labels": "SELECT * {" + " ".join(f"_:service{n} _:x{n}" for n in range(9_000)) + "}",
    "prefixes": "".join(f"PREFIX service{n}: <http://x/> " for n in range(6_000)) + "SELECT * {}",
    "names in a long namespace": f"PREFIX e: <http://x/{'a' * 7_000}> SELECT * {{" + "e:service " * 19_000 + "}",
    "graphs on a long base": f"BASE <http://x/{'a' * 7_000}/> SELECT * " + "FROM <x> " * 20_000 + "{}",
    "bases on a long base": f"BASE <http://x/{'a' * 7_000}/> " + "BASE <x> " * 20_000 + "SELECT * {}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_linear_time_and_room(name: str) -> None:
    text = HOSTILE[name]
    assert len(text) > 150_000
    start = time.process_time()
    try:
        form = analyse(text)
        length = len(form.text)
    except (QuerySyntaxError, QueryLimit):
        length = 0
    assert time.process_time() - start < 4
    assert length <= 4 * len(text) + 64_000


def test_names_are_written_out_up_to_a_bound() -> None:
    long, short = f"http://x/{'a' * 7_000}/", "http://example.org/an/ontology#"
    with pytest.raises(QueryLimit, match="shorter namespaces") as caught:
        analyse(f"PREFIX e: <{long}> SELECT * {{" + "?s e:service ?o . " * 700 + "}")
    assert caught.value.limit == "bytes"
    assert analyse(f"PREFIX e: <{long}> SELECT * {{ ?s e:service ?o }}").text.count(long) == 2
    assert analyse(f"PREFIX e: <{short}> SELECT * {{" + "?s e:service ?o . " * 5_000 + "}").text.count(short) == 5_001


@pytest.mark.parametrize("head", ["PREFIX e: <http://x/{}>", "BASE <http://x/{}>", "BASE <http://x/y/> BASE <{}>"])
def test_declared_iris_have_a_longest(head: str) -> None:
    assert analyse(head.format("a" * 7_900) + " SELECT * {}").kind == "select"
    with pytest.raises(QuerySyntaxError, match="may have 8000"):
        analyse(head.format("a" * 8_001) + " SELECT * {}")


def test_too_long_a_query_is_refused_unread() -> None:
    with pytest.raises(QueryLimit, match="1000001 characters long"):
        analyse('"' * 1_000_001)


def test_of_long_texts_few_are_kept() -> None:
    _recall.cache_clear()
    long = ["SELECT * {}" + " " * (20_000 + n) for n in range(20)]
    assert analyse(long[0]) is analyse(long[0])
    for text in long:
        analyse(text)
    assert _recall.cache_info().currsize == 0
    assert _recall_long.cache_info().currsize == 4
    assert analyse("SELECT * {}") is analyse("SELECT * {}")
    assert _recall.cache_info().currsize == 1


def count_nodes(turtle: bytes) -> int:
    return len({triple.subject for triple in pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)})


@pytest.mark.parametrize(
    ("first", "second", "nodes"),
    [("service1", "service2", 2), ("service1", "service1", 1), ("service1", "x0", 2), ("x0", "service1", 2)],
)
def test_labels_stay_apart_and_together(first: str, second: str, nodes: int) -> None:
    text = f'CONSTRUCT {{ _:{first} <http://x/p> "a" . _:{second} <http://x/p> "b" }} {{}}'
    assert count_nodes(evaluate(STORE, text).body) == nodes
    where = f'SELECT * {{ _:{first} e:p "x" . _:{second} e:p 1 }}'
    assert len(json.loads(evaluate(STORE, PREFIXES + where).body)["results"]["bindings"]) == 1
    apart = f"ASK {{ _:{first} e:p ?a . ?a ?b ?c . _:{second} ?d ?e }}"
    labels = set(re.findall(r"_:\w+", analyse(PREFIXES + apart).text))
    assert len(labels) == nodes


def test_labels_in_where_join_only_with_themselves() -> None:
    store = pyoxigraph.Store()
    p = NamedNode("http://x/p")
    store.add(Quad(NamedNode("http://x/1"), p, Literal("a")))
    store.add(Quad(NamedNode("http://x/2"), p, Literal("b")))
    for second, expected in (("service1", False), ("service2", True)):
        text = f'ASK {{ _:service1 <http://x/p> "a" . _:{second} <http://x/p> "b" }}'
        assert json.loads(evaluate(store, text).body)["boolean"] is expected


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["a", "é", "1", ".", "-", "_", ":", "e", " ", "<", ">", "?", "@", "%41", "·"])))
def test_tokens_are_those_of_the_terminals(pieces: list[str]) -> None:
    """Looking for a prefix once in a run finds what looking at each place finds."""
    text = "".join(pieces)
    expected, offset = [], 0
    while match := _TOKEN.match(text, offset):
        expected.append((match.lastgroup, match[0]))
        offset = match.end()
    found = []
    try:
        for token in read_tokens(text):
            found.append((token.kind, token.text))
    except QuerySyntaxError:
        assert offset < len(text)
    assert found == expected
