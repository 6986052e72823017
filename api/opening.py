"""What the service answers from: the built dataset of reports, or a store of the operator's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph import OpenDataset, Snapshot
from graph.model import Content
from graph.publish import Built
from graph.search import Search
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
    if settings.store or settings.files:
        with open_own(settings) as store:
            snapshot = Snapshot(Content({}, {}, {}, (), (), {}, {}), store.version)
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
            workers=settings.workers,
            queue=settings.queue,
            limits=settings.limits,
            write_limits=settings.write_limits,
            services=settings.services,
            base=settings.base_iri,
        )
        held.callback(store.close)
        if settings.files:
            store.read_files(settings.files, f"{settings.base_iri}data/")
        yield store


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
