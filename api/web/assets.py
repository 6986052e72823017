"""The static files: always whole, because none is large."""

from __future__ import annotations

import os

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send


class Assets(StaticFiles):
    """Static files without ranges, which RFC 9110 (14.2) leaves to the server: a Range header isn't looked at."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as if the request had no Range header."""
        headers = [(name, value) for name, value in scope["headers"] if name not in (b"range", b"if-range")]
        await super().__call__({**scope, "headers": headers}, receive, send)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, which doesn't say that it comes in ranges."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Accept-Ranges"] = "none"
        return answer
