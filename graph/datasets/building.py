"""From the authored folder to a published dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rdflib import Dataset

from ontology import ONTOLOGY_FILE, vocabulary

from ..authoring.assembly import assemble
from ..authoring.checks import check
from ..authoring.folder import read_data
from ..errors import DataError, PublishError
from ..files import write_whole
from ..identifiers import Identifiers
from ..model import Content
from .layers import build_dataset
from .publish import Built, open_built, publish, sorted_quads
from .shapes import authored_places, shape_faults

_INPUTS = frozenset({".py", ".rq", ".ttl", ".txt", ".yaml"})
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What building gave: the content and where it was published."""

    content: Content
    built: Built


@dataclass(frozen=True, slots=True)
class Compiled:
    """Authored data that passed its checks, as content and as RDF.

    Attributes:
        places: file and line of the authored entry that each IRI comes from.
    """

    content: Content
    dataset: Dataset
    places: dict[str, tuple[str, int]]


def compile_dataset(data: Path, identifiers: Identifiers, progress: Progress = lambda step: None) -> Compiled:
    """Check the authored folder and express it as RDF.

    Args:
        data: the authored folder.
        identifiers: how nodes are named.
        progress: is told each step as it begins.

    Raises:
        DataError: the data has faults; all of them.
    """
    progress("read")
    authored = read_data(data)
    progress("check")
    faults = check(authored, vocabulary())
    if faults:
        raise DataError(faults)
    progress("assemble")
    content = assemble(authored, vocabulary(), identifiers)
    progress("express")
    dataset = build_dataset(
        content,
        {slug: report.report for slug, report in authored.reports.items()},
        [placed.entry for placed in authored.sources.values()],
        identifiers,
    )
    return Compiled(content, dataset, authored_places(authored, identifiers))


def check_data(data: Path, identifiers: Identifiers, progress: Progress = lambda step: None) -> Compiled:
    """The same, and the shapes too; raises DataError with all faults."""
    compiled = compile_dataset(data, identifiers, progress)
    progress("shapes")
    faults = shape_faults(compiled.dataset, compiled.places)
    if faults:
        raise DataError(faults)
    return compiled


def input_digest(data: Path, identifiers: Identifiers) -> str:
    """Digest of everything a dataset is made from: the authored files, the code that reads them, the base of IRIs."""
    code = [path for folder in (Path(__file__).parents[1], ONTOLOGY_FILE.parent) for path in folder.rglob("*")]
    digest = hashlib.sha256(identifiers.base.encode("utf-8"))
    for root, paths in ((data, list(data.rglob("*"))), (Path(__file__).parents[2], code)):
        for path in sorted(paths):
            if path.is_file() and path.suffix in _INPUTS:
                digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def find_current(data: Path, folder: Path, identifiers: Identifiers) -> Built | None:
    """The dataset of a folder when it was built from just these inputs and is whole, else None."""
    try:
        if (folder / "inputs").read_text(encoding="utf-8").strip() != input_digest(data, identifiers):
            return None
        return open_built(folder)
    except (OSError, PublishError):
        return None


def build(data: Path, folder: Path, identifiers: Identifiers, progress: Progress = lambda step: None) -> Result:
    """Build and publish the dataset; raises DataError or PublishError and then changes nothing."""
    compiled = check_data(data, identifiers, progress)
    progress("publish")
    inputs = input_digest(data, identifiers)
    built = publish(sorted_quads(compiled.dataset), folder)
    write_whole(folder / "inputs", inputs + "\n")
    return Result(compiled.content, built)
