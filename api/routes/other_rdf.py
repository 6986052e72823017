"""The IRIs of RDF of somebody else's: each leads to the page of what it names."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from graph.errors import NotFound
from graph.snapshot import Snapshot

from ..parameters import Config, Data

router = APIRouter(include_in_schema=False)
IRI_MAX = 2000


@router.get("/resource")
def find_resource(
    request: Request, snapshot: Data, iri: Annotated[str, Query(max_length=IRI_MAX, description="Any IRI.")]
) -> Response:
    """Where an IRI of the data, of whichever host, is described."""
    return _lead_to(request, snapshot, iri)


@router.get("/{path:path}")
def follow_path(request: Request, path: str, snapshot: Data, settings: Config) -> Response:
    """The same for an IRI that begins with the base IRI: its path is asked for here."""
    return _lead_to(request, snapshot, f"{settings.base_iri}{path}", f"{settings.base_iri}{quote(path)}")


def _lead_to(request: Request, snapshot: Snapshot, *iris: str) -> Response:
    """See Other: what an IRI names is no document, and its description stands elsewhere (RFC 9110, 15.4.4)."""
    id = next((snapshot.ids[iri] for iri in iris if iri in snapshot.ids), None)
    if id is None:
        raise NotFound(f"the data says nothing of {iris[0]}")
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "iri"]
    address = f"/entity/{quote(id)}" + (f"?{urlencode(kept)}" if kept else "")
    return RedirectResponse(address, 303, {"Vary": "Accept"})
