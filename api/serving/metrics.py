"""What the service tells of itself in numbers, as Prometheus reads them: counts and times, never who asked for what."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector
from starlette.types import Scope

from graph.errors import (
    QueryError,
    QueryForbidden,
    QueryLimit,
    QuerySyntaxError,
    StoreBusy,
    StoreUnavailable,
)
from graph.sparql import Store, UnsuitedFormat

from .turns import Turns

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
OUTCOMES: dict[type[QueryError], str] = {
    QuerySyntaxError: "syntax",
    QueryForbidden: "forbidden",
    UnsuitedFormat: "unsuited",
    StoreBusy: "busy",
    StoreUnavailable: "unavailable",
}
"""How a query ends that isn't answered; one over a limit ends as that limit: time, rows, bytes or memory."""


class Metrics:
    """The numbers of one app; every set of labels is bounded, whatever is asked for."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._watch: _Watch | None = None
        ProcessCollector(registry=self.registry)
        requests = ("route", "method", "status")
        self._requests = Counter("migov_requests", "Requests answered.", requests, registry=self.registry)
        self._seconds = Histogram(
            "migov_request_seconds", "Time to an answer.", ("route",), buckets=_SECONDS, registry=self.registry
        )
        self.in_flight = Gauge("migov_requests_in_flight", "Requests being answered.", registry=self.registry)
        self.shed = Counter(
            "migov_requests_shed", "Requests refused because there were too many.", ("of",), registry=self.registry
        )
        self.queries = Counter("migov_queries", "Queries by how they ended.", ("outcome",), registry=self.registry)
        self.query_seconds = Histogram(
            "migov_query_seconds", "Time to evaluate a query.", buckets=_SECONDS, registry=self.registry
        )

    def count_request(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a request under the template of its route, never its path."""
        route = getattr(scope.get("route"), "path", "none")
        method = scope.get("asked_method", scope["method"])
        self._requests.labels(route, method if method in _METHODS else "other", str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_refusal(self, error: Exception) -> None:
        """Count a query that wasn't answered; other errors than those of queries aren't counted."""
        if isinstance(error, QueryLimit):
            self.queries.labels(error.limit).inc()
            return
        for kind, outcome in OUTCOMES.items():
            if isinstance(error, kind):
                self.queries.labels(outcome).inc()
                return

    def watch(self, software: str, turns: Turns, store: Store) -> None:
        """Tell of the dataset and of the workers of a store, as they are at the time of asking.

        Args:
            software: the version of the software.
            turns: the queue before the store.
            store: the store itself; of a remote one there are no workers to tell of.
        """
        if self._watch is not None:
            self.registry.unregister(self._watch)
        self._watch = _Watch(software, turns, store)
        self.registry.register(self._watch)

    def write(self) -> bytes:
        """All numbers in Prometheus' text format 0.0.4, `MEDIA_TYPE`."""
        return generate_latest(self.registry)


class _Watch(Collector):
    """What is read at the time of asking and not counted along the way."""

    def __init__(self, software: str, turns: Turns, store: Store) -> None:
        self.software = software
        self.turns = turns
        self.store = store
        self.pool = getattr(store, "pool", None)

    def describe(self) -> list[Metric]:
        """Nothing is read when this is registered."""
        return []

    def collect(self) -> Iterator[Metric]:
        """The numbers as they are now."""
        info = GaugeMetricFamily("migov_info", "What is served.", labels=("dataset", "version"))
        info.add_metric((self.store.version, self.software), 1)
        yield info
        yield GaugeMetricFamily("migov_queries_evaluated_now", "Queries being evaluated.", self.turns.evaluated)
        yield GaugeMetricFamily("migov_queries_waiting_now", "Queries waiting for a worker.", self.turns.waiting)
        if self.pool is None:
            return
        held = [_memory(pid) for pid in self.pool.pids]
        yield GaugeMetricFamily("migov_workers", "Processes that evaluate queries.", sum(size > 0 for size in held))
        yield GaugeMetricFamily("migov_worker_memory_bytes", "Resident memory of these processes.", sum(held))
        yield CounterMetricFamily("migov_worker_restarts", "Processes ended and replaced.", self.pool.restarts)


def _memory(pid: int) -> int:
    """Resident memory of a process in bytes; 0 where there is none any more, or where the system doesn't tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
