"""Many mixed requests leave nothing behind: no memory, no file, no process."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

from bench.client import Call, source_of
from tests.load.conftest import Serve
from tests.load.serving import ENDLESS, Service, ask, get, wait_until

REQUESTS = 10_000
GROWTH = 48 << 20
"""Bytes that the process may grow by for other reasons: caches with bounds, and what its allocator keeps."""

# Each with the statuses it may have; the last of them are a hundredth of the requests, since each ends a worker.
MIX: tuple[tuple[Call, frozenset[int]], ...] = tuple(
    (call, frozenset(statuses))
    for call, *statuses in (
        (get("/"), 200),
        (get("/?lang=zh"), 200),
        (get("/entity/gmg"), 200),
        (get("/entity/gmg?format=turtle"), 200),
        (get("/entity/gmg?format=jsonld"), 200),
        (get("/report/A-1-1/statement/1.1"), 200),
        (get("/report/A-1-1"), 200),
        (get("/search?q=移徙"), 200),
        (get("/diagrams/institutions"), 200),
        (get("/static/migov.css"), 200),
        (get("/ontology"), 200),
        (get("/openapi.json"), 200),
        (get("/api/entities"), 200),
        (get("/api/entities/gmg"), 200),
        (get("/api/entities/gmg/neighbourhood?depth=2"), 200),
        (get("/api/statements?modality=fact"), 200),
        (get("/api/questions/claims/answer"), 200),
        (get("/api/entities/nope"), 404),
        (get("/nope"), 404),
        (get("/api/entities?limit=x"), 400),
        (get("/sparql?query=ASK%7B"), 400),
        (get("/sparql?query=ASK%7BSERVICE%20%3Chttp%3A%2F%2Fa.example%3E%7B%7D%7D"), 403),
        (Call("/sparql", "image/png", {"query": "ASK {}"}), 406),
        (ask("ASK {}"), 200),
        (ask("SELECT * { ?s ?p ?o }"), 200),
        (Call("/sparql", "text/turtle", {"query": "CONSTRUCT WHERE { ?s ?p ?o }"}), 200),
        (Call("/sparql", "text/csv", {"query": "SELECT * { ?s ?p ?o } LIMIT 50"}), 200),
    )
)
COSTLY = (ask(ENDLESS, timeout=0.1), frozenset((422, 503)))  # 503 where no worker is free for a tenth of a second


async def mix(service: Service, number: int, seed: int) -> Counter[str]:
    """Make so many requests; what was wrong, counted."""
    wrong: Counter[str] = Counter()
    left = number

    async def one(client_number: int) -> None:
        nonlocal left
        order = random.Random(seed * 1000 + client_number)
        client = service.client(source_of(client_number))
        while left > 0:
            left -= 1
            chance = order.random()
            if chance < 0.005:  # hang up in the middle
                gone = asyncio.create_task(client.ask(ask(ENDLESS)))
                await asyncio.sleep(0.02)
                gone.cancel()
                await asyncio.gather(gone, return_exceptions=True)
                await client.close()
                continue
            call, statuses = COSTLY if chance < 0.01 else order.choice(MIX)
            reply = await client.ask(call)
            if reply.status not in statuses:
                wrong[f"{call.path} {reply.status}"] += 1
            if chance > 0.95:
                await client.close()
        await client.close()

    await asyncio.gather(*(one(each) for each in range(8)))
    return wrong


def test_mixed_requests_leave_nothing_behind(serve: Serve) -> None:
    service = serve(workers=2)
    process = service.outside
    assert not asyncio.run(mix(service, REQUESTS // 5, 1))
    wait_until(lambda: len(service.workers()) == 2)
    memory, files, threads = process.memory_info().rss, process.num_fds(), process.num_threads()
    assert not asyncio.run(mix(service, REQUESTS, 2))
    # A connection that its client closed is gone a moment later.
    wait_until(lambda: process.num_fds() <= files)
    assert process.num_fds() <= files
    assert len(process.children(recursive=True)) == 2
    assert process.num_threads() <= max(threads, 60)
    assert process.memory_info().rss - memory < GROWTH
    assert sum(worker.memory_info().rss for worker in service.workers()) < 2 * (300 << 20)
