"""Shapes of a slide as PowerPoint draws them itself: boxes with a glyph inside, lines glued to them, texts, tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from graph.model import Language

from ..documents.office import CHINESE_FONT, LANGUAGE_TAGS, LATIN_FONT
from ..layouts.boxes import Box
from ..layouts.straight_lines import StraightLine
from ..layouts.stress import Point
from ..style import Arrow, ClassStyle, LineStyle

_A = nsdecls("a")
EMU = 12_700
"""In a point."""
_UNITS = 100
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


def set_text(
    frame: TextFrame,
    paragraphs: Sequence[str],
    size: float,
    language: Language,
    *,
    colour: str = "#1c2733",
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    wrap: bool = True,
    inset: tuple[float, float, float, float] = (0, 0, 0, 0),
) -> None:
    """Fill a frame with paragraphs of one look.

    Args:
        frame: what to fill.
        paragraphs: each its own line or lines.
        size: of the letters, in points.
        language: of the words.
        colour: of the letters.
        bold: whether they are heavy.
        align: within the width.
        anchor: within the height.
        wrap: whether lines break at the width.
        inset: left, top, right and bottom, in points.
    """
    frame.word_wrap = wrap
    frame.vertical_anchor = anchor
    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = (Pt(each) for each in inset)
    for index, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph._p.append(parse_xml(run_xml(text, size, language, colour=colour, bold=bold)))


def run_xml(text: str, size: float, language: Language, *, colour: str, bold: bool = False) -> str:
    """A run: letters for Latin, Chinese and other scripts, and the language for those who check or speak it.

    It is written rather than put together from the library's objects, since slides hold thousands.
    """
    other = LANGUAGE_TAGS["en" if language == "zh" else "zh"]
    return (
        f'<a:r {_A}><a:rPr lang="{LANGUAGE_TAGS[language]}" altLang="{other}" sz="{round(size * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill><a:latin typeface="{LATIN_FONT}"/>'
        f'<a:ea typeface="{CHINESE_FONT}"/><a:cs typeface="{LATIN_FONT}"/></a:rPr><a:t>{escape(text)}</a:t></a:r>'
    )


def add_text(slide: Slide, box: Box, paragraphs: Sequence[str], size: float, language: Language, **look: Any) -> Any:  # noqa: ANN401
    """A text box; `box` in points, `look` as `set_text` takes it."""
    shape = slide.shapes.add_textbox(*_frame(box))
    set_text(shape.text_frame, paragraphs, size, language, **look)
    return shape


def add_node(
    slide: Slide, box: Box, style: ClassStyle, sites: Sequence[Point], *, emphasised: bool, glyph: float
) -> Any:  # noqa: ANN401
    """A box with the glyph of its class, and places on its border to which lines can be glued.

    Args:
        slide: where.
        box: in points.
        style: of its class.
        sites: places on the border, in points; they are numbered from 4, after the middles of the four sides.
        emphasised: whether it is filled with the colour of its class.
        glyph: size of the glyph in points.
    """
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_frame(box))
    shape.shadow.inherit = False
    _restyle(shape, style.colour if emphasised else style.tint, style.colour, 1.25)
    _shape_as(shape, box, sites, [_rounded(box, 5), _glyph_path(style, box, glyph, _GLYPH_FILLS[emphasised])])
    return shape


def add_glyph(slide: Slide, box: Box, style: ClassStyle) -> Any:  # noqa: ANN401
    """The glyph of a class alone, for the legend; `box` in points."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_frame(box))
    shape.shadow.inherit = False
    _restyle(shape, style.tint, style.colour, 1.0)
    _shape_as(shape, box, (), [_glyph_path(style, box, box.width, "darken", centred=True)])
    return shape


def add_line(slide: Slide, line: StraightLine, style: LineStyle, scale: float) -> Any:  # noqa: ANN401
    """A line with dashes, width and head of its status; `line` in points, `scale` points in a pixel of the style."""
    (x, y), (end_x, end_y) = line.start, line.end
    shape = slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, *(Emu(round(value * EMU)) for value in (x, y, end_x, end_y))
    )
    width = max(style.width * max(scale, 0.7), 0.75)
    dashes = "".join(
        f'<a:ds d="{round(dash / style.width * 100_000)}" sp="{round(gap / style.width * 100_000)}"/>'
        for dash, gap in zip(style.dashes[::2], style.dashes[1::2], strict=True)
    )
    dashes = f"<a:custDash>{dashes}</a:custDash>" if dashes else '<a:prstDash val="solid"/>'
    size = "med" if width < 2 else "sm"
    xml = (
        f'<a:ln {nsdecls("a")} w="{round(width * EMU)}" cap="flat">'
        f'<a:solidFill><a:srgbClr val="{style.colour[1:]}"/></a:solidFill>'
        f"{dashes}"
        f'<a:round/><a:tailEnd type="{_HEADS[style.arrow]}" w="{size}" len="{size}"/></a:ln>'
    )
    _unstyled(shape)
    shape._element.spPr.append(parse_xml(xml))
    return shape


