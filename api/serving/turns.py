"""Whose query is next: clients take turns, so that none can fill the queue or the workers and leave others outside."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar

from graph.errors import StoreBusy

asker: ContextVar[str] = ContextVar("asker", default="")
"""The address of the client whose request is being answered."""

_Place = asyncio.Future[None]


class Turns:
    """A queue before the workers, fair to clients.

    A worker that comes free goes to the client that holds the fewest, and among equals to the one that was served
    longest ago. No client holds the last worker, where there are two or more. Where the queue is full, the newest query
    of whoever has the most in it gives way to a client that has fewer.

    Args:
        at_once: how many queries are evaluated at a time.
        waiting: how many may wait.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self.at_once = at_once
        self.most_waiting = waiting
        self._most_held = max(1, at_once - 1)
        self._held: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[_Place]] = OrderedDict()

    @property
    def evaluated(self) -> int:
        """How many queries are being evaluated."""
        return self._held.total()

    @property
    def waiting(self) -> int:
        """How many queries wait."""
        return sum(map(len, self._queues.values()))

    @asynccontextmanager
    async def turn(self, client: str, seconds: float) -> AsyncIterator[None]:
        """Wait for a turn and hold it.

        Raises:
            StoreBusy: the queue is full, or no turn came within the seconds.
        """
        if self.waiting or not self._may_begin(client):
            await self._wait(client, seconds)
        else:
            self._held[client] += 1
        try:
            yield
        finally:
            self._give_back(client)

    def _give_back(self, client: str) -> None:
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        if client in self._queues:
            self._queues.move_to_end(client)
        self._call_next()

    def _may_begin(self, client: str) -> bool:
        return self.evaluated < self.at_once and self._held[client] < self._most_held

    async def _wait(self, client: str, seconds: float) -> None:
        self._make_room(client)
        place: _Place = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(place)
        self._call_next()
        try:
            await asyncio.wait((place,), timeout=seconds)
        except asyncio.CancelledError:
            if place.done() and place.exception() is None:  # called just as its asker went
                self._give_back(client)
            else:
                self._leave(client, place)
            raise
        if not place.done():
            self._leave(client, place)
            raise StoreBusy(f"no worker came free within {seconds:g} seconds; try again in a moment")
        place.result()

    def _make_room(self, client: str) -> None:
        if self.waiting < self.most_waiting:
            return
        greediest = max(self._queues, key=lambda other: len(self._queues[other]))
        if len(self._queues[greediest]) <= len(self._queues.get(client, ())) + 1:
            raise StoreBusy(f"{self.waiting} queries wait already; try again in a moment")
        place = self._queues[greediest][-1]
        self._leave(greediest, place)
        place.set_exception(StoreBusy("others wait too, and this client has the most queries in the queue"))

    def _leave(self, client: str, place: _Place) -> None:
        queue = self._queues.get(client)
        if queue and place in queue:
            queue.remove(place)
            if not queue:
                del self._queues[client]

    def _call_next(self) -> None:
        while ready := [client for client in self._queues if self._may_begin(client)]:
            client = min(ready, key=lambda each: self._held[each])
            place = self._queues[client].popleft()
            if self._queues[client]:
                self._queues.move_to_end(client)
            else:
                del self._queues[client]
            self._held[client] += 1
            place.set_result(None)
