"""The snapshot of a store that changes: read anew after each change, while the service goes on with the last one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from graph.searching.search import Search
from graph.sparql.writable import WritableStore

from .opening import Opened, read_own
from .settings import Settings

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def renewed(opened: Opened, settings: Settings, show: Callable[[Opened], None]) -> AsyncIterator[None]:
    """While this is open, each change of the operator's store is followed by a new snapshot of it.

    Args:
        opened: what is served.
        settings: how to read it.
        show: puts what was read in the place of what is served.
    """
    if not isinstance(opened.store, WritableStore):
        yield
        return
    store, loop, changed = opened.store, asyncio.get_running_loop(), asyncio.Event()

    def note_change() -> None:
        loop.call_soon_threadsafe(changed.set)

    def read() -> Opened:
        snapshot = read_own(settings, store)
        search = Search(snapshot)
        _ = search.index  # made now, and not while somebody waits
        return replace(opened, snapshot=snapshot, search=search)

    async def follow() -> None:
        while True:
            await changed.wait()
            changed.clear()
            try:
                show(await asyncio.to_thread(read))
            except OSError:
                # Where the next change removed what was being read, it has asked for another reading.
                if not changed.is_set():
                    _LOG.exception("the changed store couldn't be read; what it held before is still shown")

    store.on_change = note_change
    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        store.on_change = lambda: None
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following
