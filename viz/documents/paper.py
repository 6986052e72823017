"""The sizes of pages and slides."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Paper = Literal["a4", "a3", "16:9"]
# Width and height in millimetres, lying.
PAPERS: Mapping[Paper, tuple[float, float]] = MappingProxyType(
    {"a4": (297.0, 210.0), "a3": (420.0, 297.0), "16:9": (338.67, 190.5)}
)

# What stands on a page beside a drawing, in millimetres: margins, and title and legend.
MARGINS, FURNITURE = 28.0, 70.0


def best_page(width: float, height: float, paper: Paper = "a4") -> tuple[float, float]:
    """Width and height in millimetres of the page, upright or lying, on which a drawing gets larger; slides always lie.

    Args:
        width: of the drawing, in pixels.
        height: of the drawing, in pixels.
        paper: size of the page.
    """
    long, short = PAPERS[paper]
    pages = [(long, short)] if paper == "16:9" else [(long, short), (short, long)]
    return max(pages, key=lambda page: _scale(page, width, height))


def page_scale(width: float, height: float, paper: Paper = "a4") -> float:
    """Millimetres of a pixel of a drawing on the page that suits it, as for `best_page`."""
    return _scale(best_page(width, height, paper), width, height)


def _scale(page: tuple[float, float], width: float, height: float) -> float:
    return min((page[0] - MARGINS) / width, (page[1] - FURNITURE) / height)
