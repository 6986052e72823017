"""Updates: refused where they would reach out, handed over with nothing left to be taken for a call."""

from __future__ import annotations

import pyoxigraph
import pytest

from graph.errors import QueryForbidden, QueryLimit, QuerySyntaxError
from graph.sparql.update_syntax import analyse_update

HOST = "http://127.0.0.1:9/"


def make(text: str, **options: object) -> list[str]:
    """The quads after an update of an empty store."""
    store = pyoxigraph.Store()
    store.update("INSERT DATA { <a:s> <a:p> 1 GRAPH <a:g> { <a:s> <a:p> 2 } GRAPH <a:load> { <a:s> <a:p> 3 } }")
    store.update(analyse_update(text, **options), base_iri="http://example.org/")  # type: ignore[arg-type]
    return sorted(str(quad) for quad in store if "<a:new>" in str(quad))


@pytest.mark.parametrize(
    "text",
    [
        f"LOAD <{HOST}>",
        f"load silent <{HOST}> INTO GRAPH <a:g>",
        f"INSERT DATA {{ <a:a> <a:b> 1 }} ; LOAD <{HOST}>",
        f"PREFIX : <{HOST}> CLEAR ALL ; # comment\n LOAD :x",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }}",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE SILENT <{HOST}> {{ ?s ?p ?o }} }}",
        f"DELETE WHERE {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }}",
        f"LO\\u0041D <{HOST}>",
    ],
)
def test_what_would_reach_out_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(QueryForbidden, match=r"line \d+, column \d+"):
        analyse_update(text)


@pytest.mark.parametrize(
    "text",
    [
        f"PREFIX : <{HOST}> LOAD:x",
        f"PREFIX : <{HOST}> CLEAR ALL;LOAD:x",
        f"PREFIX : <{HOST}> LOADSILENT:x",
        f"CLEAR ALL LOADx <{HOST}>",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ trueSERVICE <{HOST}> {{ ?s ?p ?o }} }}",
        "SELECT * { ?s ?p ?o }",
        "; CLEAR ALL",
        "CLEAR ALL ;; CLEAR ALL",
        "PREFIX a <b:> CLEAR ALL",
        "INSERT DATA { 'open }",
        "INSERT DATA { '\ud800' }",
    ],
)
def test_what_only_looks_like_an_update_is_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"line \d+, column \d+"):
        analyse_update(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("INSERT DATA { <a:new> <a:load> 'Load service' }", ['<a:new> <a:load> "Load service"']),
        ("PREFIX load: <a:> INSERT DATA { load:new load:load load:service }", ["<a:new> <a:load> <a:service>"]),
        ("INSERT DATA { _:load <a:new> _:service }", None),
        ("BASE <b:/x/> INSERT DATA { <a:new> <p> <../load> }", ["<a:new> <b:/x/p> <b:/load>"]),
        (
            "PREFIX : <a:> INSERT DATA { :new :p 1 } ; PREFIX : <b:> INSERT DATA { <a:new> :p 1 } ; # the end\n",
            ["<a:new> <a:p> 1", "<a:new> <b:p> 1"],
        ),
        ("CLEAR SILENT GRAPH <a:none> ; PREFIX : <a:>", []),
        ("", []),
    ],
)
def test_what_is_handed_over_means_the_same(text: str, made: list[str] | None) -> None:
    handed = analyse_update(text)
    outside_names = handed.lower().replace("prefix load:", "")
    assert "load" not in outside_names
    assert "service" not in outside_names
    found = [str(quad).replace('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "1") for quad in make(text)]
    assert len(found) == 1 if made is None else found == made


def test_a_relative_iri_is_resolved_against_the_base() -> None:
    text = "INSERT DATA { <a:new> <p> <> } ; PREFIX : <x> INSERT DATA { <a:new> :y 1 }"
    assert [quad.split()[1] for quad in make(text, base="http://example.org/")] == [
        "<http://example.org/p>",
        "<http://example.org/xy>",
    ]


@pytest.mark.parametrize(
    ("text", "using", "named", "objects"),
    [
        ("INSERT { <a:new> <a:p> ?o } WHERE { ?s ?p ?o }", [], [], ["1"]),
        ("INSERT { <a:new> <a:p> ?o } WHERE { ?s ?p ?o }", ["a:g"], [], ["2"]),
        ("INSERT { <a:new> <a:p> ?o } WHERE { ?s ?p ?o }", ["a:g", "a:load"], [], ["2", "3"]),
        ("INSERT { <a:new> <a:p> ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", [], ["a:load"], ["3"]),
        ("INSERT { <a:new> <a:p> ?o } WHERE { { SELECT * WHERE { ?s ?p ?o } } }", ["a:g"], [], ["2"]),
        (
            "INSERT { <a:new> <a:p> ?o } WHERE { ?s ?p ?o } ; PREFIX : <a:> INSERT { :new :q ?o } WHERE { ?s :p ?o }",
            ["a:load"],
            [],
            ["3", "3"],
        ),
    ],
)
def test_graphs_given_beside_an_update(text: str, using: list[str], named: list[str], objects: list[str]) -> None:
    assert [quad.split('"')[1] for quad in make(text, using=using, using_named=named)] == objects


def test_the_short_form_of_delete_sees_the_graphs_given_beside_it() -> None:
    store = pyoxigraph.Store()
    store.update("INSERT DATA { <a:s> <a:p> 1 , 2 GRAPH <a:g> { <a:s> <a:p> 1 } }")
    store.update(analyse_update("PREFIX : <a:> DELETE WHERE { ?s :p ?o }", using=["a:g"]))
    assert sorted(str(quad.object).split('"')[1] for quad in store) == ["1", "2"]
    assert [str(quad.graph_name) for quad in store] == ["<a:g>", "DEFAULT"] or len(store) == 2


@pytest.mark.parametrize("word", ["WITH <a:g> INSERT { <a:new> <a:p> 1 } WHERE {}", "INSERT {} USING <a:g> WHERE {}"])
def test_graphs_in_and_beside_an_update_exclude_each_other(word: str) -> None:
    with pytest.raises(QuerySyntaxError, match="exclude each other"):
        analyse_update(word, using_named=["a:g"])


@pytest.mark.parametrize("graph", ["relative", "a:b> WHERE {} ; CLEAR ALL #"])
def test_a_graph_beside_an_update_is_an_iri(graph: str) -> None:
    with pytest.raises(QuerySyntaxError, match="absolute IRI"):
        analyse_update("CLEAR ALL", using=[graph])


def test_an_update_has_a_length() -> None:
    with pytest.raises(QueryLimit, match="may have 10"):
        analyse_update("CLEAR ALL # long", longest=10)
