"""Layouts on disk by what they are made of, so that none is made twice.

A file that can't be read, is broken or belongs to other nodes is passed over, and one that can't be written is done
without: then the layout is made anew. Several processes may share a folder, since files are written whole and the same
content gives the same file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.files import write_whole
from ontology import Text

from ..diagram import Diagram

MOST_FILES = 1000
_MOST_BYTES = 4_000_000
# What layouts hang on beside the modules of this folder.
_LIBRARIES = ("graphviz-pure", "networkx", "pydantic")
_NO_WORDS = Text("", "")


class StoredLayouts:
    """A folder of layouts as bytes; the oldest go where there are more than `MOST_FILES`.

    Args:
        folder: made when the first layout is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, or None."""
        try:
            path = self._path(key)
            return path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
        except OSError:
            return None

    def put(self, key: str, layout: bytes) -> None:
        """Keep a layout, where the folder can be written to."""
        if len(layout) > _MOST_BYTES:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(key), layout)
            self._sweep()
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _sweep(self) -> None:
        with os.scandir(self._folder) as entries:
            ages = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.name.endswith(".json")]
        for _, path in sorted(ages)[: max(0, len(ages) - MOST_FILES)]:
            Path(path).unlink(missing_ok=True)


def layout_key(diagram: Diagram, *purpose: str) -> str:
    """A name for the layout of a diagram: the same for all that are laid out alike, another for all others.

    What it is for, if that isn't pictures and pages, has a layout of its own.

    It hangs on nodes, lines and what is claimed, on the code that makes layouts, and on the Graphviz that is used; not
    on titles, the texts of sources or the dataset's version.
    """
    essence = replace(
        diagram, id="", title=_NO_WORDS, subtitle=None, note=None, sources=(), origins=(), version="", left_out=0
    )
    parts = (_code(), os.environ.get("MIGOV_GRAPHVIZ", ""), repr(essence), *purpose)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _code() -> str:
    """A digest of all that makes layouts."""
    digest = sha256()
    here = Path(__file__).parent
    slides = (here.parent / "slides" / f"{name}.py" for name in ("drawing", "timeline"))
    for path in sorted((*here.glob("*.py"), *here.parent.glob("*.py"), *slides)):
        digest.update(path.read_bytes())
    for name in _versions(_LIBRARIES):
        digest.update(name.encode())
    return digest.hexdigest()


def _versions(names: Iterable[str]) -> list[str]:
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(name)
    return found
