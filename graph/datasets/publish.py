"""Built datasets on disk: each version in a folder of its own, written aside and swapped in whole.

<folder>/<version>/dataset.nq       every quad, sorted; the version is its digest
<folder>/<version>/manifest.json    counts, layers and checksum
<folder>/current                    the version that is served
<folder>/store/<version>/           the store over it, made anew from dataset.nq where it is missing

In the store, the default graph holds the layers that belong to it a second time, merged: a union that is made anew for
each pattern of a query costs as many look-ups as there are layers, and gives a triple of two layers twice.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad
from rdflib import Dataset

from ..errors import PublishError
from ..files import write_whole

VERSION_LENGTH = 16
_STORES = "store"


@dataclass(frozen=True, slots=True)
class Built:
    """A built dataset.

    Attributes:
        version: digest of its quads.
        quads: the sorted N-Quads file.
        store: the folder of the store.
        layers: number of triples of each named graph.
    """

    version: str
    quads: Path
    store: Path
    layers: dict[str, int]


def sorted_quads(dataset: Dataset) -> str:
    """The dataset as N-Quads, one line each, sorted: the same content gives the same text."""
    text = dataset.serialize(format="nquads", encoding="utf-8").decode("utf-8")
    # Not splitlines: a literal may hold other line separators, such as U+2028.
    return "".join(sorted({line + "\n" for line in text.split("\n") if line}))


def publish(quads: str, folder: Path) -> Built:
    """Write a dataset as the current version; what stood there before stays until the new one is whole.

    Args:
        quads: sorted N-Quads.
        folder: where versions stand; made when missing.

    Raises:
        PublishError: the folder can't be written.
    """
    data = quads.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    version = digest[:VERSION_LENGTH]
    layers = Counter(line.rstrip(" .\n").rpartition(" ")[2].strip("<>") for line in quads.split("\n") if line)
    manifest = {
        "version": version,
        "sha256": digest,
        "quads": sum(layers.values()),
        "layers": dict(sorted(layers.items())),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / version / "manifest.json").exists():
            aside = Path(tempfile.mkdtemp(dir=folder, prefix=".building-"))
            try:
                aside.chmod(0o755)
                write_whole(aside / "dataset.nq", data)
                write_whole(aside / "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
                shutil.rmtree(folder / version, ignore_errors=True)
                aside.replace(folder / version)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        before = _current(folder)
        _open_store(folder, version)
        write_whole(folder / "current", version + "\n")
        _sweep(folder, keep={version, before})
    except OSError as error:
        raise PublishError(f"can't write the dataset to {folder}: {error.strerror or error}") from error
    return open_built(folder)


def open_built(folder: Path) -> Built:
    """The current dataset of a folder, its store made where it is missing; raises PublishError when there is none."""
    version = _current(folder)
    if not version:
        raise PublishError(f"{folder} holds no built dataset: run migov build")
    quads = folder / version / "dataset.nq"
    try:
        manifest = json.loads((folder / version / "manifest.json").read_text(encoding="utf-8"))
        layers = {str(name): int(count) for name, count in manifest["layers"].items()}
        if not quads.is_file():
            raise FileNotFoundError(quads)
        store = _open_store(folder, version)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(
            f"the dataset in {folder} is damaged ({error}): remove the folder and run migov build"
        ) from error
    return Built(version, quads, store, layers)


def _current(folder: Path) -> str:
    try:
        version = (folder / "current").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return version if version.isalnum() else ""


def is_default(graph: str) -> bool:
    """Whether a layer belongs to the default graph: all do but scenarios, which are asked for by name."""
    return "/graph/scenario/" not in graph


def _open_store(folder: Path, version: str) -> Path:
    """The store of a version; built aside, so that a crash leaves none rather than a part."""
    path = folder / _STORES / version
    if path.is_dir():
        return path
    path.parent.mkdir(exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=path.parent, prefix=".building-"))
    try:
        store = pyoxigraph.Store(str(aside))
        quads = folder / version / "dataset.nq"
        store.bulk_load(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
        store.bulk_extend(_merged(quads))
        store.flush()
        del store
        aside.replace(path)
    except OSError:
        if not path.is_dir():  # another process may have been faster
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return path


def _merged(quads: Path) -> Iterator[Quad]:
    """The triples of the default graph's layers, in the default graph."""
    for quad in pyoxigraph.parse(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS):
        if isinstance(quad, Quad) and is_default(str(quad.graph_name)):
            yield Quad(quad.subject, quad.predicate, quad.object)


def _sweep(folder: Path, keep: set[str]) -> None:
    """Remove versions that nobody was told of lately; the one before stays for services that still read it."""
    for path in (*folder.iterdir(), *(folder / _STORES).iterdir()):
        if path.is_dir() and path.name != _STORES and path.name not in keep and not path.name.startswith("."):
            shutil.rmtree(path, ignore_errors=True)
