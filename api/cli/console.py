"""What all commands share: the application, its options, and how it speaks to people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from graph import OpenDataset
from graph.errors import GraphError
from graph.files import write_whole
from graph.identifiers import Identifiers
from viz import layouts_in

from ..settings import Settings

app = typer.Typer(
    name="migov",
    help="Explore, question and quote how migration is governed: UN report A/68/283 as a knowledge graph.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    add_completion=False,
)

DatasetOption = Annotated[
    Path | None, typer.Option("--dataset", help="Folder of the built dataset.", show_default="where build wrote it")
]
ToOption = Annotated[Path | None, typer.Option("--to", help="File to write.", show_default="standard output")]


class Tongue(StrEnum):
    """Languages of what is shown in one language only."""

    en = "en"
    zh = "zh"


_STEPS = {
    "read": "Reading the authored data",
    "check": "Checking it",
    "assemble": "Finding mentions and wording statements",
    "express": "Expressing it as RDF",
    "shapes": "Validating it against the shapes",
    "publish": "Writing the dataset",
}


def complain(message: str) -> None:
    """Tell the user what went wrong, on standard error."""
    print(f"migov: {message}", file=sys.stderr)


def deliver(made: str | bytes, to: Path | None) -> None:
    """Write what a command made to a file, whole, or to standard output; raises GraphError when it can't be written."""
    if to is None:
        sys.stdout.write(made if isinstance(made, str) else made.decode("utf-8"))
        return
    try:
        write_whole(to, made)
    except OSError as error:
        raise GraphError(f"can't write {to}: {error.strerror or error}") from error
    complain(f"wrote {to}")


def identifiers(settings: Settings) -> Identifiers:
    """How the dataset's nodes are named."""
    return Identifiers(settings.base_iri)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A line on standard error that shows the step at work and how long it has taken, where somebody watches."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(task, description=_STEPS.get(step, step))


@contextmanager
def opened(dataset: Path | None) -> Iterator[OpenDataset]:
    """The dataset to answer from: the folder given, or the one of the settings; layouts are kept with it."""
    settings = Settings()
    settings = settings.model_copy(update={"dataset": dataset or settings.dataset})
    with OpenDataset(settings.dataset, workers=1) as found, layouts_in(settings.layout_folder):
        yield found
