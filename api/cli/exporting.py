"""`migov export`: the dataset, a layer of it, or its entities and statements as files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from graph import export_dataset, records
from graph.errors import GraphError

from .console import DatasetOption, ToOption, app, deliver, opened


class What(StrEnum):
    """What can be exported."""

    dataset = "dataset"
    entities = "entities"
    statements = "statements"


class Form(StrEnum):
    """Formats of exports."""

    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    jsonld = "jsonld"
    jsonl = "jsonl"
    csv = "csv"


_TABULAR = (Form.jsonl, Form.csv)


@app.command(
    epilog="Examples: `migov export dataset --format trig --to migov.trig`, "
    "`migov export dataset --layer facts --format turtle`, `migov export statements --format csv --to statements.csv`"
)
def export(
    what: Annotated[What, typer.Argument(help="The dataset as RDF, or its entities or statements as records.")],
    form: Annotated[
        Form | None, typer.Option("--format", help="Format.", show_default="trig for the dataset, jsonl for records")
    ] = None,
    layer: Annotated[
        str | None, typer.Option("--layer", help="Only this layer: entities, ontology, report, statements, facts …")
    ] = None,
    reifiers: Annotated[bool, typer.Option("--rdf12", help="Statements as RDF 1.2 reifiers of their triples.")] = False,
    to: ToOption = None,
    dataset: DatasetOption = None,
) -> None:
    """Write the dataset or a layer as RDF, or entities and statements as JSON Lines or CSV."""
    form = form or (Form.trig if what is What.dataset else Form.jsonl)
    if (what is What.dataset) is (form in _TABULAR):
        fitting = [each for each in Form if (each in _TABULAR) is not (what is What.dataset)]
        raise GraphError(f"{what} can't be exported as {form}: take one of {', '.join(fitting)}")
    if (layer or reifiers) and what is not What.dataset:
        raise GraphError("--layer and --rdf12 go with the dataset only")
    with opened(dataset) as found:
        if what is What.dataset:
            text = export_dataset(found.built, form, layer, reifiers=reifiers)
        elif what is What.entities:
            text = records.entities_text(found.snapshot, form)
        else:
            text = records.statements_text(found.snapshot, form)
    deliver(text, to)
