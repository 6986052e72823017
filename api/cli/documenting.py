"""`migov openapi`: the description of the service, for programs that make clients of it."""

from __future__ import annotations

import json

from ..app import create_app
from ..settings import Settings
from .console import ToOption, app, deliver


@app.command(epilog="Example: `migov openapi --to openapi.json`")
def openapi(to: ToOption = None) -> None:
    """Write the service's OpenAPI document; no dataset is needed."""
    document = create_app(Settings()).openapi()
    deliver(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n", to)
