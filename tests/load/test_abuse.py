"""What one client does costs the others nothing: runaways, killed workers, memory, hang-ups, slow connections."""

from __future__ import annotations

import asyncio
import json
import random
import socket
import statistics
import time

import psutil
import pytest

from bench.client import Call, Reply, source_of
from tests.load.conftest import Serve
from tests.load.serving import ENDLESS, Service, ask, get

# What normal clients ask, and what tells the right answer.
NORMAL: dict[str, tuple[Call, str]] = {
    "members": (
        ask("SELECT ?m { ?m <https://w3id.org/migov/ontology#memberOf> <https://w3id.org/migov/entity/gmg> }"),
        '"https://w3id.org/migov/entity/iom"',
    ),
    "count": (ask("SELECT (COUNT(*) AS ?n) { VALUES ?x { 1 2 3 } }"), '"value":"3"'),
    "entity": (get("/api/entities/gmg"), "移徙小组"),
    "neighbourhood": (get("/api/entities/gmg/neighbourhood"), '"ilo"'),
    "question": (get("/api/questions/claims/answer"), "A-1-1/1.5"),
    "page": (get("/entity/gmg?format=turtle"), "<https://w3id.org/migov/entity/gmg>"),
}
HOG = "127.0.9.9"


def is_right(name: str, reply: Reply) -> bool:
    return reply.status == 200 and NORMAL[name][1] in reply.body.decode()


async def behave(service: Service, clients: int, each: int) -> tuple[list[float], list[tuple[str, int, bytes]]]:
    """What normal clients meet: the times of right answers, and all that was wrong."""
    times: list[float] = []
    wrong: list[tuple[str, int, bytes]] = []

    async def one(number: int) -> None:
        order = random.Random(number)
        async with service.client(source_of(number)) as client:
            for _ in range(each):
                name = order.choice(list(NORMAL))
                reply = await client.ask(NORMAL[name][0])
                if is_right(name, reply):
                    times.append(reply.seconds)
                else:
                    wrong.append((name, reply.status, reply.body))

    await asyncio.gather(*(one(number) for number in range(clients)))
    return times, wrong


async def start_queries(service: Service, number: int, query: str = ENDLESS) -> list[asyncio.Task[Reply]]:
    """Have the hog ask, and wait until a worker is at it."""

    async def one() -> Reply:
        async with service.client(HOG) as client:
            return await client.ask(ask(query))

    tasks = [asyncio.create_task(one()) for _ in range(number)]
    await until(service, "migov_queries_evaluated_now", 1)
    return tasks


async def until(service: Service, name: str, least: float, most: float = float("inf")) -> None:
    for _ in range(600):
        if least <= (await service.numbers()).get(name, 0) <= most:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"{name} isn't between {least} and {most} after a minute")


