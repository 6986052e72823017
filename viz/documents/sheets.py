"""A sheet of statements as a document: a table for each part, then the numbered sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from graph.model import Language

from ..citations import ClaimRow, claim_row, placed_marks, report_line, short_places, source_place
from ..description import origin_line
from ..errors import UnknownForm
from ..fonts import FAMILY
from ..forms import Options
from ..legible import legible
from ..messages import MESSAGES
from ..sheet import Part, Sheet
from ..typesetting import compile_pdf
from .paper import PAPERS, Paper
from .word import Manuscript
from .words import words_of

_TEMPLATE = Path(__file__).parents[1] / "templates" / "sheet.typ"


def render_sheet(sheet: Sheet, extension: str, options: Options | None = None) -> bytes:
    """The whole file of a sheet; the same one gives the same bytes.

    Raises:
        UnknownForm: there is no sheet in that form.
    """
    if extension not in SHEET_FORMS:
        raise UnknownForm(f"there is no sheet of statements as “{extension}”: make it one of {', '.join(SHEET_FORMS)}")
    options = options or Options()
    return SHEET_FORMS[extension](legible(sheet), options.language, options.paper or "a4")


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
        "title": sheet.title.get(language),
        "line": report_line(sheet, language),
        "origin": origin_line(sheet, language),
        "keywords": [origin.symbol for origin in sheet.origins],
        "language": language,
        "region": "CN" if language == "zh" else "GB",
        "font": FAMILY,
        "paper": {"width": short, "height": long},
        "words": {
            **{
                key: words_of(key, language) for key in ("claim", "holder", "sources", "made", "voices", "voices_title")
            },
            "ours": MESSAGES["ours"].en if language == "en" else "",
        },
        "parts": [
            {
                "title": _heading(part, language),
                "silence": part.silence.get(language),
                "claims": [
                    {"words": words, "holder": holder, "sources": placed_marks(placed)}
                    for words, holder, placed in _rows(sheet, part, language)
                ],
            }
            for part in sheet.parts
        ],
        "note": sheet.note.get(language) if sheet.note else "",
        "sources": [
            {
                "number": source.number,
                "place": source_place(source, language),
                "quote": source.quote,
                "translation": source.translation if language == "en" else "",
            }
            for source in sheet.sources
        ],
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
