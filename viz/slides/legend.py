"""What stands under a drawing on a slide: the legend of what occurs, notes, where it is from."""

from __future__ import annotations

from pptx.slide import Slide

from ..description import origin_line
from ..diagram import Diagram
from ..documents.words import DOCUMENT_WORDS
from ..layouts.boxes import Box
from ..layouts.straight_lines import StraightLine
from ..lettering import fill_lines, text_width
from ..messages import MESSAGES
from ..pictures.blocks import note_texts
from ..style import CHANGE_STYLES, class_style, line_style
from .pages import GREY, MARGIN, WIDER, Pages
from .shapes import add_glyph, add_line, add_text

_LEGEND, _SMALL = 10.0, 9.0
_SAMPLE, _ROW = 34.0, 16.0


def furniture_height(pages: Pages, diagram: Diagram) -> float:
    """How much room legend and notes take, in points."""
    return len(_legend_rows(pages, diagram)) * _ROW + len(_notes(pages, diagram)) * 12


def add_furniture(pages: Pages, slide: Slide, diagram: Diagram, *, overview: bool = False) -> None:
    """Legend, notes and origin at the foot of a slide; an overview says that its parts follow."""
    y = pages.height - 24 - furniture_height(pages, diagram)
    for row in _legend_rows(pages, diagram):
        x = MARGIN
        for kind, id_, words, width in row:
            symbol = _add_symbol(slide, kind, id_, x, y + _ROW / 2)
            box = Box(x + symbol + (width - symbol) / 2, y + _ROW / 2, width - symbol, _ROW)
            add_text(slide, box, [words], _LEGEND, pages.language, anchor="ctr")
            x += width
        y += _ROW
    notes = _notes(pages, diagram)
    if notes:
        height = len(notes) * 12.0
        box = Box(pages.width / 2, y + height / 2, pages.width - 2 * MARGIN, height)
        add_text(slide, box, notes, _SMALL, pages.language, colour=GREY)
    line = origin_line(diagram, pages.language)
    line += " · " + DOCUMENT_WORDS["overview" if overview else "numbers"].get(pages.language)
    box = Box(pages.width / 2, pages.height - 14, pages.width - 2 * MARGIN, 13)
    add_text(slide, box, [line], _SMALL, pages.language, colour=GREY)


def _notes(pages: Pages, diagram: Diagram) -> list[str]:
    """Lines under the legend: the note, what is left out, what an asterisk means."""
    # A line that breaks elsewhere would lie on the next.
    width = (pages.width - 2 * MARGIN) / WIDER
    texts = note_texts(diagram, pages.language)
    return [line for text in texts for line in fill_lines(text, _SMALL, width, 4)]


def _legend_rows(pages: Pages, diagram: Diagram) -> list[list[tuple[str, str, str, float]]]:
    """What occurs, in rows of (kind, id, words, width): classes, then statuses of lines, then changes."""
    drawn = {edge.claim.modality for edge in diagram.edges}
    changes = {node.change for node in diagram.nodes} | {edge.change for edge in diagram.edges}
    items = [("class", entry.id, entry.label.get(pages.language)) for entry in diagram.classes]
    items += [("line", e.id, e.label.get(pages.language)) for e in diagram.modalities if e.id in drawn]
    items += [
        ("change", change, f"{style.mark} {MESSAGES[change].get(pages.language)}")
        for change, style in CHANGE_STYLES.items()
        if change in changes
    ]
    rows: list[list[tuple[str, str, str, float]]] = [[]]
    used, last = 0.0, ""
    for kind, id_, words in items:
        symbol = {"class": 17.0, "line": _SAMPLE + 6, "change": 0.0}[kind]
        width = symbol + text_width(words, _LEGEND) + 16
        if rows[-1] and (used + width > pages.width - 2 * MARGIN or (kind == "line" and last == "class")):
            rows.append([])
            used = 0.0
        rows[-1].append((kind, id_, words, width))
        used, last = used + width, kind
    return [row for row in rows if row]


def _add_symbol(slide: Slide, kind: str, id_: str, x: float, y: float) -> float:
    """The sign of a legend's entry; how much room it takes."""
    if kind == "class":
        add_glyph(slide, Box(x + 6, y, 12, 12), class_style(id_), f"legend {id_}")
        return 17.0
    if kind == "line":
        add_line(slide, StraightLine((x, y), (x + _SAMPLE, y)), line_style(id_), 1.0, name=f"legend {id_}")
        return _SAMPLE + 6
    return 0.0
