"""The ontology as plain frozen objects, read from its Turtle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from .terms import MIGOV

ONTOLOGY_FILE = Path(__file__).with_name("migov.ttl")
SHAPES_FILE = Path(__file__).with_name("shapes.ttl")
ValueKind = Literal["entity", "text", "string", "number", "date", "link"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    def get(self, language: Literal["zh", "en"]) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, modality, family or unit of the ontology.

    Attributes:
        id: its local name, such as `Institution` or `memberOf`; of a family or unit without the prefix of its kind.
        labels: its label.
        comments: its definition.
        family: of a property, the id of its relation family, else empty.
        inverse: of a property, how it reads from the object's side, else None.
        superclass: of a class, the id of the class above it, else empty.
        domain, range: of a property, ids of the classes of its subject and, where that is an entity, its object.
        value_kind: of a property, what its object is.
        template: of a property, how its statements read, with `{s}` and `{o}`.
    """

    id: str
    iri: str
    labels: Text
    comments: Text
    family: str = ""
    inverse: Text | None = None
    superclass: str = ""
    domain: str = ""
    range: str = ""
    value_kind: ValueKind = "entity"
    template: Text = Text("", "")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that authored data may use, each mapping by id and in the order of the ontology."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    modalities: Mapping[str, Term]
    families: Mapping[str, Term]
    units: Mapping[str, Term]

    def is_a(self, class_id: str, ancestor: str) -> bool:
        """Whether a class is another one or below it."""
        while class_id:
            if class_id == ancestor:
                return True
            class_id = self.classes[class_id].superclass
        return False


def read_text(graph: Graph, subject: URIRef, predicate: URIRef) -> Text:
    """The words that a property gives in both languages, empty where there are none."""
    words = {o.language: str(o) for o in graph.objects(subject, predicate) if isinstance(o, RdfLiteral)}
    return Text(words.get("zh", ""), words.get("en", ""))


def local_name(iri: object) -> str:
    """The name of an own term without its namespace, empty for any other."""
    text = str(iri)
    return text.removeprefix(str(MIGOV)) if text.startswith(str(MIGOV)) else ""


def _one(graph: Graph, subject: URIRef, predicate: URIRef) -> str:
    return next((name for name in sorted(local_name(o) for o in graph.objects(subject, predicate)) if name), "")


def _inverse(graph: Graph, subject: URIRef) -> Text | None:
    node = graph.value(subject, OWL.inverseOf)
    return read_text(graph, node, RDFS.label) if node is not None else None  # type: ignore[arg-type]


def _concepts(graph: Graph, kind: URIRef, prefix: str = "") -> dict[str, Term]:
    members = [iri for iri in graph.subjects(RDF.type, kind) if isinstance(iri, URIRef)]
    members.sort(key=lambda iri: (_number(graph, iri), str(iri)))
    terms = (
        Term(
            local_name(iri).removeprefix(prefix),
            str(iri),
            read_text(graph, iri, SKOS.prefLabel),
            read_text(graph, iri, SKOS.definition),
        )
        for iri in members
    )
    return {term.id: term for term in terms}


def _number(graph: Graph, subject: URIRef) -> int:
    order = graph.value(subject, MIGOV.order)
    return int(str(order)) if order is not None else 0


def _property(graph: Graph, iri: URIRef) -> Term:
    return Term(
        local_name(iri),
        str(iri),
        read_text(graph, iri, RDFS.label),
        read_text(graph, iri, RDFS.comment),
        family=_one(graph, iri, MIGOV.family).removeprefix("family-"),
        inverse=_inverse(graph, iri),
        domain=_one(graph, iri, RDFS.domain),
        range=_one(graph, iri, RDFS.range),
        value_kind=str(graph.value(iri, MIGOV.valueKind)),  # type: ignore[arg-type]
        template=read_text(graph, iri, MIGOV.sentenceTemplate),
    )


def _entity_classes(graph: Graph) -> dict[str, Term]:
    order = [MIGOV.Entity]
    for iri in order:
        order.extend(sorted(s for s in graph.subjects(RDFS.subClassOf, iri) if isinstance(s, URIRef)))
    return {
        local_name(iri): Term(
            local_name(iri),
            str(iri),
            read_text(graph, iri, RDFS.label),
            read_text(graph, iri, RDFS.comment),
            superclass=_one(graph, iri, RDFS.subClassOf),
        )
        for iri in order
    }


@cache
def vocabulary() -> Vocabulary:
    """The ontology's classes of entities, properties of statements, modalities, families and units."""
    graph = Graph().parse(ONTOLOGY_FILE)
    families = _concepts(graph, MIGOV.Family, "family-")
    order = list(families)
    properties = [_property(graph, iri) for iri in graph.subjects(RDF.type, MIGOV.Property) if isinstance(iri, URIRef)]
    properties.sort(key=lambda term: (order.index(term.family), term.id))
    return Vocabulary(
        classes=_entity_classes(graph),
        properties={term.id: term for term in properties},
        modalities=_concepts(graph, MIGOV.Modality),
        families=families,
        units=_concepts(graph, MIGOV.Unit, "unit-"),
    )
