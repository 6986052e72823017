"""A diagram, or several, as PowerPoint slides. The only module that makes presentations."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Pt

from graph.model import Language
from ontology import Text

from .boxes import Box
from .citations import claim_rows, claim_words, marks, report_line, source_place
from .description import describe, origin_line, spoken_claim
from .diagram import Diagram, Edge, Source
from .document_words import DOCUMENT_WORDS, words_of
from .layout import Layout, lay_out
from .legible import legible
from .lettering import ELLIPSIS, fill_lines, text_width
from .messages import MESSAGES
from .office import describe_file, packed
from .paper import PAPERS, Paper
from .parts import split_diagram
from .png import render_png
from .slide_drawing import SlideDrawing, draw_for_slide
from .slide_shapes import EMU, add_glyph, add_line, add_node, add_text, glue, name_shape, set_text
from .straight_lines import StraightLine
from .stress import Point
from .style import CHANGE_STYLES, INK, PAPER, class_style, line_style
from .svg import Parts
from .svg_blocks import note_texts

# What one slide may show; beyond it there is an overview and a slide for each part.
SLIDE_NODES, SLIDE_EDGES = 25, 40
_PLACED = ("timeline", "clusters", "matrix")
_MARGIN = 26.0
_GREY = "#4d5863"
_TITLE, _SUBTITLE, _LEGEND, _SMALL, _CELL = 24.0, 14.0, 10.0, 9.0, 10.5
_POINTS_PER_MM = 72 / 25.4
_SAMPLE, _ROW = 34.0, 16.0
# How much wider heavy letters are.
_BOLD = 1.12
_TITLE_LAYOUT = 5
_CAPTION = 12 / 14


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


@dataclass(frozen=True, slots=True)
class Table:
    """A table for as many slides as it takes: heads, share of the width of each column, rows."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: Sequence[tuple[str, ...]]


