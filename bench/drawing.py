"""How long diagrams take in each form: the first time, and from the stored layout."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph import Identifiers
from graph.datasets.opening import OpenDataset
from viz import FORMS, Diagram, Selection, View, construct_with, draw, layouts_in, render
from viz.layouts.layout import lay_out

ENTITIES = 50
_TIMES = 7


@dataclass(frozen=True, slots=True)
class Drawn:
    """Seconds of a form of one diagram.

    Attributes:
        first: with its layout, which nobody made before.
        again: the median from the stored layout, read anew each time.
    """

    first: float
    again: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn, and how long each form took, by extension."""

    nodes: int
    edges: int
    forms: Mapping[str, Drawn]


def measure_drawing(dataset: Path) -> Drawing:
    """Every form of what surrounds the International Organization for Migration."""
    view = View(Selection(entities=("iom",), depth=2, limit=ENTITIES))
    with OpenDataset(dataset, workers=1) as opened:
        diagram = draw(view, opened.snapshot, construct_with(lambda: opened.store, Identifiers()))
    print(f"== diagrams of {ENTITIES} entities in every form")
    for extension in FORMS:
        render(diagram, extension)  # loads fonts and libraries, which a service does once
    return Drawing(
        len(diagram.nodes), len(diagram.edges), {extension: _measure(diagram, extension) for extension in FORMS}
    )


def _measure(diagram: Diagram, extension: str) -> Drawn:
    with tempfile.TemporaryDirectory(prefix="migov-bench-") as folder, layouts_in(Path(folder)):
        first, *others = (_seconds(diagram, extension) for _ in range(1 + _TIMES))
    return Drawn(first, statistics.median(others))


def _seconds(diagram: Diagram, extension: str) -> float:
    lay_out.cache_clear()
    begin = time.perf_counter()
    render(diagram, extension)
    return time.perf_counter() - begin
