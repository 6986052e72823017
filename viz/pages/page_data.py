"""What the page's script is handed: the diagram and its words as plain lists and mappings, ready for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.model import TimeSpan
from ontology import Text

from ..description import describe
from ..diagram import Change, Claim, Diagram, Edge, LegendEntry, Node
from ..layouts.captions import CAPTION_LINE, CAPTION_SIZE, Caption, caption_text
from ..layouts.furniture import Furniture
from ..layouts.layout import GLYPH_SPACE, LANGUAGES, NODE_LINE, NODE_SIZE, PADDING_X, Layout
from ..layouts.lines import HEAD_LENGTHS, head_of, visible_line
from ..layouts.stress import Point
from ..messages import LEADS, MESSAGES, cited_words
from ..style import BAND, CHANGE_STYLES, CLASS_STYLES, INK, PAPER, class_style, line_style

Json = dict[str, Any]


def page_data(diagram: Diagram, layout: Layout) -> Json:
    """Everything the page shows, apart from what the graph library draws; each text in both languages."""
    return {
        "id": diagram.id,
        "title": _text(diagram.title),
        "version": diagram.version,
        "messages": {key: _text(words) for key, words in _messages(diagram).items()},
        "leads": {key: _text(words) for key, words in LEADS.items()},
        "nodes": [_node(node, layout) for node in diagram.nodes],
        "edges": [_edge(edge, layout) for edge in diagram.edges],
        "limited": any(edge.claim.limited for edge in diagram.edges),
        "sources": [
            {
                "number": source.number,
                "symbol": source.symbol,
                "place": _text(cited_words(source.symbol, source.unit)),
                "quote": source.quote,
                "translation": source.translation,
            }
            for source in diagram.sources
        ],
        "classes": {entry.id: {**_legend(entry), **_class(entry.id)} for entry in sorted(diagram.classes, key=_rank)},
        "modalities": {entry.id: {**_legend(entry), **_line(entry.id)} for entry in diagram.modalities},
        "families": {entry.id: _legend(entry) for entry in diagram.families},
        "changes": _changes(diagram),
        "years": _years(diagram),
        "description": {language: describe(diagram, language) for language in LANGUAGES},
        "bounds": layout.bounds,
        "furniture": _furniture(layout.furniture),
        "lettering": {
            "nodeSize": NODE_SIZE,
            "nodeLine": NODE_LINE,
            "glyphSpace": GLYPH_SPACE,
            "padding": PADDING_X,
            "captionSize": CAPTION_SIZE,
            "captionLine": CAPTION_LINE,
        },
        "colours": {"ink": INK, "paper": PAPER, "band": BAND},
    }


def _messages(diagram: Diagram) -> Mapping[str, Text]:
    """The page's words; where statements rest on nothing, none that speaks of the words of a report."""
    return MESSAGES if diagram.sources else {**MESSAGES, "evidence_hint": MESSAGES["evidence_hint_data"]}


def _changes(diagram: Diagram) -> Json:
    """What a scenario does, as far as it occurs: how it looks and how often it is."""
    marked = [edge.change for edge in diagram.edges] + [node.change for node in diagram.nodes]
    counts: Counter[Change] = Counter(change for change in marked if change)
    return {
        change: {
            "label": _text(MESSAGES[change]),
            "comment": _text(MESSAGES[change]),
            "count": counts[change],
            "sign": style.mark,
            "colour": style.colour,
            "dashes": style.dashes,
            "width": style.width,
        }
        for change, style in CHANGE_STYLES.items()
        if counts[change]
    }


def _years(diagram: Diagram) -> list[int] | None:
    """First and last year of what the report dates, None where it dates nothing."""
    claims = [edge.claim for edge in diagram.edges] + [claim for node in diagram.nodes for claim in node.claims]
    years = [year for claim in claims for year in _span(claim.when) if year]
    return [min(years), max(years)] if years else None


def _span(when: TimeSpan | None) -> tuple[int | None, int | None]:
    """The years that bound a date; a side that is open, or unknown, is None."""
    if when is None:
        return None, None
    return (int(when.earliest[:4]) if when.earliest else None), (int(when.latest[:4]) if when.latest else None)


