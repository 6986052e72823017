"""What the service answers from: the built dataset of reports, or a store of the operator's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph

from graph import OpenDataset, Snapshot
from graph.datasets.publish import Built
from graph.errors import TooLarge
from graph.identifiers import Identifiers
from graph.other_rdf.any_rdf import leave_unread, read_rdf
from graph.searching.search import Search
from graph.sparql import Store
from graph.sparql.remote import RemoteStore
from graph.sparql.writable import WritableStore

from .settings import Settings


@dataclass(frozen=True, slots=True)
class Opened:
    """What is served: its content, the store that answers SPARQL, the search over it, and what was built."""

    snapshot: Snapshot
    store: Store
    search: Search
    built: Built | None = None


@contextmanager
def open_dataset(settings: Settings) -> Iterator[Opened]:
    """What the settings name, closed at the end.

    Raises:
        GraphError: it can't be opened; the message says how to mend that.
    """
    if settings.serves_other_rdf:
        with open_own(settings) as store:
            snapshot = read_own(settings, store)
            yield Opened(snapshot, store, Search(snapshot))
        return
    opened = OpenDataset(
        settings.dataset,
        limits=settings.limits,
        workers=settings.workers,
        queue=settings.queue,
        services=settings.services,
        base=settings.base_iri,
    )
    with opened as dataset:
        if not settings.endpoint:
            yield Opened(dataset.snapshot, dataset.store, dataset.search, dataset.built)
            return
        remote = open_remote(settings, dataset)
        try:
            yield Opened(dataset.snapshot, remote, dataset.search, dataset.built)
        finally:
            remote.close()


@contextmanager
def open_own(settings: Settings) -> Iterator[WritableStore]:
    """The operator's store, with what the files hold added to it; a temporary one where only files are named."""
    with ExitStack() as held:
        folder = settings.store or Path(held.enter_context(TemporaryDirectory(prefix="migov-"))) / "store"
        store = WritableStore(
            folder,
            files=settings.files,
            workers=settings.workers,
            queue=settings.queue,
            limits=settings.limits,
            write_limits=settings.write_limits,
            services=settings.services,
            base=settings.base_iri,
        )
        held.callback(store.close)
        yield store


def read_own(settings: Settings, store: WritableStore) -> Snapshot:
    """What the operator's store holds, to be explored; nothing of it, and why, where it is too large."""
    try:
        quads = pyoxigraph.Store.read_only(str(store.directory))
        return read_rdf(quads, Identifiers(settings.base_iri), settings.explored_triples)
    except TooLarge as error:
        return leave_unread(error.words)


def open_remote(settings: Settings, dataset: OpenDataset) -> RemoteStore:
    """The operator's endpoint as the store, with the same default graph and named graphs as the embedded one."""
    return RemoteStore(
        settings.endpoint or "",
        dataset.default_graphs,
        named_graphs=tuple(dataset.built.layers),
        version=dataset.built.version,
        limits=settings.limits,
        services=settings.services,
    )
