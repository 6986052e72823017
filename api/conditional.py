"""Conditional requests (RFC 9110, 8.8 and 13): a tag on every whole answer, 304 to a client that has it already."""

from __future__ import annotations

import re
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TAG = re.compile(r'(?:W/)?("[^"]*")')
_KEPT = (b"cache-control", b"content-location", b"date", b"etag", b"expires", b"vary")


def matches(wanted: str, tag: str) -> bool:
    """Whether an If-None-Match header names a tag, by weak comparison."""
    return wanted.strip() == "*" or tag.removeprefix("W/") in _TAG.findall(wanted)


class ConditionalRequests:
    """Tags 200 answers to GET that are sent in one piece.

    The tag is a digest of the bytes, weak because they may be compressed on the way. The dataset is one immutable
    version, so the same address in the same language and form has the same tag until another version is served.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with 304 where the client has the answer."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        wanted = Headers(scope=scope).get("if-none-match", "")
        start: Message | None = None
        unmodified = False

        async def send_tagged(message: Message) -> None:
            nonlocal start, unmodified
            if message["type"] == "http.response.start" and _may_be_tagged(message):
                start = message
            elif start is None:
                if not unmodified:
                    await send(message)
            else:
                whole = message["type"] == "http.response.body" and not message.get("more_body", False)
                first, start = start, None
                headers = MutableHeaders(scope=first)
                if whole and "etag" not in headers:
                    headers["ETag"] = f'W/"{sha256(message.get("body", b"")).hexdigest()[:32]}"'
                headers.setdefault("Cache-Control", "no-cache")
                unmodified = bool(wanted) and "etag" in headers and matches(wanted, headers["etag"])
                if unmodified:
                    kept = [pair for pair in first["headers"] if pair[0] in _KEPT]
                    first, message = (
                        {**first, "status": 304, "headers": kept},
                        {"type": "http.response.body", "body": b""},
                    )
                await send(first)
                await send(message)

        await self.app(scope, receive, send_tagged)


def _may_be_tagged(message: Message) -> bool:
    return bool(message["status"] == 200) and "no-store" not in Headers(raw=message["headers"]).get("cache-control", "")
