"""Connections that can't be held for nothing: heads and answers must move in time, and the idle make room.

Uvicorn times out an idle connection only after its first answer: a head that comes byte by byte, or an answer that
nobody reads, would hold a connection for ever, and a few hundred of them the service.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

Waiting = dict["BoundedConnection", None]


def bounded_connections(most: int, seconds: float) -> Callable[..., BoundedConnection]:
    """What makes the connections of one server, as uvicorn's `http` takes it.

    Args:
        most: connections at once; one more closes the one that has waited for a request the longest.
        seconds: how long the head of a request may take to come, and how long an answer may stand unread.
    """
    waiting: Waiting = {}
    return partial(BoundedConnection, most=most, seconds=seconds, waiting=waiting)


class BoundedConnection(H11Protocol):
    """One connection; while no request of it is being answered it stands in `waiting`, the longest waiting first."""

    def __init__(self, *arguments: Any, most: int, seconds: float, waiting: Waiting, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self._most = most
        self._seconds = seconds
        self._waiting = waiting
        self._head_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection; where there are too many, close one that waits."""
        super().connection_made(transport)
        if len(self.connections) > self._most and self._waiting:
            longest = next(iter(self._waiting))
            del self._waiting[longest]
            longest.transport.abort()
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Read on; the time for the head counts from its first byte, or from the start of the connection."""
        if not self._answers():
            self._await_head()
        super().data_received(data)
        if self._answers():
            self._head_came()

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it is here already."""
        super().on_response_complete()
        if not self._answers():
            self._waiting[self] = None

    def pause_writing(self) -> None:
        """Give the client some time to read what waits for it."""
        super().pause_writing()
        self._watch_reading(self.transport.get_write_buffer_size())

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        super().connection_lost(exc)
        self._head_came()
        if self._stall_timer is not None:
            self._stall_timer.cancel()

    def _answers(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._waiting.pop(self, None)  # from among the idle
            self._waiting[self] = None
            self._head_timer = self.loop.call_later(self._seconds, self.transport.abort)

    def _head_came(self) -> None:
        self._waiting.pop(self, None)
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _watch_reading(self, unread: int) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()

        def look() -> None:
            left = self.transport.get_write_buffer_size()
            if left >= unread:
                self.transport.abort()
            elif left:
                self._watch_reading(left)

        self._stall_timer = self.loop.call_later(self._seconds, look)
