"""A diagram as records: one JSON document, and one flat row for each line, with everything they rest on."""

from __future__ import annotations

import json
from typing import Any

from graph.model import Language, TimeSpan
from graph.records import text_record
from ontology import Text

from ..citations import status_words
from ..diagram import Claim, Diagram, Edge, LegendEntry, Node, Source
from ..layouts.layout import LANGUAGES, Layout, lay_out
from ..legible import legible
from ..messages import LEADS, MESSAGES, place_words

Json = dict[str, Any]
FORMAT = 1

EDGE_COLUMNS = (
    *("statement", "iri", "subject", "subject_zh", "subject_en", "relation", "relation_zh", "relation_en"),
    *("object", "object_zh", "object_en", "status", "status_zh", "status_en", "change", "holder_zh", "holder_en"),
    *("time", "as_of_report", "qualifier_zh", "qualifier_en", "condition_zh", "condition_en"),
    *("sentence_zh", "sentence_en", "note_zh", "note_en", "sources", "places", "quotes", "working_translations"),
    *("diagram_zh", "diagram_en", "reports", "report_dates", "dataset"),
)
_BETWEEN = " | "


def diagram_record(diagram: Diagram, layout: Layout | None = None) -> Json:
    """Everything a diagram holds: words in both languages, positions in pixels (y grows downwards), evidence.

    Args:
        diagram: any diagram.
        layout: where everything stands; made when it isn't given.
    """
    diagram = legible(diagram)
    layout = layout or lay_out(diagram)
    return {
        "format": FORMAT,
        "id": diagram.id,
        "title": text_record(diagram.title),
        "subtitle": text_record(diagram.subtitle),
        "note": text_record(diagram.note),
        "layout": diagram.layout,
        "bounds": list(layout.bounds),
        "left_out": diagram.left_out,
        "undrawn": [_legend_record(entry) for entry in diagram.undrawn],
        "beyond": diagram.beyond.total,
        "dataset": diagram.version,
        "reports": [
            {"symbol": origin.symbol, "title": text_record(origin.title), "date": origin.date, "iri": origin.iri}
            for origin in diagram.origins
        ],
        "legend": {
            "classes": [_legend_record(entry) for entry in diagram.classes],
            "statuses": [_legend_record(entry) for entry in diagram.modalities],
            "families": [_legend_record(entry) for entry in diagram.families],
        },
        "nodes": [_node_record(node, diagram, layout) for node in diagram.nodes],
        "edges": [_edge_record(edge, diagram, layout) for edge in diagram.edges],
        "sources": [_source_record(source) for source in diagram.sources],
        "translations": text_record(MESSAGES["ours"]),
    }


def json_file(diagram: Diagram) -> bytes:
    """The record of a diagram as JSON (RFC 8259), indented for people who read it."""
    return (json.dumps(diagram_record(diagram), ensure_ascii=False, indent=1) + "\n").encode()


def edge_rows(diagram: Diagram) -> list[dict[str, str]]:
    """Each line as one flat row; keys are EDGE_COLUMNS, several values of one cell are joined by ` | `."""
    names = {node.id: node.names for node in diagram.nodes}
    sources = {source.number: source for source in diagram.sources}
    shared = (
        *(diagram.title.zh, diagram.title.en),
        _BETWEEN.join(origin.symbol for origin in diagram.origins),
        _BETWEEN.join(origin.date for origin in diagram.origins),
        diagram.version,
    )
    rows = []
    for edge in diagram.edges:
        claim = edge.claim
        subject, target = names[edge.start], names[edge.end]
        status = status_words(diagram, claim.modality)
        cited = [sources[number] for number in claim.sources]
        cells = (
            *(claim.id, claim.iri, edge.start, subject.zh, subject.en),
            *(claim.predicate, claim.label.zh, claim.label.en, edge.end, target.zh, target.en),
            *(claim.modality, status.zh, status.en, edge.change, claim.holder.zh, claim.holder.en),
            *(claim.edtf, "true" if claim.as_of_report else "false"),
            *(cell for text in (claim.qualifier, claim.condition, claim.sentence, claim.note) for cell in _both(text)),
            _BETWEEN.join(str(source.number) for source in cited),
            _BETWEEN.join(f"{source.symbol} {source.unit}" for source in cited),
            _BETWEEN.join(source.quote for source in cited),
            _BETWEEN.join(source.translation for source in cited),
            *shared,
        )
        rows.append(dict(zip(EDGE_COLUMNS, cells, strict=True)))
    return rows


def _both(text: Text | None) -> tuple[str, str]:
    return (text.zh, text.en) if text else ("", "")


def _legend_record(entry: LegendEntry) -> Json:
    return {
        "id": entry.id,
        "label": text_record(entry.label),
        "comment": text_record(entry.comment),
        "count": entry.count,
    }


def _node_record(node: Node, diagram: Diagram, layout: Layout) -> Json:
    box = layout.nodes["en"][node.id].box
    return {
        "id": node.id,
        "iri": node.iri,
        "class": node.class_id,
        "names": text_record(node.names),
        "short_names": text_record(node.short_names),
        "other_names": list(node.other_names),
        "emphasised": node.emphasised,
        "change": node.change,
        "when": _span_record(node.when),
        "x": box.x,
        "y": box.y,
        "sizes": {language: _size(layout, language, node.id) for language in LANGUAGES},
        "claims": [claim_record(claim, diagram) for claim in node.claims],
    }


def _size(layout: Layout, language: Language, node: str) -> list[float]:
    box = layout.nodes[language][node].box
    return [box.width, box.height]


def _edge_record(edge: Edge, diagram: Diagram, layout: Layout) -> Json:
    return {
        **claim_record(edge.claim, diagram),
        "from": edge.start,
        "to": edge.end,
        "change": edge.change,
        "because": [claim_record(claim, diagram) for claim in edge.because],
        "bend": layout.routes[edge.id].bend,
    }


def claim_record(claim: Claim, diagram: Diagram) -> Json:
    """What a statement claims, its status in words, who holds it, and the numbers of its sources."""
    return {
        "id": claim.id,
        "iri": claim.iri,
        "relation": claim.predicate,
        "label": text_record(claim.label),
        "family": claim.family,
        "status": claim.modality,
        "status_label": text_record(status_words(diagram, claim.modality)),
        "lead": text_record(LEADS.get(claim.modality)),
        "sentence": text_record(claim.sentence),
        "holder": text_record(claim.holder),
        "time": {"edtf": claim.edtf, "words": text_record(claim.time)} if claim.edtf else None,
        "as_of_report": claim.as_of_report,
        "qualifier": text_record(claim.qualifier),
        "condition": text_record(claim.condition),
        "note": text_record(claim.note),
        "sources": list(claim.sources),
    }


def _source_record(source: Source) -> Json:
    return {
        "number": source.number,
        "report": source.symbol,
        "paragraph": source.unit,
        "place": text_record(place_words(source.unit)),
        "quote": source.quote,
        "working_translation": source.translation,
    }


def _span_record(span: TimeSpan | None) -> Json | None:
    return {"edtf": span.edtf, "earliest": span.earliest, "latest": span.latest} if span else None
