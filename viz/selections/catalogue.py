"""The ready diagrams of `data/diagrams`, one YAML file each, named by its id."""

from __future__ import annotations

from pathlib import Path

from graph.authoring.authored import BilingualWords
from graph.authoring.yaml_files import YamlFile, read_yaml, record
from graph.errors import DataError, Fault, NotFound
from graph.snapshot import Snapshot
from ontology import Text, vocabulary

from ..diagram import Diagram
from ..errors import UnknownEntity
from .choice import Construct
from .recipe import Recipe
from .view import View, draw


def read_diagrams(folder: Path) -> dict[str, Recipe]:
    """The recipes of a folder by id, sorted.

    Raises:
        DataError: with file and line of every fault in any of them.
    """
    faults: list[Fault] = []
    recipes: dict[str, Recipe] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            file = read_yaml(path, f"{folder.name}/{path.name}")
        except DataError as error:
            faults.extend(error.faults)
            continue
        recipe = record(file, Recipe, faults)
        if recipe is not None:
            faults.extend(_faults(recipe, file, path.stem))
            recipes[recipe.id] = recipe
    if faults:
        raise DataError(faults)
    return dict(sorted(recipes.items()))


def _faults(recipe: Recipe, file: YamlFile, stem: str) -> list[Fault]:
    faults = []
    if recipe.id != stem:
        faults.append(file.fault(("id",), f"the id “{recipe.id}” must be the file's name: call it {stem}"))
    terms = vocabulary()
    chosen = recipe.selection
    for field, what, given, known in (
        ("families", "relation family", chosen.families, terms.families),
        ("classes", "class", chosen.classes, terms.classes),
    ):
        faults.extend(
            file.fault(("selection", field, index), f"“{name}” is no {what}: use one of {', '.join(sorted(known))}")
            for index, name in enumerate(given)
            if name not in known
        )
    return faults


def compose(recipe: Recipe, snapshot: Snapshot, construct: Construct) -> Diagram:
    """The diagram of a recipe.

    Args:
        recipe: the recipe.
        snapshot: the dataset.
        construct: answers the CONSTRUCT of a recipe that has one.

    Raises:
        UnknownEntity: it names something that the dataset doesn't hold.
        EmptySelection: nothing is selected.
        TooManyNodes: too much is left to read.
        UnfitQuery, QueryError: its query isn't a CONSTRUCT or can't be answered.
    """
    view = View(
        recipe.selection,
        recipe.id,
        _text(recipe.title),
        _text(recipe.subtitle) if recipe.subtitle else None,
        _text(recipe.note) if recipe.note else None,
        recipe.layout,
        recipe.emphasis,
    )
    try:
        return draw(view, snapshot, construct)
    except NotFound as error:
        raise UnknownEntity(f"the diagram {recipe.id}: {error}") from error


def _text(words: BilingualWords) -> Text:
    return Text(words.zh, words.en)
