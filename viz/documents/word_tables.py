"""The table of a Word document with what is claimed and on what it rests, written as one piece of its XML."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from ..citations import Placed
from .table import Cell, Table

_BLUE = '<w:color w:val="0B4F8A"/>'
_TWIPS = 635
_SMALL = '<w:sz w:val="18"/>'


def table_xml(table: Table, room: int) -> str:
    """A table with a head that is repeated on each page, rows that stay whole, and numbers that lead to their sources.

    Row by row, python-docx looks through all that stands before: with a hundred rows it takes a second.

    Args:
        table: without control characters, which XML can't hold.
        room: across, in EMU.
    """
    widths = [round(room * share / _TWIPS) for share in table.shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(width, _run(words, "<w:b/>"), '<w:shd w:val="clear" w:color="auto" w:fill="E6F0F9"/>')
        for width, words in zip(widths, table.heads, strict=True)
    )
    body = (_row("<w:cantSplit/>", "".join(map(_cell, widths, map(_runs, row)))) for row in table.rows)
    return (
        f"<w:tbl {nsdecls('w')}>"
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:firstColumn="0" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" '
        f'w:val="0420"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row('<w:tblHeader/>', head)}{''.join(body)}</w:tbl>"
    )


def _row(properties: str, cells: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(width: int, runs: str, shade: str = "") -> str:
    properties = f'<w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{shade}</w:tcPr>'
    return f'<w:tc>{properties}<w:p><w:pPr><w:spacing w:after="40"/></w:pPr>{runs}</w:p></w:tc>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}{_SMALL}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(cell: Cell) -> str:
    if isinstance(cell, str):
        return "<w:r><w:br/></w:r>".join(map(_run, cell.split("\n")))
    return "<w:r><w:br/></w:r>".join((_run(words) if words else "") + _sources(placed) for words, placed in cell)


def _sources(placed: Sequence[Placed]) -> str:
    return _run("; ").join(_links(numbers) + _run(f" {place}") for place, numbers in placed)


def _links(numbers: Sequence[int]) -> str:
    """The numbers in brackets, each with a link to the mark at its source."""
    links = (
        f'<w:hyperlink w:anchor="source-{number}" w:history="1">{_run(str(number), _BLUE)}</w:hyperlink>'
        for number in numbers
    )
    return f"{_run('[')}{_run(', ').join(links)}{_run(']')}"
