from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DataError
from tests.viz.samples import institutions
from viz import UnknownEntity, compose, read_diagrams


def no_query(text: str) -> bytes:
    raise AssertionError(text)


CATALOGUE = Path(__file__).parents[2] / "data" / "diagrams"
GOOD = """\
id: small
title: {en: Small, zh: 小图}
selection:
  entities: [gmg, iom]
  depth: 0
  families: [membership]
  modalities: [fact]
"""


def written(folder: Path, text: str, name: str = "small.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_catalogue_of_this_project_is_valid() -> None:
    recipes = read_diagrams(CATALOGUE)
    wanted = (
        "institutions",
        "gmg",
        "gfmd",
        "rcps",
        "un-bodies",
        "iom",
        "eu",
        "legal-framework",
        "timeline",
        "mandates",
    )
    assert set(recipes) >= {*wanted, "recommendations", "recommendations-to-states"}
    assert sum(recipe.selection.scenario is not None for recipe in recipes.values()) >= 5
    assert list(recipes) == sorted(recipes)


def test_a_recipe_becomes_a_diagram(tmp_path: Path) -> None:
    recipe = read_diagrams(written(tmp_path, GOOD))["small"]
    diagram = compose(recipe, institutions(), no_query)
    assert (diagram.id, diagram.title.zh) == ("small", "小图")
    assert {node.id for node in diagram.nodes} == {"gmg", "iom"}
    assert [(edge.start, edge.claim.predicate, edge.end) for edge in diagram.edges] == [("iom", "memberOf", "gmg")]


def test_an_unknown_entity_is_refused_by_name(tmp_path: Path) -> None:
    recipe = read_diagrams(written(tmp_path, GOOD.replace("gmg,", "no-such,")))["small"]
    with pytest.raises(UnknownEntity, match="the diagram small: there is no entity “no-such”"):
        compose(recipe, institutions(), no_query)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("id: small", "id: other", 1, "must be the file's name"),
        ("depth: 0", "depth: 9", 5, "selection.depth"),
        ("[membership]", "[belonging]", 6, "“belonging” is no relation family"),
        ("[fact]", "[truth]", 7, "selection.modalities"),
        ("entities: [gmg, iom]", "entities: []", 4, "give one of entities, path, scenario, query, period"),
        ("zh: 小图", "fr: Petit", 2, "title"),
        ("  depth: 0", "  deep: 0", 5, "deep"),
        ("selection:", "selection: [", 5, "malformed YAML"),
    ],
)
def test_a_fault_names_its_file_and_line(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    with pytest.raises(DataError) as caught:
        read_diagrams(written(tmp_path, GOOD.replace(old, new)))
    assert any(reason in str(fault) and fault.line == line for fault in caught.value.faults), caught.value
    assert all(fault.file.endswith("small.yaml") for fault in caught.value.faults)


def test_every_faulty_file_is_told(tmp_path: Path) -> None:
    written(tmp_path, "id: [", "a.yaml")
    written(tmp_path, GOOD.replace("small", "b").replace("depth: 0", "depth: -1"), "b.yaml")
    with pytest.raises(DataError) as caught:
        read_diagrams(tmp_path)
    assert len({fault.file for fault in caught.value.faults}) == 2
