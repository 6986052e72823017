"""Everything people wrote under `data/`, read and placed, so that later faults can name file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..errors import DataError, Fault, ReportError
from ..reports.reader import read_report
from ..reports.report import Report
from .authored import (
    EntityEntry,
    MentionEntry,
    NoteEntry,
    ParagraphEntry,
    PassageEntry,
    ReportEntry,
    ScenarioEntry,
    SourceEntry,
    StatementEntry,
    TopicEntry,
)
from .yaml_files import Location, YamlFile, read_yaml, record, records

Entry = TypeVar("Entry", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Entry]):
    """An authored entry and where it stands."""

    entry: Entry
    file: YamlFile
    at: Location

    def fault(self, reason: str, *inside: int | str) -> Fault:
        """A fault in this entry, or at a path inside it."""
        return self.file.fault((*self.at, *inside), reason)


@dataclass(frozen=True, slots=True)
class ReportData:
    """One report's folder under `data/reports`."""

    slug: str
    report: Report
    info: Placed[ReportEntry]
    paragraphs: tuple[Placed[ParagraphEntry], ...]
    mentions: tuple[Placed[MentionEntry], ...]
    scenarios: tuple[Placed[ScenarioEntry], ...]
    notes: tuple[Placed[NoteEntry], ...]

    def passages(self) -> Iterator[tuple[str, Placed[PassageEntry]]]:
        """Each passage with the id of its paragraph, in authored order."""
        for paragraph in self.paragraphs:
            for n, passage in enumerate(paragraph.entry.passages):
                yield paragraph.entry.paragraph, Placed(passage, paragraph.file, (*paragraph.at, "passages", n))

    def statements(self) -> Iterator[tuple[str, PassageEntry, Placed[StatementEntry]]]:
        """Each statement with the id of its paragraph and its passage, in authored order."""
        for unit, passage in self.passages():
            for n, statement in enumerate(passage.entry.statements):
                yield unit, passage.entry, Placed(statement, passage.file, (*passage.at, "statements", n))


@dataclass(frozen=True, slots=True)
class Data:
    """The whole authored folder."""

    sources: Mapping[str, Placed[SourceEntry]]
    entities: Mapping[str, Placed[EntityEntry]]
    topics: Mapping[str, Placed[TopicEntry]]
    reports: Mapping[str, ReportData]


def read_data(folder: Path) -> Data:
    """Read and validate every authored file; raises DataError with all faults that single files show by themselves."""
    faults: list[Fault] = []
    sources = {p.entry.id: p for p in _unique(_placed([folder / "sources.yaml"], SourceEntry, folder, faults), faults)}
    entity_files = sorted((folder / "entities").glob("*.yaml"))
    entities = {p.entry.id: p for p in _unique(_placed(entity_files, EntityEntry, folder, faults), faults)}
    topics = {p.entry.id: p for p in _unique(_placed(_one(folder / "topics.yaml"), TopicEntry, folder, faults), faults)}
    folders = sorted(path for path in (folder / "reports").glob("*") if path.is_dir())
    if not folders:
        faults.append(Fault("reports", 1, "no report's folder stands under data/reports: add one"))
    reports = {}
    for path in folders:
        data = _read_report_data(path, folder, faults)
        if data is not None:
            reports[path.name] = data
    if faults:
        raise DataError(faults)
    return Data(sources, entities, topics, reports)


def _read_report_data(path: Path, root: Path, faults: list[Fault]) -> ReportData | None:
    name = str(path.relative_to(root))
    report = None
    try:
        report = read_report(path / "report.zh.txt")
    except ReportError as error:
        faults.append(Fault(f"{name}/report.zh.txt", 1, str(error).replace(str(path), name)))
    info = None
    try:
        file = read_yaml(path / "report.yaml", f"{name}/report.yaml")
        entry = record(file, ReportEntry, faults)
        info = Placed(entry, file, ()) if entry else None
    except DataError as error:
        faults.extend(error.faults)
    paragraphs = _placed(sorted((path / "statements").glob("*.yaml")), ParagraphEntry, root, faults)
    mentions = _placed(sorted((path / "mentions").glob("*.yaml")), MentionEntry, root, faults)
    scenarios = _unique(
        _placed_single(sorted((path / "scenarios").glob("*.yaml")), ScenarioEntry, root, faults), faults
    )
    notes = _unique(_placed(_one(path / "notes.yaml"), NoteEntry, root, faults), faults)
    if report is None or info is None:
        return None
    return ReportData(path.name, report, info, paragraphs, mentions, scenarios, notes)


def _one(path: Path) -> list[Path]:
    """A file that need not be there."""
    return [path] if path.exists() else []


def _files(paths: list[Path], root: Path, faults: list[Fault]) -> Iterator[YamlFile]:
    """The files that can be read; the faults of the others are added."""
    for path in paths:
        try:
            yield read_yaml(path, str(path.relative_to(root)))
        except DataError as error:
            faults.extend(error.faults)


def _placed(paths: list[Path], model: type[Entry], root: Path, faults: list[Fault]) -> tuple[Placed[Entry], ...]:
    """The entries of files that each hold a list."""
    return tuple(
        Placed(entry, file, (index,))
        for file in _files(paths, root, faults)
        for index, entry in records(file, model, faults)
    )


def _placed_single(paths: list[Path], model: type[Entry], root: Path, faults: list[Fault]) -> tuple[Placed[Entry], ...]:
    """The entries of files that each hold one."""
    found = ((file, record(file, model, faults)) for file in _files(paths, root, faults))
    return tuple(Placed(entry, file, ()) for file, entry in found if entry is not None)


def _unique(placed: tuple[Placed[Entry], ...], faults: list[Fault]) -> tuple[Placed[Entry], ...]:
    """The entries without those whose id another one bears already; each such is a fault."""
    first: dict[str, Placed[Entry]] = {}
    for each in placed:
        key: str = each.entry.id  # type: ignore[attr-defined]
        if key in first:
            there = first[key]
            faults.append(
                each.fault(
                    f"the id “{key}” stands already at {there.file.name}:{there.file.line(there.at)}: choose another",
                    "id",
                )
            )
        else:
            first[key] = each
    return tuple(first.values())
