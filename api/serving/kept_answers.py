"""Whole answers, sent again to whoever asks for the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .conditional import is_stable, may_be_stored
from .gate import Kept

LONGEST = 1_000_000
"""Bytes of the longest answer that is kept."""
# All of a request that an answer may hang on, beside its address: what is named in `Vary`, and the host, for links.
_HEADERS = ("host", "accept", "accept-language", "accept-encoding")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is sent: with its encoding, and the route that made it, for the counts by route."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    route: Any


class KeptAnswers:
    """Keeps 200 answers to GET, of a dataset that doesn't change, under all that they hang on.

    What comes in pieces, may be answered otherwise in a moment or must not be stored isn't kept.

    Args:
        app: what answers; it compresses.
        most_bytes: how much is kept; the least used goes first.
        apart: paths of what keeps its answers itself.
    """

    def __init__(self, app: ASGIApp, most_bytes: int, apart: Collection[str]) -> None:
        self.app = app
        self._apart = apart
        self._kept: Kept[Answer] = Kept(most_bytes, lambda answer: len(answer.body))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with what is kept where there is that."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] in self._apart:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        address = (scope["scheme"], scope["path"], scope["query_string"])
        key = (*address, *(tuple(asked.getlist(name)) for name in _HEADERS))
        kept = self._kept.get(key)
        if kept is not None:
            scope["route"] = kept.route
            await send({"type": "http.response.start", "status": 200, "headers": list(kept.headers)})
            await send({"type": "http.response.body", "body": kept.body})
            return
        headers: list[tuple[bytes, bytes]] | None = None

        async def send_and_keep(message: Message) -> None:
            nonlocal headers
            if message["type"] == "http.response.start":
                headers = list(message["headers"]) if may_be_stored(message) else None
            elif headers is not None:
                whole, body = not message.get("more_body", False), message.get("body", b"")
                if whole and len(body) <= LONGEST and is_stable(scope):
                    self._kept.put(key, Answer(headers, body, scope.get("route")))
                headers = None
            await send(message)

        await self.app(scope, receive, send_and_keep)
