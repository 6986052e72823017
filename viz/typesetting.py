"""Pages that Typst sets and draws. The only module that knows it.

It does its work outside Python's lock, so that other threads go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from .fonts import font_file, printable

_POINTS_PER_INCH = 72


def compile_pdf(template: Path, inputs: Mapping[str, str]) -> bytes:
    """The PDF file (PDF/UA-1) that a Typst template makes of its inputs, with no font but ours and no file but it.

    PDF/UA-1 allows no letter without a shape: one that our font lacks is replaced.
    """
    return _whole(_compiler(template).compile(format="pdf", pdf_standards=["ua-1"], sys_inputs=_letters(inputs)))


def compile_png(template: Path, inputs: Mapping[str, str], scale: float) -> bytes:
    """The one page that a Typst template makes of its inputs as PNG, made as `compile_pdf` makes a file.

    Args:
        template: of a single page.
        inputs: what it reads by name.
        scale: pixels to a point.
    """
    compiler = _compiler(template)
    return _whole(compiler.compile(format="png", ppi=_POINTS_PER_INCH * scale, sys_inputs=_letters(inputs)))


def _compiler(template: Path) -> typst.Compiler:
    return typst.Compiler(template.read_bytes(), root=str(template.parent), font_paths=_fonts())


def _letters(inputs: Mapping[str, str]) -> dict[str, str]:
    return {name: printable(text) for name, text in inputs.items()}


def _whole(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("Typst made no single file: install the version that is pinned")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_file().parent)])
