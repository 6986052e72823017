"""Where queries are answered: one face for the embedded store and for any SPARQL endpoint."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyoxigraph

from graph.errors import StoreUnavailable

from .evaluation import answer_task
from .limits import Limits
from .pool import WorkerPool
from .tasks import DEFAULT_LIMITS, Rules, check_graphs


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A whole answer.

    Args:
        media_type: a key of `RESULT_FORMATS` or `GRAPH_FORMATS`.
        body: the answer in that form; text is UTF-8.
    """

    media_type: str
    body: bytes


class Store(Protocol):
    """Answers SPARQL queries over one version of a dataset.

    In both methods `media_type` is a key of `RESULT_FORMATS` for SELECT and ASK, of `GRAPH_FORMATS` for CONSTRUCT and
    DESCRIBE; by default it is SPARQL JSON or Turtle. `default_graphs` and `named_graphs` are the dataset of the SPARQL
    Protocol: where either is given they are the whole dataset, whatever FROM says; where neither is given and there is
    no FROM, the store's own dataset counts. `limits` can only lower the store's own.
    """

    version: str
    rules: Rules

    async def query(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query; cancelling ends its evaluation.

        Raises:
            QuerySyntaxError, QueryForbidden, QueryLimit, UnsuitedFormat: the query's fault.
            StoreBusy, StoreUnavailable: the store's; asking again may help.
        """
        ...

    def evaluate(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query and wait for it; for programs that may be interrupted as a whole."""
        ...

    def close(self) -> None:
        """Give back all that the store holds; may be called more than once."""
        ...


def evaluate(
    store: pyoxigraph.Store,
    text: str,
    *,
    media_type: str | None = None,
    default_graphs: Sequence[str] | None = None,
    named_graphs: Sequence[str] | None = None,
    limits: Limits | None = None,
    rules: Rules = Rules(),  # noqa: B008 - frozen
) -> QueryResult:
    """Answer a query in this process: bounded in rows and bytes, but neither in time nor in memory.

    It is for a store and a query that one trusts: what overruns the parser's stack ends this process. The arguments are
    those of `Store.query`, and `rules` what holds for every query of this store.
    """
    task = rules.make_task(text, media_type, default_graphs, named_graphs, limits)
    return QueryResult(task.media_type, answer_task(store, task))


class EmbeddedStore:
    """Oxigraph over one directory that nobody writes to: a pool of worker processes answers.

    The workers need a POSIX system. Each opens the directory for reading only, and can't open sockets (see
    `confinement.cut_network`) unless endpoints are allowed.

    Args:
        directory: a store that `pyoxigraph.Store` wrote.
        default_graphs: IRIs of the graphs whose union is the default graph; None is the store's unnamed graph.
        merged: whether the unnamed graph holds that union, so that it need not be made for each query.
        version: names the state of the dataset, for tags; any text.
        workers: number of processes.
        queue: how many queries may wait for one.
        limits: the most that a query may cost.
        services: IRIs of the endpoints that SERVICE may call.
        base: what relative IRIs are resolved against where a query gives no base, or empty.

    Raises:
        StoreUnavailable: there is no store that can be opened.
    """

    def __init__(
        self,
        directory: Path,
        default_graphs: Sequence[str] | None = None,
        *,
        merged: bool = False,
        version: str = "",
        workers: int = 2,
        queue: int = 64,
        limits: Limits = DEFAULT_LIMITS,
        services: Collection[str] = (),
        base: str = "",
    ) -> None:
        if not (directory / "CURRENT").is_file():
            raise StoreUnavailable(f"{directory} holds no store")
        self.version = version
        self.rules = Rules(check_graphs(default_graphs), None, limits, frozenset(services), base, merged)
        self.pool = WorkerPool(directory, size=workers, waiting=queue, memory=limits.memory, network=bool(services))

    async def query(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query in a worker, as `Store.query` says."""
        task = self.rules.make_task(text, media_type, default_graphs, named_graphs, limits)
        return QueryResult(task.media_type, await self.pool.run(task))

    def evaluate(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query in a worker and wait for it, with all the bounds of `query`."""
        task = self.rules.make_task(text, media_type, default_graphs, named_graphs, limits)
        return QueryResult(task.media_type, self.pool.submit(task).answer.result())

    def close(self) -> None:
        """End the workers; may be called more than once."""
        self.pool.close()
