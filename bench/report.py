"""The table of a run, in Markdown."""

from __future__ import annotations

import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from graph.files import write_whole

from .drawing import Drawing
from .explorer import LOOK, ExplorerFigures
from .measuring import Fate, Times
from .pages import Expansion

REST = ("REST", "REST without its cache")
PACKAGES = ("migov", "pyoxigraph", "oxigraph", "rdflib", "rdflib-endpoint", "fastapi", "uvicorn")


@dataclass
class Report:
    """All that was measured; keys begin with the number of triples and go on with the name of the server."""

    seconds: float
    mixes: dict[tuple[int, str, int], Times] = field(default_factory=dict)
    questions: dict[tuple[int, str], Times] = field(default_factory=dict)
    runaways: dict[tuple[int, str], tuple[Times, Times]] = field(default_factory=dict)
    fates: dict[tuple[int, str, str], Fate] = field(default_factory=dict)
    rows: dict[tuple[int, str], dict[str, int | str]] = field(default_factory=dict)
    memory: dict[tuple[int, str], int] = field(default_factory=dict)
    drawing: Drawing | None = None
    failures: list[str] = field(default_factory=list)
    explorer: ExplorerFigures | None = None


def write_report(report: Report, to: Path) -> None:
    """Write the tables."""
    parts = [_head(report)]
    if report.mixes:
        parts += [
            *_mixes(report),
            *_kinds(report),
            *_questions(report),
            *_runaways(report),
            *_fates(report),
            *_remarks(report),
        ]
    if report.drawing:
        parts += _drawing(report.drawing)
    if report.explorer:
        parts += _explorer(report.explorer)
    write_whole(to, "\n".join(parts) + "\n")


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, *rows)]
    lines.insert(1, "|" + "---|" * len(head))
    return "\n".join(lines) + "\n"


def _head(report: Report) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    load = os.getloadavg()[2]
    return (
        "# Results\n\nWritten by `make bench`; see [README.md](README.md) for what is measured and how.\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, "
        f"{psutil.virtual_memory().total >> 30} GB; load average of the last quarter of an hour {load:.1f}. "
        f"Python {sys.version.split()[0]}, {versions}. {report.seconds:g} seconds a figure.\n"
    )


def _mixes(report: Report) -> list[str]:
    rows = []
    for (size, name, clients), times in report.mixes.items():
        reference = report.mixes.get((size, "oxigraph serve", clients))
        against = (
            (f"{times.mean_of_kinds / reference.mean_of_kinds:.2f}×", f"{times.median / reference.median:.2f}×")
            if reference
            else ("-", "-")
        )
        p95 = f"{times.p95 / reference.p95:.2f}×" if reference else "-"
        figures = (times.median, times.mean_of_kinds, times.p95, times.a_second)
        shown = (f"{figure:.4g}" for figure in figures)
        rows.append((f"{size:,}", name, str(clients), *shown, str(times.failed.total()), *against, p95))
    head = ("triples", "server", "clients", "median ms", "mean of kinds ms", "p95 ms", "a second", "failed")
    return ["## The mix\n", _table((*head, "mean of kinds", "median", "p95"), rows)]


def _kinds(report: Report) -> list[str]:
    parts = ["## The mix by kind: median ms with one client\n"]
    for size in sorted({key[0] for key in report.mixes}):
        found = {name: times for (of, name, clients), times in report.mixes.items() if of == size and clients == 1}
        kinds = sorted({kind for times in found.values() for kind in times.by_kind})
        rows = [(kind, *(_median(times, kind) for times in found.values())) for kind in kinds]
        parts.append(_table((f"{size:,} triples", *found), rows))
    return parts


def _median(times: Times, kind: str) -> str:
    values = times.by_kind.get(kind)
    return f"{statistics.median(values):.2f}" if values else "failed"


def _questions(report: Report) -> list[str]:
    parts = ["## REST beside SPARQL for the same question: median ms\n"]
    for size in sorted({key[0] for key in report.questions}):
        found = {name: times for (of, name), times in report.questions.items() if of == size}
        rows = []
        for kind in sorted({kind for times in found.values() for kind in times.by_kind}):
            medians = {name: _median(times, kind) for name, times in found.items()}
            engines = [float(value) for name, value in medians.items() if name not in REST and value != "failed"]
            faster = [
                f"{min(engines) / float(medians[name]):.1f}×"
                if engines and medians.get(name, "failed") != "failed"
                else "-"
                for name in REST
            ]
            rows.append((kind, *medians.values(), *faster))
        told = (f"{name} is faster than the best engine" for name in REST)
        parts.append(_table((f"{size:,} triples", *found, *told), rows))
    return parts


