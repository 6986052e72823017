"""Diagrams that the tests of pictures draw."""

from __future__ import annotations

from graph.model import Neighbourhood
from ontology import Text
from tests.viz.samples import entity, institutions, snapshot, statement
from viz import Diagram, diagram_of

HOSTILE = '</text><script>alert(1)</script><a href="javascript:alert(1)">&amp;"\'\x00\x1b\u202e'


def sample() -> Diagram:
    """Statements of every modality around the Global Migration Group."""
    data = institutions()
    around = data.neighbourhood(["gmg", "gfmd", "iom"], depth=2, limit=60)
    return diagram_of(
        around,
        data,
        title=Text("联合国与移徙治理", "The United Nations and migration governance"),
        subtitle=Text("副标题", "A second line"),
        note=Text("说明文字", "A remark"),
    )


def small() -> Diagram:
    """Few enough entities for one slide, with two lines between the same two."""
    data = institutions()
    names = ["gmg", "iom", "united-nations", "gfmd", "ohchr", "special-rapporteur", "states", "icrmw"]
    return diagram_of(data.neighbourhood(names, depth=0), data, emphasis=["iom"])


def hostile() -> Diagram:
    """Every name and text tries to be markup, and one name has no end."""
    entities = [
        entity("a", "Institution", HOSTILE, HOSTILE),
        entity("b", "Body", "长" * 3000, "wordwithoutend" * 300),
    ]
    statements = [statement("1.1", "a", "supports", "b", quote=HOSTILE)]
    return diagram_of(
        Neighbourhood(("a",), tuple(entities), tuple(statements)),
        snapshot(entities, statements),
        title=Text(HOSTILE, HOSTILE),
        note=Text(HOSTILE, HOSTILE),
    )
