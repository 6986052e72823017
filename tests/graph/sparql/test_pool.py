"""Workers under abuse: whatever a query does ends in time, with an error of its own, and nobody else notices."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from graph.errors import QueryLimit, StoreBusy, StoreUnavailable
from graph.sparql import EmbeddedStore, Limits
from graph.sparql.confinement import cut_network
from graph.sparql.evaluation import Task

Open = Callable[..., EmbeddedStore]
QUICK = "SELECT * { ?s ?p ?o } LIMIT 3"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
DOUBLED = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(27))
ABUSE = {
    "cross product": ENDLESS,
    "ordered cross product": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c",
    "doubled strings": f'SELECT (STRLEN(?v27) AS ?n) {{ BIND("{"a" * 60}" AS ?v0) {DOUBLED} }}',
    "joined strings": "SELECT (GROUP_CONCAT(?a) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "nested paths": "SELECT (COUNT(*) AS ?n) { ?a ((!<a:b>|^!<a:b>)*/(!<a:c>|^!<a:c>)*)* ?b . ?c ?d ?e . ?f ?g ?h }",
    "filtered away": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a),STR(?d),STR(?g))) = 1) }",
    "deep groups": "SELECT * " + "{" * 30_000 + "}" * 30_000,
    "deep expression": "SELECT (" + "(" * 30_000 + "1" + ")" * 30_000 + " AS ?x) {}",
    "long chain": "SELECT * { ?s " + "<a:b>/" * 3_000 + "<a:b> ?o }",
}


@pytest.mark.parametrize("name", ABUSE)
def test_abuse_ends_in_time_with_a_limit(open_store: Open, name: str) -> None:
    store = open_store(workers=1, limits=Limits(seconds=1.5, memory=256 << 20))
    start = time.monotonic()
    with pytest.raises(QueryLimit) as caught:
        store.evaluate(ABUSE[name])
    assert caught.value.limit in ("time", "memory")
    assert time.monotonic() - start < 10
    assert store.evaluate(QUICK).body


def test_others_are_answered_beside_a_runaway(open_store: Open) -> None:
    store = open_store(workers=2, limits=Limits(seconds=60))

    async def work() -> list[float]:
        runaway = asyncio.create_task(store.query(ENDLESS))
        await asyncio.sleep(0.2)
        times = []
        for _ in range(50):
            start = time.monotonic()
            await store.query(QUICK)
            times.append(time.monotonic() - start)
        assert not runaway.done()
        runaway.cancel()
        return times

    assert sorted(asyncio.run(work()))[25] < 0.25


def test_a_long_query_lets_others_go_first_and_leaves_no_slow_worker(
    open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(workers=1, limits=Limits(seconds=60))
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    store.evaluate(QUICK)
    (first,) = store.pool.pids
    assert os.getpriority(os.PRIO_PROCESS, first) == usual

    async def work() -> None:
        runaway = asyncio.create_task(store.query(ENDLESS))
        while os.getpriority(os.PRIO_PROCESS, first) == usual:
            await asyncio.sleep(0.05)
        runaway.cancel()

    asyncio.run(asyncio.wait_for(work(), 30))
    assert store.evaluate(QUICK).body
    monkeypatch.setattr("graph.sparql.process._QUICK_SECONDS", 0.001)
    (second,) = store.pool.pids
    answered = store.evaluate("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }").body
    assert answered.startswith(b"{")
    (third,) = store.pool.pids
    assert third != second
    assert os.getpriority(os.PRIO_PROCESS, third) == usual


def test_less_time_may_be_asked_for_but_never_more(store: EmbeddedStore) -> None:
    for asked in (0.3, 60.0):
        start = time.monotonic()
        with pytest.raises(QueryLimit, match=f"over {min(asked, 2):g} seconds"):
            store.evaluate(ENDLESS, limits=Limits(seconds=asked))
        assert time.monotonic() - start < 8


def test_the_limit_of_memory(open_store: Open) -> None:
    store = open_store(workers=1, limits=Limits(seconds=20, memory=200 << 20))
    with pytest.raises(QueryLimit, match="209715200 bytes of memory") as caught:
        store.evaluate(ABUSE["doubled strings"])
    assert caught.value.limit == "memory"
    with pytest.raises(QueryLimit, match="104857600 bytes of memory"):
        store.evaluate(ABUSE["doubled strings"], limits=Limits(memory=100 << 20))
    assert store.evaluate(QUICK).body


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_worker_loses_its_own_request_only(open_store: Open) -> None:
    store = open_store(workers=2, queue=100, limits=Limits(seconds=60))
    store.evaluate(QUICK)

    async def work() -> list[object]:
        endless = asyncio.create_task(store.query(ENDLESS))
        while not (busy := [pid for pid in store.pool.pids if evaluates(pid)]):
            await asyncio.sleep(0.05)
        others = [asyncio.create_task(store.query(QUICK)) for _ in range(60)]
        await asyncio.sleep(0.01)
        os.kill(busy[0], signal.SIGKILL)
        return await asyncio.gather(endless, *others, return_exceptions=True)

    lost, *kept = asyncio.run(work())
    assert isinstance(lost, StoreUnavailable)
    assert not [answer for answer in kept if isinstance(answer, BaseException)]


def evaluates(pid: int) -> bool:
    """Whether a process has used more processor time than it takes to start: the runaway's has, in the end."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12]) > 1.0 * os.sysconf("SC_CLK_TCK")