def _runaways(report: Report) -> list[str]:
    rows = []
    for (size, name), (alone, beside) in report.runaways.items():
        pairs = ((alone.median, beside.median), (alone.p95, beside.p95))
        told = [each for one, other in pairs for each in (f"{one:.4g}", f"{other:.4g}", f"{other / one:.2f}×")]
        rows.append((f"{size:,}", name, *told, str(alone.failed.total()), str(beside.failed.total())))
    head = ("triples", "server", "median ms", "beside it", "times", "p95 ms", "beside it", "times")
    return ["## The mix beside a runaway\n", _table((*head, "failed", "beside it"), rows)]


def _drawing(drawing: Drawing) -> list[str]:
    rows = [(extension, f"{drawn.first:.2f}", f"{drawn.again:.2f}") for extension, drawn in drawing.forms.items()]
    title = f"## A diagram of {drawing.nodes} entities and {drawing.edges} statements: seconds\n"
    return [title, _table(("form", "the first time", "from the stored layout"), rows)]


def _fates(report: Report) -> list[str]:
    rows = []
    for (size, name, query), fate in sorted(report.fates.items(), key=lambda item: (item[0][0], item[0][2])):
        told = (fate.answer, f"{fate.seconds:.1f}", f"{fate.others:.1f}", str(fate.failed), f"{fate.memory >> 20}")
        rows.append((f"{size:,}", query, name, *told, "yes" if fate.alive else "**no**"))
    head = (
        "triples",
        "query",
        "server",
        "answer",
        "seconds",
        "others' p95 ms",
        "others failed",
        "most MB",
        "answers after",
    )
    return ["## Abusive queries, with four ordinary clients beside\n", _table(head, rows)]


def _remarks(report: Report) -> list[str]:
    remarks = [f"- {failure}" for failure in report.failures]
    for (size, name), rows in report.rows.items():
        ours = report.rows.get((size, "Migov"), {})
        other = {kind: found for kind, found in rows.items() if found != ours.get(kind)}
        if other:
            told = ", ".join(f"{kind} {found} (ours {ours.get(kind)})" for kind, found in other.items())
            remarks.append(f"- {name} gives other numbers of rows over {size:,} triples: {told}")
    remarks += [
        f"- Failed requests of {name} over {size:,} triples with {clients} clients: {dict(times.failed)}"
        for (size, name, clients), times in report.mixes.items()
        if times.failed
    ]
    memory = ", ".join(f"{name} {held >> 20} MB ({size:,})" for (size, name), held in report.memory.items())
    return ["## Remarks\n", *remarks, f"- Memory after the mix: {memory}"]


def _spread(taken: Sequence[float]) -> str:
    return f"{statistics.median(taken):.0f} ms (median of {len(taken)}, {min(taken):.0f} to {max(taken):.0f})"


def _expanded(taken: Sequence[Expansion]) -> str:
    return f"{_spread([each.boxes for each in taken])} and {_spread([each.lines for each in taken])}"


def _explorer(found: ExplorerFigures) -> list[str]:
    start = (
        f"Start page: first picture after {found.first_picture:.0f} ms (median of {len(found.start)}), "
        f"{found.script_bytes / 1000:.0f} kB of scripts, compressed. "
        f"Expanding an entity over {found.triples:,} triples, until its boxes are seen and until its lines are: "
        f"as soon as the page stands, {_expanded(found.others)} of entities at random, {_expanded(found.hub)} of the "
        f"best connected; once it has been looked at for {LOOK / 1000:g} s, {_expanded(found.others_seen)} and "
        f"{_expanded(found.hub_seen)}.\n"
    )
    rows = [
        (
            *(f"{each.nodes:,}", each.name, f"{each.seconds:.1f}"),
            *(f"{frames.mean:.0f} / {frames.p95:.0f}" for frames in (each.whole, each.near)),
        )
        for each in found.drawn
    ]
    head = (
        "nodes",
        "page",
        "drawn after s",
        "frame, all in view: mean / p95 ms",
        "frame, names readable: mean / p95 ms",
    )
    return ["## The explorer, drawn by software\n", start, _table(head, rows)]
