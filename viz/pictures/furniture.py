"""Frames, the axis of time and tables as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model import Language

from ..diagram import Diagram, Edge
from ..layouts.boxes import Box
from ..layouts.captions import caption_text, source_marks
from ..layouts.furniture import (
    DATE_LINE,
    DATE_SIZE,
    HEADING_LINE,
    HEADING_SIZE,
    YEAR_SIZE,
    Frame,
    Furniture,
    Span,
    Table,
    Year,
)
from ..lettering import fill_lines, text_width, typeset, wrap
from ..messages import MESSAGES
from ..style import BAND, CHANGE_STYLES, INK, PAPER, class_style, line_style
from .drawing import GLYPH, Linking, glyph
from .elements import Element, dashes, element, number, path, rectangle, text_block, text_line

GREY, FAINT = "#4d5863", "#dfe4e8"
_CELL_SIZE, _CELL_LINE = 12, 16
_ROW_HEADING = 250.0
_NARROWEST, _WIDEST, _ALL_COLUMNS = 124.0, 210.0, 1400.0
_PADDING = 8.0


def draw_furniture(furniture: Furniture, language: Language) -> list[Element]:
    """Everything but tables; it lies under nodes and lines."""
    # Years are seen through the frames that stand over them.
    ground = "none" if furniture.years else "#fafbfc"
    frames = [each for frame in furniture.frames for each in _frame(frame, language, ground)]
    spans = [each for span in furniture.spans for each in _span(span, language)]
    drawn = (*_axis(furniture.years), *frames, *spans)
    return [element("g", drawn, fill="none")] if drawn else []


def _axis(years: Sequence[Year]) -> list[Element]:
    """A line along which each year is a band with its number above the line; it is fine where years are left out."""
    if not years:
        return []
    y, first, last = years[0].y, years[0], years[-1]
    drawn = [rectangle(year.band, 0, fill=BAND) for year in years]
    drawn.append(path(f"M{number(first.left)} {number(y)}H{number(last.right)}", stroke=INK, stroke_dasharray="2 3"))
    for year in years:
        drawn.append(path(f"M{number(year.left)} {number(y)}H{number(year.right)}", stroke=INK, stroke_width=2.5))
        drawn.append(text_line(year.label, year.middle, y - 13, YEAR_SIZE, INK, "middle"))
    return drawn


def _frame(frame: Frame, language: Language, ground: str) -> list[Element]:
    box, style = frame.box, class_style(frame.class_id)
    middle = box.top + 8 + HEADING_LINE / 2
    shift = 22 if frame.class_id else 0
    drawn = [
        rectangle(box, 10, fill=ground, stroke=style.colour, stroke_width=1, stroke_opacity="0.55"),
        text_line(
            typeset(frame.heading.get(language), language), box.left + 14 + shift, middle, HEADING_SIZE, style.colour
        ),
    ]
    return [*drawn, glyph(frame.class_id, box.left + 12, middle - GLYPH / 2, style.colour)] if shift else drawn


def _span(span: Span, language: Language) -> list[Element]:
    middle = span.y + DATE_LINE / 2
    drawn = []
    if span.right - span.left > 1:
        course = f"M{number(span.left)} {number(span.y)}H{number(span.right)}"
        is_open = span.open_left or span.open_right
        drawn.append(path(course, stroke=GREY, stroke_width=4, stroke_dasharray="4 3" if is_open else ""))
    if not span.open_left:
        drawn.append(element("circle", cx=span.left, cy=span.y, r=3.5, fill=PAPER, stroke=GREY, stroke_width=1.6))
    return [*drawn, text_line(span.words.get(language), span.left + 8, middle + 2, DATE_SIZE, GREY)]


def draw_table(
    diagram: Diagram, table: Table, language: Language, linked: Linking
) -> tuple[list[Element], float, float]:
    """A table with its width and height: names at its edges, in the cells what is claimed and the sources' numbers."""
    names = {node.id: node for node in diagram.nodes}
    edges = {edge.id: edge for edge in diagram.edges}
    column_width = _column_width(edges.values(), len(table.columns), language)
    heads = [
        wrap(typeset(names[id].short_names.get(language), language), HEADING_SIZE, column_width - 2 * _PADDING, 8)
        for id in table.columns
    ]
    sides = [
        wrap(typeset(names[id].short_names.get(language), language), HEADING_SIZE, _ROW_HEADING - 40, 7)
        for id in table.rows
    ]
    cells = {
        (cell.row, cell.column): [_cell_lines(edges[id], language, column_width) for id in cell.edges]
        for cell in table.cells
    }
    head_height = max((len(lines) for lines in heads), default=0) * 18 + 34
    heights: list[float] = []
    for row, lines in enumerate(sides):
        held = [
            sum(len(words) * _CELL_LINE + 6 for words in cells[row, column])
            for column in range(len(table.columns))
            if (row, column) in cells
        ]
        heights.append(max([len(lines) * 18, *held]) + 2 * _PADDING)
    width, height = _ROW_HEADING + len(table.columns) * column_width, head_height + sum(heights)
    reading = MESSAGES["read_columns" if table.is_turned else "read_rows"].get(language)
    drawn = text_block(wrap(reading, DATE_SIZE, _ROW_HEADING - 16, 3), 0, 0, DATE_SIZE, 16, GREY)
    for column, (id, lines) in enumerate(zip(table.columns, heads, strict=True)):
        x = _ROW_HEADING + column * column_width
        style = class_style(names[id].class_id)
        head = [
            rectangle(
                Box(x + column_width / 2, head_height / 2, column_width - 4, head_height - 4), 5, fill=style.tint
            ),
            glyph(names[id].class_id, x + _PADDING, 8, style.colour),
            *text_block(lines, x + _PADDING, 27, HEADING_SIZE, 18, INK),
        ]
        drawn.append(linked(names[id].iri, element("g", head)))
    for column in range(1, len(table.columns)):
        x = _ROW_HEADING + column * column_width
        drawn.append(path(f"M{number(x)} {number(head_height)}V{number(height)}", stroke=FAINT))
    y = float(head_height)
    for row, (id, lines) in enumerate(zip(table.rows, sides, strict=True)):
        style = class_style(names[id].class_id)
        middle = y + heights[row] / 2
        side = [
            rectangle(Box(_ROW_HEADING / 2 - 2, middle, _ROW_HEADING - 4, heights[row] - 4), 5, fill=style.tint),
            glyph(names[id].class_id, _PADDING, middle - GLYPH / 2, style.colour),
            *text_block(lines, 32, middle - len(lines) * 9, HEADING_SIZE, 18, INK),
        ]
        drawn.append(linked(names[id].iri, element("g", side)))
        drawn.append(path(f"M{number(_ROW_HEADING)} {number(y + heights[row])}H{number(width)}", stroke=FAINT))
        y += heights[row]
    for cell in table.cells:
        top = head_height + sum(heights[: cell.row]) + _PADDING
        x = _ROW_HEADING + cell.column * column_width + _PADDING
        for id, lines in zip(cell.edges, cells[cell.row, cell.column], strict=True):
            drawn.append(linked(edges[id].claim.iri, element("g", _claim(edges[id], lines, x, top))))
            top += len(lines) * _CELL_LINE + 6
    return drawn, width, height


