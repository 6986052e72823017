"""Several diagrams as one PDF file, with contents and one list of sources."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from graph.model import Language

from ..citations import claim_rows
from ..description import describe
from ..diagram import Diagram, Source
from ..pictures.svg import Parts, render_svg
from ..typesetting import compile_pdf
from .paper import PAPERS, Paper
from .print_data import document_record, ours, source_records
from .table import diagram_table, table_record
from .words import DOCUMENT_WORDS, words_of

_TEMPLATE = Path(__file__).parents[1] / "templates" / "briefing.typ"
_WORDS = ("contents", "claims", "sources", "figure")
_PARTS = Parts(title=False, sources=False, ground=False)


def briefing_pdf(
    cover: Diagram,
    lines: Sequence[str],
    diagrams: Sequence[Diagram],
    sources: Sequence[Source],
    language: Language,
    paper: Paper,
) -> bytes:
    """A PDF file (PDF/UA-1) with a title page, contents, pages for each diagram, and the sources.

    Args:
        cover: title and origin of the whole.
        lines: what stands under the title.
        diagrams: what to show; their sources carry the numbers of the common list.
        sources: the common list.
        language: of every word but the report's own.
        paper: size of the pages.
    """
    data = {
        **document_record(cover.title.get(language), cover, language, PAPERS[paper]),
        "lines": list(lines),
        "words": {**{key: words_of(key, language) for key in _WORDS}, "ours": ours(language)},
        "diagrams": [
            {
                "title": diagram.title.get(language),
                "subtitle": diagram.subtitle.get(language) if diagram.subtitle else "",
                "description": describe(diagram, language),
                "statuses": [
                    {"label": entry.label.get(language), "comment": entry.comment.get(language)}
                    for entry in diagram.modalities
                ],
                "claims": table_record(diagram_table(claim_rows(diagram, language), language)),
            }
            for diagram in diagrams
        ],
        "sources": source_records(sources, language),
        "reading": DOCUMENT_WORDS["reading"].get(language),
    }
    drawings = {
        f"drawing-{index}": render_svg(diagram, language, _PARTS).text for index, diagram in enumerate(diagrams)
    }
    return compile_pdf(_TEMPLATE, {"data": json.dumps(data, ensure_ascii=False), **drawings})
