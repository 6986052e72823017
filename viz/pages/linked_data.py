"""A diagram's statements with their evidence as JSON-LD, to stand in its page: what machines read there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model import AS_IN_DATA
from ontology import PREFIXES, Text

from ..diagram import Claim, Diagram, Source

Json = dict[str, Any]
_USED = ("dct", "migov", "oa", "rdf", "skos")


def linked_data(diagram: Diagram) -> Json:
    """The statements of a diagram in the words of the ontology; the context is inside, so nothing is fetched.

    Statements of values have no object here: their sentence tells it.
    """
    iris = {node.id: node.iri for node in diagram.nodes}
    sources = {source.number: source for source in diagram.sources}
    claims = [(claim, node.id, "") for node in diagram.nodes for claim in node.claims]
    claims += [(edge.claim, edge.start, edge.end) for edge in diagram.edges]
    if all(claim.is_count for claim, _, _ in claims) and not any(iris.values()):
        # Counts are no statements of the dataset, and classes none of its entities.
        return {"@graph": []}
    if any(claim.modality == AS_IN_DATA for claim, _, _ in claims):
        return _triples(diagram, iris)
    # A statement that dates an entity it is not about, or a line between two, stands here once.
    statements = {claim.id: _statement(claim, iris[start], iris.get(end), sources) for claim, start, end in claims}
    return {
        "@context": {prefix: str(PREFIXES[prefix]) for prefix in _USED},
        "@graph": [
            *(
                {
                    "@id": node.iri,
                    "@type": f"migov:{node.class_id}",
                    "skos:prefLabel": _words(node.names),
                }
                for node in sorted(diagram.nodes, key=lambda node: node.id)
            ),
            *(statements[id] for id in sorted(statements)),
        ],
    }


def _triples(diagram: Diagram, iris: Mapping[str, str]) -> Json:
    """The lines of a diagram of any RDF: the triples of the data themselves."""
    nodes: dict[str, Json] = {iri: {"@id": iri} for iri in sorted(iris.values())}
    for edge in diagram.edges:
        said = nodes[iris[edge.start]].setdefault(edge.claim.relation_iri, [])
        said.append({"@id": iris[edge.end]})
    return {"@graph": list(nodes.values())}


def _statement(claim: Claim, start: str, end: str | None, sources: dict[int, Source]) -> Json:
    made: Json = {
        "@id": claim.iri,
        "@type": "migov:Statement",
        "dct:identifier": claim.id,
        "migov:modality": {"@id": f"migov:{claim.modality}"},
        "migov:sentence": _words(claim.sentence),
        "migov:evidence": [_passage(sources[number]) for number in claim.sources],
    }
    if end is not None:
        made |= {"rdf:subject": {"@id": start}, "rdf:object": {"@id": end}}
    if claim.relation_iri:
        made["rdf:predicate"] = {"@id": claim.relation_iri}
    if claim.edtf:
        made["migov:edtf"] = claim.edtf
    for name, words in (("qualifier", claim.qualifier), ("condition", claim.condition)):
        if words:
            made[f"migov:{name}"] = _words(words)
    return made


def _passage(source: Source) -> Json:
    return {
        "@type": "migov:Passage",
        "dct:source": source.symbol,
        "dct:identifier": source.unit,
        "oa:hasSelector": {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": {"@value": source.quote, "@language": "zh"},
        },
        "migov:translation": {"@value": source.translation, "@language": "en"},
    }


def _words(words: Text) -> list[Json]:
    return [{"@value": words.zh, "@language": "zh"}, {"@value": words.en, "@language": "en"}]
