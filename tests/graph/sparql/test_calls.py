"""No query calls another host or reads a file: what is refused, what only looks like it, and that the engine agrees."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryForbidden, QuerySyntaxError
from graph.sparql import analyse, evaluate
from tests.graph.sparql.engine import CALLED, GROUP, PREFIXES, STORE, tries_call

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
