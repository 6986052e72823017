"""Nodes, edges and their words as SVG."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from graph.model import Language

from ..description import spoken_claim
from ..diagram import Change, Diagram, Edge, Node
from ..layouts.boxes import Box
from ..layouts.captions import CAPTION_LINE, CAPTION_SIZE, Caption
from ..layouts.curves import Route
from ..layouts.layout import GLYPH_SPACE, NODE_LINE, NODE_SIZE, PADDING_X, Layout, NodePlace
from ..layouts.lines import HEAD_LENGTHS, Head, head_of, visible_line
from ..style import CHANGE_STYLES, INK, PAPER, LineStyle, class_style, line_style
from .elements import (
    Element,
    curve,
    dashes,
    element,
    link,
    number,
    path,
    polyline,
    rectangle,
    text_block,
    text_line,
    worded,
)

GLYPH = 15.0
_RADIUS = 7
_BADGE = 8.0


Linking = Callable[[str, Element], Element]


def draw_diagram(diagram: Diagram, layout: Layout, language: Language) -> list[Element]:
    """A diagram at the places of its layout, lines first, so that no line lies over a box or a word."""
    places = layout.nodes[language]
    linked = linking(diagram)
    lines, words = [], []
    for edge in diagram.edges:
        route, caption = layout.routes[edge.id], layout.captions[language].get(edge.id)
        spoken = worded("title", spoken_claim(edge.claim, language))
        drawn = draw_line(edge, route, places[edge.start], places[edge.end])
        lines.append(linked(edge.claim.iri, element("g", [spoken, *drawn])))
        if caption is not None:
            words.append(linked(edge.claim.iri, element("g", _caption(edge, caption))))
    nodes = [linked(node.iri, _node(node, places[node.id], language)) for node in diagram.nodes]
    return [element("g", lines, fill="none"), element("g", nodes), element("g", words)]


def linking(diagram: Diagram) -> Linking:
    """What makes a link of an element, for addresses of the dataset's own place and no others."""
    homes = {urlsplit(origin.iri)[:2] for origin in diagram.origins}

    def linked(iri: str, child: Element) -> Element:
        scheme, host = urlsplit(iri)[:2]
        return link(iri, [child]) if scheme in ("http", "https") and (scheme, host) in homes else child

    return linked


def draw_line(edge: Edge, route: Route, start: NodePlace, end: NodePlace) -> list[Element]:
    """The line of an edge with its head, on the band of its change if it has one."""
    style = line_style(edge.claim.modality)
    line = visible_line(route, start.box, end.box, HEAD_LENGTHS[style.arrow])
    course = curve(line.curve, straight=line.is_straight)
    return [*band(course, edge.change), *stroke(course, head_of(style.arrow, line, style.width), style)]


def band(course: str, change: Change) -> list[Element]:
    """What lies under the course of something that a scenario changes."""
    if not change:
        return []
    style = CHANGE_STYLES[change]
    return [path(course, stroke=style.colour, stroke_width=style.width, stroke_dasharray=dashes(style.dashes))]


def stroke(course: str, head: Head, style: LineStyle) -> list[Element]:
    """A line in the style of its modality, and its head."""
    outline = polyline(head.outline) + "Z" * head.closed
    return [
        path(course, stroke=style.colour, stroke_width=style.width, stroke_dasharray=dashes(style.dashes)),
        path(
            outline,
            stroke=style.colour,
            stroke_width=1.0 if head.filled else 1.8,
            stroke_linejoin="round",
            fill=style.colour if head.filled else (PAPER if head.closed else "none"),
        ),
    ]


def _caption(edge: Edge, caption: Caption) -> list[Element]:
    box, colour = caption.box, line_style(edge.claim.modality).colour
    ground = rectangle(box, 3, fill=PAPER)
    return [ground, *text_block(caption.lines, box.x, box.top + 1, CAPTION_SIZE, CAPTION_LINE, colour, "middle")]


def _node(node: Node, place: NodePlace, language: Language) -> Element:
    box, style = place.box, class_style(node.class_id)
    ink = PAPER if node.emphasised else INK
    top = box.y - len(place.lines) * NODE_LINE / 2
    children = [
        worded("title", node.names.get(language)),
        *_band_around(node.change, box),
        rectangle(
            box,
            _RADIUS,
            fill=style.colour if node.emphasised else style.tint,
            stroke=style.colour,
            stroke_width=1.2,
        ),
        glyph(node.class_id, box.left + PADDING_X, box.y - GLYPH / 2, PAPER if node.emphasised else style.colour),
        *text_block(place.lines, box.left + PADDING_X + GLYPH_SPACE, top, NODE_SIZE, NODE_LINE, ink),
        *badge(node.change, box.left, box.top),
    ]
    return element("g", children)


def _band_around(change: Change, box: Box) -> list[Element]:
    if not change:
        return []
    style = CHANGE_STYLES[change]
    return [
        rectangle(
            box,
            _RADIUS,
            fill="none",
            stroke=style.colour,
            stroke_width=style.width,
            stroke_dasharray=dashes(style.dashes),
        )
    ]


def badge(change: Change, x: float, y: float) -> list[Element]:
    """The mark of a change in a small disc."""
    if not change:
        return []
    return [
        element("circle", cx=x, cy=y, r=_BADGE, fill=PAPER, stroke=INK, stroke_width=1.2),
        text_line(CHANGE_STYLES[change].mark, x, y, 14, INK, "middle"),
    ]


def glyph(class_id: str, x: float, y: float, colour: str) -> Element:
    """The glyph of a class by its upper left corner."""
    return path(
        class_style(class_id).glyph,
        fill=colour,
        fill_rule="evenodd",
        transform=f"translate({number(x)} {number(y)}) scale({GLYPH / 16})",
    )
