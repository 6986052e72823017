"""What a query is, told from its tokens: what is forbidden, what only looks like it, and that the engine agrees."""

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
from graph.sparql.syntax import _recall
from graph.sparql.tokens import _TOKEN, read_tokens

# Oxigraph refuses this port by itself, before it opens a socket, with an error of its own: a call that was tried.
CALLED = "http://127.0.0.1:9/"
PREFIXES = (
    f"PREFIX : <{CALLED}> PREFIX e: <http://example.org/> PREFIX bad: <http://example.org:> PREFIX x: <{CALLED}> "
)
GROUP = "{ ?s ?p ?o }"


def make_store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for value in (Literal("x"), Literal(1), Literal(True), NamedNode("http://example.org/a.b")):
        store.add(Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/p"), value))
    return store


STORE = make_store()


def tries_call(text: str) -> bool:
    """Whether the engine would call another host for a text, given as it is."""
    try:
        results = STORE.query(text)
        if not isinstance(results, pyoxigraph.QueryBoolean):
            list(results)
    except OSError as error:
        return "port 9" in str(error)
    except (SyntaxError, RuntimeError, ValueError):
        return False
    return False


FORBIDDEN = [
    f"SELECT * {{ SERVICE <{CALLED}> {GROUP} }}",
    f"SELECT * {{ sErViCe <{CALLED}> {GROUP} }}",
    f"SELECT * {{ SERVICE SILENT <{CALLED}> {GROUP} }}",
    f"SELECT * {{ SERVICE#comment\n<{CALLED}> {GROUP} }}",
    f"SELECT * {{ #comment\r SERVICE <{CALLED}> {GROUP} }}",
    f"SELECT * {{SERVICE<{CALLED}>{GROUP}}}",
    f"SELECT * {{ ?s ?p ?o.SERVICE x: {GROUP} }}",
    f"SELECT * {{ ?s ?p 1SERVICE x: {GROUP} }}",
    f"SELECT * {{ ?s ?p 1.SERVICE x: {GROUP} }}",
    f'SELECT * {{ ?s ?p "x"SERVICE x: {GROUP} }}',
    f"SELECT * {{ SERVICE ?where {GROUP} }}",
    f"SELECT * {{ SERVICE x:elsewhere {GROUP} }}",
    f"SELECT * {{ \\u0053ERVICE <{CALLED}> {GROUP} }}",
    f"SELECT * {{ S\\U00000045RVICE <{CALLED}> {GROUP} }}",
    f"ASK {{ FILTER EXISTS {{ SERVICE <{CALLED}> {GROUP} }} }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE <{CALLED}> {GROUP} }} }} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{CALLED}> {GROUP} }}",
    f'SELECT * {{ ?s ?p """a"b""" SERVICE <{CALLED}> {GROUP} }}',
    "SELECT * { SERVICE",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <FILE:/etc/passwd> { ?s ?p ?o }",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
    "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
    "SELECT * FROM <fil\\u0065:///etc/passwd> { ?s ?p ?o }",
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "insert { ?s ?p ?o } where { ?s ?p ?o }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX e: <http://example.org/> DELETE DATA { e:a e:b e:c }",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    f"LOAD <{CALLED}>",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <a:b>",
    "CLEAR ALL",
    "DROP GRAPH <a:b>",
    "CREATE GRAPH <a:b>",
    "ADD <a:b> TO <a:c>",
    "MOVE <a:b> TO <a:c>",
    "COPY DEFAULT TO <a:c>",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "# SELECT\nDROP ALL",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_forbidden_queries_are_refused(text: str) -> None:
    with pytest.raises(QueryForbidden):
        analyse(PREFIXES + text)


HARMLESS = [
    'SELECT * { ?s ?p "SERVICE <http://127.0.0.1:9/> {}" }',
    "SELECT * { ?s ?p '''it's SERVICE\n<x> {}''' }",
    'SELECT * { ?s ?p "\\" SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:9/> { }",
    "SELECT * { # LOAD <x>\n ?s ?p ?o }",
    "SELECT * { ?s <http://example.org/SERVICE> ?o }",
    "SELECT * { ?s <http://example.org/a#SERVICE> ?o }",
    "SELECT * { ?SERVICE ?service ?load }",
    "SELECT $insert { ?s ?p $insert }",
    "SELECT * { ?s e:SERVICE ?o }",
    "SELECT * { ?s e:a.SERVICE ?o }",
    "SELECT * { ?s e:a.b.SERVICE ?o }",
    "SELECT * { ?s e:a\\#SERVICE ?o }",
    "PREFIX service: <http://example.org/> SELECT * { ?s service:p ?o }",
    "PREFIX a.service: <http://example.org/> SELECT * { ?s a.service:p ?o }",
    "SELECT * { _:service ?p _:a.SERVICE }",
    'SELECT * { ?s ?p "a"@en-service }',
    "SELECT * FROM <http://example.org/file:x> { ?s ?p ?o }",
    "SELECT * { ?s ?p <file:///etc/passwd> }",
    "BASE <http://example.org/> SELECT * { ?s <service> ?o }",
    "SELECT (REPLACE(?o, 'load', 'drop') AS ?x) { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && 4 > ?o) }",
    "SELECT * { ?s ?p ?o FILTER(?s != <http://example.org/service)> || ?o = 1) }",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_forbidden_is_answered(text: str) -> None:
    form = analyse(PREFIXES + text)
    assert form.services == ()
    plain = evaluate(STORE, PREFIXES + text)
    assert "results" in json.loads(plain.body)
    assert not tries_call(form.text)


# Texts in which the engine by itself reads a call, though a reader of tokens sees names (pyoxigraph 0.5.13).
READ_AS_CALLS = [
    f"SELECT * {{ SERVICE:x {GROUP} }}",
    f"SELECT * {{ SERVICEx:y {GROUP} }}",
    f"SELECT * {{ ?s ?p trueSERVICE x: {GROUP} }}",
    f"SELECT * {{ ?s ?p 1.SERVICE:x {GROUP} }}",
    f"SELECT * {{ ?s ?p e:a.b.SERVICE x: {GROUP} }}",
    f"SELECT * {{ ?s ?p ?a FILTER(?a<?b)SERVICE:x#>\n {GROUP} }}",
    f"SELECT * {{ ?s ?p ?a FILTER(?a<?b)SERVICE x:#>\n {GROUP} }}",
    f"SELECT * {{ {{}} UNION {{ e:a e:p bad:SERVICE x: {GROUP} }} }}",
]


@pytest.mark.parametrize("text", READ_AS_CALLS)
@pytest.mark.parametrize("declared", [PREFIXES, PREFIXES + f"PREFIX SERVICE: <{CALLED}> PREFIX SERVICEx: <{CALLED}> "])
def test_no_text_handed_on_is_read_as_a_call(text: str, declared: str) -> None:
    try:
        form = analyse(declared + text)
    except (QueryForbidden, QuerySyntaxError):
        return
    assert not tries_call(form.text)


def test_the_engine_does_read_calls_where_there_are_none() -> None:
    """The reason for handing on another text; when this fails, the engine reads tokens, and that can go."""
    assert tries_call(PREFIXES + READ_AS_CALLS[0])
    assert tries_call(PREFIXES + READ_AS_CALLS[4])


PIECES = st.sampled_from(
    [
        *(
            "SERVICE",
            "service",
            "SILENT",
            ":x",
            "x:",
            "e:a",
            "e:a.b",
            "bad:",
            "e:SERVICE",
            "SERVICE:x",
            "_:SERVICE",
            "?o",
        ),
        *(
            f"<{CALLED}>",
            "<http://example.org/p>",
            "<",
            ">",
            "<<",
            ">>",
            "=",
            "1",
            "1.",
            ".",
            ";",
            ",",
            "true",
            "a",
            "^",
            "/",
        ),
        *("'", '"', "'''", '"""', "\\", "\\u0053ERVICE", "\\u0027", "\\u0023", "\\'", "#", "\n", "\r", " ", " ", " "),
        *(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "FILTER(",
            "FILTER(?o<",
            "UNION",
            "OPTIONAL",
            "@en",
            "@en-",
            "--",
            GROUP,
            "\ufeff",
        ),
    ]
)


@settings(max_examples=600, deadline=None)
@given(
    before=st.lists(PIECES, max_size=8),
    after=st.lists(PIECES, max_size=6),
    call=st.sampled_from(
        [f"SERVICE <{CALLED}> {GROUP}", f"SERVICE x: {GROUP}", f"SERVICE:x {GROUP}", f"sERVICE x:#>\n{GROUP}"]
    ),
    start=st.sampled_from(["SELECT * { ", "SELECT * { ?s ?p ", "SELECT * { ?s ?p ?o FILTER(?o<", "SELECT * { ?s ?p '"]),
)
def test_fuzzed_calls_are_refused_or_disarmed(before: list[str], after: list[str], call: str, start: str) -> None:
    text = PREFIXES + start + "".join(before) + call + "".join(after) + " }"
    try:
        form = analyse(text)
    except (QueryForbidden, QuerySyntaxError):
        return
    assert not tries_call(form.text)


def test_allowed_services_may_be_called() -> None:
    text = f"SELECT * {{ SERVICE SILENT x: {GROUP} SERVICE <{CALLED}> {GROUP} }}"
    form = analyse(PREFIXES + text, [CALLED])
    assert form.services == (CALLED,)
    assert form.is_volatile
    assert tries_call(analyse(f"SELECT * {{ SERVICE <{CALLED}> {GROUP} }}", [CALLED]).text)
    with pytest.raises(QueryForbidden, match="it may call <http://example"):
        analyse(PREFIXES + text, ["http://example.org/sparql"])


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


def test_only_short_texts_are_kept() -> None:
    _recall.cache_clear()
    analyse("SELECT * {}" + " " * 20_000)
    assert _recall.cache_info().currsize == 0
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
