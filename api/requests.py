"""What happens to every request around its route: an id, a log line, HEAD, bounds, and an answer to faults of ours."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .errors import AddressTooLong, BodyTooLarge, BodyTooSlow, answer_error, internal_error

access = logging.getLogger("migov.access")
faults = logging.getLogger("migov.errors")
CLIENT_GONE = 499  # no standard status; nobody is there to read it, but logs tell it from an answer
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class HeadRequests:
    """Answers HEAD wherever GET is answered, with the same headers and no body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; HEAD as GET without its body."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**scope, "method": "GET", "asked_method": "HEAD"}, receive, send_head)


class RequestLog:
    """Gives each request an id and writes one JSON line about it: never its query, which may hold what isn't ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and log it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        line = {"id": request_id, "method": scope.get("asked_method", scope["method"]), "path": scope["path"]}
        start = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            line |= {"status": status, "ms": round((time.perf_counter() - start) * 1000, 1)}
            access.info(json.dumps(line, ensure_ascii=False))


class FaultBoundary:
    """Answers a fault of ours with its request id and logs the cause."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, whatever happens."""
        started = False

        async def send_noting(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except ClientDisconnect:
            # Whoever asked went away before all of the body was here: no fault of ours.
            if not started:
                await Response(status_code=CLIENT_GONE)(scope, receive, send)
        except Exception:
            if scope["type"] != "http" or started:
                raise
            request_id = scope["state"]["request_id"]
            faults.exception("request %s to %s failed", request_id, scope["path"])
            await internal_error(request_id)(scope, receive, send)


class Bounds:
    """Refuses addresses and bodies over the bounds before any of our code reads them, and bodies that don't come."""

    def __init__(self, app: ASGIApp, address_bytes: int, body_bytes: int, body_seconds: float) -> None:
        self.app = app
        self.address_bytes = address_bytes
        self.body_bytes = body_bytes
        self.body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that keeps to the bounds."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        too_large = BodyTooLarge(f"the body is over {self.body_bytes} bytes")
        length = Headers(scope=scope).get("content-length", "0")
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self.address_bytes:
            refusal = AddressTooLong(f"the address is over {self.address_bytes} bytes; send a query in a POST body")
            await answer_error(refusal)(scope, receive, send)
            return
        if length.isdecimal() and int(length) > self.body_bytes:
            await answer_error(too_large)(scope, receive, send)
            return
        read = 0
        whole = False
        end = time.monotonic() + self.body_seconds

        async def receive_bounded() -> Message:
            nonlocal read, whole
            if whole:  # what still comes is the end of the connection, for which some wait
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), max(end - time.monotonic(), 0.001))
            except TimeoutError:
                raise BodyTooSlow(f"the body took over {self.body_seconds:g} seconds to come") from None
            whole = not message.get("more_body", False)
            read += len(message.get("body", b""))
            if read > self.body_bytes:
                raise too_large
            return message

        await self.app(scope, receive_bounded, send)
