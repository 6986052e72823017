"""A sheet of statements as a document: a table for each part, then the numbered sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from graph.model import Language

from ..citations import ClaimRow, claim_row, report_line, short_places
from ..errors import require_form
from ..forms import Options
from ..legible import legible
from ..sheet import Part, Sheet
from ..typesetting import compile_pdf
from .paper import PAPERS, Paper
from .print_data import claim_records, document_record, ours, source_records
from .word import Manuscript
from .words import words_of

_WORDS = ("claim", "holder", "sources", "made", "voices", "voices_title")
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
    manuscript = Manuscript(language, paper)
    manuscript.add_heading(title)
    manuscript.add_small(report_line(sheet, language))
    for part in sheet.parts:
        manuscript.add_table(_heading(part, language), _rows(sheet, part, language), part.silence.get(language))
    manuscript.add_remark(words_of("voices_title", language), words_of("voices", language))
    if sheet.note:
        manuscript.add_remark(words_of("made", language), sheet.note.get(language))
    if sheet.sources:
        manuscript.add_sources(sheet.sources)
    return manuscript.saved(title, sheet)


def _pdf(sheet: Sheet, language: Language, paper: Paper) -> bytes:
    long, short = PAPERS[paper]
    data = {
        **document_record(sheet.title.get(language), sheet, language, (short, long)),
        "line": report_line(sheet, language),
        "words": {**{key: words_of(key, language) for key in _WORDS}, "ours": ours(language)},
        "parts": [
            {
                "title": _heading(part, language),
                "silence": part.silence.get(language),
                "claims": claim_records(_rows(sheet, part, language)),
            }
            for part in sheet.parts
        ],
        "note": sheet.note.get(language) if sheet.note else "",
        "sources": source_records(sheet.sources, language),
    }
    return compile_pdf(_TEMPLATE, {"data": json.dumps(data, ensure_ascii=False)})


SHEET_FORMS: Mapping[str, Callable[[Sheet, Language, Paper], bytes]] = MappingProxyType({"docx": _docx, "pdf": _pdf})


def _heading(part: Part, language: Language) -> str:
    """A part's title with how many statements stand in it."""
    title = part.title.get(language)
    return title and (f"{title}（{part.count}）" if language == "zh" else f"{title} ({part.count})")


def _rows(sheet: Sheet, part: Part, language: Language) -> list[ClaimRow]:
    places = short_places(sheet, language)
    space = "" if language == "zh" else " "
    rows = []
    for line in part.lines:
        words, holder, placed = claim_row(line.claim, sheet, places, language)
        lead = f"→ {line.lead.get(language)}{space}" if line.lead else ""
        rows.append((lead + words, holder, placed))
    return rows
