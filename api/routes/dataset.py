"""The dataset as a whole: what it is, as a page and in RDF, and its files."""

from __future__ import annotations

from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from graph.errors import NotFound
from graph.identifiers import Identifiers

from ..negotiation import HTML, Form, choose, choose_named
from ..parameters import known_parameters_only
from ..resources.dataset_description import DESCRIPTION, LICENCE, RIGHTS, TITLE, describe_dataset
from ..resources.descriptions import to_rdf
from ..resources.downloads import FORMS, Download, Downloads, WholeFile
from ..resources.linked_data import JSON_LD, OFFERED, RDF_FORMS, GraphForm, OtherForm
from ..settings import Settings
from ..web.messages import MESSAGES
from ..web.pages import Page, data_block
from .resources import LINKED_DATA

router = APIRouter(tags=["dataset"], dependencies=[Depends(known_parameters_only)])


def get_downloads(request: Request) -> Downloads | None:
    """The files of the dataset that is served; None where it is the operator's own store."""
    found: Downloads | None = request.app.state.downloads
    return found


Files = Annotated[Downloads | None, Depends(get_downloads)]
GRAPHS = tuple(form for form in OFFERED if form is not HTML)


def _other_form(form: Form) -> OtherForm:
    name = form.names[0]
    return OtherForm(RDF_FORMS[name], form.media_type, f"/dataset?format={name}")


def _all(files: Downloads | None) -> tuple[Download, ...]:
    return files.find_all() if files else ()


def _rdf(request: Request, page: Page, downloads: tuple[Download, ...], media_type: str) -> bytes:
    identifiers = Identifiers(page.base_iri)
    layers = request.app.state.layer_sizes
    graph = describe_dataset(page.snapshot, identifiers, str(request.base_url), downloads, layers)
    return to_rdf(graph.serialize(format="nt", encoding="utf-8"), media_type)


@router.get(
    "/dataset",
    summary="The dataset: what it is and where to get it",
    response_class=Response,
    responses=LINKED_DATA,
)
async def show_dataset(
    request: Request,
    page: Page,
    files: Files,
    format: Annotated[GraphForm | None, Query(description="Form of the answer; without it, Accept decides.")] = None,
) -> Response:
    """The dataset as a page, or in RDF by VoID and DCAT 3: what it holds, its licence, its files with checksums."""
    choice = choose_named(format, OFFERED) if format else choose(request.headers.get("accept", ""), OFFERED)
    downloads = await to_thread.run_sync(lambda: _all(files))
    if choice.form is not HTML:
        body = await to_thread.run_sync(lambda: _rdf(request, page, downloads, choice.form.media_type))
        return Response(body, headers={"Vary": "Accept", "Content-Type": choice.content_type})
    described = await to_thread.run_sync(lambda: _rdf(request, page, downloads, JSON_LD))
    settings: Settings = request.app.state.settings
    values = {
        "iri": f"{settings.base_iri}dataset",
        "forms": [_other_form(form) for form in GRAPHS],
        "data_block": data_block(described),
        "downloads": downloads,
        "title": TITLE if page.with_reports else MESSAGES["dataset"],
        "description": DESCRIPTION if page.with_reports else MESSAGES["other_tagline"],
        "rights": RIGHTS if page.with_reports else None,
        "licence": LICENCE,
        "layers": request.app.state.layer_sizes,
    }
    return page.html("dataset.html", values)


@router.get("/.well-known/void", summary="The dataset in RDF", response_class=Response, responses=LINKED_DATA)
async def show_void(request: Request, page: Page, files: Files) -> Response:
    """The same description, where programs look for it (VoID, section 7.2)."""
    choice = choose(request.headers.get("accept", ""), GRAPHS)
    downloads = await to_thread.run_sync(lambda: _all(files))
    body = await to_thread.run_sync(lambda: _rdf(request, page, downloads, choice.form.media_type))
    return Response(body, headers={"Vary": "Accept", "Content-Type": choice.content_type})


@router.get("/dataset/{name}", summary="A file of the dataset", response_class=Response)
def download_file(
    files: Files, name: Annotated[str, Path(description="Name of a file.", examples=["migov.trig"], max_length=100)]
) -> Response:
    """The dataset, its entities or its statements as a file; its ETag is its SHA-256 checksum."""
    if files is None:
        raise NotFound(f"there is no download {name!r}: the service answers from a store of its operator's own")
    found = files.find(name)
    return WholeFile(
        found.path,
        media_type=FORMS[name].media_type,
        filename=name,
        headers={"ETag": f'"{found.sha256}"', "Cache-Control": "no-cache"},
    )
