"""`migov diagram`: a diagram as a self-contained file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import typer

from graph import Snapshot
from graph.errors import GraphError
from graph.model import Language
from viz import Diagram, compose, diagram_of, read_diagrams, render_html

from ..settings import Settings
from .console import DatasetOption, Tongue, ToOption, app, deliver, opened


@app.command(
    epilog="Examples: `migov diagram gmg iom --family membership --to gmg.html`, "
    "`migov diagram --ready institutions --lang zh --to institutions.html`"
)
def diagram(
    entities: Annotated[
        list[str] | None, typer.Argument(help="Ids of the entities to draw with what surrounds them.")
    ] = None,
    ready: Annotated[str | None, typer.Option("--ready", help="Draw this ready diagram instead.")] = None,
    depth: Annotated[int, typer.Option(min=0, max=3, help="How many relations away.")] = 1,
    limit: Annotated[int, typer.Option(min=1, max=200, help="At most how many entities.")] = 60,
    family: Annotated[list[str] | None, typer.Option(help="Only this relation family; may be given again.")] = None,
    modality: Annotated[list[str] | None, typer.Option(help="Only this status; may be given again.")] = None,
    lang: Annotated[Tongue, typer.Option(help="Language the page opens in.")] = Tongue.en,
    to: ToOption = None,
    dataset: DatasetOption = None,
) -> None:
    """Draw entities with what surrounds them, or a ready diagram, as one HTML file that needs no network."""
    if bool(entities) is (ready is not None):
        raise GraphError("name the entities to draw, or a ready diagram with --ready")
    with opened(dataset) as found:
        snapshot = found.snapshot
        if ready is not None:
            drawn = _ready(ready, snapshot)
        else:
            families = _known(family, snapshot.families, "relation family")
            statuses = _known(modality, snapshot.modalities, "status")
            drawn = diagram_of(snapshot.neighbourhood(entities or (), depth, limit, families, statuses), snapshot)
    language: Language = "zh" if lang is Tongue.zh else "en"
    deliver(render_html(drawn, language), to)


def _ready(name: str, snapshot: Snapshot) -> Diagram:
    recipes = read_diagrams(Settings().data / "diagrams")
    if name not in recipes:
        raise GraphError(f"there is no ready diagram “{name}”: there are {', '.join(recipes) or 'none'}")
    return compose(recipes[name], snapshot)


def _known(given: list[str] | None, known: Collection[str], what: str) -> list[str] | None:
    for name in given or ():
        if name not in known:
            raise GraphError(f"there is no {what} “{name}”: there are {', '.join(known)}")
    return given or None
