"""The marks of time on a slide: frames, the axis with its years, and the date above each entity."""

from __future__ import annotations

from collections.abc import Callable

from pptx.slide import Slide

from graph.model import Language

from ..layouts.boxes import Box
from ..layouts.furniture import DATE_LINE, DATE_SIZE, HEADING_SIZE, YEAR_SIZE, Furniture
from ..layouts.straight_lines import StraightLine
from ..layouts.stress import Point
from ..lettering import text_width
from ..style import BAND, INK
from .pages import GREY, WIDER
from .shapes import add_ground, add_rule, add_text

_FRAME = "#f4f6f7"


def add_time_marks(
    slide: Slide, furniture: Furniture, language: Language, scale: float, at: Callable[[Point], Point]
) -> None:
    """Everything that stands behind the entities of a timeline.

    Args:
        slide: where.
        furniture: of its layout, in pixels.
        language: of the words.
        scale: points in a pixel.
        at: from pixels of the layout to points of the slide.
    """
    for year in furniture.years:
        band = Box(*at((year.band.x, year.band.y)), year.band.width * scale, year.band.height * scale)
        add_ground(slide, band, BAND, name=f"band of {year.label}")
    if furniture.years:
        first, last = furniture.years[0], furniture.years[-1]
        course = StraightLine(at((first.left, first.y)), at((last.right, last.y)))
        add_rule(slide, course, INK, 0.75, name="axis of time", dashed=True)
    for year in furniture.years:
        add_rule(
            slide, StraightLine(at((year.left, year.y)), at((year.right, year.y))), INK, 2, name=f"axis in {year.label}"
        )
        box = Box(*at((year.middle, year.y - 13)), 44 * scale, 18 * scale)
        add_text(
            slide, box, [year.label], YEAR_SIZE * scale, language,
            name=f"year {year.label}", align="ctr", anchor="ctr", wrap=False,
        )  # fmt: skip
    # Years are seen through the frames that stand over them.
    ground = "" if furniture.years else _FRAME
    for frame in furniture.frames:
        box = Box(*at((frame.box.x, frame.box.y)), frame.box.width * scale, frame.box.height * scale)
        heading = frame.heading.get(language)
        inset = (14 * scale, 8 * scale, 0, 0)
        add_text(
            slide, box, [heading], HEADING_SIZE * scale, language,
            name=f"frame {heading}", ground=ground, colour=GREY, inset=inset, fits=False,
        )  # fmt: skip
    for span in furniture.spans:
        if span.right - span.left > 1:
            course = StraightLine(at((span.left, span.y)), at((span.right, span.y)))
            is_open = span.open_left or span.open_right
            add_rule(slide, course, GREY, 3 * scale, name=f"time of {span.node}", dashed=is_open)
        words = span.words.get(language)
        width = text_width(words, DATE_SIZE) * WIDER
        box = Box(*at((span.left + width / 2, span.y + 2 + DATE_LINE / 2)), width * scale, DATE_LINE * scale)
        add_text(
            slide, box, [words], DATE_SIZE * scale, language,
            name=f"date of {span.node}", colour=GREY, anchor="ctr", wrap=False,
        )  # fmt: skip
