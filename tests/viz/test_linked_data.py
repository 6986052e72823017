from __future__ import annotations

import json
import re

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from ontology import MIGOV, OA
from tests.viz.samples import institutions
from viz import diagram_of, render_html


def test_the_page_holds_its_statements_with_evidence_as_json_ld() -> None:
    data = institutions()
    diagram = diagram_of(data.neighbourhood(["gmg"], depth=1), data)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', render_html(diagram), re.DOTALL)
    assert found
    assert "<" not in found[1]
    graph = Graph().parse(data=json.dumps(json.loads(found[1])), format="json-ld")
    iris = {node.id: URIRef(node.iri) for node in diagram.nodes}
    quotes = {source.number: source.quote for source in diagram.sources}
    for edge in diagram.edges:
        node = URIRef(edge.claim.iri)
        assert graph.value(node, RDF.subject) == iris[edge.start]
        assert graph.value(node, RDF.object) == iris[edge.end]
        assert graph.value(node, RDF.predicate) == MIGOV[edge.claim.predicate]
        assert graph.value(node, MIGOV.modality) == MIGOV[edge.claim.modality]
        told = {str(words) for words in graph.objects(node, MIGOV.evidence / OA.hasSelector / OA.exact)}
        assert told == {quotes[number] for number in edge.claim.sources}
    claims = {claim.iri for node in diagram.nodes for claim in node.claims} | {e.claim.iri for e in diagram.edges}
    assert {str(node) for node in graph.subjects(RDF.type, MIGOV.Statement)} == claims
    assert (iris["gmg"], None, Literal("Global Migration Group", lang="en")) in graph
