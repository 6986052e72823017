"""The store as the service asks it: clients take turns, every query is counted, and answers are kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import cast

from graph.sparql import Limits, QueryResult, Rules, Store, analyse

from ..serving.gate import Kept
from ..serving.metrics import Metrics
from ..serving.turns import Turns, asker

_LONGEST_KEPT = 10_000  # characters of a query whose answer is kept


def _frozen(graphs: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if graphs is None else tuple(graphs)


class SharedStore:
    """A store that many clients ask; the query of each counts as that of `asker`.

    Args:
        store: what answers.
        turns: the queue before it.
        metrics: where queries that are answered or given up are counted; whoever answers an error counts the rest.
        kept: answers, each under the version of the dataset, so that none outlives what it was true of.
    """

    def __init__(self, store: Store, turns: Turns, metrics: Metrics, kept: Kept[bytes]) -> None:
        self.store = store
        self._kept = kept
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
        """Answer a query when its turn comes, or at once where the answer is kept, as `Store.query` says."""
        version = self.version
        form = analyse(text, self.rules.services, self.rules.base)
        is_stable = bool(version) and len(text) <= _LONGEST_KEPT and not form.is_volatile
        key = (version, text, media_type, _frozen(default_graphs), _frozen(named_graphs), limits)
        kept = self._kept.get(key) if is_stable else None
        if kept is not None:
            self._metrics.queries.labels("kept").inc()
            return QueryResult(cast(str, media_type), kept)
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
        if is_stable and media_type is not None and self.version == version:
            self._kept.put(key, result.body)
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
