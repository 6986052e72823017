"""The store as the service asks it: clients take turns, and every query is counted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from graph.sparql import Limits, QueryResult, Rules, Store

from .metrics import Metrics
from .turns import Turns, asker


class SharedStore:
    """A store that many clients ask; the query of each counts as that of `asker`.

    Args:
        store: what answers.
        turns: the queue before it.
        metrics: where queries that are answered or given up are counted; whoever answers an error counts the rest.
    """

    def __init__(self, store: Store, turns: Turns, metrics: Metrics) -> None:
        self.store = store
        self._turns = turns
        self._metrics = metrics

    @property
    def version(self) -> str:
        """The version of the dataset."""
        return self.store.version

    @property
    def rules(self) -> Rules:
        """What holds for every query."""
        return self.store.rules

    async def query(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query when its turn comes, as `Store.query` says."""
        seconds = self.rules.limits.lowest(limits).seconds
        try:
            async with self._turns.turn(asker.get(), seconds):
                start = time.perf_counter()
                result = await self.store.query(
                    text,
                    media_type=media_type,
                    default_graphs=default_graphs,
                    named_graphs=named_graphs,
                    limits=limits,
                )
                self._metrics.query_seconds.observe(time.perf_counter() - start)
        except asyncio.CancelledError:
            self._metrics.queries.labels("gone").inc()
            raise
        self._metrics.queries.labels("ok").inc()
        return result

    def evaluate(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        """Answer a query and wait for it, without a turn and uncounted; no route does this."""
        return self.store.evaluate(
            text, media_type=media_type, default_graphs=default_graphs, named_graphs=named_graphs, limits=limits
        )

    def close(self) -> None:
        """Close the store."""
        self.store.close()
