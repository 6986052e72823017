"""What operators ask: does the process live, can it answer."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from ..errors import error_response
from ..models import ErrorShape
from ..parameters import known_parameters_only
from ..rest.json_answers import JSONAnswer
from ..serving.metrics import MEDIA_TYPE
from ..serving.requests import client_of

router = APIRouter(tags=["operations"], dependencies=[Depends(known_parameters_only)])
# Coroutines, as what they depend on: they wait for no thread, whatever else the service does.
FRESH = {"Cache-Control": "no-store"}
_METRICS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The numbers", "content": {"text/plain": {"schema": {"type": "string"}}}},
    403: {"model": ErrorShape, "description": "They aren't for this client"},
}


@router.get("/healthz", summary="Does the process live")
async def show_health() -> Response:
    """Answers as long as the process lives."""
    return JSONAnswer({"status": "ok"}, headers=FRESH)


@router.get("/readyz", summary="Can the service answer")
async def show_readiness(request: Request) -> Response:
    """Whether the dataset is open, and which version of it; no longer once the service was told to stop."""
    if request.app.state.stopping:
        return error_response(503, "stopping", "the service is about to stop", {"Retry-After": "5"})
    snapshot = request.app.state.snapshot
    if snapshot is None or request.app.state.store is None:
        return error_response(503, "unavailable", "the dataset isn't open yet", {"Retry-After": "1"})
    return JSONAnswer({"status": "ready", "dataset": snapshot.version}, headers=FRESH)


@router.get("/metrics", summary="How the service fares, in numbers", response_class=Response, responses=_METRICS)
async def show_metrics(request: Request) -> Response:
    """Counts, times and memory in Prometheus' text format; for whom, `MIGOV_METRICS` says."""
    readers = request.app.state.settings.metrics
    if readers == "off" or (readers == "local" and not _is_local(client_of(request.scope))):
        raise HTTPException(403, "The metrics are not for you: MIGOV_METRICS says who may read them.")
    return Response(request.app.state.metrics.write(), headers={**FRESH, "Content-Type": MEDIA_TYPE})


def _is_local(client: str) -> bool:
    try:
        return ip_address(client).is_loopback
    except ValueError:
        return False