def _furniture(furniture: Furniture) -> Json:
    """Frames, years and dates, which stand behind the nodes."""
    return {
        "frames": [
            {
                "box": (frame.box.left, frame.box.top, frame.box.width, frame.box.height),
                "heading": _text(frame.heading),
                "colour": class_style(frame.class_id).colour,
                "glyph": class_style(frame.class_id).glyph if frame.class_id else "",
            }
            for frame in furniture.frames
        ],
        "years": [
            {
                "left": year.left,
                "right": year.right,
                "y": year.y,
                "top": year.top,
                "bottom": year.bottom,
                "label": year.label,
            }
            for year in furniture.years
        ],
        "spans": [
            {
                "node": span.node,
                "left": span.left,
                "right": span.right,
                "y": span.y,
                "words": _text(span.words),
                "open": span.open_left or span.open_right,
            }
            for span in furniture.spans
        ],
    }


def _text(words: Text) -> Json:
    return {"en": words.en, "zh": words.zh}


def _legend(entry: LegendEntry) -> Json:
    return {"label": _text(entry.label), "comment": _text(entry.comment), "count": entry.count}


def _rank(entry: LegendEntry) -> int:
    return list(CLASS_STYLES).index(entry.id) if entry.id in CLASS_STYLES else len(CLASS_STYLES)


def _class(class_id: str) -> Json:
    style = class_style(class_id)
    return {"colour": style.colour, "tint": style.tint, "glyph": style.glyph}


def _line(modality: str) -> Json:
    style = line_style(modality)
    return {"colour": style.colour, "dashes": style.dashes, "width": style.width, "arrow": style.arrow}


def _claim(claim: Claim) -> Json:
    optional = {
        "time": claim.time,
        "qualifier": claim.qualifier,
        "condition": claim.condition,
        "note": claim.note,
    }
    return {
        "id": claim.id,
        "family": claim.family,
        "modality": claim.modality,
        "label": {language: caption_text(claim, language) for language in LANGUAGES},
        "holder": _text(claim.holder),
        "sentence": _text(claim.sentence),
        "sources": claim.sources,
        "isCount": claim.is_count,
        "asOfReport": claim.as_of_report,
        "years": _span(claim.when) if claim.when else None,
        **{key: _text(words) for key, words in optional.items() if words is not None},
    }


def _node(node: Node, layout: Layout) -> Json:
    cards = {language: layout.nodes[language][node.id] for language in LANGUAGES}
    return {
        "id": node.id,
        "iri": node.iri,
        "class": node.class_id,
        "names": _text(node.names),
        "short": _text(node.short_names),
        "others": node.other_names,
        "emphasised": node.emphasised,
        "change": node.change,
        "years": _span(node.when) if node.when else None,
        "claims": [_claim(claim) for claim in node.claims],
        "card": {
            language: {"lines": card.lines, "width": card.box.width, "height": card.box.height}
            for language, card in cards.items()
        },
    }


def _edge(edge: Edge, layout: Layout) -> Json:
    captions = {language: layout.captions[language].get(edge.id) for language in LANGUAGES}
    return {
        "from": edge.start,
        "to": edge.end,
        **_claim(edge.claim),
        "change": edge.change,
        "because": [_claim(claim) for claim in edge.because],
        "caption": {language: _caption(caption) for language, caption in captions.items() if caption},
        **({"course": _course(edge, layout)} if layout.routes[edge.id].spline else {}),
    }


def _course(edge: Edge, layout: Layout) -> Json:
    """The course of an edge that is led around boxes, in each language, with its head."""
    style = line_style(edge.claim.modality)
    courses: Json = {}
    for language in LANGUAGES:
        start, end = (layout.nodes[language][name].box for name in (edge.start, edge.end))
        line = visible_line(layout.routes[edge.id], start, end, HEAD_LENGTHS[style.arrow])
        head = head_of(style.arrow, line, style.width)
        courses[language] = {
            "curve": [_pair(point) for point in line.curve],
            "head": [_pair(point) for point in head.outline],
            "filled": head.filled,
            "closed": head.closed,
        }
    return courses


def _pair(point: Point) -> tuple[float, float]:
    return round(point[0], 1), round(point[1], 1)


def _caption(caption: Caption) -> Json:
    box = caption.box
    return {
        "lines": caption.lines,
        "t": caption.t,
        "x": round(box.x, 1),
        "y": round(box.y, 1),
        "width": round(box.width),
        "height": box.height,
    }
