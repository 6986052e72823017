"""The W3C's test suites for SPARQL as cases: what each asks, over which data, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

DAWGT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
# The addresses under which the suites were published; relative IRIs in their files are meant against these.
BASES = {
    "sparql11": "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
    "dawg-data-r2": "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One entry of a manifest.

    Args:
        id: suite, folder and name, such as `sparql11/aggregates/agg01`.
        kind: name of its class, such as `QueryEvaluationTest`.
        request: IRI of the query or update.
        data: IRIs of the files of the default graph.
        graphs: name and file of each named graph.
        result: IRI of the file of the result, or None.
        result_data: the same as `data`, for the state after an update.
        result_graphs: the same as `graphs`, for the state after an update.
        services: endpoint and file of each service that the query calls.
        is_lax: whether each solution may come fewer times than the result has it, as REDUCED allows.
    """

    id: str
    kind: str
    request: str
    data: tuple[str, ...] = ()
    graphs: tuple[tuple[str, str], ...] = ()
    result: str | None = None
    result_data: tuple[str, ...] = ()
    result_graphs: tuple[tuple[str, str], ...] = ()
    services: tuple[tuple[str, str], ...] = ()
    is_lax: bool = False


class Suite:
    """The suites in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, iri: str) -> Path:
        """The file that an IRI names."""
        for name, base in BASES.items():
            if iri.startswith(base):
                return self.folder / name / iri.removeprefix(base)
        raise ValueError(f"{iri} is in no suite")

    @lru_cache(maxsize=1)  # noqa: B019 - there is one suite
    def cases(self) -> tuple[Case, ...]:
        """All cases that the manifests list, in order, but those that were withdrawn."""
        found: dict[str, Case] = {}
        for name, base in BASES.items():
            for manifest in sorted((self.folder / name).glob("*/manifest.ttl")):
                graph = Graph().parse(manifest, format="turtle", publicID=f"{base}{manifest.parent.name}/manifest.ttl")
                for case in _read(graph, f"{name}/{manifest.parent.name}"):
                    found[case.id] = case
        return tuple(found.values())


def _read(graph: Graph, where: str) -> Iterator[Case]:
    for entries in graph.objects(None, MF.entries):
        for entry in Collection(graph, entries):
            if graph.value(entry, DAWGT.approval) == DAWGT.Withdrawn:
                continue
            action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
            kind = graph.value(entry, RDF.type)
            name = str(entry).partition("#")[2]
            state = None if isinstance(result, URIRef) else result
            if kind is None or action is None:  # named in the list only, or tests of the protocol in words
                yield Case(f"{where}/{name}", str(kind or "").rpartition("#")[2], "")
                continue
            request = graph.value(action, QT.query) or graph.value(action, UT.request) or action
            yield Case(
                f"{where}/{name}",
                str(kind).rpartition("#")[2],
                str(request),
                _files(graph, action),
                _graphs(graph, action),
                str(result) if isinstance(result, URIRef) else None,
                _files(graph, state),
                _graphs(graph, state),
                tuple(
                    sorted(
                        (str(graph.value(each, QT.endpoint)), str(graph.value(each, QT.data)))
                        for each in graph.objects(action, QT.serviceData)
                    )
                ),
                (entry, MF.resultCardinality, MF.LaxCardinality) in graph,
            )


def _files(graph: Graph, node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    return tuple(sorted(str(file) for kind in (QT.data, UT.data) for file in graph.objects(node, kind)))


def _graphs(graph: Graph, node: Node | None) -> tuple[tuple[str, str], ...]:
    found = []
    if node is None:
        return ()
    for each in (*graph.objects(node, QT.graphData), *graph.objects(node, UT.graphData)):
        file = graph.value(each, QT.graph) or graph.value(each, UT.graph) or each
        found.append((str(graph.value(each, RDFS.label) or file), str(file)))
    return tuple(sorted(found))
