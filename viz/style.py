"""One visual grammar for every renderer: what a class and a modality look like.

Nothing is told by colour alone: each class has a glyph of its own, each modality a line of its own. Every colour has
at least 4.5:1 contrast on white (WCAG 2.2, 1.4.3), so that it may carry text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from graph.model import AS_IN_DATA

from .diagram import Change

Arrow = Literal["triangle", "vee", "bar", "diamond", "circle"]
INK = "#1c2733"
PAPER = "#ffffff"
BAND = "#edf0f3"


@dataclass(frozen=True, slots=True)
class ClassStyle:
    """How entities of a class look.

    Attributes:
        colour: of outline and glyph.
        tint: of the box behind dark text.
        shape: name of the glyph's geometry.
        glyph: the glyph as an SVG path in a box of 16 by 16.
    """

    colour: str
    tint: str
    shape: str
    glyph: str


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How statements of a modality look.

    Attributes:
        colour: of the line.
        dashes: lengths of dashes and gaps in pixels, empty for a solid line.
        width: in pixels.
        arrow: the head at the object's end.
    """

    colour: str
    dashes: tuple[int, ...]
    width: float
    arrow: Arrow


@dataclass(frozen=True, slots=True)
class ChangeStyle:
    """How what a scenario does to something looks.

    Attributes:
        mark: what stands before its words.
        colour: of the band along its line or around its box.
        dashes: of the band; short ones on a wide band strike a line through.
        width: of the band in pixels.
    """

    mark: str
    colour: str
    dashes: tuple[int, ...]
    width: float


_SQUARE = "M2 2h12v12h-12z"
_CIRCLE = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z"
_HEXAGON = "M4.5 2h7l3.5 6-3.5 6h-7l-3.5-6z"
_DIAMOND = "M8 0.8l7.2 7.2-7.2 7.2-7.2-7.2z"
_PERSON = "M8 1a3.3 3.3 0 1 0 0 6.6a3.3 3.3 0 1 0 0-6.6zM1.8 15c0-4 2.8-6 6.2-6s6.2 2 6.2 6z"
_SHIELD = "M2 2h12v6c0 3.4-2.4 5.8-6 7c-3.6-1.2-6-3.6-6-7z"
_PIN = "M8 15.5c-3-4-4.8-6.6-4.8-9.2a4.8 4.8 0 0 1 9.6 0c0 2.6-1.8 5.2-4.8 9.2z"
_PILLARS = "M1 5.5l7-4.5 7 4.5v1.5h-14zM2.5 8h2.5v5h-2.5zM6.8 8h2.4v5h-2.4zM11 8h2.5v5h-2.5zM1 13.5h14v1.7h-14z"
_CHEVRON = "M1 2.5h9l5 5.5-5 5.5h-9l4-5.5z"
_TRIO = "M8 0.8a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8zM4 8a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z"
_TRIO += "M12 8a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z"
_STAR = "M8 0.8l2.2 4.8 5.2.6-3.9 3.5 1.1 5.2-4.6-2.6-4.6 2.6 1.1-5.2-3.9-3.5 5.2-.6z"
_PAGE = "M3 1h6.5l3.5 3.5v10.5h-10zM5 7h6v1.2h-6zM5 9.5h6v1.2h-6zM5 12h4v1.2h-4z"
_RING = "M8 1.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 1 0 0-13.6zM8 4.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z"
_TRIANGLE = "M8 1.2l7 13.3h-14z"
_ARROW = "M1 5.5h7.5v-4l6.5 6.5-6.5 6.5v-4h-7.5z"
_CROSS = "M5.7 1.2h4.6v4.5h4.5v4.6h-4.5v4.5h-4.6v-4.5h-4.5v-4.6h4.5z"

CLASS_STYLES: Mapping[str, ClassStyle] = {
    "Entity": ClassStyle("#5a6570", "#f1f3f5", "square", _SQUARE),
    "Actor": ClassStyle("#43505c", "#eef1f4", "plus", _CROSS),
    "Institution": ClassStyle("#0b4f8a", "#e6f0f9", "pillars", _PILLARS),
    "Body": ClassStyle("#00727f", "#e2f3f4", "hexagon", _HEXAGON),
    "Group": ClassStyle("#7d5a00", "#f8f1df", "trio", _TRIO),
    "Person": ClassStyle("#9b2f6b", "#faeaf2", "person", _PERSON),
    "Role": ClassStyle("#5d4bb0", "#eeebfa", "shield", _SHIELD),
    "Place": ClassStyle("#56616b", "#eff1f3", "pin", _PIN),
    "Instrument": ClassStyle("#7a2230", "#f8e9eb", "diamond", _DIAMOND),
    "Process": ClassStyle("#1a6b35", "#e5f3e9", "circle", _CIRCLE),
    "RegionalConsultativeProcess": ClassStyle("#4d7000", "#eff5e0", "ring", _RING),
    "Event": ClassStyle("#a8480a", "#fbeee4", "star", _STAR),
    "Document": ClassStyle("#3b4a78", "#e9ecf6", "page", _PAGE),
    "Concept": ClassStyle("#66602a", "#f4f3e4", "chevron", _CHEVRON),
    "Proposal": ClassStyle("#86309c", "#f5e8f8", "triangle", _TRIANGLE),
    "Recommendation": ClassStyle("#b3204d", "#fbe8ee", "arrow", _ARROW),
}

LINE_STYLES: Mapping[str, LineStyle] = {
    "fact": LineStyle("#2b3a47", (), 1.6, "triangle"),
    "plan": LineStyle("#0b5ea8", (14, 5), 1.8, "triangle"),
    "reported": LineStyle("#5a6570", (2, 4), 2.0, "triangle"),
    "assessment": LineStyle("#5d4bb0", (), 1.0, "vee"),
    "criticism": LineStyle("#b3261e", (12, 4, 2, 4), 2.2, "circle"),
    "absence": LineStyle("#7a2230", (3, 8), 1.8, "bar"),
    "requirement": LineStyle("#7d5a00", (), 3.4, "triangle"),
    "conditional": LineStyle("#00727f", (8, 4, 2, 4, 2, 4), 1.6, "vee"),
    "proposal": LineStyle("#86309c", (6, 5), 1.8, "diamond"),
    "recommendation": LineStyle("#1a6b35", (18, 4, 5, 4), 2.6, "diamond"),
    AS_IN_DATA: LineStyle("#4a5560", (), 1.2, "circle"),
}

CHANGE_STYLES: Mapping[Change, ChangeStyle] = {
    "added": ChangeStyle("+", "#9ed4ae", (), 9),
    "ended": ChangeStyle("×", "#d9695f", (2, 7), 12),
    "changed": ChangeStyle("~", "#e6c565", (12, 6), 9),
}


_LOOK = re.compile(r"-([0-9a-f])([0-9a-f])$")


def class_style(class_id: str) -> ClassStyle:
    """The style of a class; an unknown one looks like any entity.

    A class of any RDF ends with the places of its colours and its glyph among ours (`graph.rdf_classes`).
    """
    if class_id in CLASS_STYLES:
        return CLASS_STYLES[class_id]
    if not (look := _LOOK.search(class_id)):
        return CLASS_STYLES["Entity"]
    colours, glyph = (tuple(CLASS_STYLES.values())[int(digit, 16)] for digit in look.groups())
    return replace(glyph, colour=colours.colour, tint=colours.tint)


def line_style(modality: str) -> LineStyle:
    """The style of a modality; an unknown one looks like something only reported, never like a fact."""
    return LINE_STYLES.get(modality, LINE_STYLES["reported"])
