"""The engine alone, over a few triples: what it does with a text that is given to it as it is."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

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
