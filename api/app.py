"""The service as one composition: settings, dataset, store, layers around every request, routes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from fastapi import FastAPI
from starlette_compress import CompressMiddleware, add_compress_type

from graph import Snapshot, read_questions
from graph.datasets.publish import Built
from graph.identifiers import Identifiers
from graph.searching.search import Search
from graph.sparql import Store
from graph.sparql.writable import WritableStore
from viz import layouts_in, read_diagrams

from .drawing.diagrams import Diagrams
from .errors import register_errors
from .models import ErrorShape
from .negotiation import GRAPHS, RESULTS
from .openapi import complete_openapi
from .opening import open_dataset
from .other_rdf import ReportsOnly
from .renewal import renewed
from .resources.downloads import Downloads
from .rest.analyses import Analyses
from .routes import (
    analysis,
    briefing,
    clusters,
    dataset,
    diagram_list,
    diagrams,
    documentation,
    embedding,
    entities,
    explorer,
    graph_store,
    networks,
    operations,
    other_rdf,
    questions,
    reports,
    resources,
    scenarios,
    search,
    sheets,
    sparql,
    start,
    statements,
    updates,
    views,
    vocabulary,
)
from .serving.conditional import ConditionalRequests, Tags
from .serving.gate import Gate, Kept
from .serving.kept_answers import KeptAnswers
from .serving.metrics import Metrics
from .serving.requests import Bounds, FaultBoundary, HeadRequests, Overload, RequestLog
from .serving.security import OpenData, SecurityHeaders
from .serving.turns import Turns
from .settings import Settings
from .sparql.shared_store import SharedStore
from .web.assets import Assets
from .web.explorer import ADDRESS, BundleFiles
from .web.pages import STATIC, show_error

DESCRIPTION = """\
A report on how migration is governed, as a knowledge graph in which nothing is shown without its evidence.

Every statement carries the paragraph and the exact words it rests on, who holds it, and whether the report states it as
a fact or proposes, recommends or criticises it. Every failure answers in one shape:
`{"error": {"type": ..., "message": ...}}`.
"""
REPORT_ROUTERS = (
    *(reports.router, scenarios.router, questions.router),
    *(diagram_list.router, diagrams.router, briefing.router),
)
# Routes are tried in this order: those that are asked most come first.
ROUTERS = (
    *(
        sparql.router,
        entities.router,
        statements.router,
        networks.router,
        clusters.router,
        analysis.router,
        search.router,
        *REPORT_ROUTERS[:2],
        updates.router,
        graph_store.router,
    ),
    *(
        vocabulary.router,
        *REPORT_ROUTERS[2:],
        views.router,
        sheets.router,
        embedding.router,
        explorer.router,
        start.router,
        dataset.router,
        resources.router,
        operations.router,
        documentation.router,
    ),
)
FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape, "description": words}
    for status, words in {
        400: "A parameter is wrong",
        404: "There is no such thing",
        414: "The address is too long",
        429: "Too many requests of this client at once",
        500: "A fault of ours",
        503: "The service is busy; Retry-After says when to ask again",
    }.items()
}


def installed_version() -> str:
    """The version of the software."""
    try:
        return version("migov")
    except PackageNotFoundError:
        return "0"


def create_app(settings: Settings, *, store: Store | None = None, snapshot: Snapshot | None = None) -> FastAPI:
    """The service over a dataset.

    Args:
        settings: where the dataset is and what a request may cost.
        store: where queries are evaluated; without it, the dataset is opened when the app starts and closed at its end.
        snapshot: the content of the dataset; the same.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        own = settings.serves_other_rdf
        recipes = {} if own else read_diagrams(settings.data / "diagrams")
        identifiers = Identifiers(settings.base_iri)
        app.state.layers = Gate()
        app.state.questions = {} if own else read_questions(settings.data / "questions")

        def show(store: Store, snapshot: Snapshot, search: Search) -> None:
            app.state.snapshot = snapshot
            app.state.search = search
            app.state.analyses = Analyses(snapshot)
            app.state.diagrams = Diagrams(recipes, snapshot, store, identifiers)

        def answer_from(store: Store, snapshot: Snapshot, search: Search, built: Built | None = None) -> None:
            turns = Turns(settings.workers, settings.queue)
            metrics.watch(app.version, turns, store)
            show(store, snapshot, search)
            app.state.store = SharedStore(store, turns, metrics, Kept(settings.cache_bytes, len))
            app.state.writable = store if isinstance(store, WritableStore) and settings.store else None
            app.state.downloads = Downloads(built, lambda: snapshot) if built else None
            app.state.layer_sizes = built.layers if built else {}
            changes = app.state.writable is not None or not store.version
            app.state.since = None if changes else datetime.now(UTC)

        with layouts_in(settings.layout_folder):
            if snapshot is not None and store is not None:
                answer_from(store, snapshot, Search(snapshot))
                yield
                return
            with open_dataset(settings) as opened:
                content = snapshot or opened.snapshot
                search = opened.search if content is opened.snapshot else Search(content)
                _ = search.index  # made now, where it isn't there, and not while somebody waits
                answer_from(store or opened.store, content, search, opened.built)
                async with renewed(opened, settings, lambda new: show(new.store, new.snapshot, new.search)):
                    yield

    app = FastAPI(
        title="Migov",
        description=DESCRIPTION,
        version=installed_version(),
        lifespan=lifespan,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=FAILURES,
        separate_input_output_schemas=False,
    )
    metrics = Metrics()
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.stopping = False
    app.state.snapshot = snapshot
    app.state.store = store
    for router in ROUTERS:
        app.include_router(router, dependencies=[ReportsOnly] if router in REPORT_ROUTERS else None)
    app.mount(ADDRESS, BundleFiles(), name="explorer")
    app.mount("/static", Assets(directory=STATIC), name="static")
    if settings.serves_other_rdf:
        app.include_router(other_rdf.router)  # the last: it answers for every path
    complete_openapi(app)
    register_errors(app, show_error, metrics.count_refusal)
    # The last one added is the first to see a request.
    app.add_middleware(Tags)
    for form in (*RESULTS, *GRAPHS):
        for media_type in (form.media_type, *form.aliases):
            add_compress_type(media_type)
    app.add_middleware(CompressMiddleware, minimum_size=1000)
    app.add_middleware(KeptAnswers, most_bytes=settings.cache_bytes, apart=(sparql.PATH,))
    app.add_middleware(ConditionalRequests)
    writing = (updates.PATH, graph_store.PATH) if settings.write_token else ()
    app.add_middleware(
        Bounds,
        address_bytes=settings.address_bytes,
        body_bytes=settings.body_bytes,
        body_seconds=settings.body_seconds,
        larger=dict.fromkeys(writing, settings.write_bytes),
    )
    app.add_middleware(FaultBoundary)
    app.add_middleware(Overload, metrics=metrics, most=settings.requests, share=settings.client_requests)
    app.add_middleware(OpenData)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestLog, metrics=metrics)
    app.add_middleware(HeadRequests)
    return app
