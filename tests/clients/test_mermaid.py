"""Mermaid itself draws what diagrams become as its text: every entity, every line, and no script."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from graph.model import Language
from tests.viz.hostile import hostile_diagram
from tests.viz.pictures import hostile, sample
from viz import Diagram, Options, render

if TYPE_CHECKING:
    from playwright.sync_api import Page

INSTALL = Path(__file__).parents[1] / "install-clients"
MERMAID = Path(__file__).parent / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
DRAW = """async text => {
  mermaid.initialize({ startOnLoad: false });
  const { svg } = await mermaid.render('drawn', text);
  const drawn = new DOMParser().parseFromString(svg, 'text/html');
  return {
    nodes: [...drawn.querySelectorAll('.node')].map(node => node.textContent.replace(/\\s+/g, '')),
    lines: drawn.querySelectorAll('path.flowchart-link').length,
    scripts: drawn.querySelectorAll('script, [onerror], [onload], a[href^="javascript:"]').length,
  };
}"""


@pytest.fixture
def mermaid(page: Page, not_tested: Callable[[str, str], NoReturn]) -> Page:
    """A page with Mermaid in it."""
    if subprocess.run([INSTALL, "--find"], check=False).returncode != 0:
        not_tested("Mermaid", "it is missing: tests/install-clients installs it")
    page.set_content("<body></body>")
    page.add_script_tag(path=MERMAID)
    return page


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_draws_every_entity_and_every_line(mermaid: Page, language: Language) -> None:
    diagram = sample()
    drawn = mermaid.evaluate(DRAW, render(diagram, "mmd", Options(language)).decode())
    assert drawn["lines"] == len(diagram.edges)
    for node in diagram.nodes:
        assert "".join(node.short_names.get(language).split()) in drawn["nodes"]


@pytest.mark.parametrize("make", [hostile, hostile_diagram])
def test_hostile_names_stay_names(mermaid: Page, make: Callable[[], Diagram]) -> None:
    diagram = make()
    drawn = mermaid.evaluate(DRAW, render(diagram, "mmd").decode())
    assert drawn["lines"] == len(diagram.edges)
    assert len(drawn["nodes"]) >= len(diagram.nodes)
    assert drawn["scripts"] == 0
