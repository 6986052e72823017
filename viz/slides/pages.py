"""The slides of a presentation: their size, their titles, the file they make."""

from __future__ import annotations

import io

from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Emu

from graph.model import Language

from ..citations import report_line
from ..diagram import Diagram
from ..documents.office import describe_file, packed
from ..documents.paper import PAPERS, Paper
from ..layouts.boxes import Box
from ..lettering import ELLIPSIS, fill_lines
from .texts import EMU, body_xml, set_text

MARGIN = 26.0
GREY = "#4d5863"
_TITLE = 24.0
_POINTS_PER_MM = 72 / 25.4
# How much wider heavy letters are, and those of a font that may stand in for ours.
_BOLD, WIDER = 1.12, 1.25
_TITLE_LAYOUT = 5


class Pages:
    """A presentation that grows slide by slide; sizes are in points.

    Args:
        language: of every word but the report's own.
        paper: size of the slides, a key of PAPERS.
    """

    def __init__(self, language: Language, paper: Paper) -> None:
        self.language: Language = language
        self.width, self.height = (round(side * _POINTS_PER_MM, 2) for side in PAPERS[paper])
        self.file = Presentation()
        self._resize()

    def _resize(self) -> None:
        """The slides' size, and the places of the masters with it, for those who add slides of their own."""
        across = self.width * EMU / self.file.slide_width
        down = self.height * EMU / self.file.slide_height
        self.file.slide_width, self.file.slide_height = (Emu(round(each * EMU)) for each in (self.width, self.height))
        master = self.file.slide_master
        for shape in (*master.shapes, *(shape for layout in master.slide_layouts for shape in layout.shapes)):
            if shape._element.xpath(".//a:xfrm"):
                shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
                shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))

    def add_slide(self, title: str, box: Box | None = None, size: float = _TITLE) -> Slide:
        """An empty slide with a title, whose letters shrink before it is cut."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_LAYOUT])
        # Only what this program adds is on it, so ids need not be looked for among all shapes each time.
        slide.shapes.turbo_add_enabled = True
        width = self.width - 2 * MARGIN
        box = box or Box(self.width / 2, 30, width, 36)
        heading = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = (
            Emu(round(value * EMU)) for value in (box.left, box.top, box.width, box.height)
        )
        lines = 1 if box.height < 2 * size else 2
        while size > 12 and len(fill_lines(title, size * WIDER, box.width, 9)) > lines:
            size -= 1
        title = shortened(title, box.width, box.height, size * _BOLD)
        set_text(heading.text_frame, body_xml([title], size, self.language, bold=True, anchor="ctr"))
        for place in list(slide.placeholders):
            if place.placeholder_format.type is not None and place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        return slide

    def saved(self, title: str, diagram: Diagram) -> bytes:
        """The file's bytes, which name the title and the diagram's origin; the same slides give the same ones."""
        subject = ", ".join(origin.symbol for origin in diagram.origins)
        comments = report_line(diagram, self.language)
        describe_file(
            self.file.core_properties, title=title, subject=subject, comments=comments, language=self.language
        )
        file = io.BytesIO()
        self.file.save(file)
        return packed(file.getvalue())


def shortened(text: str, width: float, height: float, size: float) -> str:
    """A text that fits, cut at its end if it must be."""
    most = max(1, int(height / (size * 1.22)))
    lines = fill_lines(text, size, width, most)
    if not lines[-1].endswith(ELLIPSIS) or text.endswith(ELLIPSIS):
        return text
    return text[: max(1, sum(map(len, lines)) - 2)].rstrip() + ELLIPSIS
