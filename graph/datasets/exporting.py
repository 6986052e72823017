"""Built datasets as RDF files of any common format; the same dataset gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple
from rdflib.namespace import RDF

from ontology import PREFIXES

from ..errors import GraphError, NotFound
from .publish import Built, is_default

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
_PARTS = tuple(NamedNode(str(part)) for part in (RDF.subject, RDF.predicate, RDF.object))
_REIFIES = NamedNode(f"{RDF}reifies")


def layer_graphs(built: Built, layer: str | None) -> tuple[str, ...]:
    """Graph IRIs of a layer (`facts`, `scenario/…`) in every report, or of all layers; raises NotFound for none."""
    graphs = tuple(graph for graph in built.layers if layer is None or graph.endswith(f"/graph/{layer}"))
    if not graphs:
        known = sorted({graph.partition("/graph/")[2] for graph in built.layers})
        raise NotFound(f"there is no layer “{layer}”: there are {', '.join(known)}")
    return graphs


def _quads(built: Built, graphs: tuple[str, ...]) -> Iterator[Quad]:
    wanted = set(graphs)
    for quad in pyoxigraph.parse(path=str(built.quads), format=RdfFormat.N_QUADS):
        if isinstance(quad, Quad) and quad.graph_name.value in wanted:  # type: ignore[union-attr]
            yield quad


def _reified(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads with each statement as an RDF 1.2 reifier of its triple instead of rdf:subject, predicate and object.

    Quads of one subject must stand together, as they do in a sorted file.
    """
    for _, group in groupby(quads, key=lambda quad: (quad.subject, quad.graph_name)):
        kept: list[Quad] = []
        parts: dict[NamedNode, NamedNode | BlankNode | Literal | Triple] = {}
        for quad in group:
            if quad.predicate in _PARTS:
                parts[quad.predicate] = quad.object
            else:
                kept.append(quad)
        yield from kept
        if parts:
            subject, predicate, target = (parts[part] for part in _PARTS)
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
                yield Quad(kept[0].subject, _REIFIES, Triple(subject, predicate, target), kept[0].graph_name)


def export_dataset(built: Built, form: str, layer: str | None = None, *, reifiers: bool = False) -> str:
    """The dataset or one layer of it as text.

    Args:
        built: the dataset.
        form: `turtle`, `trig`, `nquads` or `jsonld`. Turtle has no graph names: of the whole dataset it holds the
            default graph, that is every layer but the scenarios.
        layer: the layer's name, or None for all.
        reifiers: whether statements are RDF 1.2 reifiers of their triples, instead of RDF 1.1 reification.

    Raises:
        NotFound: there is no such layer.
        GraphError: the format can't hold RDF 1.2.
    """
    if reifiers and form == "jsonld":
        raise GraphError("JSON-LD has no RDF 1.2 yet: take trig, turtle or nquads")
    graphs = layer_graphs(built, layer)
    convert = _reified if reifiers else iter
    if form != "turtle":
        return _text(pyoxigraph.serialize(convert(_quads(built, graphs)), format=FORMATS[form], prefixes=PREFIXES))
    if layer is None:
        graphs = tuple(filter(is_default, graphs))
    triples = {str(quad.triple): quad.triple for quad in convert(_quads(built, graphs))}
    ordered = [triples[key] for key in sorted(triples)]
    return _text(pyoxigraph.serialize(ordered, format=FORMATS[form], prefixes=PREFIXES))


def _text(serialised: bytes | None) -> str:
    return (serialised or b"").decode("utf-8")
