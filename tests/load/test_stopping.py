"""A service that is told to stop finishes what it does, and leaves no process behind, however it ends."""

from __future__ import annotations

import asyncio
import json
import signal

import psutil

from tests.load.conftest import Serve
from tests.load.serving import ENDLESS, Service, ask, get, wait_until


async def until_evaluated(service: Service) -> None:
    for _ in range(600):
        if (await service.numbers())["migov_queries_evaluated_now"] >= 1:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("no query is evaluated after a minute")


def gone(processes: list[psutil.Process]) -> bool:
    return not any(each.is_running() and each.status() != psutil.STATUS_ZOMBIE for each in processes)


def test_what_is_under_way_is_finished(serve: Serve) -> None:
    service = serve(workers=2, drain_seconds=1, stop_seconds=60)
    workers = service.workers()
    assert len(workers) == 2

    async def scene() -> None:
        async with service.client() as client, service.client() as other:
            running = asyncio.create_task(client.ask(ask(ENDLESS, timeout=6)))
            await until_evaluated(service)
            service.process.send_signal(signal.SIGTERM)
            for _ in range(100):
                reply = await other.ask(get("/readyz"))
                if reply.status != 200:
                    break
                await asyncio.sleep(0.02)
            assert (reply.status, json.loads(reply.body)["error"]["type"]) == (503, "stopping")
            for _ in range(600):
                async with service.client() as late:
                    if (await late.ask(get("/healthz"))).status == 0:
                        break
                await asyncio.sleep(0.05)
            else:
                raise AssertionError("it still takes connections")
            assert not running.done()
            answer = await running
            assert (answer.status, json.loads(answer.body)["error"]["limit"]) == (422, "time")

    asyncio.run(scene())
    assert service.process.wait(60) in (0, -signal.SIGTERM)
    assert wait_until(lambda: gone(workers))


def test_what_takes_too_long_is_cancelled(serve: Serve) -> None:
    service = serve(workers=2, stop_seconds=1, query_seconds=600)
    workers = service.workers()

    async def scene() -> None:
        async with service.client() as client:
            running = asyncio.create_task(client.ask(ask(ENDLESS)))
            await until_evaluated(service)
            service.process.send_signal(signal.SIGTERM)
            assert (await running).status in (0, 500, 503)

    asyncio.run(scene())
    assert service.process.wait(60) in (0, -signal.SIGTERM)
    assert wait_until(lambda: gone(workers))


def test_workers_of_a_killed_service_end_by_themselves(serve: Serve) -> None:
    service = serve(workers=2, query_seconds=3)
    workers = service.workers()

    async def scene() -> None:
        async with service.client() as client:
            running = asyncio.create_task(client.ask(ask(ENDLESS)))
            await until_evaluated(service)
            service.process.kill()
            await running

    asyncio.run(scene())
    service.process.wait(60)
    assert wait_until(lambda: gone(workers))
