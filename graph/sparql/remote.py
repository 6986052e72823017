"""Any SPARQL 1.1 endpoint as a store: asked over HTTP, bounded in time, bytes and rows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Mapping, Sequence

import httpx2

from graph.errors import QueryLimit, QuerySyntaxError, StoreUnavailable

from .evaluation import RESULT_FORMATS, Task, check_rows, count_rows, syntax_fault
from .limits import Limits
from .store import QueryResult
from .tasks import DEFAULT_LIMITS, Rules, check_graphs

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "application/sparql-results+json": ("application/json",),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "application/rdf+xml": ("application/xml", "text/xml"),
    "application/ld+json": ("application/json",),
    "application/n-triples": ("text/plain",),
}
_SHOWN = 500  # characters of an endpoint's own words about a fault


class RemoteStore:
    """A SPARQL endpoint; only an operator names one, never a request.

    It is asked by POST form, which all engines know. Redirects are not followed. How much memory a query takes there is
    the endpoint's own affair, and so is when it gives up a query that nobody waits for any more.

    Args:
        endpoint: its URL; a user name and password in it are sent as such.
        default_graphs, named_graphs: the dataset where neither the request nor the query names one. By the protocol a
            list of one kind hides all graphs of the other, so give both or none; None leaves it to the endpoint.
        version: names the state of the dataset, where it is known to stay; else empty, and nothing is tagged by it.
        limits: the most that a query may cost.
        services: IRIs of the endpoints that SERVICE may call from there.
        transport: stands in for the network, in tests.
    """

    def __init__(
        self,
        endpoint: str,
        default_graphs: Sequence[str] | None = None,
        *,
        named_graphs: Sequence[str] | None = None,
        version: str = "",
        limits: Limits = DEFAULT_LIMITS,
        services: Collection[str] = (),
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.version = version
        self.rules = Rules(check_graphs(default_graphs), check_graphs(named_graphs), limits, frozenset(services))
        self._transport = transport
        self._client: httpx2.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def query(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query, as `Store.query` says; cancelling closes the connection."""
        task = self.rules.make_task(text, media_type, default_graphs, named_graphs, limits)
        if self._client is None or self._loop is not asyncio.get_running_loop():
            self._client, self._loop = self._connect(), asyncio.get_running_loop()
        return await self._ask(self._client, task)

    def evaluate(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query and wait for it, with all the bounds of `query`; not from within an event loop."""
        task = self.rules.make_task(text, media_type, default_graphs, named_graphs, limits)

        async def ask_once() -> QueryResult:
            async with self._connect() as client:
                return await self._ask(client, task)

        return asyncio.run(ask_once())

    def close(self) -> None:
        """Close the connections in the event loop that they belong to, as soon as that is free."""
        client, loop = self._client, self._loop
        self._client = self._loop = None
        if client is not None and loop is not None and not loop.is_closed():
            asyncio.run_coroutine_threadsafe(client.aclose(), loop)

    def _connect(self) -> httpx2.AsyncClient:
        # The whole exchange has one limit, set around it.
        headers = {"User-Agent": "migov", "Accept-Encoding": "gzip"}
        return httpx2.AsyncClient(timeout=None, headers=headers, transport=self._transport)

    async def _ask(self, client: httpx2.AsyncClient, task: Task) -> QueryResult:
        form: dict[str, list[str]] = {"query": [task.text]}
        for name, graphs in (("default-graph-uri", task.default_graphs), ("named-graph-uri", task.named_graphs)):
            if graphs:
                form[name] = list(graphs)
        accept = ", ".join((task.media_type, *(f"{alias};q=0.5" for alias in _ALIASES.get(task.media_type, ()))))
        try:
            async with (
                asyncio.timeout(task.limits.seconds),
                client.stream("POST", self.endpoint, data=form, headers={"Accept": accept}) as answer,
            ):
                body = await self._read(answer, task.limits.bytes)
        except TimeoutError:
            message = f"the query took over {task.limits.seconds:g} seconds and was given up; make it more selective"
            raise QueryLimit("time", message) from None
        except httpx2.HTTPError as error:
            raise StoreUnavailable(f"the SPARQL endpoint can't be reached: {type(error).__name__}") from error
        self._check(answer, body, task)
        return QueryResult(task.media_type, body)

    @staticmethod
    async def _read(answer: httpx2.Response, bound: int) -> bytes:
        body = bytearray()
        async for block in answer.aiter_bytes():
            body += block
            if len(body) > bound:
                raise QueryLimit("bytes", f"the answer is over {bound} bytes; ask for less with LIMIT or fewer columns")
        return bytes(body)

    @staticmethod
    def _check(answer: httpx2.Response, body: bytes, task: Task) -> None:
        words = body[:_SHOWN].decode("utf-8", "replace").strip()
        if answer.status_code == 400:
            fault = syntax_fault(words)
            raise QuerySyntaxError(f"the SPARQL endpoint refuses the query: {fault}", fault.line, fault.column)
        if answer.status_code != 200:
            raise StoreUnavailable(f"the SPARQL endpoint answers {answer.status_code}")
        sent = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sent not in (task.media_type, *_ALIASES.get(task.media_type, ())):
            raise StoreUnavailable(f"the SPARQL endpoint answers {sent or 'in no form'} instead of {task.media_type}")
        if task.media_type in RESULT_FORMATS:
            check_rows(_count_rows(body, task.media_type), task.limits.rows)


def _count_rows(body: bytes, media_type: str) -> int:
    """How many solutions an answer holds, however the endpoint lays it out.

    Raises:
        StoreUnavailable: JSON that can't be read.
    """
    if media_type == "application/sparql-results+json":
        try:
            return len(json.loads(body).get("results", {}).get("bindings", ()))
        except (ValueError, AttributeError, TypeError) as error:
            raise StoreUnavailable("the SPARQL endpoint answers with broken JSON") from error
    if media_type == "application/sparql-results+xml":
        return body.count(b"<result>") + body.count(b"<result ")
    return count_rows(body if body.endswith(b"\n") else body + b"\n", media_type)
