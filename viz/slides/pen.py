"""The drawing of a diagram as shapes on a slide: boxes, lines that are glued to them, words."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide

from graph.model import Language

from ..citations import claim_words, marks
from ..description import spoken_claim
from ..diagram import Diagram, Edge
from ..layouts.boxes import Box
from ..layouts.straight_lines import StraightLine
from ..layouts.stress import Point
from ..lettering import ELLIPSIS
from ..messages import MESSAGES
from ..style import CHANGE_STYLES, INK, PAPER, class_style, line_style
from .drawing import SlideDrawing
from .shapes import add_line, add_node, add_text
from .texts import body_xml
from .time_marks import add_time_marks

_CAPTION = 12 / 14


class Pen:
    """Draws one diagram into an area of a slide."""

    def __init__(self, slide: Slide, diagram: Diagram, drawing: SlideDrawing, language: Language, area: Box) -> None:
        self.slide, self.diagram, self.drawing = slide, diagram, drawing
        self.language: Language = language
        self.area = area

    def draw(self) -> None:
        """What is behind, then boxes: they get the places to which lines are glued."""
        add_time_marks(self.slide, self.drawing.furniture, self.language, self.drawing.scale, self._at)
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
            start, end = ends.get(edge.id, (3, 0))
            add_line(
                self.slide,
                self._line(edge) if edge.id in ends else self._loop(edge),
                line_style(edge.claim.modality),
                self.drawing.scale,
                name=edge.id,
                description=f"{spoken} {marks(edge.claim.sources)}",
                ends=((boxes[edge.start], start), (boxes[edge.end], end)),
            )
        for edge in self.diagram.edges:
            self._caption(edge)

    def _at(self, point: Point) -> Point:
        (x, y), scale = self.drawing.corner, self.drawing.scale
        return self.area.left + (point[0] - x) * scale, self.area.top + (point[1] - y) * scale

    def _box(self, box: Box) -> Box:
        scale = self.drawing.scale
        return Box(*self._at((box.x, box.y)), box.width * scale, box.height * scale)

    def _line(self, edge: Edge) -> StraightLine:
        line = self.drawing.lines[edge.id]
        return StraightLine(self._at(line.start), self._at(line.end))

    def _loop(self, edge: Edge) -> StraightLine:
        box = self._box(self.drawing.nodes[edge.start].box)
        return StraightLine((box.right, box.y), (box.x, box.top))

    def _node(self, index: int, sites: Sequence[Point]) -> int:
        node = self.diagram.nodes[index]
        place, scale = self.drawing.nodes[node.id], self.drawing.scale
        box, style = self._box(place.box), class_style(node.class_id)
        cut = place.lines[-1].endswith(ELLIPSIS)
        text = "".join(place.lines) if cut else node.short_names.get(self.language)
        if node.change:
            text = f"{CHANGE_STYLES[node.change].mark}\u00a0{text}"
        body = body_xml(
            [text],
            14 * scale,
            self.language,
            colour=PAPER if node.emphasised else INK,
            anchor="ctr",
            inset=(29 * scale, 1, 2, 1),
        )
        classes = {entry.id: entry.label.get(self.language) for entry in self.diagram.classes}
        change = f"; {MESSAGES[node.change].get(self.language)}" if node.change else ""
        return add_node(
            self.slide,
            box,
            style,
            sites,
            body,
            emphasised=node.emphasised,
            glyph=15 * scale,
            name=node.id,
            description=f"{node.names.get(self.language)} ({classes.get(node.class_id, node.class_id)}{change})",
        )

    def _caption(self, edge: Edge) -> None:
        caption = self.drawing.captions.get(edge.id)
        if caption is None:
            return
        add_text(
            self.slide,
            self._box(caption.box),
            caption.lines,
            14 * _CAPTION * self.drawing.scale,
            self.language,
            colour=line_style(edge.claim.modality).colour,
            align="ctr",
            anchor="ctr",
            wrap=False,
            ground=PAPER,
            name=f"words of {edge.id}",
            description=spoken_claim(edge.claim, self.language),
        )
