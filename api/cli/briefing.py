"""`migov briefing`: several ready diagrams as one document with a common list of sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from graph.errors import GraphError
from ontology import Text
from viz import BRIEFING_FORMS, Options, brief, compose, construct_with, read_diagrams, render_briefing
from viz.documents.paper import Paper

from ..settings import Settings
from .console import DatasetOption, Tongue, app, deliver, identifiers, opened
from .diagrams import Sheet


@app.command(
    epilog="Examples: `migov briefing gmg gfmd --to briefing.docx`, "
    "`migov briefing rcps institutions --lang zh --title 区域协商 --to briefing.pptx`"
)
def briefing(
    diagrams: Annotated[list[str], typer.Argument(help="Ids of ready diagrams, in order; `migov diagram` lists them.")],
    to: Annotated[Path, typer.Option("--to", help="File to write; ends in .docx, .pptx or .pdf.")],
    title: Annotated[str | None, typer.Option(help="A title of your own.")] = None,
    lang: Annotated[Tongue, typer.Option(help="Language of the document.")] = Tongue.en,
    paper: Annotated[Sheet | None, typer.Option(help="Size of a page or slide.", show_default="the form's own")] = None,
    dataset: DatasetOption = None,
) -> None:
    """Put ready diagrams into one document: contents, each diagram, one list of sources numbered through."""
    ending = to.suffix.removeprefix(".").lower()
    if ending not in BRIEFING_FORMS:
        raise GraphError(f"a briefing is a document: end the name {to} in .{', .'.join(BRIEFING_FORMS)}")
    recipes = read_diagrams(Settings().data / "diagrams")
    names = list(dict.fromkeys(diagrams))
    for name in names:
        if name not in recipes:
            raise GraphError(f"there is no ready diagram “{name}”: there are {', '.join(recipes) or 'none'}")
    with opened(dataset) as found:
        construct = construct_with(lambda: found.store, identifiers(Settings()))
        made = [compose(recipes[name], found.snapshot, construct) for name in names]
    options = Options("zh" if lang is Tongue.zh else "en", paper=cast(Paper, paper.value) if paper else None)
    whole = brief(made, Text(title, title) if title else None)
    deliver(render_briefing(whole, ending, options), to)
