"""A sheet as a document: an answer, or a table for each part, then the numbered sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from graph.model import Language

from ..citations import report_line
from ..errors import require_form
from ..forms import Options
from ..legible import legible
from ..sheet import Part, Sheet
from ..typesetting import compile_pdf
from .paper import PAPERS, Paper
from .print_data import document_record, ours, source_records
from .table import Table, grid_table, part_table, table_record
from .word import Manuscript
from .words import words_of

_WORDS = ("sources", "made", "voices", "voices_title")
_TEMPLATE = Path(__file__).parents[1] / "templates" / "sheet.typ"


def render_sheet(sheet: Sheet, extension: str, options: Options | None = None) -> bytes:
    """The whole file of a sheet; the same one gives the same bytes.

    Raises:
        UnknownForm: there is no sheet in that form.
    """
    make = SHEET_FORMS[require_form(extension, SHEET_FORMS, "a sheet of statements")]
    options = options or Options()
    return make(legible(sheet), options.language, options.paper or "a4")


def _docx(sheet: Sheet, language: Language, paper: Paper) -> bytes:
    title = sheet.title.get(language)
    parts = _parts(sheet, language)
    manuscript = Manuscript(language, paper)
    manuscript.add_heading(title, lying=_lies(parts))
    manuscript.add_small(report_line(sheet, language))
    for heading, table, silence in parts:
        manuscript.add_table(heading, table, silence)
    manuscript.add_remark(words_of("voices_title", language), words_of("voices", language))
    if sheet.note:
        manuscript.add_remark(words_of("made", language), sheet.note.get(language))
    if sheet.sources:
        manuscript.add_sources(sheet.sources)
    return manuscript.saved(title, sheet)


def _pdf(sheet: Sheet, language: Language, paper: Paper) -> bytes:
    long, short = PAPERS[paper]
    parts = _parts(sheet, language)
    data = {
        **document_record(sheet.title.get(language), sheet, language, (long, short) if _lies(parts) else (short, long)),
        "line": report_line(sheet, language),
        "words": {**{key: words_of(key, language) for key in _WORDS}, "ours": ours(language)},
        "parts": [
            {"title": heading, "silence": silence, "table": table_record(table)} for heading, table, silence in parts
        ],
        "note": sheet.note.get(language) if sheet.note else "",
        "sources": source_records(sheet.sources, language),
    }
    return compile_pdf(_TEMPLATE, {"data": json.dumps(data, ensure_ascii=False)})


SHEET_FORMS: Mapping[str, Callable[[Sheet, Language, Paper], bytes]] = MappingProxyType({"docx": _docx, "pdf": _pdf})


def _parts(sheet: Sheet, language: Language) -> list[tuple[str, Table, str]]:
    """The heading of each table, the table, and what is said where it has no rows."""
    answer = [("", grid_table(sheet.grid, sheet, language), "")] if sheet.grid else []
    return answer + [
        (_heading(part, language), part_table(sheet, part, language), part.silence.get(language))
        for part in sheet.parts
    ]


def _lies(parts: Sequence[tuple[str, Table, str]]) -> bool:
    return any(table.lies for _, table, _ in parts)


def _heading(part: Part, language: Language) -> str:
    """A part's title with how many statements stand in it."""
    title = part.title.get(language)
    return title and (f"{title}（{part.count}）" if language == "zh" else f"{title} ({part.count})")
