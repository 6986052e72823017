"""Conditional requests (RFC 9110, 8.8 and 13): a tag and a time on every whole answer, 304 to a client that has it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
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


class ConditionalRequests:
    """Tags 200 answers to GET that are sent in one piece, and says since when they are so.

    The tag is a digest of the bytes, weak because they may be compressed on the way. The dataset is one immutable
    version, so the same address in the same language and form has the same tag until another version is served. The
    time is that at which this service began to answer so, with this version of the data and of the software:
    `state.since` of the app, None where the data may change meanwhile, and then no time is given, for two changes may
    fall into one of its seconds. A tag says more than a time and goes before it (13.2.2).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with 304 where the client has the answer."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        wanted, since = asked.get("if-none-match", ""), asked.get("if-modified-since", "")
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
                _add_time(scope, headers)
                if wanted:
                    unmodified = "etag" in headers and matches(wanted, headers["etag"])
                else:
                    unmodified = is_unmodified_since(since, headers.get("last-modified", ""))
                if unmodified:
                    kept = [pair for pair in first["headers"] if pair[0] in _KEPT]
                    first, message = (
                        {**first, "status": 304, "headers": kept},
                        {"type": "http.response.body", "body": b""},
                    )
                await send(first)
                await send(message)

        await self.app(scope, receive, send_tagged)


def _add_time(scope: Scope, headers: MutableHeaders) -> None:
    served_since: datetime | None = getattr(scope["app"].state, "since", None)
    if served_since is not None and not scope.get("state", {}).get(_CHANGES):
        headers.setdefault("Last-Modified", format_datetime(served_since, usegmt=True))


def _may_be_tagged(message: Message) -> bool:
    return bool(message["status"] == 200) and "no-store" not in Headers(raw=message["headers"]).get("cache-control", "")
