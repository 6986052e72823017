"""Tables on slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.util import Emu, Pt

from graph.model import Language

from .document_words import DOCUMENT_WORDS
from .lettering import fill_lines
from .slide_pages import MARGIN, Pages, shortened
from .slide_shapes import EMU, name_shape, rgb, set_text
from .style import INK, PAPER

_CELL = 10.5


@dataclass(frozen=True, slots=True)
class Table:
    """A table for as many slides as it takes: heads, share of the width of each column, rows."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: Sequence[tuple[str, ...]]


def add_table(pages: Pages, table: Table) -> None:
    """Slides with a table; its head stands on each."""
    width = pages.width - 2 * MARGIN
    widths = [share * width for share in table.shares]
    top, bottom = 74.0, pages.height - 30
    sheets: list[list[tuple[str, ...]]] = [[]]
    filled = head = _row_height(table.heads, widths)
    most = bottom - top - head
    for row in table.rows:
        fitting = tuple(
            shortened(cell, column - 16, most - 12, _CELL) for cell, column in zip(row, widths, strict=True)
        )
        height = _row_height(fitting, widths)
        if sheets[-1] and filled + height > bottom - top:
            sheets.append([])
            filled = head
        sheets[-1].append(fitting)
        filled += height
    for number, rows in enumerate(sheets, start=1):
        title = table.title
        if len(sheets) > 1:
            title = DOCUMENT_WORDS["part"].get(pages.language).format(title=title, n=number, all=len(sheets))
        slide = pages.add_slide(title)
        heights = [_row_height(row, widths) for row in (table.heads, *rows)]
        frame = slide.shapes.add_table(len(rows) + 1, len(widths), Pt(MARGIN), Pt(top), Pt(width), Pt(sum(heights)))
        name_shape(frame, title, title)
        for column, column_width in zip(frame.table.columns, widths, strict=True):
            column.width = Emu(round(column_width * EMU))
        for line, height, cells in zip(frame.table.rows, heights, (table.heads, *rows), strict=True):
            line.height = Emu(round(height * EMU))
            for cell, text in zip(line.cells, cells, strict=True):
                _fill_cell(cell, text, pages.language, head=cells is table.heads)


def _row_height(cells: Iterable[str], widths: Sequence[float]) -> float:
    lines = max(len(fill_lines(text, _CELL, width - 16, 99)) for text, width in zip(cells, widths, strict=True))
    return lines * _CELL * 1.22 + 8


def _fill_cell(cell: Any, text: str, language: Language, *, head: bool) -> None:  # noqa: ANN401
    cell.margin_left = cell.margin_right = Pt(6)
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb("#0b4f8a" if head else PAPER)
    set_text(
        cell.text_frame,
        [text],
        _CELL,
        language,
        colour=PAPER if head else INK,
        bold=head,
        inset=(6, 3, 6, 3),
    )
