"""Tables on slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from graph.model import Language

from ..documents.words import DOCUMENT_WORDS
from ..lettering import fill_lines
from ..style import INK, PAPER
from .pages import MARGIN, Pages, shortened
from .shapes import name_shape
from .texts import EMU, run_xml

_CELL = 10.5
_INSET_X, _INSET_Y = 6, 3
_HEAD = "#0b4f8a"


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
        frame = slide.shapes.add_table(1, len(widths), Pt(MARGIN), Pt(top), Pt(width), Pt(sum(heights)))
        name_shape(frame, title, title)
        for column, column_width in zip(frame.table.columns, widths, strict=True):
            column.width = Emu(round(column_width * EMU))
        grid = frame._element.graphic.graphicData.tbl
        for row in list(grid.tr_lst):
            grid.remove(row)
        for height, cells in zip(heights, (table.heads, *rows), strict=True):
            grid.append(parse_xml(_row_xml(cells, height, pages.language, head=cells is table.heads)))


def _row_height(cells: Iterable[str], widths: Sequence[float]) -> float:
    lines = max(len(fill_lines(text, _CELL, width - 16, 99)) for text, width in zip(cells, widths, strict=True))
    return lines * _CELL * 1.22 + 8


def _row_xml(cells: Iterable[str], height: float, language: Language, *, head: bool) -> str:
    """A row; it is written, not put together from the library's objects, since tables hold thousands of cells."""
    across, down = round(_INSET_X * EMU), round(_INSET_Y * EMU)
    body = (
        f'<a:bodyPr wrap="square" anchor="t" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}"/><a:lstStyle/>'
    )
    fill = f'<a:solidFill><a:srgbClr val="{(_HEAD if head else PAPER)[1:].upper()}"/></a:solidFill>'
    margins = f'marL="{across}" marR="{across}" marT="{down}" marB="{down}"'
    written = "".join(
        f'<a:tc><a:txBody>{body}<a:p><a:pPr algn="l"/>'
        f"{run_xml(text, _CELL, language, colour=PAPER if head else INK, bold=head)}</a:p></a:txBody>"
        f"<a:tcPr {margins}>{fill}</a:tcPr></a:tc>"
        for text in cells
    )
    return f'<a:tr {nsdecls("a")} h="{round(height * EMU)}">{written}</a:tr>'
