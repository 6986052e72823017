"""Diagrams as pages: the catalogue, each ready one, one around any entity, and the same for embedding."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import HTMLResponse, Response

from ..diagrams import Catalogue, Drawn, page_policy
from ..pages import HTML_TAGS, Page
from ..parameters import Config, Data, Lang, known_parameters_only, require_known

router = APIRouter(
    tags=["diagrams"], dependencies=[Depends(known_parameters_only)], default_response_class=HTMLResponse
)
DiagramId = Annotated[str, Path(alias="id", description="Id of a ready diagram.", examples=["institutions"])]
NODES = 60
# What can still be read; drawing that much takes about two seconds.
NODES_MAX = 120
DEPTH_MAX = 2


def diagram_page(text: bytes, language: Lang, ancestors: str = "'none'") -> HTMLResponse:
    """A diagram's page with its own policy: it holds its script and style, allowed by their digests."""
    headers = {
        "Content-Security-Policy": page_policy(ancestors),
        "Content-Language": HTML_TAGS[language],
        "Vary": "Accept-Language",
    }
    return HTMLResponse(text, headers=headers)


def _same(values: list[str] | None) -> tuple[str, ...] | None:
    """The values in one order and once each, so that the same request is known as the same."""
    return tuple(sorted(set(values))) if values else None


@router.get("/diagrams", summary="All ready diagrams")
def list_diagrams(page: Page, catalogue: Catalogue) -> Response:
    """The ready diagrams, as a page."""
    return page.html("diagrams.html", {"diagrams": list(catalogue.values())})


@router.get("/diagrams/entity/{id}", summary="A diagram around an entity")
async def show_entity_diagram(
    drawn: Drawn,
    snapshot: Data,
    language: Lang,
    entity_id: Annotated[str, Path(alias="id", description="Id of an entity.", examples=["gmg"])],
    depth: Annotated[int, Query(ge=1, le=DEPTH_MAX, description="How many statements away.")] = 1,
    families: Annotated[list[str] | None, Query(description="Relation families; may be repeated.")] = None,
    modality: Annotated[list[str] | None, Query(description="Statuses of statements; may be repeated.")] = None,
    limit: Annotated[int, Query(ge=1, le=NODES_MAX, description="Entities at most.")] = NODES,
) -> Response:
    """What surrounds an entity, each line with the words it rests on."""
    require_known("families", families or (), snapshot.families, f"known: {', '.join(snapshot.families)}")
    require_known("modality", modality or (), snapshot.modalities, f"known: {', '.join(snapshot.modalities)}")
    kept = _same(families), _same(modality)
    return diagram_page(await drawn.around(entity_id, language, depth, limit, *kept), language)


@router.get("/diagrams/{id}", summary="A ready diagram")
async def show_diagram(drawn: Drawn, language: Lang, diagram_id: DiagramId) -> Response:
    """A ready diagram, each line with the words it rests on."""
    return diagram_page(await drawn.ready(diagram_id, language), language)


@router.get("/embed/diagrams/{id}", summary="A ready diagram for embedding")
async def embed_diagram(drawn: Drawn, settings: Config, language: Lang, diagram_id: DiagramId) -> Response:
    """The same page, which the sites named by the setting `frame_ancestors` may embed."""
    return diagram_page(await drawn.ready(diagram_id, language), language, settings.frame_ancestors)
