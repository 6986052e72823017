"""`migov build` and `migov check`: from authored data to a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph import OpenDataset, build, check_data, find_current, read_questions
from graph.datasets.building import Progress
from viz import read_diagrams

from ..resources.downloads import Downloads
from ..settings import Settings
from .console import app, identifiers, progress

DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder of the authored data.", show_default="the project's own")
]


@app.command(name="build", epilog="Example: `migov build --to build/dataset`")
def build_command(
    data: DataOption = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="Folder to write it to.", show_default="the one served from")
    ] = None,
) -> None:
    """Build the dataset: all of it, or nothing when the data has faults. The same data gives the same bytes."""
    settings = Settings()
    folder = to or settings.dataset
    current = find_current(data or settings.data, folder, identifiers(settings))
    if current:
        print(f"Nothing has changed since {current.version} was built in {folder}")
        return
    with progress() as step:
        result = build(data or settings.data, folder, identifiers(settings), step)
        _make_files(folder, step)
    print(
        f"Built {result.built.version}: {len(result.content.entities)} entities, "
        f"{len(result.content.statements)} statements, {sum(result.built.layers.values())} triples "
        f"in {folder}"
    )


def _make_files(folder: Path, step: Progress) -> None:
    """Make the downloads and the index of search, which the service else makes when somebody first waits for them."""
    with OpenDataset(folder) as opened:
        Downloads(opened.built, lambda: opened.snapshot).find_all(step)
        _ = opened.search.index


@app.command(epilog="Example: `migov check --data data`")
def check(data: DataOption = None) -> None:
    """Check quotations, references, names, dates and shapes; list every fault with file, line and reason."""
    settings = Settings()
    folder = data or settings.data
    with progress() as step:
        content = check_data(folder, identifiers(settings), step).content
        questions = read_questions(folder / "questions")
        diagrams = read_diagrams(folder / "diagrams")
    print(
        f"No faults: {len(content.entities)} entities, {len(content.statements)} statements, "
        f"{len(questions)} questions, {len(diagrams)} diagrams"
    )
