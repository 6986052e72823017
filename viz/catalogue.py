"""The ready diagrams of `data/diagrams`, one YAML file each, named by its id."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol

from pydantic import Field

from graph.authored import Authored, BilingualWords, Identifier, ModalityId
from graph.errors import DataError, Fault
from graph.model import Neighbourhood
from graph.yaml_files import YamlFile, read_yaml, record
from ontology import Text, vocabulary

from .diagram import MAX_NODES, Diagram
from .errors import UnknownEntity
from .selection import Dataset, diagram_of


class Selection(Authored):
    """What a diagram shows: entities and what lies up to `depth` statements around them.

    Attributes:
        families: relation families to keep; all where none is named.
        modalities: modalities to keep; all where none is named.
    """

    entities: tuple[Identifier, ...] = Field(min_length=1)
    depth: int = Field(default=1, ge=0, le=3)
    families: tuple[str, ...] = ()
    modalities: tuple[ModalityId, ...] = ()
    limit: int = Field(default=80, ge=1, le=MAX_NODES)


class Recipe(Authored):
    """An authored diagram: its words and its selection.

    Attributes:
        emphasis: ids of the entities to set off; the selection's own where none is named and they are few.
    """

    id: Identifier
    title: BilingualWords
    subtitle: BilingualWords | None = None
    note: BilingualWords | None = None
    emphasis: tuple[Identifier, ...] = ()
    selection: Selection


class Neighbours(Dataset, Protocol):
    """A dataset that also answers what surrounds entities."""

    def neighbourhood(
        self,
        entities: Iterable[str],
        depth: int = 1,
        limit: int = ...,
        families: Collection[str] | None = None,
        modalities: Collection[str] | None = None,
    ) -> Neighbourhood:
        """The entities around some, and the statements between them."""


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
    return recipes


def _faults(recipe: Recipe, file: YamlFile, stem: str) -> list[Fault]:
    faults = []
    if recipe.id != stem:
        faults.append(file.fault(("id",), f"the id “{recipe.id}” must be the file's name: call it {stem}"))
    known = vocabulary().families
    faults.extend(
        file.fault(
            ("selection", "families", index), f"“{family}” is no relation family: use one of {', '.join(sorted(known))}"
        )
        for index, family in enumerate(recipe.selection.families)
        if family not in known
    )
    return faults


def compose(recipe: Recipe, snapshot: Neighbours) -> Diagram:
    """The diagram of a recipe.

    Raises:
        UnknownEntity: it names an entity that the dataset doesn't hold.
        TooManyNodes: too much is left to read.
    """
    chosen = recipe.selection
    for entity in (*chosen.entities, *recipe.emphasis):
        if entity not in snapshot.entities:
            raise UnknownEntity(
                f"the diagram {recipe.id} names “{entity}”, which the dataset doesn't hold: correct its id"
            )
    around = snapshot.neighbourhood(
        chosen.entities,
        depth=chosen.depth,
        limit=chosen.limit,
        families=chosen.families or None,
        modalities=chosen.modalities or None,
    )
    return diagram_of(
        around,
        snapshot,
        id=recipe.id,
        title=_text(recipe.title),
        subtitle=_text(recipe.subtitle) if recipe.subtitle else None,
        note=_text(recipe.note) if recipe.note else None,
        emphasis=recipe.emphasis or None,
    )


def _text(words: BilingualWords) -> Text:
    return Text(words.zh, words.en)
