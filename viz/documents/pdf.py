"""A diagram as a PDF file: vector picture, selectable text, tags."""

from __future__ import annotations

import json
from pathlib import Path

from graph.model import Language

from ..description import describe, origin_line
from ..diagram import Diagram
from ..fonts import FAMILY
from ..layouts.layout import NODE_SIZE, Layout, lay_out
from ..lettering import typeset
from ..messages import MESSAGES, cited_words
from ..pictures.blocks import abbreviation_texts, note_texts
from ..pictures.elements import written
from ..pictures.svg import Parts, render_legend, render_svg
from ..typesetting import compile_pdf
from .paper import MARGINS, Paper, best_page

_TEMPLATE = Path(__file__).parents[1] / "templates" / "picture.typ"
_PIXELS_PER_MM = 4.2
_COLUMN_MM = 120.0


def render_pdf(diagram: Diagram, language: Language = "en", paper: Paper = "a4", layout: Layout | None = None) -> bytes:
    """A diagram as PDF: a page with the picture, upright or lying as suits it, then pages with the sources.

    It conforms to PDF/UA-1: tagged, with title and language, its pictures described. It holds no date of its making.

    Args:
        diagram: what to draw.
        language: of every word.
        paper: size of the pages.
        layout: where everything stands, if it is known already.
    """
    layout = layout or lay_out(diagram)
    drawing = render_svg(diagram, language, Parts(title=False, legend=False, sources=False, ground=False), layout)
    width, height = best_page(drawing.width, drawing.height, paper)
    legend = render_legend(diagram, language, (width - MARGINS) * _PIXELS_PER_MM)
    words = {
        "title": written(typeset(diagram.title.get(language), language)),
        "subtitle": written(typeset(diagram.subtitle.get(language), language)) if diagram.subtitle else "",
        "subject": written(describe(diagram, language, most=0)),
        "description": written(describe(diagram, language)),
        "legend": MESSAGES["legend_print"].get(language),
        "keywords": [origin.symbol for origin in diagram.origins],
        "notes": [written(text) for text in note_texts(diagram, language)],
        "abbreviations": [written(text) for text in abbreviation_texts(diagram, language)],
        "drawing": {"width": drawing.width, "height": drawing.height, "letters": NODE_SIZE},
        "origin": origin_line(diagram, language),
        "language": language,
        "region": "CN" if language == "zh" else "GB",
        "font": FAMILY,
        "paper": {"width": width, "height": height},
        "columns": max(1, round((width - MARGINS) / _COLUMN_MM)),
        "words": {
            "sources": MESSAGES["sources"].get(language),
            "ours": MESSAGES["ours"].en if language == "en" else "",
        },
        "sources": [
            {
                "number": source.number,
                "place": cited_words(source.symbol, source.unit).get(language),
                "quote": written(source.quote),
                "translation": written(typeset(source.translation, language)) if language == "en" else "",
            }
            for source in diagram.sources
        ],
    }
    inputs = {"data": json.dumps(words, ensure_ascii=False), "drawing": drawing.text, "legend": legend.text}
    return compile_pdf(_TEMPLATE, inputs)
