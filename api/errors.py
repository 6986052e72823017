"""What a failure looks like to a client: one table from exception to status and type, one shape for all.

    ApiError                base of what goes wrong between a request and the core
    ├── BadParameter        a query parameter is unknown, given twice or has a wrong value
    ├── NotAcceptable       no representation that the client accepts
    ├── BodyTooLarge        the request's body is over the bound
    ├── BodyTooSlow         the request's body took too long to come
    ├── AddressTooLong      the request's path and query are over the bound
    ├── TooManyRequests     more requests of all clients at once than the service takes
    ├── ShareSpent          more requests of one client at once than its share
    └── StillDrawing        a diagram takes longer than a request may; asking again finds it

Every failure answers `{"error": {"type": ..., "message": ..., ...}}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from graph.errors import (
    NotFound,
    QueryForbidden,
    QueryLimit,
    QuerySyntaxError,
    StoreBusy,
    StoreUnavailable,
    TooLarge,
)
from graph.evidence import TakenColumn
from graph.questions import UnfitValue
from graph.sparql import UnsuitedFormat
from viz import (
    EmptySelection,
    PictureTooLarge,
    TooManyNodes,
    UnfitBriefing,
    UnfitPlaces,
    UnfitQuery,
    UnfitSheet,
    UnknownEntity,
    UnknownForm,
)

from .rest.json_answers import JSONAnswer
from .web.explorer import NotBuilt


class ApiError(Exception):
    """Base class of what goes wrong between a request and the core."""


class BadParameter(ApiError):
    """A query parameter is unknown, given twice or has a wrong value.

    Args:
        parameter: its name.
        message: the offending value and what is allowed.
    """

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        super().__init__(message)


class NotAcceptable(ApiError):
    """No representation that the client accepts."""


class BodyTooLarge(ApiError):
    """The request's body is over the bound."""


class BodyTooSlow(ApiError):
    """The request's body took too long to come."""


class AddressTooLong(ApiError):
    """The request's path and query are over the bound."""


class TooManyRequests(ApiError):
    """More requests of all clients at once than the service takes."""


class ShareSpent(ApiError):
    """More requests of one client at once than its share."""


class StillDrawing(ApiError):
    """A diagram takes longer than a request may; asking again finds it."""


# The most particular class decides. What isn't listed is a fault of ours: a 500.
ERRORS: Mapping[type[Exception], tuple[int, str]] = {
    NotFound: (404, "not-found"),
    QuerySyntaxError: (400, "query-syntax"),
    TakenColumn: (400, "bad-parameter"),
    QueryForbidden: (403, "query-forbidden"),
    QueryLimit: (422, "query-limit"),
    TooLarge: (400, "bad-parameter"),
    UnsuitedFormat: (406, "not-acceptable"),
    StoreBusy: (503, "busy"),
    StoreUnavailable: (503, "store-unavailable"),
    EmptySelection: (404, "empty-selection"),
    UnknownEntity: (404, "not-found"),
    TooManyNodes: (400, "too-many-nodes"),
    UnknownForm: (404, "not-found"),
    PictureTooLarge: (400, "bad-parameter"),
    UnfitBriefing: (400, "bad-parameter"),
    UnfitPlaces: (400, "bad-parameter"),
    UnfitQuery: (400, "bad-parameter"),
    UnfitSheet: (400, "bad-parameter"),
    BadParameter: (400, "bad-parameter"),
    UnfitValue: (400, "bad-parameter"),
    NotBuilt: (503, "not-built"),
    NotAcceptable: (406, "not-acceptable"),
    BodyTooLarge: (413, "body-too-large"),
    BodyTooSlow: (408, "body-too-slow"),
    AddressTooLong: (414, "address-too-long"),
    TooManyRequests: (503, "busy"),
    ShareSpent: (429, "too-many-requests"),
    StillDrawing: (503, "busy"),
}

# What the framework itself refuses, by status.
HTTP_TYPES: Mapping[int, str] = {
    400: "bad-request",
    401: "unauthorized",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "body-too-large",
    415: "unsupported-media-type",
    501: "not-implemented",
    503: "unavailable",
}

