"""The dataset as files to take along: made once for each version, whole, with their size and checksum."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from fastapi.responses import FileResponse
from starlette.types import Receive, Scope, Send

from graph.datasets.exporting import export_dataset
from graph.datasets.publish import Built
from graph.errors import NotFound
from graph.files import write_whole
from graph.records import entities_text, statements_text
from graph.snapshot import Snapshot
from ontology import Text


@dataclass(frozen=True, slots=True)
class Form:
    """A file that the dataset comes as.

    Attributes:
        profile: the version of RDF, else empty.
    """

    name: str
    media_type: str
    title: Text
    profile: str = ""


_ALL = Text("整个数据集", "The whole dataset")
_DEFAULT = Text("整个数据集，不含情景", "The whole dataset without the scenarios")
_ENTITIES, _STATEMENTS = Text("实体", "Entities"), Text("陈述及其引文", "Statements with their quotations")
FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("migov.trig", "application/trig", _ALL, "RDF 1.1"),
        Form("migov.nq", "application/n-quads", _ALL, "RDF 1.1"),
        Form("migov.jsonld", "application/ld+json", _ALL, "RDF 1.1"),
        Form("migov.ttl", "text/turtle", _DEFAULT, "RDF 1.1"),
        Form("migov-rdf12.trig", "application/trig", _ALL, "RDF 1.2"),
        Form("entities.csv", "text/csv", _ENTITIES),
        Form("entities.jsonl", "application/jsonl", _ENTITIES),
        Form("statements.csv", "text/csv", _STATEMENTS),
        Form("statements.jsonl", "application/jsonl", _STATEMENTS),
    )
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is there.

    Attributes:
        size: in bytes.
        sha256: its checksum, in hexadecimal digits.
    """

    form: Form
    path: Path
    size: int
    sha256: str


class Downloads:
    """The files of one dataset version, kept beside it, or in a temporary folder where that can't be written.

    Args:
        built: the dataset.
        snapshot: gives its content, where a file is made of that.
    """

    def __init__(self, built: Built, snapshot: Callable[[], Snapshot]) -> None:
        self._makers: Mapping[str, Callable[[], str | bytes]] = {
            "migov.trig": lambda: export_dataset(built, "trig"),
            "migov.nq": lambda: export_dataset(built, "nquads"),
            "migov.jsonld": lambda: export_dataset(built, "jsonld"),
            "migov.ttl": lambda: export_dataset(built, "turtle"),
            "migov-rdf12.trig": lambda: export_dataset(built, "trig", reifiers=True),
            "entities.csv": lambda: entities_text(snapshot(), "csv"),
            "entities.jsonl": lambda: entities_text(snapshot(), "jsonl"),
            "statements.csv": lambda: statements_text(snapshot(), "csv"),
            "statements.jsonl": lambda: statements_text(snapshot(), "jsonl"),
        }
        self._folder = built.quads.parent / "downloads"
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._known: dict[str, Download] = {}
        self._lock = Lock()

    def find(self, name: str) -> Download:
        """A file, made now where it isn't there; raises NotFound."""
        if name not in FORMS:
            raise NotFound(f"there is no download {name!r}; there are {', '.join(FORMS)}")
        with self._lock:
            if name not in self._known:
                self._known[name] = self._make(FORMS[name])
            return self._known[name]

    def find_all(self, progress: Callable[[str], None] = lambda step: None) -> tuple[Download, ...]:
        """All files, in their order.

        Args:
            progress: is told the name of each file before it is looked for.
        """
        found = []
        for name in FORMS:
            progress(name)
            found.append(self.find(name))
        return tuple(found)

    def _make(self, form: Form) -> Download:
        path = self._writable() / form.name
        if not path.is_file():
            write_whole(path, self._makers[form.name]())
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Download(form, path, path.stat().st_size, digest)

    def _writable(self) -> Path:
        if self._temporary is None:
            try:
                self._folder.mkdir(exist_ok=True)
                if os.access(self._folder, os.W_OK):
                    return self._folder
            except OSError:
                pass
            self._temporary = tempfile.TemporaryDirectory(prefix="migov-downloads-")
        return Path(self._temporary.name)


class WholeFile(FileResponse):
    """A file that is sent whole, known by its checksum alone: when it was written says nothing of what it holds."""

    def set_stat_headers(self, stat_result: os.stat_result) -> None:
        """The length, but not the time of the last change."""
        super().set_stat_headers(stat_result)
        del self.headers["last-modified"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as if the request had no Range header, which RFC 9110 (14.2) leaves to the server."""
        headers = [(name, value) for name, value in scope["headers"] if name not in (b"range", b"if-range")]
        self.headers["Accept-Ranges"] = "none"
        await super().__call__({**scope, "headers": headers}, receive, send)
