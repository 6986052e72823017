"""The service as one composition: settings, dataset, store, layers around every request, routes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from graph import OpenDataset, Snapshot, read_questions
from graph.search import Search
from graph.sparql import Store
from graph.sparql.remote import RemoteStore
from viz import read_diagrams

from .assets import Assets
from .conditional import ConditionalRequests
from .diagrams import Diagrams
from .errors import register_errors
from .gate import Gate
from .models import ErrorShape
from .pages import STATIC, show_error
from .requests import Bounds, FaultBoundary, HeadRequests, RequestLog
from .routes import (
    diagrams,
    documentation,
    entities,
    networks,
    operations,
    questions,
    reports,
    resources,
    scenarios,
    search,
    sparql,
    start,
    statements,
    vocabulary,
)
from .security import OpenData, SecurityHeaders
from .settings import Settings

DESCRIPTION = """\
A report on how migration is governed, as a knowledge graph in which nothing is shown without its evidence.

Every statement carries the paragraph and the exact words it rests on, who holds it, and whether the report states it as
a fact or proposes, recommends or criticises it. Every failure answers in one shape:
`{"error": {"type": ..., "message": ...}}`.
"""
ROUTERS = (
    *(
        entities.router,
        statements.router,
        networks.router,
        search.router,
        reports.router,
        scenarios.router,
        sparql.router,
    ),
    *(
        vocabulary.router,
        questions.router,
        diagrams.router,
        start.router,
        resources.router,
        operations.router,
        documentation.router,
    ),
)
FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape, "description": words}
    for status, words in {400: "A parameter is wrong", 404: "There is no such thing", 500: "A fault of ours"}.items()
}


def installed_version() -> str:
    """The version of the software."""
    try:
        return version("migov")
    except PackageNotFoundError:
        return "0"


def open_remote(settings: Settings, dataset: OpenDataset) -> RemoteStore:
    """The operator's endpoint as the store, with the same default graph and named graphs as the embedded one."""
    return RemoteStore(
        settings.endpoint or "",
        dataset.default_graphs,
        named_graphs=tuple(dataset.built.layers),
        version=dataset.built.version,
        limits=settings.limits,
    )


def create_app(settings: Settings, *, store: Store | None = None, snapshot: Snapshot | None = None) -> FastAPI:
    """The service over a dataset.

    Args:
        settings: where the dataset is and what a request may cost.
        store: where queries are evaluated; without it, the dataset is opened when the app starts and closed at its end.
        snapshot: the content of the dataset; the same.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        recipes = read_diagrams(settings.data / "diagrams")
        app.state.layers = Gate()
        app.state.questions = read_questions(settings.data / "questions")
        if app.state.snapshot is not None and app.state.store is not None:
            app.state.search = Search(app.state.snapshot)
            app.state.diagrams = Diagrams(recipes, app.state.snapshot)
            yield
            return
        opened = OpenDataset(settings.dataset, limits=settings.limits, workers=settings.workers, queue=settings.queue)
        with opened as dataset:
            remote = open_remote(settings, dataset) if settings.endpoint else None
            app.state.snapshot = app.state.snapshot or dataset.snapshot
            app.state.store = app.state.store or remote or dataset.store
            app.state.search = dataset.search if app.state.snapshot is dataset.snapshot else Search(app.state.snapshot)
            _ = app.state.search.index  # made now, where it isn't there, and not while somebody waits
            app.state.diagrams = Diagrams(recipes, app.state.snapshot)
            try:
                yield
            finally:
                if remote:
                    remote.close()

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
    app.state.settings = settings
    app.state.snapshot = snapshot
    app.state.store = store
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", Assets(directory=STATIC), name="static")
    register_errors(app, show_error)
    # The last one added is the first to see a request.
    app.add_middleware(ConditionalRequests)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(
        Bounds, address_bytes=settings.address_bytes, body_bytes=settings.body_bytes, body_seconds=settings.body_seconds
    )
    app.add_middleware(FaultBoundary)
    app.add_middleware(OpenData)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestLog)
    app.add_middleware(HeadRequests)
    return app
