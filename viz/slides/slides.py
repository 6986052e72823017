"""A diagram, or several, as PowerPoint slides."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu

from graph.model import Language
from ontology import Text

from ..citations import claim_rows, claim_words, marks, placed_marks, report_line, source_place
from ..description import describe
from ..diagram import Diagram, Source
from ..documents.office import vectors_xml
from ..documents.paper import Paper
from ..documents.words import DOCUMENT_WORDS, words_of
from ..layouts.boxes import Box
from ..layouts.layout import Layout, lay_out
from ..legible import legible
from ..messages import MESSAGES
from ..pictures.png import render_png
from ..pictures.svg import Parts, render_svg
from ..selections.parts import PART_NODES, part_of, split_diagram
from .drawing import SlideDrawing, draw_for_slide
from .legend import add_furniture, furniture_height
from .pages import GREY, MARGIN, WIDER, Pages, shortened
from .pen import Pen
from .shapes import add_text, name_shape
from .tables import Table, add_table
from .texts import EMU, body_xml, set_text
from .timeline import draw_timeline, is_readable_in_time, split_by_time

# What one slide may show; beyond it there is an overview and a slide for each part.
SLIDE_NODES, SLIDE_EDGES = 25, 40
# Entities of a part that isn't split any further.
_FEWEST = 4
_PLACED = ("clusters", "matrix")
_SUBTITLE = 14.0
_BORDER = 60.0
# An overview that is drawn smaller shows nothing.
_SEEN = 0.2
# Pixels across the place of an overview, for programs that don't show its vectors.
_ACROSS = 1600


def presentation_file(diagram: Diagram, language: Language, paper: Paper | None = None) -> bytes:
    """A presentation of one diagram: its drawing in shapes that can be edited, what each line says, its sources.

    Args:
        diagram: what to show.
        language: of every word but the report's own.
        paper: size of the slides, `16:9` unless it is named.
    """
    diagram = legible(diagram)
    deck = Deck(language, paper or "16:9")
    deck.add_diagram(diagram)
    deck.add_sources(diagram.sources)
    return deck.saved(diagram.title.get(language), diagram)


class Deck:
    """A presentation of diagrams that grows slide by slide.

    Args:
        language: of every word but the report's own.
        paper: size of the slides, a key of PAPERS.
    """

    def __init__(self, language: Language, paper: Paper) -> None:
        self.language: Language = language
        self._pages = Pages(language, paper)

    def add_diagram(self, diagram: Diagram) -> None:
        """A slide of a diagram, or an overview and a slide for each part, then tables of what each line says.

        Lines of slides are straight, so its entities are arranged by force unless their places have a meaning of their
        own, as in a table, which the overview shows. Stretches of a timeline are timelines too.
        """
        if diagram.layout == "timeline":
            self._add_timeline(diagram)
        else:
            self._add_network(diagram)
        self._add_claims(diagram)

    def _add_network(self, diagram: Diagram) -> None:
        loose = diagram if diagram.layout == "radial" else replace(diagram, layout="force")
        fits = len(diagram.nodes) <= SLIDE_NODES and len(diagram.edges) <= SLIDE_EDGES
        drawing = self._drawn(loose) if fits and diagram.layout not in _PLACED else None
        if drawing is not None and drawing.readable:
            self._add_drawing(diagram, drawing)
        else:
            self._add_overview(diagram if diagram.layout in _PLACED else self._larger(diagram, loose))
            for part in _titled(diagram.title, self._readable_parts(replace(diagram, layout="force"))):
                self._add_drawing(part, self._drawn(part))

    def _add_timeline(self, diagram: Diagram) -> None:
        stretches = split_by_time(diagram, self._fits_in_time)
        if len(stretches) == 1 and len(stretches[0].nodes) == len(diagram.nodes):
            self._add_drawing(diagram, self._in_time(diagram))
            return
        # What isn't dated has no place in time: its lines are arranged as those of other diagrams.
        shown = {edge.id for part in stretches for edge in part.edges}
        others = part_of(diagram, [edge for edge in diagram.edges if edge.id not in shown], ())
        if self._scale(diagram, lay_out(diagram)) >= _SEEN:
            self._add_overview(diagram)
        for part in _titled(diagram.title, (*stretches, *self._readable_parts(replace(others, layout="force")))):
            self._add_drawing(part, self._in_time(part) if part.layout == "timeline" else self._drawn(part))

    def add_sources(self, sources: Sequence[Source]) -> None:
        """Tables of the numbered sources."""
        heads = [words_of(key, self.language) for key in ("number", "place", "quotation")]
        shares = [0.06, 0.16, 0.78]
        rows: list[tuple[str, ...]] = [(f"[{s.number}]", source_place(s, self.language), s.quote) for s in sources]
        if self.language == "en":
            heads.append(DOCUMENT_WORDS["translation"].en)
            shares = [0.06, 0.14, 0.36, 0.44]
            rows = [(*row, source.translation) for row, source in zip(rows, sources, strict=True)]
        add_table(self._pages, Table(MESSAGES["sources"].get(self.language), tuple(heads), tuple(shares), rows))

    def add_title(self, title: str, lines: Sequence[str]) -> None:
        """A slide with a title and a few lines under it."""
        slide = self._pages.add_slide(
            title, Box(self._pages.width / 2, self._pages.height * 0.36, self._pages.width - 4 * MARGIN, 90), 34
        )
        box = Box(
            self._pages.width / 2, self._pages.height * 0.62, self._pages.width - 4 * MARGIN, self._pages.height * 0.3
        )
        add_text(slide, box, lines, 14, self.language, colour=GREY)

    def add_contents(self, titles: Sequence[str]) -> None:
        """Slides with the titles of the diagrams, numbered."""
        heads = (words_of("number", self.language), words_of("diagram", self.language))
        rows = [(str(number), title) for number, title in enumerate(titles, start=1)]
        add_table(self._pages, Table(words_of("contents", self.language), heads, (0.08, 0.92), rows))

    def saved(self, title: str, diagram: Diagram) -> bytes:
        """The file's bytes, which name the title and the diagram's origin; the same slides give the same ones."""
        return self._pages.saved(title, diagram)

    def _drawn(self, diagram: Diagram) -> SlideDrawing:
        area = self._area(diagram)
        return draw_for_slide(diagram, self.language, area.width, area.height)

    def _readable_parts(self, diagram: Diagram, nodes: int = PART_NODES) -> list[Diagram]:
        """Parts of a diagram, each again in parts while its boxes and words have no room on a slide."""
        found = []
        for part in split_diagram(diagram, nodes):
            half = max(_FEWEST, len(part.nodes) // 2 + 1)
            if half < len(part.nodes) and not self._drawn(part).readable:
                found += self._readable_parts(part, half)
            else:
                found.append(part)
        return found

    def _in_time(self, diagram: Diagram) -> SlideDrawing:
        area = self._area(diagram)
        return draw_timeline(diagram, self.language, area.width, area.height)

    def _fits_in_time(self, diagram: Diagram) -> bool:
        area = self._area(diagram)
        return is_readable_in_time(diagram, self.language, area.width, area.height)

    def _larger(self, *diagrams: Diagram) -> Diagram:
        """Of several the one that becomes largest on a slide."""
        return max(diagrams, key=lambda diagram: self._scale(diagram, lay_out(diagram)))

    def _scale(self, diagram: Diagram, layout: Layout) -> float:
        left, top, right, bottom = layout.bounds
        area = self._area(diagram)
        return min(area.width / (right - left + _BORDER), area.height / (bottom - top + _BORDER))

    def _area(self, diagram: Diagram) -> Box:
        """Where the drawing of a diagram goes: between title and legend."""
        top = 74.0 if diagram.subtitle or any(node.emphasised for node in diagram.nodes) else 56.0
        bottom = self._pages.height - 24 - furniture_height(self._pages, diagram) - 6
        return Box(self._pages.width / 2, (top + bottom) / 2, self._pages.width - 2 * MARGIN, bottom - top)

    def _add_drawing(self, diagram: Diagram, drawing: SlideDrawing) -> None:
        slide = self._pages.add_slide(diagram.title.get(self.language))
        self._add_subtitle(slide, diagram)
        area = self._area(diagram)
        Pen(slide, diagram, drawing, self.language, area).draw()
        add_furniture(self._pages, slide, diagram)
        self._add_notes(slide, diagram)

    def _add_overview(self, diagram: Diagram) -> None:
        slide = self._pages.add_slide(diagram.title.get(self.language))
        self._add_subtitle(slide, diagram)
        area = self._area(diagram)
        layout = lay_out(diagram)
        scale = self._scale(diagram, layout)
        pixels = min(4.0, scale * _ACROSS / area.width)
        parts = Parts(title=False, legend=False, sources=False)
        drawn = render_svg(diagram, self.language, parts)
        data = render_png(diagram, self.language, width=round(drawn.width), scale=pixels, picture=drawn)
        picture = slide.shapes.add_picture(io.BytesIO(data), 0, 0)
        _add_vectors(slide, picture, drawn.text)
        share = min(area.width * EMU / picture.width, area.height * EMU / picture.height, scale * EMU * 4)
        picture.width, picture.height = Emu(round(picture.width * share)), Emu(round(picture.height * share))
        picture.left = Emu(round(area.x * EMU - picture.width / 2))
        picture.top = Emu(round(area.y * EMU - picture.height / 2))
        name_shape(picture, diagram.title.get(self.language), describe(diagram, self.language))
        add_furniture(self._pages, slide, diagram, overview=True)
        self._add_notes(slide, diagram)

    def _add_subtitle(self, slide: Slide, diagram: Diagram) -> None:
        if diagram.subtitle:
            text = diagram.subtitle.get(self.language)
        else:
            joint = "、" if self.language == "zh" else ", "
            text = joint.join(node.names.get(self.language) for node in diagram.nodes if node.emphasised)
        if text:
            box = Box(self._pages.width / 2, 59, self._pages.width - 2 * MARGIN, 20)
            add_text(
                slide, box, [shortened(text, box.width / WIDER, 20, _SUBTITLE)], _SUBTITLE, self.language, colour=GREY
            )

    def _add_notes(self, slide: Slide, diagram: Diagram) -> None:
        texts = [describe(diagram, self.language), report_line(diagram, self.language)]
        texts += [
            f"{claim_words(diagram, claim, self.language)} {marks(claim.sources)}"
            for node in diagram.nodes
            for claim in node.claims
        ]
        texts.append(MESSAGES["sources"].get(self.language))
        for source in diagram.sources:
            texts.append(f"[{source.number}] {source_place(source, self.language)}: {source.quote}")
            if self.language == "en" and source.translation:
                texts.append(f"{DOCUMENT_WORDS['translation'].en}: {source.translation}")
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            set_text(frame, body_xml(texts, 10, self.language))

    def _add_claims(self, diagram: Diagram) -> None:
        rows = [(words, holder, placed_marks(placed)) for words, holder, placed in claim_rows(diagram, self.language)]
        if not rows:
            return
        said = DOCUMENT_WORDS["claims"].get(self.language)
        heads = tuple(words_of(key, self.language) for key in ("claim", "holder", "sources"))
        add_table(self._pages, Table(f"{diagram.title.get(self.language)}: {said}", heads, (0.60, 0.22, 0.18), rows))


def _add_vectors(slide: Slide, picture: Any, svg: str) -> None:  # noqa: ANN401
    name = PackURI(f"/ppt/media/overview{slide.slide_id}.svg")
    part = Part(name, "image/svg+xml", slide.part.package, svg.encode())
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    picture._element.blipFill.find(qn("a:blip")).append(parse_xml(vectors_xml(relation)))


def _titled(title: Text, parts: Sequence[Diagram]) -> list[Diagram]:
    return [
        replace(part, title=_part_title(title, number, len(parts)), subtitle=None)
        for number, part in enumerate(parts, start=1)
    ]


def _part_title(title: Text, number: int, all_: int) -> Text:
    """The title of a part, with its number where there are several."""
    said = DOCUMENT_WORDS["part"]
    if all_ < 2:
        return title
    zh, en = (said.get(each).format(title=title.get(each), n=number, all=all_) for each in ("zh", "en"))
    return Text(zh, en)
