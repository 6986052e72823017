"""Built datasets as RDF files of any common format; the same dataset gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from ontology import PREFIXES

from .errors import NotFound
from .publish import Built

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}


def layer_graphs(built: Built, layer: str | None) -> tuple[str, ...]:
    """Graph IRIs of a layer (`facts`, `scenario/…`) in every report, or of all layers; raises NotFound for none."""
    graphs = tuple(graph for graph in built.layers if layer is None or graph.endswith(f"/graph/{layer}"))
    if not graphs:
        known = sorted({graph.partition("/graph/")[2] for graph in built.layers})
        raise NotFound(f"there is no layer “{layer}”: there are {', '.join(known)}")
    return graphs


def is_default(graph: str) -> bool:
    """Whether a layer belongs to the default graph: all do but scenarios, which are asked for by name."""
    return "/graph/scenario/" not in graph


def _quads(built: Built, graphs: tuple[str, ...]) -> Iterator[Quad]:
    wanted = set(graphs)
    for quad in pyoxigraph.parse(path=str(built.quads), format=RdfFormat.N_QUADS):
        if isinstance(quad, Quad) and quad.graph_name.value in wanted:  # type: ignore[union-attr]
            yield quad


def export_dataset(built: Built, form: str, layer: str | None = None) -> str:
    """The dataset or one layer of it as text.

    Args:
        built: the dataset.
        form: `turtle`, `trig`, `nquads` or `jsonld`. Turtle has no graph names: of the whole dataset it holds the
            default graph, that is every layer but the scenarios.
        layer: the layer's name, or None for all.

    Raises:
        NotFound: there is no such layer.
    """
    graphs = layer_graphs(built, layer)
    if form != "turtle":
        return _text(pyoxigraph.serialize(_quads(built, graphs), format=FORMATS[form], prefixes=PREFIXES))
    if layer is None:
        graphs = tuple(filter(is_default, graphs))
    triples = {str(quad.triple): quad.triple for quad in _quads(built, graphs)}
    ordered = [triples[key] for key in sorted(triples)]
    return _text(pyoxigraph.serialize(ordered, format=FORMATS[form], prefixes=PREFIXES))


def _text(serialised: bytes | None) -> str:
    return (serialised or b"").decode("utf-8")
