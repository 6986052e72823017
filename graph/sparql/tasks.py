"""What a request asks of the engine: checked, with its form and its dataset decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pyoxigraph

from graph.errors import QuerySyntaxError

from .evaluation import GRAPH_FORMATS, RESULT_FORMATS, Task
from .faults import ForbiddenAt, UnsuitedFormat
from .limits import Limits
from .syntax import QueryForm, analyse, is_file

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for every query of a store.

    Args:
        default_graphs: the graphs whose union is the default graph where the request and the query name none; None is
            the store's unnamed graph.
        named_graphs: the graphs that GRAPH reaches then; None is all of the store.
        limits: the most that a query may cost.
        services: IRIs of the endpoints that SERVICE may call.
        base: what relative IRIs are resolved against where a query gives no base, or empty.
        merged: whether the store's unnamed graph is that union already.
    """

    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    limits: Limits = DEFAULT_LIMITS
    services: frozenset[str] = frozenset()
    base: str = ""
    merged: bool = False

    def make_task(
        self,
        text: str,
        media_type: str | None,
        default_graphs: Sequence[str] | None,
        named_graphs: Sequence[str] | None,
        limits: Limits | None,
    ) -> Task:
        """What the engine is to do for a request; the arguments and faults are those of `Store.query`."""
        form = analyse(text, self.services, self.base)
        chosen = choose_media_type(form, media_type)
        bounds = self.limits.lowest(limits)
        default, named = check_graphs(default_graphs), check_graphs(named_graphs)
        if not default and not named:
            usual = None if self.merged else self.default_graphs
            default, named = (None, None) if form.has_dataset else (usual, self.named_graphs)
        else:
            default, named = default or (), named or ()
        return Task(form.text, chosen, default, named, bounds, self.base)


def choose_media_type(form: QueryForm, media_type: str | None) -> str:
    """The form of an answer: what was asked for, where it suits the query, or the usual one.

    Raises:
        UnsuitedFormat: it doesn't suit.
    """
    formats: Collection[str] = GRAPH_FORMATS if form.is_graph else RESULT_FORMATS
    if media_type is None:
        return "text/turtle" if form.is_graph else "application/sparql-results+json"
    if media_type not in formats:
        raise UnsuitedFormat(f"{form.kind.upper()} can't be answered as {media_type}; it can as {', '.join(formats)}")
    return media_type


def check_graphs(graphs: Sequence[str] | None) -> tuple[str, ...] | None:
    """The IRIs of graphs that a request names.

    Raises:
        QuerySyntaxError: one is no absolute IRI.
        QueryForbidden: one is a file.
    """
    for graph in graphs or ():
        try:
            pyoxigraph.NamedNode(graph)
        except ValueError:
            raise QuerySyntaxError(f"the graph {graph!r} isn't named by an absolute IRI") from None
        if is_file(graph):
            raise ForbiddenAt(f"the graph <{graph}> is a file, and this service reads none")
    return None if graphs is None else tuple(graphs)
