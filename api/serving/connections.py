"""Connections that can't be held for nothing: heads and answers must move in time, and the idle make room.

Uvicorn times out an idle connection only after its first answer: a head that comes byte by byte, or an answer that
nobody reads, would hold a connection for ever, and a few hundred of them the service. Nor does its quick parser bound
the head of a request.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

Waiting = dict["BoundedConnection", None]


HEAD_BYTES = 65_536
"""How long the head of a request may be; our own bound of the address is lower, and has an answer in words."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def bounded_connections(most: int, seconds: float) -> Callable[..., BoundedConnection]:
    """What makes the connections of one server, as uvicorn's `http` takes it.

    Args:
        most: connections at once; one more closes the one that has waited for a request the longest.
        seconds: how long the head of a request may take to come, and how long an answer may stand unread.
    """
    waiting: Waiting = {}
    return partial(BoundedConnection, most=most, seconds=seconds, waiting=waiting)


class BoundedConnection(HttpToolsProtocol):
    """One connection; while no request of it is being answered it stands in `waiting`, the longest waiting first."""

    def __init__(self, *arguments: Any, most: int, seconds: float, waiting: Waiting, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self._most = most
        self._seconds = seconds
        self._waiting = waiting
        self._head_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None
        self._in_head = False
        self._head_bytes = 0

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
        if self._in_head or not self._answers():
            self._head_bytes += len(data)
        super().data_received(data)
        if self._answers():
            self._head_came()
        if self._in_head and self._head_bytes > HEAD_BYTES and not self.transport.is_closing():
            if not self._answers():  # else it would stand in the middle of an answer
                self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Read a head."""
        super().on_message_begin()
        self._in_head = True

    def on_headers_complete(self) -> None:
        """Answer a request, whose body may still come."""
        self._in_head = False
        self._head_bytes = 0
        super().on_headers_complete()

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
