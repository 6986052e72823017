"""What the page's script is handed: the diagram and its words as plain lists and mappings, ready for JSON."""

from __future__ import annotations

from typing import Any

from ontology import Text

from .captions import CAPTION_LINE, CAPTION_SIZE, Caption, caption_text
from .diagram import Claim, Diagram, Edge, LegendEntry, Node
from .layout import GLYPH_SPACE, LANGUAGES, NODE_LINE, NODE_SIZE, PADDING_X, Layout
from .messages import LEADS, MESSAGES, place_words
from .style import CLASS_STYLES, INK, PAPER, class_style, line_style

Json = dict[str, Any]


def page_data(diagram: Diagram, layout: Layout) -> Json:
    """Everything the page shows, apart from what the graph library draws; each text in both languages."""
    return {
        "id": diagram.id,
        "title": _text(diagram.title),
        "version": diagram.version,
        "messages": {key: _text(words) for key, words in MESSAGES.items()},
        "leads": {key: _text(words) for key, words in LEADS.items()},
        "nodes": [_node(node, layout) for node in diagram.nodes],
        "edges": [_edge(edge, layout) for edge in diagram.edges],
        "limited": any(edge.claim.limited for edge in diagram.edges),
        "sources": [
            {
                "number": source.number,
                "symbol": source.symbol,
                "place": _text(place_words(source.unit)),
                "quote": source.quote,
                "translation": source.translation,
            }
            for source in diagram.sources
        ],
        "classes": {entry.id: {**_legend(entry), **_class(entry.id)} for entry in sorted(diagram.classes, key=_rank)},
        "modalities": {entry.id: {**_legend(entry), **_line(entry.id)} for entry in diagram.modalities},
        "bounds": layout.bounds,
        "lettering": {
            "nodeSize": NODE_SIZE,
            "nodeLine": NODE_LINE,
            "glyphSpace": GLYPH_SPACE,
            "padding": PADDING_X,
            "captionSize": CAPTION_SIZE,
            "captionLine": CAPTION_LINE,
        },
        "colours": {"ink": INK, "paper": PAPER},
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
        "asOfReport": claim.as_of_report,
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
        "caption": {language: _caption(caption) for language, caption in captions.items() if caption},
    }


def _caption(caption: Caption) -> Json:
    return {"lines": caption.lines, "t": caption.t, "width": round(caption.box.width), "height": caption.box.height}
