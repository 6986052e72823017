"""The built dataset against the ontology's SHACL shapes."""

from __future__ import annotations

from collections.abc import Mapping

from pyshacl import validate
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import SH

from ontology import SHAPES_FILE

from ..authoring.folder import Data
from ..errors import Fault
from ..identifiers import Identifiers


def shape_faults(dataset: Dataset, places: Mapping[str, tuple[str, int]]) -> tuple[Fault, ...]:
    """What the shapes find wrong in the dataset, scenarios included, by file and line.

    Args:
        dataset: the built dataset.
        places: file and line of the authored entry that each IRI comes from.
    """
    data = Graph()
    for graph in dataset.graphs():
        for triple in graph:
            data.add(triple)
    conforms, results, _ = validate(data, shacl_graph=Graph().parse(SHAPES_FILE), advanced=False, inference="none")
    if conforms:
        return ()
    if not isinstance(results, Graph):
        return (Fault("dataset", 1, f"the shapes can't be applied: {results}"),)
    faults = set()
    for result in results.subjects(SH.resultSeverity):
        # A failed sh:node says only that something inside it failed, which is a result of its own.
        if results.value(result, SH.sourceConstraintComponent) == SH.NodeConstraintComponent:
            continue
        focus = str(results.value(result, SH.focusNode))
        path = results.value(result, SH.resultPath)
        message = results.value(result, SH.resultMessage)
        file, line = places.get(focus, ("dataset", 1))
        about = f" ({path})" if isinstance(path, URIRef) else ""
        faults.add(Fault(file, line, f"{focus}: {message}{about}"))
    return tuple(sorted(faults))


def authored_places(data: Data, identifiers: Identifiers) -> dict[str, tuple[str, int]]:
    """Where the entries stand that entities, statements, scenarios and notes come from, by their IRIs."""
    places = {
        identifiers.entity(entity): (placed.file.name, placed.file.line(placed.at))
        for entity, placed in data.entities.items()
    }
    for slug, report in data.reports.items():
        for _, _, statement in report.statements():
            iri = identifiers.statement(slug, statement.entry.id)
            places[iri] = (statement.file.name, statement.file.line(statement.at))
        for scenario in report.scenarios:
            iri = identifiers.scenario(slug, scenario.entry.id)
            places[iri] = (scenario.file.name, scenario.file.line(scenario.at))
    return places
