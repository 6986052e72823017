"""Changes of a store: SPARQL updates, the operations of the Graph Store Protocol, and files that are read in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pyoxigraph

from graph.errors import QueryLimit, QuerySyntaxError, StoreUnavailable

from .evaluation import GRAPH_FORMATS, syntax_fault

ChangeKind = Literal["update", "put", "post", "delete", "read"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a store is to become.

    Args:
        kind: `update` makes a SPARQL update; `put`, `post` and `delete` replace, merge and remove a graph; `read` adds
            what files hold.
        body: the update, as `analyse_update` gave it, or the graph; for `read` a JSON list of paths; else empty.
        graph: IRI of the graph; empty for the default graph.
        media_type: a key of `GRAPH_FORMATS`, of the graph.
        base: what relative IRIs are resolved against, or empty; in files, after the file's name.
    """

    kind: ChangeKind
    body: bytes = b""
    graph: str = ""
    media_type: str = "text/turtle"
    base: str = ""


def apply_change(store: pyoxigraph.Store, change: Change) -> bool:
    """Change a store that is written aside: where this raises, a part of the change may be made.

    Returns:
        Whether the graph was there before; true for an update and for files.

    Raises:
        QuerySyntaxError: it isn't SPARQL or RDF, or can't be done, such as to create a graph that is there.
        QueryLimit: `memory`.
        StoreUnavailable: the store can't be written.
    """
    try:
        if change.kind == "update":
            store.update(change.body.decode(), base_iri=change.base or None)
        elif change.kind == "read":
            for path in json.loads(change.body):
                read_file(store, Path(path), change.base)
        else:
            return _change_graph(store, change)
    except SyntaxError as error:
        raise syntax_fault(_describe_place(error)) from None
    except MemoryError:
        raise QueryLimit("memory", "the change needs more memory than it may have; make it in parts") from None
    except RuntimeError as error:
        raise QuerySyntaxError(f"the update can't be made: {error}") from None
    except OSError as error:
        raise StoreUnavailable(f"the store can't be written: {error}") from error
    return True


def has_graph(store: pyoxigraph.Store, graph: str) -> bool:
    """Whether there is a named graph; the default graph always is."""
    return not graph or store.contains_named_graph(pyoxigraph.NamedNode(graph))


def _change_graph(store: pyoxigraph.Store, change: Change) -> bool:
    node = pyoxigraph.NamedNode(change.graph) if change.graph else pyoxigraph.DefaultGraph()
    was_there = has_graph(store, change.graph)
    if change.kind in ("put", "delete"):
        store.clear_graph(node)
    if change.graph and change.kind == "delete":
        store.remove_graph(node)
        return was_there
    if change.graph:
        store.add_graph(node)
    if change.kind != "delete":
        store.extend(_read_graph(change, node))
    return was_there


def _read_graph(change: Change, node: pyoxigraph.NamedNode | pyoxigraph.DefaultGraph) -> Iterator[pyoxigraph.Quad]:
    """What a graph document holds, its blank nodes told from all that are there already."""
    form = GRAPH_FORMATS[change.media_type]
    parsed = pyoxigraph.parse(
        change.body,
        form,
        base_iri=change.base or None,
        rename_blank_nodes=True,
        without_named_graphs=True,
    )
    for quad in parsed:
        yield pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, node)


def read_file(store: pyoxigraph.Store, path: Path, base: str) -> None:
    """Add what a file holds to a store, named graphs kept; its form is told by the end of its name.

    Raises:
        QuerySyntaxError: it isn't RDF of that form; the message names the file and the line.
        StoreUnavailable: it can't be read.
    """
    form = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
    if form is None:
        known = ".ttl, .nt, .nq, .trig, .rdf, .jsonld"
        raise QuerySyntaxError(f"{path}: the end of the name tells no form of RDF that is known here ({known})")
    try:
        with path.open("rb") as file:
            store.bulk_load(file, form, base_iri=(base + quote(path.name)) if base else None)
    except SyntaxError as error:
        fault = syntax_fault(_describe_place(error))
        raise QuerySyntaxError(f"{path}: {fault}", fault.line, fault.column) from None
    except OSError as error:
        raise StoreUnavailable(f"{path} can't be read: {error.strerror or error}") from error


def _describe_place(error: SyntaxError) -> str:
    """A parser's message in the form that `syntax_fault` reads, with line and column where it knows them."""
    if error.lineno is None:
        return str(error.msg)
    return f"error at {error.lineno}:{error.offset or 1}: {error.msg}"
