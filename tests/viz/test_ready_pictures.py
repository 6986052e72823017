"""Every ready diagram over the real data, held to what a reader of a briefing may expect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Identifiers
from graph.datasets.opening import OpenDataset
from graph.locations import data_folder
from viz import compose, construct_with, read_diagrams
from viz.diagram import Diagram
from viz.layouts.layout import LANGUAGES, lay_out
from viz.layouts.quality import measure
from viz.pictures.svg import render_svg

RECIPES = read_diagrams(data_folder() / "diagrams")
# What a reader takes in at once.
MOST_NODES = 45
# What can't be avoided where a diagram holds much: pairs of lines that cross, for each line.
MOST_CROSSINGS = 0.22
# Captions under which a foreign line runs.
MOST_OVERLAID = 2
# Points that names have on an A4 page.
LEAST_LETTERS = 4.8


@pytest.fixture(scope="module")
def real_dataset(report_dataset: Path) -> Iterator[OpenDataset]:
    with OpenDataset(report_dataset, workers=1) as dataset:
        yield dataset


@pytest.fixture
def diagram(request: pytest.FixtureRequest, real_dataset: OpenDataset) -> Diagram:
    construct = construct_with(lambda: real_dataset.store, Identifiers())
    return compose(RECIPES[request.param], real_dataset.snapshot, construct)


@pytest.mark.parametrize("diagram", RECIPES, indirect=True)
def test_it_can_be_read_in_both_languages(diagram: Diagram) -> None:
    assert 1 < len(diagram.nodes) <= MOST_NODES
    assert diagram.edges
    assert diagram.left_out == 0
    layout = lay_out(diagram)
    for language in LANGUAGES:
        found = measure(diagram, layout, language)
        assert (found.node_overlaps, found.caption_overlaps, found.covered, found.wordless) == (0, 0, 0, 0), found
        assert found.crossings <= MOST_CROSSINGS * len(diagram.edges), found
        assert (found.astray, found.hidden, found.headless) == (0, 0, 0), found
        assert found.overlaid <= MOST_OVERLAID, found
        assert found.short == 0, found
        assert found.letters >= LEAST_LETTERS, found
        assert found.spread < 0.7, found
        picture = render_svg(diagram, language, layout=layout)
        assert "…" not in "".join(line for place in layout.nodes[language].values() for line in place.lines)
        assert max(picture.width, picture.height) < 5000
