"""Measures of the network for one request after another: each computed once for the same filters, apart, and kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Depends, Path, Request

from graph.errors import NotFound
from graph.network.criteria import Criteria
from graph.network.measures import Measure, Network, find_measures
from graph.records import Record, Row, text_record
from graph.snapshot import Snapshot

from ..parameters import Data
from ..serving.gate import Gate
from .network_records import node_record

FIGURE_COLUMNS = ("entities", "labels_zh", "labels_en", "value", "shared", "statements", "statements_total")
MEASURE_COLUMNS = ("id", "title_zh", "title_en", "method_zh", "method_en")
_KEPT_BYTES = 16_000_000


class Analyses:
    """Computes measures of one dataset version."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._gate = Gate(kept_bytes=_KEPT_BYTES)

    async def compute(self, measure: Measure, criteria: Criteria, entities: Collection[str] | None = None) -> Record:
        """The result of a measure: `figures`, `exact` and `complete`; raises StoreBusy where too many wait."""
        known = None if entities is None else tuple(sorted(entities))

        def work() -> bytes:
            return json.dumps(asdict(measure.compute(Network(self._snapshot, criteria, known)))).encode()

        # Thousands of ids would take more room than what is kept of them.
        among = None if known is None else hashlib.sha256("\n".join(known).encode()).digest()
        made: Record = json.loads(await self._gate.get((measure.id, criteria, among), lambda: self._gate.thread(work)))
        return made


async def get_analyses(request: Request) -> Analyses:
    """The measures of the dataset that is served."""
    found: Analyses = request.app.state.analyses
    return found


async def get_measure(
    snapshot: Data,
    measure: Annotated[str, Path(description="Id of a measure.", examples=["connections"], max_length=100)],
) -> Measure:
    """The measure of the path; raises NotFound."""
    known = find_measures(snapshot)
    if measure not in known:
        raise NotFound(f"there is no measure {measure!r} of this dataset; there are {', '.join(known)}")
    return known[measure]


Computed = Annotated[Analyses, Depends(get_analyses)]
Asked = Annotated[Measure, Depends(get_measure)]


def measure_record(measure: Measure) -> Record:
    """A measure in words."""
    return {"id": measure.id, "title": text_record(measure.title), "method": text_record(measure.method)}


def measure_row(measure: Measure) -> Row:
    """The same as a flat row; keys are MEASURE_COLUMNS."""
    words = (measure.title.zh, measure.title.en, measure.method.zh, measure.method.en)
    return dict(zip(MEASURE_COLUMNS, (measure.id, *words), strict=True))


def are_of(entities: Collection[str], classes: Collection[str] | None, snapshot: Snapshot) -> bool:
    """Whether each of some entities is of one of some classes or of one below; None stands for all classes."""
    if classes is None:
        return True
    kinds = (snapshot.entities[each].class_id for each in entities)
    return all(any(snapshot.vocabulary.is_a(kind, wanted) for wanted in classes) for kind in kinds)


def figure_record(figure: dict[str, Any], snapshot: Snapshot) -> Record:
    """A figure with its entities as nodes."""
    return {**figure, "entities": [node_record(snapshot.entities[each], snapshot) for each in figure["entities"]]}


def figure_row(figure: dict[str, Any], snapshot: Snapshot) -> Row:
    """The same as a flat row; keys are FIGURE_COLUMNS."""
    names = [snapshot.entities[each].names for each in figure["entities"]]
    joined = {name: " | ".join(figure[name]) for name in ("entities", "shared", "statements")}
    numbers = {name: f"{figure[name]:g}" for name in ("value", "statements_total")}
    labels = {"labels_zh": " | ".join(each.zh for each in names), "labels_en": " | ".join(each.en for each in names)}
    return {**joined, **numbers, **labels}
