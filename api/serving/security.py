"""What a browser may do with our answers: content security policy, framing, origins."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN_METHODS = "GET, HEAD, POST, OPTIONS"
ALLOWED_HEADERS = "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match"
EXPOSED = "Content-Language, ETag, Link, Retry-After, X-Request-ID"


def content_policy(
    *, scripts: Iterable[str] = ("'self'",), styles: Iterable[str] = ("'self'",), ancestors: str = "'none'"
) -> str:
    """A Content-Security-Policy that allows our own files and what is listed, never inline code.

    Args:
        scripts: source expressions of scripts, such as `'self'` or `'sha256-…'`.
        styles: the same for styles.
        ancestors: who may embed the page.
    """
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(scripts),
        "style-src": " ".join(styles),
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


class SecurityHeaders:
    """Adds the security headers to every answer; a policy that the answer sets itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.policy = content_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with the security headers."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self.policy)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "same-origin")
                headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
                headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)


class OpenData:
    """Lets pages of every origin read the data: it is public and no request carries credentials."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and what a browser asks before it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        requested = {name for name, _ in scope["headers"]}
        if scope["method"] == "OPTIONS" and b"access-control-request-method" in requested:
            headers = {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Methods": OPEN_METHODS,
                "Access-Control-Allow-Headers": ALLOWED_HEADERS,
                "Access-Control-Max-Age": "86400",
            }
            raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
            await send({"type": "http.response.start", "status": 204, "headers": raw})
            await send({"type": "http.response.body", "body": b""})
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                answered.setdefault("Access-Control-Allow-Origin", "*")
                answered.setdefault("Access-Control-Expose-Headers", EXPOSED)
            await send(message)

        await self.app(scope, receive, send_open)