def _column_width(edges: Iterable[Edge], count: int, language: Language) -> float:
    """As wide as what is said needs to stand on one line each, as far as so many columns leave room."""
    needed = max((text_width(_cell_text(edge, language), _CELL_SIZE) for edge in edges), default=0.0)
    return max(_NARROWEST, min(_WIDEST, _ALL_COLUMNS / max(1, count), needed + 2 * _PADDING + 10))


def _cell_text(edge: Edge, language: Language) -> str:
    mark = CHANGE_STYLES[edge.change].mark + " " if edge.change else ""
    return f"{mark}{caption_text(edge.claim, language)} {source_marks(edge.claim)}"


def _cell_lines(edge: Edge, language: Language, width: float) -> tuple[str, ...]:
    return fill_lines(_cell_text(edge, language), _CELL_SIZE, width - 2 * _PADDING - 8, 5)


def _claim(edge: Edge, lines: tuple[str, ...], x: float, top: float) -> list[Element]:
    """Words with a piece of their line at the left, so that the status is seen."""
    style = line_style(edge.claim.modality)
    bar = path(
        f"M{number(x)} {number(top + 1)}V{number(top + len(lines) * _CELL_LINE - 1)}",
        stroke=style.colour,
        stroke_width=style.width + 0.6,
        stroke_dasharray=dashes(style.dashes),
    )
    return [bar, *text_block(lines, x + 8, top, _CELL_SIZE, _CELL_LINE, style.colour)]
