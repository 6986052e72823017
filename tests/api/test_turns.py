"""Clients take turns at the workers: nobody is left outside by somebody else's queries."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from api.serving.turns import Turns
from graph.errors import StoreBusy


class Queries:
    """Queries that hold their turn until they are told to end; `begun` lists them in the order of their turns."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.begun: list[str] = []
        self._ends: dict[str, asyncio.Event] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def ask(self, name: str, seconds: float = 60) -> None:
        """Ask; the client is the first letter of the name."""

        async def hold() -> None:
            async with self.turns.turn(name[0], seconds):
                self.begun.append(name)
                await self._ends[name].wait()

        self._ends[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(hold())
        await settle()

    async def end(self, *names: str) -> None:
        """Let queries end."""
        for name in names:
            self._ends[name].set()
            await settle()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def play(scene: Callable[[Queries], Awaitable[None]], at_once: int, waiting: int) -> None:
    async def run() -> None:
        turns = Turns(at_once, waiting)
        queries = Queries(turns)
        await scene(queries)
        for task in queries.tasks.values():
            task.cancel()
        await asyncio.gather(*queries.tasks.values(), return_exceptions=True)
        assert (turns.evaluated, turns.waiting) == (0, 0)

    asyncio.run(run())


def test_a_worker_is_left_for_others() -> None:
    async def scene(queries: Queries) -> None:
        for name in ("a1", "a2", "a3", "b1"):
            await queries.ask(name)
        assert queries.begun == ["a1", "a2", "b1"]

    play(scene, 3, 10)


def test_one_worker_is_everybodys() -> None:
    async def scene(queries: Queries) -> None:
        await queries.ask("a1")
        await queries.ask("b1")
        assert queries.begun == ["a1"]
        await queries.end("a1")
        assert queries.begun == ["a1", "b1"]

    play(scene, 1, 10)


def test_clients_are_served_in_turn_whoever_came_first() -> None:
    async def scene(queries: Queries) -> None:
        for name in ("a1", "a2", "a3", "a4", "b1", "c1", "b2"):
            await queries.ask(name)
        await queries.end("a1", "b1", "c1", "a2", "b2", "a3")
        assert queries.begun == ["a1", "b1", "c1", "a2", "b2", "a3", "a4"]

    play(scene, 1, 10)


def test_a_full_queue_makes_room_for_who_has_less_in_it() -> None:
    async def scene(queries: Queries) -> None:
        for name in ("a1", "a2", "a3", "a4"):
            await queries.ask(name)
        await queries.ask("a5")
        with pytest.raises(StoreBusy, match="wait already"):
            await queries.tasks["a5"]
        await queries.ask("b1")
        with pytest.raises(StoreBusy, match="this client has the most"):
            await queries.tasks["a4"]
        await queries.ask("b2")
        with pytest.raises(StoreBusy):
            await queries.tasks["b2"]
        assert queries.turns.waiting == 3

    play(scene, 1, 3)


def test_who_waits_too_long_is_told_so() -> None:
    async def scene(queries: Queries) -> None:
        await queries.ask("a1")
        await queries.ask("b1", seconds=0.05)
        with pytest.raises(StoreBusy, match=r"within 0\.05 seconds"):
            await queries.tasks["b1"]

    play(scene, 1, 3)


def test_who_goes_leaves_no_place_behind() -> None:
    async def scene(queries: Queries) -> None:
        for name in ("a1", "b1", "c1"):
            await queries.ask(name)
        queries.tasks["b1"].cancel()
        queries.tasks["a1"].cancel()
        await settle()
        assert queries.begun == ["a1", "c1"]
        # Called and gone in the same moment.
        await queries.ask("d1")
        queries._ends["c1"].set()
        queries.tasks["d1"].cancel()
        await settle()
        assert (queries.turns.evaluated, queries.turns.waiting) == (0, 0)

    play(scene, 1, 3)
