"""What happens to every request around its route: an id, a log line, HEAD, bounds, and an answer to faults of ours."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..errors import (
    AddressTooLong,
    ApiError,
    BodyTooLarge,
    BodyTooSlow,
    ShareSpent,
    TooManyRequests,
    answer_error,
    internal_error,
)
from .metrics import Metrics
from .turns import asker

access = logging.getLogger("migov.access")
faults = logging.getLogger("migov.errors")
OPERATIONS = frozenset(("/healthz", "/readyz", "/metrics"))
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
    """Gives each request an id, counts it, and writes one line about it.

    The line never holds the query of the address nor the body: they may hold what isn't ours to keep.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and log it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        asker.set(client_of(scope))
        start = time.perf_counter()
        status = sent = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            sent += len(message.get("body", b""))
            await send(message)

        self.metrics.in_flight.inc()
        try:
            await self.app(scope, receive, send_with_id)
        finally:
            self.metrics.in_flight.dec()
            seconds = time.perf_counter() - start
            self.metrics.count_request(scope, status, seconds)
            line = {"id": request_id, "client": client_of(scope), "method": scope.get("asked_method", scope["method"])}
            line |= {"path": scope["path"], "status": status, "bytes": sent, "ms": round(seconds * 1000, 1)}
            access.info("request", extra={"fields": line})


def client_of(scope: Scope) -> str:
    """The address that a request came from, without the port; empty where the server doesn't know."""
    return str(scope["client"][0]) if scope.get("client") else ""


class Overload:
    """Refuses requests early, while few enough are under way that those are answered well.

    What operators ask is always answered: it waits for nothing.

    Args:
        app: what answers.
        metrics: where refusals are counted.
        most: requests at once.
        share: requests at once of one client, so that none takes all the room.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, most: int, share: int) -> None:
        self.app = app
        self.metrics = metrics
        self.most = most
        self.share = share
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http" or scope["path"] in OPERATIONS:
            await self.app(scope, receive, send)
            return
        client = client_of(scope)
        refusal: ApiError | None = None
        if self._under_way[client] >= self.share:
            refusal = ShareSpent(f"{self.share} requests of yours are being answered; wait for some of them")
            self.metrics.shed.labels("client").inc()
        elif self._under_way.total() >= self.most:
            refusal = TooManyRequests(f"{self.most} requests are being answered; try again in a moment")
            self.metrics.shed.labels("all").inc()
        if refusal is not None:
            await answer_error(refusal)(scope, receive, send)
            return
        self._under_way[client] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._under_way[client] -= 1
            if not self._under_way[client]:
                del self._under_way[client]


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

    def __init__(
        self,
        app: ASGIApp,
        address_bytes: int,
        body_bytes: int,
        body_seconds: float,
        larger: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.app = app
        self.address_bytes = address_bytes
        self.body_bytes = body_bytes
        self.body_seconds = body_seconds
        self.larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that keeps to the bounds."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        bound = self.larger.get(scope["path"], self.body_bytes)
        too_large = BodyTooLarge(f"the body is over {bound} bytes")
        length = Headers(scope=scope).get("content-length", "0")
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self.address_bytes:
            refusal = AddressTooLong(f"the address is over {self.address_bytes} bytes; send a query in a POST body")
            await answer_error(refusal)(scope, receive, send)
            return
        if length.isdecimal() and int(length) > bound:
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
            if read > bound:
                raise too_large
            return message

        await self.app(scope, receive_bounded, send)