class Deck:
    """A presentation that grows slide by slide.

    Args:
        language: of every word but the report's own.
        paper: size of the slides, a key of PAPERS.
    """

    def __init__(self, language: Language, paper: Paper) -> None:
        self.language: Language = language
        self.width, self.height = (round(side * _POINTS_PER_MM, 2) for side in PAPERS[paper])
        self._file = Presentation()
        self._resize()

    def _resize(self) -> None:
        """The slides' size, and the places of the masters with it, for those who add slides of their own."""
        across = self.width * EMU / self._file.slide_width
        down = self.height * EMU / self._file.slide_height
        self._file.slide_width, self._file.slide_height = (Emu(round(each * EMU)) for each in (self.width, self.height))
        master = self._file.slide_master
        for shape in (*master.shapes, *(shape for layout in master.slide_layouts for shape in layout.shapes)):
            if shape._element.xpath(".//a:xfrm"):
                shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
                shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))

    def add_diagram(self, diagram: Diagram) -> None:
        """A slide of a diagram, or an overview and a slide for each part, then tables of what each line says.

        Where places have a meaning of their own, as on a timeline, the overview shows them.
        """
        layout = lay_out(diagram)
        fits = len(diagram.nodes) <= SLIDE_NODES and len(diagram.edges) <= SLIDE_EDGES
        drawing = self._drawn(diagram, layout) if fits and diagram.layout not in _PLACED else None
        if drawing is not None and drawing.readable:
            self._add_drawing(diagram, drawing)
        else:
            parts = split_diagram(replace(diagram, layout="force"))
            self._add_overview(diagram, layout)
            for number, part in enumerate(parts, start=1):
                titled = replace(part, title=_part_title(diagram.title, number, len(parts)), subtitle=None)
                self._add_drawing(titled, self._drawn(titled, lay_out(titled)))
        self._add_claims(diagram)

    def add_sources(self, sources: Sequence[Source]) -> None:
        """Tables of the numbered sources."""
        heads = [words_of(key, self.language) for key in ("number", "place", "quotation")]
        shares = [0.06, 0.16, 0.78]
        rows: list[tuple[str, ...]] = [(f"[{s.number}]", source_place(s, self.language), s.quote) for s in sources]
        if self.language == "en":
            heads.append(DOCUMENT_WORDS["translation"].en)
            shares = [0.06, 0.14, 0.36, 0.44]
            rows = [(*row, source.translation) for row, source in zip(rows, sources, strict=True)]
        self.add_table(Table(MESSAGES["sources"].get(self.language), tuple(heads), tuple(shares), rows))

    def add_title(self, title: str, lines: Sequence[str]) -> None:
        """A slide with a title and a few lines under it."""
        slide = self._slide(title, Box(self.width / 2, self.height * 0.36, self.width - 4 * _MARGIN, 90), 34)
        box = Box(self.width / 2, self.height * 0.62, self.width - 4 * _MARGIN, self.height * 0.3)
        add_text(slide, box, lines, 14, self.language, colour=_GREY)

    def add_contents(self, titles: Sequence[str]) -> None:
        """Slides with the titles of the diagrams, numbered."""
        heads = (words_of("number", self.language), words_of("diagram", self.language))
        rows = [(str(number), title) for number, title in enumerate(titles, start=1)]
        self.add_table(Table(words_of("contents", self.language), heads, (0.08, 0.92), rows))

    def add_table(self, table: Table) -> None:
        """Slides with a table; its head stands on each."""
        width = self.width - 2 * _MARGIN
        widths = [share * width for share in table.shares]
        top, bottom = 74.0, self.height - 30
        pages: list[list[tuple[str, ...]]] = [[]]
        filled = head = self._row_height(table.heads, widths)
        most = bottom - top - head
        for row in table.rows:
            fitting = tuple(_shortened(cell, column - 16, most - 12) for cell, column in zip(row, widths, strict=True))
            height = self._row_height(fitting, widths)
            if pages[-1] and filled + height > bottom - top:
                pages.append([])
                filled = head
            pages[-1].append(fitting)
            filled += height
        for number, rows in enumerate(pages, start=1):
            title = table.title
            if len(pages) > 1:
                title = DOCUMENT_WORDS["part"].get(self.language).format(title=title, n=number, all=len(pages))
            slide = self._slide(title)
            heights = [self._row_height(row, widths) for row in (table.heads, *rows)]
            frame = slide.shapes.add_table(
                len(rows) + 1, len(widths), Pt(_MARGIN), Pt(top), Pt(width), Pt(sum(heights))
            )
            name_shape(frame, title, title)
            for column, column_width in zip(frame.table.columns, widths, strict=True):
                column.width = Emu(round(column_width * EMU))
            for line, height, cells in zip(frame.table.rows, heights, (table.heads, *rows), strict=True):
                line.height = Emu(round(height * EMU))
                for cell, text in zip(line.cells, cells, strict=True):
                    self._fill_cell(cell, text, head=cells is table.heads)

    def saved(self, title: str, diagram: Diagram) -> bytes:
        """The file's bytes, which name the title and the diagram's origin; the same slides give the same ones."""
        subject = ", ".join(origin.symbol for origin in diagram.origins)
        comments = report_line(diagram, self.language)
        describe_file(
            self._file.core_properties, title=title, subject=subject, comments=comments, language=self.language
        )
        file = io.BytesIO()
        self._file.save(file)
        return packed(file.getvalue())

    def _slide(self, title: str, box: Box | None = None, size: float = _TITLE) -> Slide:
        slide = self._file.slides.add_slide(self._file.slide_layouts[_TITLE_LAYOUT])
        width = self.width - 2 * _MARGIN
        box = box or Box(self.width / 2, 30, width, 36)
        heading = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = (
            Emu(round(value * EMU)) for value in (box.left, box.top, box.width, box.height)
        )
        lines = 1 if box.height < 2 * size else 2
        while size > 12 and len(fill_lines(title, size * _BOLD, box.width, 9)) > lines:
            size -= 1
        title = _shortened(title, box.width, box.height, size * _BOLD)
        set_text(heading.text_frame, [title], size, self.language, bold=True, anchor=MSO_ANCHOR.MIDDLE)
        for place in list(slide.placeholders):
            if place.placeholder_format.type is not None and place.placeholder_format.idx != 0:
                place._element.getparent().remove(place._element)
        return slide

    def _drawn(self, diagram: Diagram, layout: Layout) -> SlideDrawing:
        area = self._area(diagram)
        return draw_for_slide(diagram, layout, self.language, area.width, area.height)

    def _area(self, diagram: Diagram) -> Box:
        """Where the drawing of a diagram goes: between title and legend."""
        top = 74.0 if diagram.subtitle or any(node.emphasised for node in diagram.nodes) else 56.0
        bottom = self.height - 24 - self._furniture_height(diagram) - 6
        return Box(self.width / 2, (top + bottom) / 2, self.width - 2 * _MARGIN, bottom - top)

    def _furniture_height(self, diagram: Diagram) -> float:
        return len(self._legend_rows(diagram)) * _ROW + len(self._notes(diagram)) * 12

    def _add_drawing(self, diagram: Diagram, drawing: SlideDrawing) -> None:
        slide = self._slide(diagram.title.get(self.language))
        self._add_subtitle(slide, diagram)
        area = self._area(diagram)
        _Pen(slide, diagram, drawing, self.language, area).draw()
        self._add_furniture(slide, diagram)
        self._add_notes(slide, diagram)

    def _add_overview(self, diagram: Diagram, layout: Layout) -> None:
        slide = self._slide(diagram.title.get(self.language))
        self._add_subtitle(slide, diagram)
        area = self._area(diagram)
        left, top, right, bottom = layout.bounds
        scale = min(area.width / (right - left + 60), area.height / (bottom - top + 60))
        pixels = min(4.0, max(1.0, 2200 / (right - left + 60)))
        parts = Parts(title=False, legend=False, sources=False)
        data = render_png(diagram, self.language, scale=pixels, parts=parts)
        picture = slide.shapes.add_picture(io.BytesIO(data), 0, 0)
        share = min(area.width * EMU / picture.width, area.height * EMU / picture.height, scale * EMU * 4)
        picture.width, picture.height = Emu(round(picture.width * share)), Emu(round(picture.height * share))
        picture.left = Emu(round(area.x * EMU - picture.width / 2))
        picture.top = Emu(round(area.y * EMU - picture.height / 2))
        name_shape(picture, diagram.title.get(self.language), describe(diagram, self.language))
        self._add_furniture(slide, diagram, overview=True)
        self._add_notes(slide, diagram)

    def _add_subtitle(self, slide: Slide, diagram: Diagram) -> None:
        if diagram.subtitle:
            text = diagram.subtitle.get(self.language)
        else:
            joint = "、" if self.language == "zh" else ", "
            text = joint.join(node.names.get(self.language) for node in diagram.nodes if node.emphasised)
        if text:
            box = Box(self.width / 2, 59, self.width - 2 * _MARGIN, 20)
            add_text(slide, box, [_shortened(text, box.width, 20, _SUBTITLE)], _SUBTITLE, self.language, colour=_GREY)

    def _notes(self, diagram: Diagram) -> list[str]:
        """Lines under the legend: the note, what is left out, what an asterisk means."""
        width = self.width - 2 * _MARGIN
        texts = note_texts(diagram, self.language)
        return [line for text in texts for line in fill_lines(text, _SMALL, width, 2)]

    def _legend_rows(self, diagram: Diagram) -> list[list[tuple[str, str, str, float]]]:
        """What occurs, in rows of (kind, id, words, width): classes, then statuses of lines, then changes."""
        drawn = {edge.claim.modality for edge in diagram.edges}
        changes = {node.change for node in diagram.nodes} | {edge.change for edge in diagram.edges}
        items = [("class", entry.id, entry.label.get(self.language)) for entry in diagram.classes]
        items += [("line", e.id, e.label.get(self.language)) for e in diagram.modalities if e.id in drawn]
        items += [
            ("change", change, f"{style.mark} {MESSAGES[change].get(self.language)}")
            for change, style in CHANGE_STYLES.items()
            if change in changes
        ]
        rows: list[list[tuple[str, str, str, float]]] = [[]]
        used, last = 0.0, ""
        for kind, id_, words in items:
            symbol = {"class": 17.0, "line": _SAMPLE + 6, "change": 0.0}[kind]
            width = symbol + text_width(words, _LEGEND) + 16
            if rows[-1] and (used + width > self.width - 2 * _MARGIN or (kind == "line" and last == "class")):
                rows.append([])
                used = 0.0
            rows[-1].append((kind, id_, words, width))
            used, last = used + width, kind
        return [row for row in rows if row]

    def _add_furniture(self, slide: Slide, diagram: Diagram, *, overview: bool = False) -> None:
        y = self.height - 24 - self._furniture_height(diagram)
        for row in self._legend_rows(diagram):
            x = _MARGIN
            for kind, id_, words, width in row:
                symbol = self._add_symbol(slide, kind, id_, x, y + _ROW / 2)
                box = Box(x + symbol + (width - symbol) / 2, y + _ROW / 2, width - symbol, _ROW)
                add_text(slide, box, [words], _LEGEND, self.language, anchor=MSO_ANCHOR.MIDDLE)
                x += width
            y += _ROW
        notes = self._notes(diagram)
        if notes:
            height = len(notes) * 12.0
            box = Box(self.width / 2, y + height / 2, self.width - 2 * _MARGIN, height)
            add_text(slide, box, notes, _SMALL, self.language, colour=_GREY)
        line = origin_line(diagram, self.language)
        line += " · " + DOCUMENT_WORDS["overview" if overview else "numbers"].get(self.language)
        box = Box(self.width / 2, self.height - 14, self.width - 2 * _MARGIN, 13)
        add_text(slide, box, [line], _SMALL, self.language, colour=_GREY)

    def _add_symbol(self, slide: Slide, kind: str, id_: str, x: float, y: float) -> float:
        """The sign of a legend's entry; how much room it takes."""
        if kind == "class":
            name_shape(add_glyph(slide, Box(x + 6, y, 12, 12), class_style(id_)), f"legend {id_}", "")
            return 17.0
        if kind == "line":
            line = add_line(slide, StraightLine((x, y), (x + _SAMPLE, y)), line_style(id_), 1.0)
            name_shape(line, f"legend {id_}", "")
            return _SAMPLE + 6
        return 0.0

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
            set_text(frame, texts, 10, self.language)

    def _add_claims(self, diagram: Diagram) -> None:
        rows = [(words, holder, marks(numbers)) for words, holder, numbers in claim_rows(diagram, self.language)]
        if not rows:
            return
        said = DOCUMENT_WORDS["claims"].get(self.language)
        heads = tuple(words_of(key, self.language) for key in ("claim", "holder", "sources"))
        self.add_table(Table(f"{diagram.title.get(self.language)}: {said}", heads, (0.66, 0.24, 0.10), rows))

    def _row_height(self, cells: Iterable[str], widths: Sequence[float]) -> float:
        lines = max(len(fill_lines(text, _CELL, width - 16, 99)) for text, width in zip(cells, widths, strict=True))
        return lines * _CELL * 1.22 + 8

    def _fill_cell(self, cell: Any, text: str, *, head: bool) -> None:  # noqa: ANN401
        cell.margin_left = cell.margin_right = Pt(6)
        cell.margin_top = cell.margin_bottom = Pt(3)
        cell.fill.solid()
        cell.fill.fore_color.rgb = _rgb("#0b4f8a" if head else PAPER)
        set_text(
            cell.text_frame,
            [text],
            _CELL,
            self.language,
            colour=PAPER if head else INK,
            bold=head,
            inset=(6, 3, 6, 3),
        )


