"""What costs much to make: few at a time, in threads of its own, once for all who ask for the same, and then kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from anyio import CapacityLimiter, to_thread

from graph.errors import StoreBusy

Made = TypeVar("Made")
OVERHEAD = 2_000
"""Bytes that a kept thing counts for beside its own: its key, such as a query, and what holds both."""


class Kept(Generic[Made]):
    """What was made, up to so many bytes; the least used goes first. What is over the bound alone isn't kept.

    Args:
        most_bytes: how much is kept.
        size: bytes of what was made.
    """

    def __init__(self, most_bytes: int, size: Callable[[Made], int]) -> None:
        self.most_bytes = most_bytes
        self._measure = size
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable) -> Made | None:
        """What belongs to a key, or None."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def put(self, key: Hashable, made: Made) -> None:
        """Keep what belongs to a key."""
        size = self._measure(made)
        if size > self.most_bytes or key in self._kept:
            return
        self._kept[key] = made
        self._size += size + OVERHEAD
        while self._size > self.most_bytes:
            self._size -= self._measure(self._kept.popitem(last=False)[1]) + OVERHEAD


class Gate:
    """Lets a few pieces of work in at a time and keeps what they make; the least used goes first.

    Its threads are its own, so that no other route waits for one. Work that has begun is finished even where nobody
    waits for it any more: asking again then costs nothing.

    Args:
        at_once: how much is made at a time.
        waiting: how much may wait before the rest is refused.
        kept_bytes: how much of what was made is kept.
    """

    def __init__(self, at_once: int = 1, waiting: int = 8, kept_bytes: int = 64_000_000) -> None:
        self.most = at_once + waiting
        self._slots = asyncio.Semaphore(at_once)
        self._threads = CapacityLimiter(at_once)
        self._making: dict[Hashable, asyncio.Task[bytes]] = {}
        self._kept = Kept[bytes](kept_bytes, len)

    async def get(self, key: Hashable, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """What belongs to a key: kept, being made for somebody else, or made now.

        Args:
            key: tells it from all else that this gate makes.
            make: makes it; what costs time in it goes through `thread`.

        Raises:
            StoreBusy: too much waits already.
        """
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        task = self._making.get(key)
        if task is None:
            if len(self._making) >= self.most:
                raise StoreBusy(f"{len(self._making)} others are being made or wait already; try again in a moment")
            task = self._making[key] = asyncio.create_task(self._make(key, make))
            task.add_done_callback(_take_notice)
        # Whoever asked may go away; others may wait for the same.
        return await asyncio.shield(task)

    async def thread(self, work: Callable[[], bytes]) -> bytes:
        """Do work in a thread of this gate's own."""
        return await to_thread.run_sync(work, limiter=self._threads)

    async def _make(self, key: Hashable, make: Callable[[], Awaitable[bytes]]) -> bytes:
        try:
            async with self._slots:
                made = await make()
            self._kept.put(key, made)
            return made
        finally:
            del self._making[key]


def _take_notice(task: asyncio.Task[bytes]) -> None:
    """Look at the exception of a task whose askers may all have gone, so that it isn't reported as never looked at."""
    if not task.cancelled():
        task.exception()
