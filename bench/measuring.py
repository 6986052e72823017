"""Times of a server under so many clients, and what becomes of it and of others under abuse."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .client import JSON_RESULTS, Call, Client, Reply, source_of
from .queries import ABUSE, MIX, PREFIXES, Question, draw_queries, draw_questions, fill
from .servers import Server

PATIENCE = 60.0
HOG = "127.0.9.9"
"""The address of the client that abuses a server."""


@dataclass
class Times:
    """Milliseconds of answers by kind, and how many requests failed."""

    by_kind: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def all(self) -> list[float]:
        """Of every kind."""
        return [each for times in self.by_kind.values() for each in times]

    @property
    def median(self) -> float:
        """The median over all answers."""
        return statistics.median(self.all) if self.all else float("nan")

    @property
    def p95(self) -> float:
        """The 95th of a hundred."""
        return statistics.quantiles(self.all, n=20)[-1] if len(self.all) > 1 else float("nan")

    @property
    def mean_of_kinds(self) -> float:
        """The geometric mean of the medians of the kinds."""
        medians = [statistics.median(times) for times in self.by_kind.values() if times]
        return statistics.geometric_mean(medians) if medians else float("nan")

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self.all) / self.seconds if self.seconds else float("nan")


def sparql(server: Server, query: str) -> Call:
    """A query as a form, which every server reads rightly."""
    return Call(server.path, JSON_RESULTS, {"query": query})


async def measure_mix(server: Server, clients: int, seconds: float, seed: int = 1) -> Times:
    """Have clients ask the mix for a time, each from an address of its own; what is begun is finished."""
    times = Times()
    start = time.monotonic()

    async def one(number: int) -> None:
        queries = draw_queries(seed * 1000 + number)
        async with Client(server.port, source_of(number), PATIENCE) as client:
            while time.monotonic() - start < seconds:
                kind, query = next(queries)
                _note(times, kind, await client.ask(sparql(server, query)))

    await asyncio.gather(*(one(number) for number in range(clients)))
    times.seconds = time.monotonic() - start
    return times


async def measure_beside_runaway(server: Server, clients: int, seconds: float) -> Times:
    """The mix, while another client asks a cross product without end, again whenever it is answered or refused."""
    over = asyncio.Event()

    async def run_away() -> None:
        async with Client(server.port, HOG, PATIENCE) as client:
            while not over.is_set():
                await client.ask(sparql(server, ABUSE["cross product"]))

    hog = asyncio.create_task(run_away())
    await asyncio.sleep(1)  # it is at work
    times = await measure_mix(server, clients, seconds, seed=2)
    over.set()
    hog.cancel()
    await asyncio.gather(hog, return_exceptions=True)
    return times


def _note(times: Times, kind: str, reply: Reply) -> None:
    if reply.status == 200:
        times.by_kind[kind].append(reply.seconds * 1000)
    else:
        times.failed[f"{kind}: {reply.status or 'no answer'}"] += 1


async def measure_questions(server: Server, rest: bool, number: int, seconds: float) -> Times:
    """Ask questions one after the other, by REST or in SPARQL, so many of each kind or as long as the time lasts."""
    times = Times()
    start = time.monotonic()
    questions = draw_questions(7)
    async with Client(server.port, patience=PATIENCE) as client:
        for _ in range(number * 4):
            question: Question = next(questions)
            call = Call(question.path) if rest else sparql(server, question.query)
            _note(times, question.name, await client.ask(call))
            if time.monotonic() - start > seconds:
                break
    times.seconds = time.monotonic() - start
    return times


async def count_rows(server: Server) -> dict[str, int | str]:
    """How many rows each kind of query gives, so that servers can be held to the same answers."""
    rows: dict[str, int | str] = {}
    async with Client(server.port, patience=PATIENCE) as client:
        for kind, pattern in MIX.items():
            reply = await client.ask(sparql(server, fill(pattern, random.Random(5))))  # noqa: S311
            if reply.status == 200:
                rows[kind] = len(json.loads(reply.body)["results"]["bindings"])
            else:
                rows[kind] = str(reply.status or "no answer")
    return rows


@dataclass(frozen=True, slots=True)
class Fate:
    """How a server fared under one abusive query.

    Args:
        answer: status and what it says.
        seconds: how long the abuser waited.
        others: p95 of other clients meanwhile, in milliseconds.
        failed: how many of their requests failed.
        memory: the most resident memory seen, in bytes.
        alive: whether it answers afterwards.
    """

    answer: str
    seconds: float
    others: float
    failed: int
    memory: int
    alive: bool


def draw_light() -> Iterator[str]:
    """What other clients ask meanwhile."""
    while True:
        yield PREFIXES + "SELECT ?p ?o { e:gmg ?p ?o }"
        yield PREFIXES + "SELECT ?name { e:iom skos:prefLabel|skos:altLabel ?name }"


async def abuse(server: Server, name: str, patience: float, memory: int) -> Fate:
    """Ask an abusive query beside four ordinary clients; it is given up where it takes over the patience.

    Args:
        server: is ended by the system where it takes too much.
        name: a key of `ABUSE`.
        patience: seconds.
        memory: bytes at which the server is killed, to spare this machine.
    """
    times = Times()
    most = 0
    over = asyncio.Event()

    async def other(number: int) -> None:
        async with Client(server.port, source_of(number), PATIENCE) as client:
            for query in draw_light():
                if over.is_set():
                    return
                _note(times, "light", await client.ask(sparql(server, query)))
                await asyncio.sleep(0.02)

    async def watch() -> None:
        nonlocal most
        while not over.is_set():
            most = max(most, server.memory())
            if most > memory:
                server.process.kill()
            await asyncio.sleep(0.1)

    helpers = [asyncio.create_task(other(number)) for number in range(4)]
    helpers.append(asyncio.create_task(watch()))
    async with Client(server.port, HOG, patience) as client:
        reply = await client.ask(sparql(server, ABUSE[name]))
    over.set()
    await asyncio.gather(*helpers)
    async with Client(server.port, patience=10) as client:
        alive = (await client.ask(sparql(server, "ASK {}"))).status == 200
    return Fate(_tell(reply, patience), reply.seconds, times.p95, times.failed.total(), most, alive)


def _tell(reply: Reply, patience: float) -> str:
    if not reply.status:
        return f"no answer in {patience:g} s" if reply.seconds >= patience else "connection lost"
    try:
        error = json.loads(reply.body).get("error", {})
    except ValueError:
        return f"{reply.status}, not JSON"
    return f"{reply.status} {error['type']} ({error.get('limit', '-')})" if error else str(reply.status)
