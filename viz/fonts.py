"""The fonts that pictures and pages are set in: of the wheel that ships them, never of the machine.

Every machine so draws the same bytes, and Chinese where no font for it is installed. Noto Sans SC (SIL Open Font
License) holds Latin and Chinese in one weight; nothing in a picture therefore asks for bold or italics.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
from fontTools.ttLib import TTFont

FAMILY = "Noto Sans SC"
# For readers whose machine lacks it: what Windows, macOS and Linux have for Chinese, then any sans-serif.
FAMILIES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Source Han Sans SC",
    "Arial",
    "sans-serif",
)


# What stands for a letter that the font lacks, as Chinese printers have it.
MISSING = "〓"


@cache
def font_file() -> Path:
    """The file of the one font."""
    return pylopdf_fonts_zh_cn.sans_path()


def printable(text: str) -> str:
    """The text with what the font has no letter for replaced by MISSING; white space stays."""
    letters = _letters()
    return "".join(each if each in letters or each.isspace() else MISSING for each in text)


@cache
def _letters() -> frozenset[str]:
    with TTFont(font_file(), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
