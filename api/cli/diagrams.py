"""`migov diagram`: a ready diagram, or one made of entities, a path, a scenario, a query or a period, as a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer
from pydantic import ValidationError

from graph import Snapshot
from graph.errors import GraphError
from graph.model import Language
from ontology import Text
from viz import FORMS, Options, Recipe, Selection, View, compose, construct_with, draw, read_diagrams, render
from viz.diagram import LayoutKind
from viz.documents.paper import Paper

from ..settings import Settings
from .console import DatasetOption, Tongue, ToOption, app, deliver, identifiers, opened

LIMIT = 60
Layout = StrEnum("Layout", {name: name for name in get_args(LayoutKind)})  # type: ignore[misc]
Sheet = StrEnum("Sheet", {name: name for name in get_args(Paper)})  # type: ignore[misc]


@app.command(
    epilog="Examples: `migov diagram`, `migov diagram gmg --to gmg.html`, "
    "`migov diagram rcps --lang zh --to rcps.html`, "
    "`migov diagram --entity gmg --entity iom --family membership --to members.html`, "
    "`migov diagram --path gfmd,united-nations --to link.html`"
)
def diagram(
    ready: Annotated[
        str | None, typer.Argument(help="Id of a ready diagram; with nothing else, all are listed.")
    ] = None,
    entity: Annotated[list[str] | None, typer.Option(help="Id of an entity to draw; may be given again.")] = None,
    depth: Annotated[
        int | None, typer.Option(min=0, max=3, help="How many relations around the entities.", show_default="1")
    ] = None,
    path: Annotated[str | None, typer.Option(metavar="ID,ID", help="Two entities: what links them.")] = None,
    length: Annotated[
        int | None, typer.Option(min=1, max=4, help="How many relations a path may have.", show_default="3")
    ] = None,
    scenario: Annotated[str | None, typer.Option(help="Id of a scenario: today and as proposed.")] = None,
    query: Annotated[str | None, typer.Option(help="A SPARQL CONSTRUCT that chooses the statements.")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="YEAR", help="First year of a period.")] = None,
    end: Annotated[str | None, typer.Option("--until", metavar="YEAR", help="Last year of a period.")] = None,
    class_id: Annotated[list[str] | None, typer.Option("--class", help="Only this class; may be given again.")] = None,
    family: Annotated[list[str] | None, typer.Option(help="Only this relation family; may be given again.")] = None,
    modality: Annotated[list[str] | None, typer.Option(help="Only this status; may be given again.")] = None,
    hide: Annotated[
        list[str] | None, typer.Option(help="Leave out this entity or statement; may be given again.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, max=200, help="At most how many entities.", show_default="60")
    ] = None,
    layout: Annotated[Layout | None, typer.Option(help="How to arrange it.")] = None,
    emphasis: Annotated[list[str] | None, typer.Option(help="Set off this entity; may be given again.")] = None,
    later: Annotated[
        list[str] | None,
        typer.Option(help="This entity joined after the others, which keep their places; may be given again."),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="All that is selected as counts by class, however much it is.")
    ] = False,
    title: Annotated[str | None, typer.Option(help="A title of your own.")] = None,
    lang: Annotated[Tongue, typer.Option(help="Language of the file.")] = Tongue.en,
    width: Annotated[int | None, typer.Option(min=100, max=8000, help="Width of a picture in pixels.")] = None,
    scale: Annotated[float, typer.Option(min=0.1, max=8, help="Device pixels for each pixel of a picture.")] = 1.0,
    transparent: Annotated[bool, typer.Option("--transparent", help="A picture without ground.")] = False,
    paper: Annotated[Sheet | None, typer.Option(help="Size of a page or slide.", show_default="the form's own")] = None,
    to: ToOption = None,
    dataset: DatasetOption = None,
) -> None:
    """Draw a diagram; the ending of the file's name chooses its form. Without one, standard output gets a page."""
    options = Options(
        "zh" if lang is Tongue.zh else "en", width, scale, transparent, cast(Paper, paper.value) if paper else None
    )
    form = _form(to)
    recipes = read_diagrams(Settings().data / "diagrams")
    chosen: dict[str, Any] = {
        "entities": entity,
        "path": _path(path, length),
        "scenario": scenario,
        "query": query,
        "period": {"from": start, "to": end} if start or end else None,
        "depth": depth,
        "classes": class_id,
        "families": family,
        "modalities": modality,
        "hide": hide,
        "limit": limit,
    }
    chosen = {name: value for name, value in chosen.items() if value}
    if ready is None and not chosen:
        sys.stdout.write(_list(recipes, options.language))
        return
    if ready is not None and (chosen or later or summary):
        raise GraphError(f"a ready diagram has its own selection: leave out {ready}, or what else is to be drawn")
    with opened(dataset) as found:
        snapshot = found.snapshot
        construct = construct_with(lambda: found.store, identifiers(Settings()))
        if ready is not None:
            changes: dict[str, Any] = {"layout": layout and layout.value, "emphasis": emphasis and tuple(emphasis)}
            recipe = _recipe(ready, recipes, snapshot)
            recipe = recipe.model_copy(update={name: value for name, value in changes.items() if value})
            made = compose(recipe, snapshot, construct)
        else:
            view = View(
                _selection(chosen, depth, snapshot),
                title=Text(title, title) if title else None,
                layout=cast(LayoutKind, layout.value) if layout else "force",
                emphasis=tuple(emphasis or ()),
                later=tuple(dict.fromkeys(later or ())),
                summary=summary,
            )
            made = draw(view, snapshot, construct)
    deliver(render(made, form, options), to)


