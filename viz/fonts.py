"""The fonts that pictures and pages are set in: of the wheel that ships them, never of the machine.

Every machine so draws the same bytes, and Chinese where no font for it is installed. Noto Sans SC (SIL Open Font
License) holds Latin and Chinese in one weight; nothing in a picture therefore asks for bold or italics.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn

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


@cache
def font_file() -> Path:
    """The file of the one font."""
    return pylopdf_fonts_zh_cn.sans_path()
