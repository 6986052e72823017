"""The OpenAPI document as what the service does: failures in their one shape, and on pages as pages."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI


def complete_openapi(app: FastAPI) -> None:
    """Have the app's document name the media types of failures, which the framework takes from the answer's."""
    generate = app.openapi

    def complete() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            for item in document["paths"].values():
                for operation in item.values():
                    _correct_failures(operation["responses"])
        return generate()

    app.openapi = complete  # type: ignore[method-assign]


def _correct_failures(responses: dict[str, Any]) -> None:
    for status, response in responses.items():
        content = response.get("content", {})
        if status >= "400" and "text/html" in content:
            response["content"] = {"application/json": content.pop("text/html"), "text/html": {}, **content}