async def drop(tasks: list[asyncio.Task[Reply]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_runaways_beside_32_normal_clients(serve: Serve) -> None:
    service = serve(workers=2, query_seconds=300)

    async def scene() -> tuple[list[float], list[float]]:
        await behave(service, 4, 10)
        alone, wrong = await behave(service, 32, 10)
        assert not wrong
        # More than there are workers and places in the queue.
        runaways = await start_queries(service, 60)
        beside, wrong = await behave(service, 32, 10)
        assert not wrong
        assert (await service.numbers())["migov_queries_evaluated_now"] >= 1
        # The hog's own queries made room where the queue was full.
        assert {task.result().status for task in runaways if task.done()} <= {503}
        await drop(runaways)
        await until(service, "migov_queries_evaluated_now", 0, 0)
        return alone, beside

    alone, beside = asyncio.run(scene())
    assert len(alone) == len(beside) == 320
    # A tight bound would measure the machine; `make bench` tells the ratio. This one notices waiting for the hog.
    assert statistics.median(beside) < 20 * statistics.median(alone) + 1


def test_a_killed_worker_loses_no_request_but_its_own(serve: Serve) -> None:
    service = serve(workers=2, query_seconds=300)

    async def scene() -> None:
        (runaway,) = await start_queries(service, 1)
        traffic = asyncio.create_task(behave(service, 8, 40))
        busiest: psutil.Process | None = None
        for _ in range(600):
            busiest = next((each for each in service.workers() if sum(each.cpu_times()[:2]) > 1.5), None)
            if busiest is not None:
                break
            await asyncio.sleep(0.05)
        assert busiest is not None
        busiest.kill()
        lost = await runaway
        assert (lost.status, json.loads(lost.body)["error"]["type"]) == (503, "store-unavailable")
        assert lost.headers["retry-after"]
        times, wrong = await traffic
        assert not wrong
        assert len(times) == 320
        assert len(service.workers()) == 2

    asyncio.run(scene())


def test_all_workers_killed_again_and_again(serve: Serve) -> None:
    service = serve(workers=2)

    async def scene() -> None:
        kills = 0
        for _ in range(3):
            traffic = asyncio.create_task(behave(service, 8, 20))
            await asyncio.sleep(0.2)
            for worker in service.workers():
                worker.kill()
                kills += 1
            times, wrong = await traffic
            assert {status for _, status, _ in wrong} <= {503}
            assert len(wrong) <= 2
            assert len(times) + len(wrong) == 160
        assert not (await behave(service, 4, 10))[1]

    asyncio.run(scene())


def test_a_client_that_goes_ends_its_query(serve: Serve) -> None:
    service = serve(workers=2, query_seconds=600)

    async def scene() -> None:
        before = {worker.pid for worker in service.workers()}
        await drop(await start_queries(service, 1))
        await until(service, 'migov_queries_total{outcome="gone"}', 1)
        await until(service, "migov_queries_evaluated_now", 0, 0)
        assert not (await behave(service, 4, 5))[1]
        after = {worker.pid for worker in service.workers()}
        assert len(before & after) == 1
        assert (await service.numbers())["migov_worker_restarts_total"] == 1

    asyncio.run(scene())


def test_a_query_that_needs_too_much_memory(serve: Serve) -> None:
    service = serve(workers=2, query_seconds=300, query_memory=256 << 20)
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(27))
    greedy = f'SELECT (STRLEN(?v27) AS ?n) {{ BIND("{"a" * 60}" AS ?v0) {doubled} }}'

    async def scene() -> None:
        async with service.client(HOG) as client:
            traffic = asyncio.create_task(behave(service, 8, 20))
            for _ in range(3):
                reply = await client.ask(ask(greedy))
                assert (reply.status, json.loads(reply.body)["error"]["limit"]) == (422, "memory")
            times, wrong = await traffic
            assert not wrong
            assert len(times) == 160
            assert (await client.ask(NORMAL["count"][0])).status == 200

    asyncio.run(scene())


def test_overload_is_shed_and_passes(serve: Serve) -> None:
    service = serve(workers=2, queue=8, requests=24, client_requests=16, query_seconds=300)

    async def one(number: int) -> Reply:
        async with service.client(source_of(number // 30)) as client:
            return await client.ask(ask(ENDLESS))

    async def scene() -> None:
        tasks = [asyncio.create_task(one(number)) for number in range(90)]
        for _ in range(600):
            if sum(task.done() for task in tasks) >= 66:
                break
            await asyncio.sleep(0.1)
        shed = [task.result() for task in tasks if task.done()]
        assert len(shed) >= 66
        assert {reply.status for reply in shed} <= {429, 503}
        assert all(reply.headers["retry-after"] for reply in shed)
        assert {json.loads(reply.body)["error"]["type"] for reply in shed} >= {"too-many-requests", "busy"}
        for path in ("/healthz", "/readyz", "/metrics"):
            async with service.client() as client:
                assert (await client.ask(get(path))).status == 200, path
        numbers = await service.numbers()
        assert numbers['migov_requests_shed_total{of="client"}'] > 0
        await drop(tasks)
        await until(service, "migov_queries_evaluated_now", 0, 0)
        assert not (await behave(service, 8, 5))[1]

    asyncio.run(scene())


def connect(service: Service, start: bytes, buffer: int = 0) -> socket.socket:
    made = socket.socket()
    if buffer:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    made.settimeout(60)
    made.connect(("127.0.0.1", service.port))
    made.sendall(start)
    return made


def test_slow_heads_hold_no_connection(serve: Serve) -> None:
    service = serve(connections=30, head_seconds=2)
    slow = [connect(service, b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ") for _ in range(60)]

    async def scene() -> None:
        times, wrong = await behave(service, 8, 10)
        assert not wrong
        assert len(times) == 80

    asyncio.run(scene())
    for each in slow:
        with pytest.raises((ConnectionError, EOFError)):  # noqa: PT012
            while True:  # one byte now and then doesn't buy time
                each.sendall(b"a")
                each.settimeout(0.2)
                try:
                    if not each.recv(1):
                        raise EOFError
                except TimeoutError:
                    continue
        each.close()


def test_a_head_without_end_is_cut_off(serve: Serve) -> None:
    service = serve()
    held = service.outside.memory_info().rss
    endless = connect(service, b"GET /healthz HTTP/1.1\r\nHost: a\r\n")
    with pytest.raises(ConnectionError):  # noqa: PT012
        for number in range(10_000):
            endless.sendall(b"X-%d: %s\r\n" % (number, b"a" * 10_000))
    endless.close()
    assert service.outside.memory_info().rss < held + 20_000_000
    within = connect(service, b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + b"a" * 30_000 + b"\r\n\r\n")
    assert within.recv(12) == b"HTTP/1.1 200"
    within.close()
    partly = connect(service, b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + b"a" * 70_000)
    assert partly.recv(12) == b"HTTP/1.1 431"
    partly.close()


def test_an_answer_that_nobody_reads_holds_no_connection(serve: Serve) -> None:
    service = serve(head_seconds=1)
    values = " ".join(map(str, range(45)))
    query = "SELECT * {" + "".join(f" VALUES ?{name} {{ {values} }}" for name in "abc") + " }"
    call = ask(query).encode("a")
    files = service.outside.num_fds()
    held = [connect(service, call, 4096) for _ in range(4)]
    answered = time.monotonic() + 60
    while service.outside.num_fds() > files and time.monotonic() < answered:
        time.sleep(0.2)
    assert service.outside.num_fds() <= files
    assert not asyncio.run(behave(service, 4, 5))[1]
    for each in held:
        each.close()
