"""A built dataset opened for answers: its snapshot for the usual questions, its store for SPARQL."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType

import pyoxigraph

from ontology import vocabulary

from ..errors import PublishError, QueryError, QuerySyntaxError, StoreUnavailable
from ..evidence import add_evidence
from ..identifiers import Identifiers
from ..questions import prologue
from ..searching.search import Search
from ..snapshot import Snapshot
from ..sparql import DEFAULT_LIMITS, EmbeddedStore, Limits, analyse
from .publish import Built, is_default, open_built
from .reading import read_content


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer for people: a table, or a graph as Turtle.

    Attributes:
        header: names of the columns; empty for a graph.
        rows: plain values, unbound ones empty.
        document: SPARQL JSON results; empty for a graph.
        graph: Turtle, or None where the query asks for no graph.
    """

    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    document: dict[str, object] = field(default_factory=dict)
    graph: str | None = None


class OpenDataset:
    """The current version of a built dataset; use as a context manager, so that the store's processes end.

    Args:
        folder: where `publish` wrote it.
        limits: the most a query may cost.
        workers, queue, services, base: as for `EmbeddedStore`.

    Raises:
        PublishError: the folder holds no built dataset, or a damaged one.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limits: Limits = DEFAULT_LIMITS,
        workers: int = 2,
        queue: int = 64,
        services: Collection[str] = (),
        base: str = "",
    ) -> None:
        self._folder = folder
        self.built: Built = open_built(folder)
        self._limits = limits
        self._workers = workers
        self._queue = queue
        self._services = services
        self._base = base

    @cached_property
    def snapshot(self) -> Snapshot:
        """The content, read once."""
        try:
            store = pyoxigraph.Store.read_only(str(self.built.store))
        except (OSError, RuntimeError) as error:
            raise StoreUnavailable(
                f"the store in {self.built.store} can't be read ({error}): remove that folder, it is made anew"
            ) from error

        def select(query: str) -> Iterator[Mapping[str, str]]:
            solutions = store.query(query)
            if not isinstance(solutions, pyoxigraph.QuerySolutions):
                raise TypeError("not a SELECT")
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                terms = ((name, solution[name]) for name in names)
                yield {name: str(term.value) for name, term in terms if term is not None}

        content = read_content(select)
        terms = vocabulary()
        unknown = {each.predicate for each in content.statements.values()} - set(terms.properties)
        unknown |= {each.class_id for each in content.entities.values()} - set(terms.classes)
        if unknown:
            raise PublishError(
                f"the dataset in {self._folder} uses terms that this version doesn't know "
                f"({', '.join(sorted(unknown))}): run migov build"
            )
        return Snapshot(content, self.built.version, terms)

    @cached_property
    def search(self) -> Search:
        """Search in the names and the text, by an index beside the dataset."""
        return Search(self.snapshot, self.built.quads.parent)

    @cached_property
    def store(self) -> EmbeddedStore:
        """The store that answers SPARQL; its processes start when it is first asked for."""
        return EmbeddedStore(
            self.built.store,
            self.default_graphs,
            merged=True,
            version=self.built.version,
            workers=self._workers,
            queue=self._queue,
            limits=self._limits,
            services=self._services,
            base=self._base,
        )

    @property
    def default_graphs(self) -> tuple[str, ...]:
        """The layers whose union is the default graph."""
        return tuple(graph for graph in self.built.layers if is_default(graph))

    def ask(self, query: str, identifiers: Identifiers, *, evidence: bool = False) -> Answer:
        """Answer a query that need not declare the dataset's prefixes; raises QueryError.

        A SELECT may be answered with evidence.
        """
        text = with_prologue(query, identifiers)
        try:
            return self._answer(text, identifiers if evidence else None)
        except QuerySyntaxError as error:
            raise without_prologue(error) from None

    def _answer(self, text: str, evidence: Identifiers | None) -> Answer:
        form = analyse(text)
        if evidence and form.kind != "select":
            raise QueryError(f"evidence goes with the rows of a SELECT, and this is {form.kind.upper()}")
        if form.is_graph:
            return Answer(graph=self.store.evaluate(text, media_type="text/turtle").body.decode("utf-8"))
        body = self.store.evaluate(text, media_type="application/sparql-results+json").body
        if evidence:
            body = add_evidence(body, text, self.snapshot, evidence, self._limits.bytes)
        document = json.loads(body)
        if "boolean" in document:
            return Answer(["answer"], [[str(document["boolean"]).lower()]], document)
        header = document["head"].get("vars", [])
        bindings = document["results"]["bindings"]
        rows = [[row[name]["value"] if name in row else "" for name in header] for row in bindings]
        return Answer(header, rows, document)

    def close(self) -> None:
        """End the store's processes."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> OpenDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def with_prologue(query: str, identifiers: Identifiers) -> str:
    """The query with the dataset's prefixes before it, on one line, so that a fault's line differs by one only.

    A query's own declarations come later and win.
    """
    return prologue(identifiers).replace("\n", " ") + "\n" + query


def without_prologue(error: QuerySyntaxError) -> QuerySyntaxError:
    """A fault in a query with `with_prologue`, at its line in the query as it was written."""
    place = f"line {error.line}, column {error.column}"
    mine = f"line {error.line - 1}, column {error.column}"
    return QuerySyntaxError(str(error).replace(place, mine), error.line - 1, error.column)
