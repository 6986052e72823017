"""JSON as the service sends it."""

from __future__ import annotations

import orjson
from fastapi.responses import JSONResponse


class JSONAnswer(JSONResponse):
    """A JSON answer, its keys in the order in which they were put in.

    What surrounds a well-known body is hundreds of kilobytes, and nobody else is answered while they are written: so
    they are written by orjson, some ten times faster than by the standard library, to the same bytes.
    """

    def render(self, content: object) -> bytes:
        """The content as UTF-8."""
        return orjson.dumps(content)
