"""What documents that Typst sets have in common, as the data that their templates read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.model import Language

from ..citations import source_place
from ..description import origin_line
from ..diagram import Cited, Source
from ..fonts import FAMILY
from ..messages import MESSAGES


def document_record(title: str, cited: Cited, language: Language, size: tuple[float, float]) -> dict[str, Any]:
    """Title, origin, letters and pages of a document.

    Args:
        title: of the whole.
        cited: what it rests on.
        language: of every word but the report's own.
        size: width and height of its pages, in millimetres.
    """
    return {
        "title": title,
        "origin": origin_line(cited, language),
        "keywords": [origin.symbol for origin in cited.origins],
        "language": language,
        "region": "CN" if language == "zh" else "GB",
        "font": FAMILY,
        "paper": dict(zip(("width", "height"), size, strict=True)),
    }


def source_records(sources: Sequence[Source], language: Language) -> list[dict[str, Any]]:
    """The numbered sources in their exact words, in English with our translation."""
    return [
        {
            "number": source.number,
            "place": source_place(source, language),
            "quote": source.quote,
            "translation": source.translation if language == "en" else "",
        }
        for source in sources
    ]


def ours(language: Language) -> str:
    """Whose the translations are; empty where there are none."""
    return MESSAGES["ours"].en if language == "en" else ""