def _form(to: Path | None) -> str:
    """The form that the ending of a file's name stands for."""
    if to is None:
        return "html"
    ending = to.suffix.removeprefix(".").lower()
    if ending not in FORMS:
        said = f"“.{ending}” is" if ending else "No ending is"
        raise GraphError(f"{said} no form of a diagram: end the name {to} in .{', .'.join(FORMS)}")
    return ending


def _path(path: str | None, length: int | None) -> dict[str, object] | None:
    if path is None:
        if length is not None:
            raise GraphError("--length goes with --path")
        return None
    start, comma, end = path.partition(",")
    if not (start and comma and end) or "," in end:
        raise GraphError(f"--path takes two ids joined by a comma, such as gmg,iom, not “{path}”")
    return {"from": start, "to": end} | ({"length": length} if length else {})


def _list(recipes: Mapping[str, Recipe], language: Language) -> str:
    longest = max(map(len, recipes), default=0)
    return "".join(
        f"{recipe.id:<{longest}}  {recipe.title.zh if language == 'zh' else recipe.title.en}\n"
        for recipe in recipes.values()
    )


def _recipe(ready: str, recipes: Mapping[str, Recipe], snapshot: Snapshot) -> Recipe:
    if ready not in recipes:
        hint = f"; what surrounds an entity is drawn with --entity {ready}" if ready in snapshot.entities else ""
        raise GraphError(f"there is no ready diagram “{ready}”: there are {', '.join(recipes) or 'none'}{hint}")
    return recipes[ready]


def _selection(chosen: Mapping[str, Any], depth: int | None, snapshot: Snapshot) -> Selection:
    for field, what, known in (
        ("classes", "class", snapshot.classes),
        ("families", "relation family", snapshot.families),
        ("modalities", "status", snapshot.modalities),
    ):
        for name in chosen.get(field, ()):
            if name not in known:
                raise GraphError(f"there is no {what} “{name}”: there are {', '.join(known)}")
    given = {"limit": LIMIT, **chosen} | ({"depth": depth} if depth is not None else {})
    try:
        return Selection.model_validate(given)
    except ValidationError as error:
        raise GraphError("; ".join(fault["msg"].removeprefix("Value error, ") for fault in error.errors())) from None
