"""Texts of slides. They are written, not put together from the library's objects, since slides hold thousands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import TextFrame

from graph.model import Language

from ..documents.office import CHINESE_FONT, LANGUAGE_TAGS, LATIN_FONT
from ..style import INK

EMU = 12_700
"""In a point."""
_A = nsdecls("a")

Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]


def body_xml(
    paragraphs: Sequence[str],
    size: float,
    language: Language,
    *,
    colour: str = INK,
    bold: bool = False,
    align: Align = "l",
    anchor: Anchor = "t",
    wrap: bool = True,
    inset: tuple[float, float, float, float] = (0, 0, 0, 0),
    fits: bool = False,
) -> str:
    """The body of a shape's text: paragraphs of one look.

    Args:
        paragraphs: each its own line or lines.
        size: of the letters, in points.
        language: of the words.
        colour: of the letters.
        bold: whether they are heavy.
        align: within the width.
        anchor: within the height.
        wrap: whether lines break at the width.
        inset: left, top, right and bottom, in points.
        fits: whether the shape grows and shrinks with its words.
    """
    sides = zip("ltrb", inset, strict=True)
    insets = "".join(f' {side}Ins="{round(each * EMU)}"' for side, each in sides)
    runs = (run_xml(text, size, language, colour=colour, bold=bold) for text in paragraphs)
    lines = "".join(f'<a:p><a:pPr algn="{align}"/>{run}</a:p>' for run in runs)
    return (
        f'<p:txBody {nsdecls("p", "a")}><a:bodyPr wrap="{"square" if wrap else "none"}"{insets} anchor="{anchor}">'
        f"{'<a:spAutoFit/>' if fits else ''}</a:bodyPr><a:lstStyle/>{lines or '<a:p/>'}</p:txBody>"
    )


def set_text(frame: TextFrame, body: str) -> None:
    """Put a body in the place of that of a frame there is, such as the one for the title."""
    old = frame._element
    old.getparent().replace(old, parse_xml(body))


def run_xml(text: str, size: float, language: Language, *, colour: str, bold: bool = False) -> str:
    """A run: letters for Latin, Chinese and other scripts, and the language for those who check or speak it."""
    other = LANGUAGE_TAGS["en" if language == "zh" else "zh"]
    return (
        f'<a:r {_A}><a:rPr lang="{LANGUAGE_TAGS[language]}" altLang="{other}" sz="{round(size * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill><a:latin typeface="{LATIN_FONT}"/>'
        f'<a:ea typeface="{CHINESE_FONT}"/><a:cs typeface="{LATIN_FONT}"/></a:rPr><a:t>{escape(text)}</a:t></a:r>'
    )
