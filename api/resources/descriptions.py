"""What the dataset says of one of its IRIs, as RDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from graph.sparql import Store
from ontology import MIGOV, OA, PREFIXES, SKOSXL

_IRI = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")
# What belongs to a resource and has no page of its own that says more.
_PARTS = (MIGOV.evidence, MIGOV.changes, OA.hasSelector, OA.hasTarget, SKOSXL.prefLabel, SKOSXL.altLabel)

_BLANK_STEPS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of a resource, in words.

    Attributes:
        iri: the value, where it is a resource, else empty.
        language: of a text, else empty.
    """

    predicate: str
    predicate_name: str
    text: str
    iri: str = ""
    language: str = ""


def description_query(iri: str, layer: str | None = None, *, whole: bool = False) -> str | None:
    """The CONSTRUCT for a resource and its parts, in the default graph or in one layer; None where it can't be an IRI.

    Args:
        iri: what to describe.
        layer: IRI of the named graph to ask.
        whole: whether all that stands in the layer describes it.
    """
    if not _IRI.fullmatch(iri):
        return None
    if layer and whole:
        return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{layer}> {{ ?s ?p ?o }} }}"
    parts = "|".join(part.n3() for part in _PARTS)
    pattern = f"<{iri}> ({parts})* ?part . ?part ?p ?o"
    about = " UNION ".join(
        f"{{ ?about ?role <{iri}> VALUES ?role {{ {role.n3()} }} }}" for role in (RDF.subject, RDF.object)
    )
    where = f"GRAPH <{layer}> {{ {pattern} }}" if layer else f"{{ {pattern} }} UNION {about}"
    return f"CONSTRUCT {{ ?part ?p ?o . ?about ?role <{iri}> }} WHERE {{ {where} }}"


def bounded_query(iri: str) -> str | None:
    """The CONSTRUCT for what any RDF says of a resource, in whichever graph; None where it can't be an IRI.

    What is said of the blank nodes that this leads to belongs to it, three steps far: a bounded description
    (https://www.w3.org/submissions/CBD/).
    """
    if not _IRI.fullmatch(iri):
        return None
    ways, patterns = f"BIND(<{iri}> AS ?s) <{iri}> ?p ?o", []
    for depth in range(_BLANK_STEPS + 1):
        nodes = [f"<{iri}>", *(f"?b{step}" for step in range(1, depth)), "?s"]
        steps = " ".join(
            f"{nodes[step]} ?p{step} {nodes[step + 1]} FILTER isBlank({nodes[step + 1]})" for step in range(depth)
        )
        patterns.append(f"{steps} ?s ?p ?o" if depth else ways)
    anywhere = " UNION ".join(f"{{ {each} }} UNION {{ GRAPH ?g {{ {each} }} }}" for each in patterns)
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {anywhere} }}"


def count_query(layer: str) -> str | None:
    """The SELECT for the number of triples in a layer; None where it can't be an IRI."""
    if not _IRI.fullmatch(layer):
        return None
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{layer}> {{ ?s ?p ?o }} }}"


async def construct(store: Store, query: str) -> bytes:
    """The triples that a CONSTRUCT gives, as N-Triples."""
    return (await store.query(query, media_type="application/n-triples")).body


def read_graph(triples: bytes) -> Graph:
    """The graph of some N-Triples."""
    return Graph().parse(data=triples, format="nt")


def to_rdf(triples: bytes, media_type: str) -> bytes:
    """Some N-Triples as an RDF document; the same triples give the same bytes.

    Each triple passes through Python by itself, so that in a thread this lets others run.
    """
    form = pyoxigraph.RdfFormat.from_media_type(media_type)
    lines = b"\n".join(sorted({line for line in triples.split(b"\n") if line.strip()}))
    parsed = (quad.triple for quad in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES))
    sink = io.BytesIO()
    pyoxigraph.serialize(parsed, sink, format=form, prefixes=PREFIXES)
    return sink.getvalue()


def read_facts(graph: Graph, iri: str) -> Iterator[Fact]:
    """What a graph says of a resource, sorted; a value that is a resource goes by its name where the graph has one."""
    for predicate, value in sorted(graph.predicate_objects(URIRef(iri)), key=lambda pair: (str(pair[0]), str(pair[1]))):
        name = _local_name(str(predicate))
        if isinstance(value, Literal):
            yield Fact(str(predicate), name, str(value), language=value.language or "")
        else:
            label = graph.value(value, SKOS.prefLabel) or graph.value(value, RDFS.label)
            yield Fact(str(predicate), name, str(label or value), iri=str(value))


def _local_name(iri: str) -> str:
    return re.split(r"[#/]", iri.rstrip("#/"))[-1]
