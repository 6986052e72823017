"""Linked data: every IRI of the dataset answers here, as a page or as RDF."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from graph.model import Statement
from ontology import completeness

from ..models import ErrorShape
from ..negotiation import GRAPHS, HTML
from ..other_rdf import entity_values
from ..parameters import Data, known_parameters_only
from ..resources.linked_data import Resource, Resources
from ..rest.records import (
    find_heading,
    find_note,
    find_passage,
    find_report,
    find_scenario,
    sections_of,
    trail_of,
    units_of,
)

LINKED_DATA: dict[int | str, dict[str, Any]] = {
    200: {"description": "As a page or as RDF", "content": {form.media_type: {} for form in (HTML, *GRAPHS)}},
    406: {"model": ErrorShape, "description": "There is no form that the client accepts"},
}

router = APIRouter(
    tags=["linked data"],
    dependencies=[Depends(known_parameters_only)],
    default_response_class=Response,
    responses=LINKED_DATA,
)


@router.get("/entity/{id}", summary="An entity")
async def show_entity(id: str, snapshot: Data, resources: Resources) -> Response:
    """An entity: its names, what is said of it, where it is mentioned."""
    entity = snapshot.entity(id)
    if not snapshot.carries_evidence:
        return await resources.answer(Resource(entity.iri, "other_entity.html"), entity_values(entity, snapshot))
    statements = snapshot.statements_about(id)
    grouped: dict[str, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(snapshot.properties[statement.predicate].family, []).append(statement)
    places: dict[tuple[str, str], dict[str, None]] = {}
    for mention in entity.mentions:
        places.setdefault((mention.report, mention.unit), {})[mention.form] = None
    return await resources.answer(
        Resource(entity.iri, "entity.html"),
        {
            "entity": entity,
            "sources": snapshot.sources,
            "total": len(statements),
            "groups": [(term, grouped[family]) for family, term in snapshot.families.items() if family in grouped],
            "places": list(places.items()),
            "topics": {
                "narrower": [snapshot.entity(each) for each in snapshot.narrower(id)],
                "broader": [snapshot.entity(each) for each in entity.broader],
            },
        },
    )


@router.get("/report/{report}/statement/{n}", summary="A statement")
async def show_statement(report: str, n: str, snapshot: Data, resources: Resources) -> Response:
    """A statement with the words it rests on."""
    statement = snapshot.statement(f"{report}/{n}")
    if not snapshot.carries_evidence:  # the description of its subject holds the triple
        subject = snapshot.entity(statement.subject)
        return await resources.answer(Resource(subject.iri, "other_statement.html"), {"statement": statement})
    return await resources.answer(Resource(statement.iri, "statement.html"), {"statement": statement})


@router.get("/report/{report}/paragraph/{n}", summary="A paragraph")
async def show_paragraph(report: str, n: str, snapshot: Data, resources: Resources) -> Response:
    """A paragraph, footnote, the cover or the summary, with what rests on it."""
    info = find_report(snapshot, report)
    passage = find_passage(snapshot, info.slug, n)
    units = units_of(snapshot, info.slug)
    place = units.index(n)
    return await resources.answer(
        Resource(f"{info.iri}/paragraph/{n}", "paragraph.html"),
        {
            "report": info,
            "passage": passage,
            "trail": trail_of(info, passage.section),
            "previous": units[place - 1] if place else None,
            "following": units[place + 1] if place + 1 < len(units) else None,
            "footnotes": [snapshot.passages[info.slug, note] for note in passage.footnotes],
            "found": snapshot.statements_in(info.slug, n),
            "mentioned": list(dict.fromkeys(entity for _, entity in snapshot.mentions_in(info.slug, n))),
        },
    )


@router.get("/report/{report}/section/{n}", summary="A section")
async def show_section(report: str, n: str, snapshot: Data, resources: Resources) -> Response:
    """A section with its subsections and paragraphs."""
    info = find_report(snapshot, report)
    heading = find_heading(info, n)
    inside = [each for each in info.headings if heading in trail_of(info, each.id)]
    return await resources.answer(
        Resource(f"{info.iri}/section/{n}", "report.html"),
        {"report": info, "title": heading.title, "sections": sections_of(info, inside, snapshot)},
    )


@router.get("/report/{report}", summary="A report")
async def show_report(report: str, snapshot: Data, resources: Resources) -> Response:
    """A report with its sections and paragraphs."""
    info = find_report(snapshot, report)
    return await resources.answer(
        Resource(info.iri, "report.html"),
        {"report": info, "title": info.title, "sections": sections_of(info, [None, *info.headings], snapshot)},
    )


@router.get("/ontology", summary="The ontology")
async def show_ontology(snapshot: Data, resources: Resources) -> Response:
    """Classes, properties and vocabularies with what they mean, and what is complete, in both languages."""
    kinds = (
        ("classes", "", snapshot.classes),
        ("properties", "", snapshot.properties),
        ("modalities", "", snapshot.modalities),
        ("families", "family-", snapshot.families),
        ("units", "unit-", snapshot.units),
    )
    if not snapshot.carries_evidence:
        return resources.page.html("other_vocabulary.html", {"kinds": kinds[:2]})
    ontology = Resource(resources.ontology, "ontology.html", resources.identifiers.graph("ontology"), whole=True)
    return await resources.answer(ontology, {"kinds": kinds, "shapes": completeness()})


@router.get("/source/{id}", summary="A source of names")
async def show_source(id: str, resources: Resources) -> Response:
    """Where names come from."""
    return await resources.answer_path(f"source/{id}")


@router.get("/entity/{id}/label/{n}", summary="A name")
async def show_label(id: str, n: str, resources: Resources) -> Response:
    """One name of an entity and its source."""
    return await resources.answer_path(f"entity/{id}/label/{n}")


@router.get("/graph/{layer}", summary="A layer of the dataset")
async def show_layer(layer: str, resources: Resources) -> Response:
    """A named graph that all reports share: as RDF, all that stands in it."""
    return await resources.answer_layer(f"graph/{layer}")


@router.get("/report/{report}/graph/{layer:path}", summary="A layer of a report")
async def show_report_layer(report: str, layer: str, resources: Resources) -> Response:
    """A named graph of a report: as RDF, all that stands in it."""
    return await resources.answer_layer(f"report/{report}/graph/{layer}")


@router.get("/report/{report}/scenario/{id}", summary="A scenario")
async def show_scenario(report: str, id: str, snapshot: Data, resources: Resources) -> Response:
    """A scenario: what it would add, end and change."""
    scenario = find_scenario(snapshot, report, id)
    layer = resources.identifiers.scenario_graph(report, id)
    return await resources.answer(
        Resource(scenario.iri, "scenario.html", layer), {"scenario": scenario, "statements": snapshot.statements}
    )


@router.get("/report/{report}/note/{id}", summary="A note of ours")
async def show_note(report: str, id: str, snapshot: Data, resources: Resources) -> Response:
    """A remark of ours on statements or entities, never a claim of the report."""
    note = find_note(snapshot, report, id)
    return await resources.answer(Resource(note.iri, "note.html"), {"note": note})


@router.get("/report/{report}/passage/{place}", summary="A passage")
async def show_passage(report: str, place: str, resources: Resources) -> Response:
    """An exact run of words in a paragraph."""
    return await resources.answer_path(f"report/{report}/passage/{place}")


@router.get("/report/{report}/mention/{place}", summary="A mention")
async def show_mention(report: str, place: str, resources: Resources) -> Response:
    """A place where an entity is named."""
    return await resources.answer_path(f"report/{report}/mention/{place}")


@router.get("/report/{report}/zh", summary="The Chinese text of a report")
async def show_expression(report: str, resources: Resources) -> Response:
    """The Chinese text as an expression of the report."""
    return await resources.answer_path(f"report/{report}/zh")