def test_workers_killed_while_idle_cost_no_request(store: EmbeddedStore) -> None:
    for pid in store.pool.pids:
        os.kill(pid, signal.SIGKILL)
    for _ in range(6):
        assert store.evaluate(QUICK).body


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_cancelling_ends_the_evaluation(open_store: Open) -> None:
    store = open_store(workers=1, limits=Limits(seconds=60))
    (before,) = store.pool.pids

    async def work() -> None:
        task = asyncio.create_task(store.query(ENDLESS))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await store.query(QUICK)).body

    asyncio.run(work())
    assert not is_running(before)
    assert wait_until(lambda: store.pool.pending == 0)


def test_cancelling_while_the_worker_starts_frees_it(open_store: Open) -> None:
    store = open_store(workers=1, limits=Limits(seconds=5))
    (before,) = store.pool.pids
    store.pool._workers[0].restart()  # so that the task finds a worker that isn't ready
    call = store.pool.submit(Task(ENDLESS, "application/sparql-results+json", None, None, Limits(seconds=5)))
    assert wait_until(lambda: call._worker is not None)
    start = time.monotonic()
    call.cancel()
    assert wait_until(lambda: store.pool.pending == 0)
    assert isinstance(call.answer.exception(10), CancelledError)
    assert store.evaluate(QUICK).body
    assert time.monotonic() - start < 4
    assert not is_running(before)


def test_cancelling_at_any_moment_of_a_start_frees_the_worker(open_store: Open) -> None:
    store = open_store(workers=1, limits=Limits(seconds=30))
    for pause in (0.0, 0.01, 0.05, 0.1, 0.2):
        store.pool._workers[0].restart()

        async def hang_up(pause: float = pause) -> None:
            task = asyncio.create_task(store.query(ENDLESS))
            await asyncio.sleep(pause)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        asyncio.run(hang_up())
        assert wait_until(lambda: store.pool.pending == 0)
    assert store.evaluate(QUICK).body


def test_cancelling_while_waiting_costs_nobody_anything(open_store: Open) -> None:
    store = open_store(workers=1, limits=Limits(seconds=1))

    async def work() -> None:
        running = asyncio.create_task(store.query(ENDLESS))
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(store.query(QUICK))
        await asyncio.sleep(0.1)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        with pytest.raises(QueryLimit, match="seconds"):
            await running

    asyncio.run(work())
    assert wait_until(lambda: store.pool.pending == 0)


def test_too_many_waiting_are_turned_away(open_store: Open) -> None:
    store = open_store(workers=1, queue=2, limits=Limits(seconds=1))

    async def work() -> list[object]:
        return await asyncio.gather(*(store.query(ENDLESS) for _ in range(5)), return_exceptions=True)

    start = time.monotonic()
    outcomes = asyncio.run(work())
    assert [type(outcome) for outcome in outcomes[3:]] == [StoreBusy, StoreBusy]
    assert isinstance(outcomes[0], QueryLimit)
    # Whoever waits as long as a query may take isn't kept waiting.
    assert isinstance(outcomes[2], StoreBusy)
    assert time.monotonic() - start < 10


def test_a_closed_store_turns_away_and_leaves_nothing(open_store: Open) -> None:
    store = open_store(workers=2, limits=Limits(seconds=60))
    pids = store.pool.pids
    outcomes: list[object] = []

    def ask() -> None:
        try:
            store.evaluate(ENDLESS)
        except StoreUnavailable as error:
            outcomes.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.3)
    store.close()
    store.close()
    asking.join(10)
    assert len(outcomes) == 1
    assert not [pid for pid in pids if is_running(pid)]
    with pytest.raises(StoreUnavailable, match="closed"):
        store.evaluate(QUICK)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.5)
        yield listening


def call_out(listener: socket.socket) -> Task:
    """A task that calls the listener, as if no one had looked at its text."""
    text = f"SELECT * {{ SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/sparql> {{ ?s ?p ?o }} }}"
    return Task(text, "application/sparql-results+json", None, None, Limits(seconds=2))


def was_called(listener: socket.socket) -> bool:
    try:
        connection, _ = listener.accept()
    except TimeoutError:
        return False
    connection.close()
    return True


def test_a_worker_has_no_network_even_if_parsing_failed(store: EmbeddedStore, listener: socket.socket) -> None:
    if sys.platform != "linux":
        assert not cut_network()
        return
    call = store.pool.submit(call_out(listener))
    assert not was_called(listener)
    with pytest.raises(StoreUnavailable, match="Permission denied"):
        call.answer.result(10)


def test_a_worker_has_a_network_where_endpoints_are_allowed(open_store: Open, listener: socket.socket) -> None:
    """The same call reaches the listener here, so that the test above can fail."""
    store = open_store(workers=1, services=["http://example.org/sparql"], limits=Limits(seconds=2))
    call = store.pool.submit(call_out(listener))
    assert was_called(listener)
    with pytest.raises(StoreUnavailable):
        call.answer.result(10)


def children() -> set[int]:
    """The processes that this process has started and that are still there."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_leaks(open_store: Open) -> None:
    store = open_store(workers=2, queue=100, limits=Limits(seconds=5))

    async def ask(n: int) -> None:
        if n % 40 == 0:
            task = asyncio.create_task(store.query(ENDLESS))
            await asyncio.sleep(0.05)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        elif n % 40 == 1:
            with pytest.raises(QueryLimit):
                await store.query(ENDLESS, limits=Limits(seconds=0.05))
        else:
            await store.query(QUICK)

    async def work() -> None:
        for start in range(0, 400, 20):
            await asyncio.gather(*(ask(n) for n in range(start, start + 20)))

    store.evaluate(QUICK)
    before = (len(children()), len(list(Path("/proc/self/fd").iterdir())))
    asyncio.run(work())
    assert wait_until(lambda: (len(children()), len(list(Path("/proc/self/fd").iterdir()))) == before)
    assert wait_until(lambda: store.pool.pending == 0)
