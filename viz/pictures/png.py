"""A diagram as a PNG file, with its description inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import pack
from xml.etree import ElementTree
from zlib import crc32

from graph.model import Language

from ..description import describe, origin_line
from ..diagram import Diagram
from ..errors import PictureTooLarge
from ..fonts import FAMILY
from ..style import INK
from ..typesetting import compile_png
from .elements import SVG, Element
from .svg import Parts, Picture, render_svg

# Four bytes each while it is drawn: 160 MB.
MAX_PIXELS = 40_000_000
MIN_WIDTH = 64
# Across where nobody asks for more: an A4 page on its side, as fine as printers draw it.
_USUAL = 3508
_TEMPLATE = Path(__file__).parents[1] / "templates" / "pixels.typ"
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_TEXT = f"{{{SVG}}}text"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_END = len(_SIGNATURE) + 25
_PIXELS_PER_METRE = 96 / 0.0254


def render_png(
    diagram: Diagram,
    language: Language = "en",
    *,
    width: int | None = None,
    scale: float = 1.0,
    parts: Parts | None = None,
    picture: Picture | None = None,
) -> bytes:
    """A diagram as PNG; the same diagram gives the same bytes on every machine.

    Args:
        diagram: what to draw.
        language: of every word.
        width: in pixels before scaling; None for that of the layout, 3508 at most.
        scale: device pixels for each of these; programs show the picture at its size before scaling.
        parts: what stands around the drawing, and whether there is a ground; everything by default.
        picture: the same as vectors, if it is drawn already.

    Raises:
        PictureTooLarge: it would have more than `MAX_PIXELS`, or be narrower than `MIN_WIDTH`.
    """
    picture = picture or render_svg(diagram, language, parts)
    across = _width(picture, width, scale)
    image = _drawn(picture, language, across / picture.width)
    dots = round(_PIXELS_PER_METRE * scale)
    words = {
        "Title": diagram.title.get(language),
        "Description": describe(diagram, language),
        "Source": origin_line(diagram, language),
    }
    tag = "zh-Hans" if language == "zh" else "en"
    chunks = [_chunk(b"pHYs", pack(">IIB", dots, dots, 1)), *(_text(key, tag, text) for key, text in words.items())]
    return _with_chunks(image, chunks)


def _drawn(picture: Picture, language: Language, scale: float) -> bytes:
    """The picture in pixels, its text set apart from its shapes: glyphs that come again are then drawn once."""
    root = ElementTree.fromstring(picture.text)  # noqa: S314 - our own picture
    lines = list(_lines(root, 0.0, 0.0))
    data = {
        "width": picture.width,
        "height": picture.height,
        "font": FAMILY,
        "language": language,
        "region": "CN" if language == "zh" else "GB",
        "lines": lines,
    }
    inputs = {
        "data": json.dumps(data, ensure_ascii=False),
        "shapes": ElementTree.tostring(root, encoding="unicode"),
    }
    return compile_png(_TEMPLATE, inputs, scale)


def _lines(parent: Element, x: float, y: float) -> Iterator[tuple[float, float, float, str, str, str]]:
    """Take the lines of text out of a picture: each one's place, size, colour, anchor and words."""
    for child in list(parent):
        moved = _MOVED.fullmatch(child.get("transform", ""))
        left, top = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
        if child.tag != _TEXT:
            yield from _lines(child, left, top)
            continue
        parent.remove(child)
        place = left + float(child.get("x", 0)), top + float(child.get("y", 0))
        style = float(child.attrib["font-size"]), child.get("fill", INK), child.get("text-anchor", "start")
        yield (*place, *style, child.text or "")


def _width(picture: Picture, width: int | None, scale: float) -> int:
    across = round((width or min(picture.width, _USUAL)) * scale)
    pixels = across * across * picture.height / picture.width
    if across < MIN_WIDTH:
        raise PictureTooLarge(f"a picture of {across} pixels across shows nothing: ask for at least {MIN_WIDTH}")
    if pixels > MAX_PIXELS:
        most = int((MAX_PIXELS * picture.width / picture.height) ** 0.5)
        raise PictureTooLarge(
            f"a picture of {across} by {round(pixels / across)} pixels is too large: ask for at most {most} across, "
            "its scale included, or for SVG or PDF, which have no pixels"
        )
    return across


def _with_chunks(image: bytes, chunks: Iterable[bytes]) -> bytes:
    """The image with chunks after its header."""
    return image[:_HEADER_END] + b"".join(chunks) + image[_HEADER_END:]


def _text(key: str, language: str, text: str) -> bytes:
    """An international text chunk (PNG, third edition, 11.3.3.4); not compressed, since libraries differ in that."""
    return _chunk(b"iTXt", key.encode() + b"\0\0\0" + language.encode() + b"\0\0" + text.encode())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
