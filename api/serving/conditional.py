"""Conditional requests (RFC 9110, 8.8 and 13): a tag and a time on every whole answer, 304 to a client that has it."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TAG = re.compile(r'(?:W/)?("[^"]*")')
_KEPT = (b"cache-control", b"content-location", b"date", b"etag", b"expires", b"last-modified", b"vary")
_CHANGES = "changes"


def matches(wanted: str, tag: str) -> bool:
    """Whether an If-None-Match header names a tag, by weak comparison."""
    return wanted.strip() == "*" or tag.removeprefix("W/") in _TAG.findall(wanted)


def is_unmodified_since(wanted: str, modified: str) -> bool:
    """Whether an If-Modified-Since header names a time not before the last change; never where either is none."""
    times = []
    for each in (wanted, modified):
        try:
            parsed = parsedate_to_datetime(each)
        except (ValueError, OverflowError):
            return False
        times.append(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))
    return times[0] >= times[1]


def note_change(scope: Scope) -> None:
    """Note that the same request may be answered otherwise in a moment, so that no time is given for the answer."""
    scope.setdefault("state", {})[_CHANGES] = True


def is_stable(scope: Scope) -> bool:
    """Whether the same request is answered the same as long as this service runs."""
    return getattr(scope["app"].state, "since", None) is not None and not scope.get("state", {}).get(_CHANGES)


class Tags:
    """Tags 200 answers to GET that are sent in one piece, and says since when they are so.

    The tag is a digest of the bytes, weak because they may be compressed on the way. The dataset is one immutable
    version, so the same address in the same language and form has the same tag until another version is served. The
    time is that at which this service began to answer so, with this version of the data and of the software:
    `state.since` of the app, None where the data may change meanwhile, and then no time is given, for two changes may
    fall into one of its seconds.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with a tag."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        start: Message | None = None

        async def send_tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and may_be_stored(message):
                start = message
                return
            if start is not None:
                first, start = start, None
                headers = MutableHeaders(scope=first)
                whole = message["type"] == "http.response.body" and not message.get("more_body", False)
                if whole and "etag" not in headers:
                    headers["ETag"] = f'W/"{sha256(message.get("body", b"")).hexdigest()[:32]}"'
                headers.setdefault("Cache-Control", "no-cache")
                if is_stable(scope):
                    headers.setdefault("Last-Modified", format_datetime(scope["app"].state.since, usegmt=True))
                await send(first)
            await send(message)

        await self.app(scope, receive, send_tagged)


class ConditionalRequests:
    """Answers 304 to a client that has what it asks for; a tag says more than a time and goes before it (13.2.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with 304 where the client has the answer."""
        asked = Headers(scope=scope) if scope["type"] == "http" and scope["method"] == "GET" else Headers()
        tags, time = asked.get("if-none-match", ""), asked.get("if-modified-since", "")
        if not tags and not time:
            await self.app(scope, receive, send)
            return
        unmodified = False

        async def send_if_modified(message: Message) -> None:
            nonlocal unmodified
            if message["type"] == "http.response.start" and may_be_stored(message):
                headers = Headers(raw=message["headers"])
                if tags:
                    unmodified = "etag" in headers and matches(tags, headers["etag"])
                else:
                    unmodified = is_unmodified_since(time, headers.get("last-modified", ""))
                if unmodified:
                    kept = [pair for pair in message["headers"] if pair[0] in _KEPT]
                    await send({**message, "status": 304, "headers": kept})
                    await send({"type": "http.response.body", "body": b""})
            if not unmodified:
                await send(message)

        await self.app(scope, receive, send_if_modified)


def may_be_stored(message: Message) -> bool:
    """Whether the start of an answer is one of 200 that a client may store."""
    return bool(message["status"] == 200) and "no-store" not in Headers(raw=message["headers"]).get("cache-control", "")
