"""What operators ask: does the process live, can it answer."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from ..errors import error_response
from ..parameters import known_parameters_only

router = APIRouter(tags=["operations"], dependencies=[Depends(known_parameters_only)])
# Coroutines, as what they depend on: they wait for no thread, whatever else the service does.
FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz", summary="Does the process live")
async def show_health() -> Response:
    """Answers as long as the process lives."""
    return JSONResponse({"status": "ok"}, headers=FRESH)


@router.get("/readyz", summary="Can the service answer")
async def show_readiness(request: Request) -> Response:
    """Whether the dataset is open, and which version of it."""
    snapshot = request.app.state.snapshot
    if snapshot is None or request.app.state.store is None:
        return error_response(503, "unavailable", "the dataset isn't open yet", {"Retry-After": "1"})
    return JSONResponse({"status": "ready", "dataset": snapshot.version}, headers=FRESH)
