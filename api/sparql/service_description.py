"""What this SPARQL service is and holds, in RDF (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple
from rdflib import Namespace
from rdflib.namespace import DCTERMS, RDF, VOID, XSD

from graph.sparql import GRAPH_FORMATS, QueryResult, Store

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
SIMPLE_ENTAILMENT = "http://www.w3.org/ns/entailment/Simple"

_PREFIXES = {"sd": str(SD), "dct": str(DCTERMS), "void": str(VOID), "xsd": str(XSD), "formats": str(FORMATS)}
_RESULT_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPH_FORMATS = ("Turtle", "N-Triples", "N-Quads", "TriG", "RDF_XML", "JSON-LD")
_NAMED_GRAPHS = "SELECT ?g (COUNT(*) AS ?triples) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


async def describe_service(store: Store, endpoint: str, media_type: str, *, takes_updates: bool = False) -> QueryResult:
    """The description of a service, all nodes named under its endpoint.

    Args:
        store: what it serves; asked for its named graphs and their sizes.
        endpoint: URL of the service, without query and fragment.
        media_type: a key of `GRAPH_FORMATS`.
        takes_updates: whether operators may change the store, at `/update` below the endpoint.

    Raises:
        QueryError: the store can't tell its graphs.
    """
    found = json.loads((await store.query(_NAMED_GRAPHS)).body)["results"]["bindings"]
    # A store without named graphs may answer with one row that has no graph.
    sizes = {row["g"]["value"]: int(row["triples"]["value"]) for row in found if "g" in row}
    triples = sorted(set(_describe(endpoint, sizes, store, takes_updates=takes_updates)), key=str)
    body = pyoxigraph.serialize(triples, format=GRAPH_FORMATS[media_type], prefixes=_PREFIXES)
    return QueryResult(media_type, body or b"")


def _describe(endpoint: str, sizes: dict[str, int], store: Store, *, takes_updates: bool) -> Iterator[Triple]:
    def node(iri: str) -> NamedNode:
        return NamedNode(iri)

    kind = node(str(RDF.type))
    service, dataset, default = node(endpoint), node(f"{endpoint}#dataset"), node(f"{endpoint}#default-graph")
    yield Triple(service, kind, node(SD.Service))
    yield Triple(service, node(SD.endpoint), service)
    yield Triple(service, node(SD.supportedLanguage), node(SD.SPARQL11Query))
    for name in (*_RESULT_FORMATS, *_GRAPH_FORMATS):
        yield Triple(service, node(SD.resultFormat), node(FORMATS[name]))
    if store.rules.services:
        yield Triple(service, node(SD.feature), node(SD.BasicFederatedQuery))
    yield Triple(service, node(SD.defaultEntailmentRegime), node(SIMPLE_ENTAILMENT))
    if takes_updates:
        update = node(f"{endpoint}/update")
        yield Triple(update, kind, node(SD.Service))
        yield Triple(update, node(SD.endpoint), update)
        yield Triple(update, node(SD.supportedLanguage), node(SD.SPARQL11Update))
        yield Triple(update, node(SD.defaultDataset), dataset)
        yield Triple(update, node(SD.feature), node(SD.EmptyGraphs))
    yield Triple(service, node(SD.defaultDataset), dataset)
    yield Triple(dataset, kind, node(SD.Dataset))
    yield Triple(dataset, node(SD.defaultGraph), default)
    yield Triple(default, kind, node(SD.Graph))
    for graph in store.rules.default_graphs or ():
        yield Triple(default, node(str(DCTERMS.hasPart)), node(graph))
    for n, (graph, triples) in enumerate(sorted(sizes.items()), start=1):
        named, about = node(f"{endpoint}#graph-{n}"), node(f"{endpoint}#graph-{n}-content")
        yield Triple(dataset, node(SD.namedGraph), named)
        yield Triple(named, kind, node(SD.NamedGraph))
        yield Triple(named, node(SD.name), node(graph))
        yield Triple(named, node(SD.graph), about)
        yield Triple(about, kind, node(SD.Graph))
        yield Triple(about, node(str(VOID.triples)), Literal(str(triples), datatype=node(str(XSD.integer))))
