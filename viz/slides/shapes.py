"""Shapes of a slide as PowerPoint draws them itself: boxes with a glyph inside, lines glued to them, texts.

Each is written, not put together from the library's objects, since a presentation holds thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from graph.model import Language

from ..layouts.boxes import Box
from ..layouts.straight_lines import StraightLine
from ..layouts.stress import Point
from ..style import Arrow, ClassStyle, LineStyle
from .outlines import glyph_path, outline_xml, rounded_path
from .texts import EMU, body_xml

_NAMESPACES = nsdecls("p", "a")
_HEADS: dict[Arrow, str] = {
    "triangle": "triangle",
    "vee": "arrow",
    "bar": "stealth",
    "diamond": "diamond",
    "circle": "oval",
}
# A path is filled with the shape's colour or a shade of it: the box as it is, the glyph in it darker, or lighter
# where the box has the full colour.
_GLYPH_FILLS = {False: "darken", True: "lighten"}


def add_text(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[str],
    size: float,
    language: Language,
    *,
    name: str = "",
    description: str = "",
    ground: str = "",
    fits: bool = True,
    **look: Any,  # noqa: ANN401
) -> None:
    """A text box.

    Args:
        slide: where.
        box: in points.
        paragraphs: each its own line or lines.
        size: of the letters, in points.
        language: of the words.
        name: what the selection pane calls it.
        description: its alternative text for those who don't see it.
        ground: colour behind the words, empty for none.
        fits: whether it grows and shrinks with its words.
        look: as `body_xml` takes it.
    """
    properties = (
        f'{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_filled(ground) if ground else "<a:noFill/>"}'
    )
    body = body_xml(paragraphs, size, language, fits=fits, **look)
    _add_shape(slide, name, description, properties, body, kind=' txBox="1"')


def add_node(
    slide: Slide,
    box: Box,
    style: ClassStyle,
    sites: Sequence[Point],
    body: str,
    *,
    emphasised: bool,
    glyph: float,
    name: str,
    description: str,
) -> int:
    """A box with the glyph of its class, and places on its border to which lines can be glued.

    Args:
        slide: where.
        box: in points.
        style: of its class.
        sites: places on the border, in points; they are numbered from 4, after the middles of the four sides.
        body: its words, as `body_xml` gives them.
        emphasised: whether it is filled with the colour of its class.
        glyph: size of the glyph in points.
        name: what the selection pane calls it.
        description: its alternative text for those who don't see it.

    Returns:
        Its id on the slide.
    """
    paths = [rounded_path(box, 5), glyph_path(style.glyph, box, glyph, _GLYPH_FILLS[emphasised])]
    fill = style.colour if emphasised else style.tint
    properties = _place(box) + outline_xml(box, sites, paths) + _filled(fill) + _bordered(style.colour, 1.25)
    return _add_shape(slide, name, description, properties, body)


def add_glyph(slide: Slide, box: Box, style: ClassStyle, name: str) -> None:
    """The glyph of a class alone, for the legend; `box` in points."""
    paths = [glyph_path(style.glyph, box, box.width, "darken", centred=True)]
    properties = _place(box) + outline_xml(box, (), paths) + _filled(style.tint) + _bordered(style.colour, 1.0)
    _add_shape(slide, name, "", properties, "")


def add_line(
    slide: Slide,
    line: StraightLine,
    style: LineStyle,
    scale: float,
    *,
    name: str,
    description: str = "",
    ends: Sequence[tuple[int, int]] = (),
) -> None:
    """A line with dashes, width and head of its status.

    Args:
        slide: where.
        line: in points.
        style: of its status.
        scale: points in a pixel of the style.
        name: what the selection pane calls it.
        description: its alternative text for those who don't see it.
        ends: ids of the two shapes to which it is glued, so that it follows when they are moved, each with the number
            of a place on its border.
    """
    width = max(style.width * max(scale, 0.7), 0.75)
    dashes = "".join(
        f'<a:ds d="{round(dash / style.width * 100_000)}" sp="{round(gap / style.width * 100_000)}"/>'
        for dash, gap in zip(style.dashes[::2], style.dashes[1::2], strict=True)
    )
    dashes = f"<a:custDash>{dashes}</a:custDash>" if dashes else '<a:prstDash val="solid"/>'
    size = "med" if width < 2 else "sm"
    tags = zip(("a:stCxn", "a:endCxn"), ends, strict=False)
    glued = "".join(f'<{tag} id="{shape}" idx="{place}"/>' for tag, (shape, place) in tags)
    head = f'<a:tailEnd type="{_HEADS[style.arrow]}" w="{size}" len="{size}"/>'
    stroke = f'<a:ln w="{round(width * EMU)}" cap="flat">{_filled(style.colour)}{dashes}<a:round/>{head}</a:ln>'
    _add_connector(slide, line, stroke, _named(slide, name, description)[1], glued)


def add_rule(slide: Slide, line: StraightLine, colour: str, width: float, *, name: str, dashed: bool = False) -> None:
    """A plain line that isn't glued to anything; place and width in points."""
    dashes = f'<a:prstDash val="{"sysDash" if dashed else "solid"}"/>'
    stroke = f'<a:ln w="{round(width * EMU)}" cap="flat">{_filled(colour)}{dashes}</a:ln>'
    _add_connector(slide, line, stroke, _named(slide, name, "")[1])


