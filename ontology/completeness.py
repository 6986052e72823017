"""What is complete, as the SHACL shapes ask it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS, SH

from .vocabulary import ONTOLOGY_FILE, SHAPES_FILE, Text, local_name, read_text


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a shape asks of the things it is for.

    Attributes:
        id: the shape's local name, such as `EventShape`.
        labels: what it describes, such as “complete event”.
        classes: ids and labels of the classes whose members it is for, by id; empty where it is for what is pointed to.
        demands: what it asks, first of its own, then of the shapes it builds on.
    """

    id: str
    labels: Text
    classes: tuple[tuple[str, Text], ...]
    demands: tuple[Text, ...]


def _demands(shapes: Graph, shape: URIRef) -> tuple[Text, ...]:
    own = read_text(shapes, shape, RDFS.comment)
    built_on = sorted(node for node in shapes.objects(shape, SH.node) if isinstance(node, URIRef))
    return (*((own,) if own.en else ()), *(text for node in built_on for text in _demands(shapes, node)))


@cache
def completeness() -> tuple[Completeness, ...]:
    """Every shape with a label, those for entities first, then by id."""
    shapes, terms = Graph().parse(SHAPES_FILE), Graph().parse(ONTOLOGY_FILE)
    found = []
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        if not isinstance(shape, URIRef) or (shape, RDFS.label, None) not in shapes:
            continue
        classes = sorted(iri for iri in shapes.objects(shape, SH.targetClass) if isinstance(iri, URIRef))
        found.append(
            Completeness(
                str(shape).partition("#")[2],
                read_text(shapes, shape, RDFS.label),
                tuple((local_name(iri), read_text(terms, iri, RDFS.label)) for iri in classes),
                _demands(shapes, shape),
            )
        )
    of_entities = {str(shape).partition("#")[2] for shape in shapes.subjects(SH.node) if isinstance(shape, URIRef)}
    return tuple(sorted(found, key=lambda each: (each.id not in of_entities, each.id)))
