"""A diagram as tables: its lines with their evidence as CSV, and a workbook with a sheet for each part."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter

from graph.model import Language
from graph.records import FORMULA_STARTS, to_csv

from ..citations import (
    claim_words,
    left_out_words,
    placed_marks,
    placed_sources,
    report_line,
    short_places,
    source_place,
    status_words,
)
from ..description import undrawn_words
from ..diagram import Diagram
from ..documents.words import words_of
from ..legible import legible
from .records import EDGE_COLUMNS, edge_rows

# Excel can't hold more in one cell.
CELL_MOST = 32_767
# A workbook carries a date of its making; a fixed one, so that the same diagram gives the same bytes.
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)

Sheet = tuple[str, tuple[str, ...], tuple[int, ...], list[tuple[str, ...]]]


def csv_file(diagram: Diagram) -> bytes:
    """The lines of a diagram as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows its Chinese."""
    return to_csv(EDGE_COLUMNS, edge_rows(legible(diagram))).encode("utf-8-sig")


def workbook_file(diagram: Diagram, language: Language) -> bytes:
    """A workbook (Office Open XML) of lines, single statements, entities, sources and what the diagram is.

    Every cell is a text: nothing in it is read as a formula, a number or a link.
    """
    diagram = legible(diagram)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": diagram.title.get(language),
            "subject": ", ".join(origin.symbol for origin in diagram.origins),
            "comments": report_line(diagram, language),
            "created": _NO_DATE,
        }
    )
    font = {"font_name": "Microsoft YaHei" if language == "zh" else "Arial", "text_wrap": True, "valign": "top"}
    plain = book.add_format(font)
    # The apostrophe that Excel would ask for: the text stays a text when somebody edits the cell.
    quoted = book.add_format({**font, "quote_prefix": True})
    head = book.add_format({**font, "bold": True, "bottom": 1, "bg_color": "#e6f0f9"})
    for name, columns, widths, rows in _sheets(diagram, language):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for index, (column, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, column, head)
        for number, row in enumerate(rows, start=1):
            for index, cell in enumerate(row):
                text = cell if len(cell) <= CELL_MOST else cell[: CELL_MOST - 1] + "…"
                sheet.write_string(number, index, text, quoted if text.startswith(FORMULA_STARTS) else plain)
    book.close()
    return file.getvalue()


def _sheets(diagram: Diagram, language: Language) -> Sequence[Sheet]:
    def said(key: str) -> str:
        return words_of(key, language)

    names = {node.id: node.names.get(language) for node in diagram.nodes}
    classes = {entry.id: entry.label.get(language) for entry in diagram.classes}
    places = short_places(diagram, language)
    claims = [
        (
            names[start],
            claim.label.get(language),
            names[end] if end else "",
            status_words(diagram, claim.modality).get(language),
            claim.holder.get(language),
            claim.time.get(language) if claim.time else said("as_of_report") if claim.as_of_report else "",
            claim.qualifier.get(language) if claim.qualifier else "",
            claim.condition.get(language) if claim.condition else "",
            claim_words(diagram, claim, language),
            claim.note.get(language) if claim.note else "",
            placed_marks(placed_sources(claim.sources, places)),
            claim.id,
        )
        for start, end, claim in (
            *((edge.start, edge.end, edge.claim) for edge in diagram.edges),
            *((node.id, "", claim) for node in diagram.nodes for claim in node.claims),
        )
    ]
    keys = ("subject", "relation", "object", "status", "holder", "time", "qualifier", "condition", "claim")
    columns = (*map(said, keys), said("note"), said("sources"), said("identifier"))
    widths = (28, 22, 28, 16, 24, 16, 16, 16, 60, 30, 18, 18)
    source_columns = (said("number"), said("place"), said("quotation"), said("translation"))
    sources = [
        (str(source.number), source_place(source, language), source.quote, source.translation)
        for source in diagram.sources
    ]
    nodes = [
        (names[node.id], classes.get(node.class_id, node.class_id), "; ".join(node.other_names), node.iri)
        for node in diagram.nodes
    ]
    about = [
        (said("diagram"), diagram.title.get(language)),
        *((said("subtitle"), text.get(language)) for text in (diagram.subtitle,) if text),
        *((said("note"), text.get(language)) for text in (diagram.note,) if text),
        *((said("left_out"), text) for text in (left_out_words(diagram, language),) if text),
        *((said("left_out"), text.get(language)) for text in (undrawn_words(diagram),) if text),
        (said("origin"), report_line(diagram, language)),
        *(
            (status.label.get(language), f"{status.count} · {status.comment.get(language)}")
            for status in diagram.modalities
        ),
    ]
    edges, details = claims[: len(diagram.edges)], claims[len(diagram.edges) :]
    return (
        (said("relations_of"), columns, widths, edges),
        *(((said("details"), columns, widths, details),) if details else ()),
        (said("classes"), (said("name"), said("class"), said("also_called"), "IRI"), (40, 24, 50, 50), nodes),
        (said("sources"), source_columns, (10, 22, 80, 80), sources),
        (said("about"), (said("what"), said("content")), (30, 110), about),
    )