def add_ground(slide: Slide, box: Box, colour: str, *, name: str) -> None:
    """A plain area without a border, on which other things stand; `box` in points."""
    shape = f'{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_filled(colour)}<a:ln><a:noFill/></a:ln>'
    _add_shape(slide, name, "", shape, "")


def name_shape(shape: Any, name: str, description: str) -> None:  # noqa: ANN401
    """What the selection pane calls a shape, and its alternative text for those who don't see it."""
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", description)


def _add_connector(slide: Slide, line: StraightLine, stroke: str, named: str, glued: str = "") -> None:
    _add(
        slide,
        f"<p:cxnSp {_NAMESPACES}><p:nvCxnSpPr>{named}<p:cNvCxnSpPr>{glued}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{_course(line)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{stroke}</p:spPr></p:cxnSp>',
    )


def _add_shape(slide: Slide, name: str, description: str, properties: str, body: str, kind: str = "") -> int:
    id_, named = _named(slide, name, description)
    _add(
        slide,
        f"<p:sp {_NAMESPACES}><p:nvSpPr>{named}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{properties}</p:spPr>{body}</p:sp>",
    )
    return id_


def _add(slide: Slide, xml: str) -> None:
    slide.shapes._spTree.append(parse_xml(xml))


def _named(slide: Slide, name: str, description: str) -> tuple[int, str]:
    """The next id of a slide, and what names a shape by it."""
    id_ = slide.shapes._next_shape_id
    described = f" descr={quoteattr(description)}" if description else ""
    return id_, f'<p:cNvPr id="{id_}" name={quoteattr(name or f"text {id_}")}{described}/>'


def _place(box: Box) -> str:
    left, top, width, height = (round(value * EMU) for value in (box.left, box.top, box.width, box.height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _course(line: StraightLine) -> str:
    """The frame of a line: from its upper left corner to the lower right one, unless it is turned over."""
    (x, y), (end_x, end_y) = ((round(a * EMU), round(b * EMU)) for a, b in (line.start, line.end))
    turned = ' flipH="1"' * (x > end_x) + ' flipV="1"' * (y > end_y)
    return (
        f'<a:xfrm{turned}><a:off x="{min(x, end_x)}" y="{min(y, end_y)}"/>'
        f'<a:ext cx="{abs(end_x - x)}" cy="{abs(end_y - y)}"/></a:xfrm>'
    )


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _bordered(colour: str, width: float) -> str:
    """A border of a width in points, and no shadow."""
    return f'<a:ln w="{round(width * EMU)}">{_filled(colour)}</a:ln><a:effectLst/>'
