"""The ontology's terms as records, each with how it is drawn, so that every face draws alike."""

from __future__ import annotations

from functools import lru_cache

from graph.records import Record, text_record
from graph.snapshot import Snapshot
from ontology import Term
from viz.messages import LEADS
from viz.style import INK, PAPER, class_style, line_style

from ..other_rdf import most_connected
from .network_records import node_record
from .records import heading_record


def _term_record(term: Term) -> Record:
    return {
        "id": term.id,
        "iri": term.iri,
        "label": text_record(term.labels),
        "comment": text_record(term.comments),
    }


def class_record(term: Term) -> Record:
    """A class with the style of its nodes."""
    style = class_style(term.id)
    return {
        **_term_record(term),
        "superclass": term.superclass or None,
        "style": {"colour": style.colour, "tint": style.tint, "shape": style.shape, "glyph": style.glyph},
    }


def property_record(term: Term) -> Record:
    """A property with what it may tie together and how it reads from the other side."""
    return {
        **_term_record(term),
        "family": term.family,
        "domain": term.domain or None,
        "range": term.range or None,
        "value_kind": term.value_kind,
        "inverse_label": text_record(term.inverse),
        "sentence": text_record(term.template),
    }


def modality_record(term: Term) -> Record:
    """A status with the style of its lines."""
    style = line_style(term.id)
    line = {"colour": style.colour, "dashes": list(style.dashes), "width": style.width, "arrow": style.arrow}
    return {**_term_record(term), "lead": text_record(LEADS[term.id]), "style": line}


@lru_cache(maxsize=2)
def vocabulary_record(snapshot: Snapshot) -> Record:
    """Every term of the ontology in its order, and the sections of the reports."""
    return {
        "classes": [class_record(term) for term in snapshot.classes.values()],
        "properties": [property_record(term) for term in snapshot.properties.values()],
        "families": [_term_record(term) for term in snapshot.families.values()],
        "modalities": [modality_record(term) for term in snapshot.modalities.values()],
        "units": [_term_record(term) for term in snapshot.units.values()],
        "name_sources": [{"id": id, "label": text_record(label)} for id, label in snapshot.sources.items()],
        "sections": [
            {"report": report.slug, **heading_record(heading)}
            for report in snapshot.reports
            for heading in report.headings
        ],
        "style": {"ink": INK, "paper": PAPER},
        "carries_evidence": snapshot.carries_evidence,
        "beginnings": [] if snapshot.carries_evidence else [node_record(e, snapshot) for e in most_connected(snapshot)],
        "unread": text_record(snapshot.unread),
        "dataset": snapshot.version,
    }