class _Pen:
    """Draws one diagram into an area of a slide."""

    def __init__(self, slide: Slide, diagram: Diagram, drawing: SlideDrawing, language: Language, area: Box) -> None:
        self.slide, self.diagram, self.drawing = slide, diagram, drawing
        self.language: Language = language
        self.area = area

    def draw(self) -> None:
        """Boxes first: they get the places to which lines are glued."""
        sites: dict[str, list[Point]] = {node.id: [] for node in self.diagram.nodes}
        ends: dict[str, tuple[int, int]] = {}
        for edge in self.diagram.edges:
            if edge.id in self.drawing.lines:
                line = self._line(edge)
                sites[edge.start].append(line.start)
                sites[edge.end].append(line.end)
                ends[edge.id] = (len(sites[edge.start]) + 3, len(sites[edge.end]) + 3)
        boxes = {node.id: self._node(index, sites[node.id]) for index, node in enumerate(self.diagram.nodes)}
        for edge in self.diagram.edges:
            spoken = claim_words(self.diagram, edge.claim, self.language)
            if edge.id in ends:
                start, end = ends[edge.id]
                line = add_line(self.slide, self._line(edge), line_style(edge.claim.modality), self.drawing.scale)
            else:
                start, end = 3, 0
                line = add_line(self.slide, self._loop(edge), line_style(edge.claim.modality), self.drawing.scale)
            name_shape(line, edge.id, f"{spoken} {marks(edge.claim.sources)}")
            glue(line, (boxes[edge.start], start), (boxes[edge.end], end))
        for edge in self.diagram.edges:
            self._caption(edge)

    def _at(self, point: Point) -> Point:
        return self.area.left + point[0] * self.drawing.scale, self.area.top + point[1] * self.drawing.scale

    def _box(self, box: Box) -> Box:
        scale = self.drawing.scale
        return Box(*self._at((box.x, box.y)), box.width * scale, box.height * scale)

    def _line(self, edge: Edge) -> StraightLine:
        line = self.drawing.lines[edge.id]
        return StraightLine(self._at(line.start), self._at(line.end))

    def _loop(self, edge: Edge) -> StraightLine:
        box = self._box(self.drawing.nodes[edge.start].box)
        return StraightLine((box.right, box.y), (box.x, box.top))

    def _node(self, index: int, sites: Sequence[Point]) -> Any:  # noqa: ANN401
        node = self.diagram.nodes[index]
        place, scale = self.drawing.nodes[node.id], self.drawing.scale
        box, style = self._box(place.box), class_style(node.class_id)
        shape = add_node(self.slide, box, style, sites, emphasised=node.emphasised, glyph=15 * scale)
        cut = place.lines[-1].endswith(ELLIPSIS)
        text = "".join(place.lines) if cut else node.short_names.get(self.language)
        if node.change:
            text = f"{CHANGE_STYLES[node.change].mark}\u00a0{text}"
        set_text(
            shape.text_frame,
            [text],
            14 * scale,
            self.language,
            colour=PAPER if node.emphasised else INK,
            anchor=MSO_ANCHOR.MIDDLE,
            inset=(29 * scale, 1, 2, 1),
        )
        classes = {entry.id: entry.label.get(self.language) for entry in self.diagram.classes}
        change = f"; {MESSAGES[node.change].get(self.language)}" if node.change else ""
        name_shape(
            shape, node.id, f"{node.names.get(self.language)} ({classes.get(node.class_id, node.class_id)}{change})"
        )
        return shape

    def _caption(self, edge: Edge) -> None:
        caption = self.drawing.captions.get(edge.id)
        if caption is None:
            return
        shape = add_text(
            self.slide,
            self._box(caption.box),
            caption.lines,
            14 * _CAPTION * self.drawing.scale,
            self.language,
            colour=line_style(edge.claim.modality).colour,
            align=PP_ALIGN.CENTER,
            anchor=MSO_ANCHOR.MIDDLE,
            wrap=False,
        )
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(PAPER)
        name_shape(shape, f"words of {edge.id}", spoken_claim(edge.claim, self.language))


def _part_title(title: Text, number: int, all_: int) -> Text:
    """The title of a part, with its number where there are several."""
    said = DOCUMENT_WORDS["part"]
    if all_ < 2:
        return title
    zh, en = (said.get(each).format(title=title.get(each), n=number, all=all_) for each in ("zh", "en"))
    return Text(zh, en)


def _rgb(colour: str) -> Any:  # noqa: ANN401
    return RGBColor.from_string(colour[1:].upper())


def _shortened(text: str, width: float, height: float, size: float = _CELL) -> str:
    """A text that fits, cut at its end if it must be."""
    most = max(1, int(height / (size * 1.22)))
    lines = fill_lines(text, size, width, most)
    if not lines[-1].endswith(ELLIPSIS) or text.endswith(ELLIPSIS):
        return text
    return text[: max(1, sum(map(len, lines)) - 2)].rstrip() + ELLIPSIS
