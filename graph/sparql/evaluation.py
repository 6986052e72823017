"""One query answered by pyoxigraph in this process: bounded in rows and bytes, in time and memory only from outside.

What is relied on (pyoxigraph 0.5.13): a list of default graphs or of named graphs overrides FROM and FROM NAMED; an
unknown graph is empty and never fetched; a serializer writes blocks of 8 KB, and an exception of the sink ends it;
JSON-LD and RDF/XML raise OSError for what they can't hold.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat

from graph.errors import QueryLimit, QuerySyntaxError, StoreUnavailable

from .faults import UnsuitedFormat
from .limits import Limits

if TYPE_CHECKING:
    from typing_extensions import Buffer

RESULT_FORMATS: Mapping[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPH_FORMATS: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is asked.

    Args:
        text: a query that `analyse` let pass, as the engine is to read it.
        media_type: a key of `RESULT_FORMATS` or `GRAPH_FORMATS`, as the query's form needs.
        default_graphs, named_graphs: IRIs of the query's dataset; None leaves it to the query and the store.
        limits: the bounds of the answer; those in time and memory are for whoever runs this.
        base: what relative IRIs are resolved against, or empty.
    """

    text: str
    media_type: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    limits: Limits
    base: str = ""


def answer_task(store: pyoxigraph.Store, task: Task) -> bytes:
    """The serialised answer, whole.

    Raises:
        QuerySyntaxError: the text isn't SPARQL, or calls a function that there isn't.
        QueryLimit: `rows`, `bytes` or `memory`.
        UnsuitedFormat: the answer can't be written in the form that was asked for.
        StoreUnavailable: the store, or an allowed endpoint, can't be read.
    """
    try:
        results = store.query(
            task.text,
            base_iri=task.base or None,
            default_graph=_nodes(task.default_graphs),
            named_graphs=_nodes(task.named_graphs),
        )
        return _write(results, task)
    except SyntaxError as error:
        raise syntax_fault(str(error)) from None
    except MemoryError:
        raise QueryLimit("memory", "the query needs more memory than it may have; ask for less at once") from None
    except OSError as error:
        raise StoreUnavailable(f"the store can't be read: {error}") from error
    except RuntimeError as error:
        raise QuerySyntaxError(f"the query can't be evaluated: {error}") from error


def syntax_fault(message: str) -> QuerySyntaxError:
    """A parser's message as an error with line and column, both 0 where the message names none.

    The engine lists what it expected in terms of its grammar; classes of characters are left out of the list.
    """
    match = _PLACE.search(message)
    if match is None:
        return QuerySyntaxError(message)
    line, column, what = int(match[1]), int(match[2]), match[3]
    what = re.sub(r",? ?\[(?:_|'[^\]]*)\]", "", what).replace("one of , ", "one of ").strip()
    if what in ("expected", "expected one of", "expected <unreported>"):
        what = "not a SPARQL query"
    return QuerySyntaxError(f"line {line}, column {column}: {what}", line, column)


def _nodes(iris: tuple[str, ...] | None) -> list[Any] | None:
    return None if iris is None else [pyoxigraph.NamedNode(iri) for iri in iris]


class _Sink(io.BytesIO):
    """Bytes in memory, up to a bound."""

    def __init__(self, bound: int) -> None:
        super().__init__()
        self.bound = bound

    def write(self, block: Buffer, /) -> int:
        written = super().write(block)
        if self.tell() > self.bound:
            raise QueryLimit(
                "bytes", f"the answer is over {self.bound} bytes; ask for less with LIMIT or fewer columns"
            )
        return written


def _write(results: QuerySolutions | QueryBoolean | pyoxigraph.QueryTriples, task: Task) -> bytes:
    sink = _Sink(task.limits.bytes)
    if isinstance(results, QuerySolutions | QueryBoolean):
        results.serialize(sink, RESULT_FORMATS[task.media_type])
        body = sink.getvalue()
        if isinstance(results, QuerySolutions) and _may_exceed(body, task.media_type, task.limits.rows):
            check_rows(count_rows(body, task.media_type), task.limits.rows)
        return body
    try:
        pyoxigraph.serialize(_counted(results, task.limits.rows), sink, GRAPH_FORMATS[task.media_type])
    except OSError as error:
        if task.media_type in ("application/ld+json", "application/rdf+xml"):
            raise UnsuitedFormat(f"{task.media_type} can't hold this answer ({error}); ask for text/turtle") from error
        raise
    return sink.getvalue()


def _counted(triples: Iterable[pyoxigraph.Triple], bound: int) -> Iterator[pyoxigraph.Triple]:
    for number, triple in enumerate(triples, start=1):
        if number > bound:
            check_rows(number, bound)
        yield triple


def check_rows(number: int, bound: int) -> None:
    """Raise QueryLimit where there are more rows than the bound."""
    if number > bound:
        raise QueryLimit("rows", f"the answer is over {bound} rows; ask for a part of it with LIMIT and OFFSET")


def count_rows(body: bytes, media_type: str) -> int:
    """How many solutions a serialised answer to a SELECT holds, as pyoxigraph writes them; no parsing, so it is quick.

    In XML and TSV the mark of a row can't stand in a value. In CSV and JSON it can, between quotes: they are cut out.
    """
    if media_type == "application/sparql-results+xml":
        return body.count(b"<result>")
    if media_type == "text/tab-separated-values":
        return body.count(b"\n") - 1
    if media_type == "text/csv":
        return sum(part.count(b"\n") for part in body.split(b'"')[::2]) - 1
    _, _, rows = body.partition(b'"bindings":[')
    bare = b"".join(rows.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2])
    return 0 if bare.startswith(b"]") else bare.count(b"},{") + 1


def _may_exceed(body: bytes, media_type: str, bound: int) -> bool:
    """Whether an answer can hold more rows than that; quicker than counting them, and never wrong about a no."""
    mark = b"},{" if media_type == "application/sparql-results+json" else b"\n"
    return "xml" in media_type or body.count(mark) + 1 > bound