# What an answer says beside its body.
_HEADERS: Mapping[type[Exception], Mapping[str, str]] = {
    StoreBusy: {"Retry-After": "1"},
    StoreUnavailable: {"Retry-After": "1"},
    TooManyRequests: {"Retry-After": "1"},
    ShareSpent: {"Retry-After": "1"},
    BodyTooSlow: {"Connection": "close"},
    StillDrawing: {"Retry-After": "5"},
}

# Attributes of an exception that its answer carries beside type and message.
_DETAILS = ("line", "column", "limit", "parameter")


def error_response(
    status: int, kind: str, message: str, headers: Mapping[str, str] | None = None, **details: object
) -> JSONAnswer:
    """The one shape of a failure."""
    error = {"type": kind, "message": message, **details}
    return JSONAnswer({"error": error}, status, {"Cache-Control": "no-store", **(headers or {})})


def answer_error(error: Exception) -> JSONAnswer:
    """The answer to an exception of the table; raises it again where the table has none."""
    for ancestor in type(error).__mro__:
        if ancestor in ERRORS:
            status, kind = ERRORS[ancestor]
            details = {name: getattr(error, name) for name in _DETAILS if getattr(error, name, None)}
            headers = next((each for known, each in _HEADERS.items() if isinstance(error, known)), None)
            return error_response(status, kind, str(error), headers, **details)
    raise error


def internal_error(request_id: str) -> JSONAnswer:
    """What a client learns of a fault of ours: the id under which the log tells the cause."""
    message = "The service failed to answer. The log has the cause under this request id."
    return error_response(500, "internal", message, request_id=request_id)


Show = Callable[[Request, int, Mapping[str, object]], Response | None]


Note = Callable[[Exception], None]


def register_errors(app: FastAPI, show: Show, note: Note) -> None:
    """Make the app answer every failure in the one shape; what isn't listed is left to the outermost layer.

    Args:
        app: the app.
        show: gives a page for a failure, where the client is a reader at a page and not a program.
        note: is told of every exception of the table that is answered.
    """

    def shown(request: Request, answer: JSONAnswer) -> Response:
        return show(request, answer.status_code, json.loads(bytes(answer.body))["error"]) or answer

    async def answer_known(request: Request, error: Exception) -> Response:
        note(error)
        return shown(request, answer_error(error))

    async def answer_http(request: Request, error: Exception) -> Response:
        return shown(request, _http_error(request, error))  # type: ignore[arg-type]

    async def answer_invalid(request: Request, error: Exception) -> Response:
        return shown(request, _invalid(error))  # type: ignore[arg-type]

    for known in ERRORS:
        app.add_exception_handler(known, answer_known)
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(RequestValidationError, answer_invalid)


def _http_error(request: Request, error: HTTPException) -> JSONAnswer:
    kind = HTTP_TYPES.get(error.status_code, "bad-request" if error.status_code < 500 else "unavailable")
    message = error.detail
    if error.status_code == 404 and message == "Not Found":
        message = f"There is nothing at {request.url.path}. The API is described at /docs."
    if error.status_code == 405:
        message = f"{request.method} is not allowed at {request.url.path}."
    return error_response(error.status_code, kind, message, error.headers)


def _invalid(error: RequestValidationError) -> JSONAnswer:
    faults = [_fault(fault) for fault in error.errors()]
    message = "; ".join(f"{fault['parameter']}: {fault['message']}" for fault in faults)
    return error_response(400, "bad-parameter", message, parameter=faults[0]["parameter"], faults=faults)


def _fault(fault: dict[str, Any]) -> dict[str, str]:
    """Where a request doesn't fit, and why: a parameter, a field of the body, or the body as a whole."""
    source, *steps = fault["loc"]
    if fault["type"] == "json_invalid":
        return {"parameter": "body", "message": f"no JSON, at character {steps[0]}: {fault['ctx']['error']}"}
    return {"parameter": ".".join(map(str, steps)) or str(source), "message": fault["msg"]}
