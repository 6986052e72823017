"""The marks of time on a slide: frames, the axis with its years, and the date above each entity."""

from __future__ import annotations

from collections.abc import Callable

from pptx.slide import Slide

from graph.model import Language

from ..layouts.boxes import Box
from ..layouts.furniture import DATE_LINE, DATE_SIZE, HEADING_SIZE, TICK_SIZE, Furniture
from ..layouts.straight_lines import StraightLine
from ..layouts.stress import Point
from ..lettering import text_width
from ..style import INK, PAPER
from .pages import GREY
from .shapes import add_rule, add_text

_FRAME, _FAINT = "#f4f6f7", "#d5dbe0"
# Other programs may set words in wider letters.
_WIDER = 1.25


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
    for frame in furniture.frames:
        box = Box(*at((frame.box.x, frame.box.y)), frame.box.width * scale, frame.box.height * scale)
        heading = frame.heading.get(language)
        inset = (14 * scale, 8 * scale, 0, 0)
        add_text(
            slide, box, [heading], HEADING_SIZE * scale, language,
            name=f"frame {heading}", ground=_FRAME, colour=GREY, inset=inset, fits=False,
        )  # fmt: skip
    for tick in furniture.ticks:
        course = StraightLine(at((tick.x, tick.top)), at((tick.x, tick.bottom)))
        add_rule(slide, course, _FAINT, 0.75, name=f"line of {tick.label}")
    if furniture.ticks:
        first, last = furniture.ticks[0], furniture.ticks[-1]
        add_rule(slide, StraightLine(at((first.x, first.y)), at((last.x + 1, last.y))), INK, 2, name="axis of time")
    for tick in furniture.ticks:
        box = Box(*at((tick.x, tick.y - 16)), 44 * scale, 18 * scale)
        add_text(
            slide, box, [tick.label], TICK_SIZE * scale, language,
            name=f"year {tick.label}", ground=PAPER, align="ctr", anchor="ctr", wrap=False,
        )  # fmt: skip
    for span in furniture.spans:
        if span.right - span.left > 1:
            course = StraightLine(at((span.left, span.y)), at((span.right, span.y)))
            is_open = span.open_left or span.open_right
            add_rule(slide, course, GREY, 3 * scale, name=f"time of {span.node}", dashed=is_open)
        words = span.words.get(language)
        width = text_width(words, DATE_SIZE) * _WIDER
        box = Box(*at((span.left + width / 2, span.y + 2 + DATE_LINE / 2)), width * scale, DATE_LINE * scale)
        add_text(
            slide, box, [words], DATE_SIZE * scale, language,
            name=f"date of {span.node}", colour=GREY, anchor="ctr", wrap=False,
        )  # fmt: skip