def glue(line: Any, start: tuple[Any, int], end: tuple[Any, int]) -> None:  # noqa: ANN401
    """Glue a line's ends to shapes at their numbered places, so that it follows when they are moved."""
    properties = line._element.nvCxnSpPr.cNvCxnSpPr
    for tag, (shape, place) in (("a:stCxn", start), ("a:endCxn", end)):
        properties.append(parse_xml(f'<{tag} {nsdecls("a")} id="{shape.shape_id}" idx="{place}"/>'))


def name_shape(shape: Any, name: str, description: str) -> None:  # noqa: ANN401
    """What the selection pane calls a shape, and its alternative text for those who don't see it."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", description)


def _frame(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (round(value * EMU) for value in (box.left, box.top, box.width, box.height))
    return Emu(left), Emu(top), Emu(width), Emu(height)


def _restyle(shape: Any, fill: str, line: str, width: float) -> None:  # noqa: ANN401
    """Give a shape its own colours instead of those of the theme."""
    shape.fill.solid()
    shape.fill._fill._solidFill.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{fill[1:]}"/>'))
    shape.line.width = Pt(width)
    ln = shape._element.spPr.find(qn("a:ln"))
    ln.append(parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{line[1:]}"/></a:solidFill>'))
    _unstyled(shape)


def _unstyled(shape: Any) -> None:  # noqa: ANN401
    """Without the theme's colours, lines and shadows."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _shape_as(shape: Any, box: Box, sites: Sequence[Point], paths: Sequence[str]) -> None:  # noqa: ANN401
    """Give a shape an outline of our own. Places are parts of its size, so that they hold when it is resized."""
    guides, places = [], []
    for number, (x, y) in enumerate(sites):
        across, down = (round((value - low) * 100_000 / size) for value, low, size in _parts(box, x, y))
        guides.append(f'<a:gd name="sx{number}" fmla="*/ w {across} 100000"/>')
        guides.append(f'<a:gd name="sy{number}" fmla="*/ h {down} 100000"/>')
        places.append(f'<a:cxn ang="0"><a:pos x="sx{number}" y="sy{number}"/></a:cxn>')
    sides = (("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc"))
    standard = "".join(f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>' for angle, x, y in sides)
    xml = (
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst>{''.join(guides)}</a:gdLst><a:ahLst/>"
        f"<a:cxnLst>{standard}{''.join(places)}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{"".join(paths)}</a:pathLst></a:custGeom>'
    )
    old = shape._element.spPr.find(qn("a:prstGeom"))
    old.getparent().replace(old, parse_xml(xml))


def _parts(box: Box, x: float, y: float) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    return (x, box.left, box.width), (y, box.top, box.height)


def _rounded(box: Box, radius: float) -> str:
    width, height, r = (round(value * _UNITS) for value in (box.width, box.height, min(radius, box.height / 3)))

    def corner(start: int) -> str:
        return f'<a:arcTo wR="{r}" hR="{r}" stAng="{start * 5_400_000}" swAng="5400000"/>'

    return (
        f'<a:path w="{width}" h="{height}">{_move("moveTo", 0, r)}{corner(2)}{_move("lnTo", width - r, 0)}{corner(3)}'
        f"{_move('lnTo', width, height - r)}{corner(0)}{_move('lnTo', r, height)}{corner(1)}<a:close/></a:path>"
    )


def _glyph_path(style: ClassStyle, box: Box, size: float, fill: str, *, centred: bool = False) -> str:
    """The glyph at the left of a box, or in its middle, as a path of the box."""
    left = (box.width - size) / 2 if centred else size * 0.55
    top = (box.height - size) / 2
    width, height = round(box.width * _UNITS), round(box.height * _UNITS)

    def at(point: Point) -> tuple[int, int]:
        return round((left + point[0] / 16 * size) * _UNITS), round((top + point[1] / 16 * size) * _UNITS)

    steps = []
    for operation, points in _outline(style.glyph):
        if operation in ("moveTo", "lineTo"):
            steps.append(_move("moveTo" if operation == "moveTo" else "lnTo", *at(points[0])))
        elif operation == "curveTo":
            steps.append(f"<a:cubicBezTo>{''.join(_point(*at(point)) for point in points)}</a:cubicBezTo>")
        else:
            steps.append("<a:close/>")
    return f'<a:path w="{width}" h="{height}" fill="{fill}">{"".join(steps)}</a:path>'


@cache
def _outline(glyph: str) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """An SVG path as moves, lines and cubic curves."""
    pen = RecordingPen()
    parse_path(glyph, pen)
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def _move(tag: str, x: int, y: int) -> str:
    return f"<a:{tag}>{_point(x, y)}</a:{tag}>"


def _point(x: int, y: int) -> str:
    return f'<a:pt x="{x}" y="{y}"/>'


def rgb(colour: str) -> RGBColor:
    """A colour such as `#1c2733` as PowerPoint's library takes it."""
    return RGBColor.from_string(colour[1:].upper())
