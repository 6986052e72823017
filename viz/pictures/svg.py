"""A diagram as an SVG file: real text, attributes alone, nothing that Word, PowerPoint or Inkscape would drop."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Language

from ..description import describe
from ..diagram import Diagram
from ..layouts.layout import LANGUAGES, Layout, lay_out
from ..messages import MESSAGES
from ..style import PAPER
from .blocks import Block, legend_block, notes_block, origin_block, rule, sources_block, title_block
from .drawing import draw_diagram, linking
from .elements import Element, document, element, number, worded
from .furniture import draw_furniture, draw_table

_MARGIN = 30.0
# Narrower drawings get this much room all the same, so that title, legend and sources can be read.
_NARROWEST = 760.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a picture is drawn around the drawing itself.

    Attributes:
        title: title and subtitle.
        legend: legend and, with `notes`, what is to be known besides; a document may have that as text.
        sources: the numbered sources and the report they are of.
        ground: whether the ground is white, else nothing is behind the drawing.
    """

    title: bool = True
    legend: bool = True
    notes: bool = True
    sources: bool = True
    ground: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG file and its size in pixels."""

    text: str
    width: float
    height: float


def render_svg(
    diagram: Diagram, language: Language = "en", parts: Parts | None = None, layout: Layout | None = None
) -> Picture:
    """A diagram as SVG; the same diagram gives the same text.

    Args:
        diagram: what to draw.
        language: of every word.
        parts: what stands around the drawing; everything by default.
        layout: where everything stands, if it is known already.

    Raises:
        ValueError: the language is neither `en` nor `zh`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"“{language}” is not a language of the diagrams: use en or zh")
    parts, layout = parts or Parts(), layout or lay_out(diagram)
    drawn, (left, top, right, bottom) = _drawing(diagram, layout, language)
    width = max(right - left, _NARROWEST if parts.title or parts.legend or parts.sources else 0.0)
    drawing = element("g", drawn, transform=f"translate({number((width - right - left) / 2)} {number(-top)})")
    blocks: list[tuple[float, Block]] = []
    if parts.title:
        blocks.append((22, title_block(diagram, language, width)))
    blocks.append((26, Block((drawing,), bottom - top)))
    if parts.legend:
        blocks += [(14, rule(width)), (6, legend_block(diagram, language, width))]
        if parts.notes:
            blocks.append((4, notes_block(diagram, language, width)))
    if parts.sources:
        blocks += [(14, rule(width)), (8, sources_block(diagram, language, width))]
        blocks.append((0, origin_block(diagram, language, width)))
    return _assembled(diagram, language, blocks, width, ground=parts.ground)


def _drawing(
    diagram: Diagram, layout: Layout, language: Language
) -> tuple[list[Element], tuple[float, float, float, float]]:
    """What is drawn, and its left, top, right and bottom."""
    if layout.furniture.table is not None:
        drawn, width, height = draw_table(diagram, layout.furniture.table, language, linking(diagram))
        return drawn, (0.0, 0.0, width, height)
    return [*draw_furniture(layout.furniture, language), *draw_diagram(diagram, layout, language)], layout.bounds


def render_legend(diagram: Diagram, language: Language, width: float) -> Picture:
    """The legend of a diagram alone, as wide as asked for in pixels."""
    block = legend_block(diagram, language, width)
    title = worded("title", MESSAGES["legend_print"].get(language), id="legend-title")
    tag = "zh-Hans" if language == "zh" else "en"
    text = document(width, block.height, tag, [title, *block.elements], "legend-title")
    return Picture(text, width, block.height)


def _assembled(
    diagram: Diagram, language: Language, blocks: list[tuple[float, Block]], width: float, *, ground: bool
) -> Picture:
    """Blocks below each other, each with a space after it."""
    y = _MARGIN
    placed: list[Element] = []
    for space, block in blocks:
        if block.elements:
            at = f"translate({number(_MARGIN)} {number(y)})"
            placed.append(element("g", block.elements, transform=at))
            y += block.height + space
    height, whole = y + _MARGIN - blocks[-1][0], width + 2 * _MARGIN
    name = re.sub(r"[^A-Za-z0-9-]", "-", diagram.id)
    head = [
        worded("title", diagram.title.get(language), id=f"{name}-title"),
        worded("desc", describe(diagram, language), id=f"{name}-desc"),
    ]
    if ground:
        head.append(element("rect", width=whole, height=height, fill=PAPER))
    tag = "zh-Hans" if language == "zh" else "en"
    text = document(whole, height, tag, [*head, *placed], f"{name}-title {name}-desc")
    return Picture(text, whole, height)
