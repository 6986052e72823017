"""Pictures in Word documents: vectors, which stay sharp at any size, and pixels for programs that don't show these."""

from __future__ import annotations

import io
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from graph.model import Language

from ..description import describe
from ..diagram import Diagram
from ..pictures.png import MAX_PIXELS, render_png
from ..pictures.svg import Picture
from .office import vectors_xml

# Programs of today show and print the vectors: the pixels, which take long to draw, need not be finer than a screen.
_DOTS = 160


def add_picture(
    document: Any,  # noqa: ANN401
    diagram: Diagram,
    language: Language,
    drawn: Picture,
    width: float,
) -> None:
    """Add a paragraph with the picture of a diagram, as vectors and as pixels, and its description.

    Args:
        document: a python-docx document.
        diagram: what to show.
        language: of every word.
        drawn: the picture as vectors.
        width: in millimetres.
    """
    most = (MAX_PIXELS * 0.95 / (drawn.width * drawn.height)) ** 0.5
    scale = min(width / 25.4 * _DOTS / drawn.width, most)
    data = render_png(diagram, language, width=round(drawn.width), scale=scale, picture=drawn)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(4)
    inline = paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(width))._inline
    inline.docPr.set("name", diagram.title.get(language))
    inline.docPr.set("descr", describe(diagram, language))
    _add_vectors(document, inline, drawn.text)


def _add_vectors(document: Any, inline: Any, svg: str) -> None:  # noqa: ANN401
    name = PackURI(f"/word/media/picture{len(document.inline_shapes)}.svg")
    part = Part(name, "image/svg+xml", svg.encode(), document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    inline.graphic.graphicData.pic.blipFill.blip.append(parse_xml(vectors_xml(relation)))
