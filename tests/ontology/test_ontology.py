"""The ontology says what its users need: every term labelled in both languages, the module of terms in step with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from graph import Identifiers, data_folder
from graph.datasets.building import check_data
from ontology import MIGOV, ONTOLOGY_FILE, SHAPES_FILE, completeness, vocabulary
from ontology.generate import terms_module


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ONTOLOGY_FILE)


def test_the_module_of_terms_is_generated_from_the_turtle() -> None:
    written = ONTOLOGY_FILE.with_name("terms.py").read_text(encoding="utf-8")
    assert written == terms_module(ONTOLOGY_FILE)


def own_terms(graph: Graph) -> list[URIRef]:
    return sorted({s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(str(MIGOV))})


def languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str]:
    return sorted(o.language or "" for o in graph.objects(subject, predicate) if isinstance(o, Literal))


def test_every_term_has_a_label_and_a_comment_in_both_languages(graph: Graph) -> None:
    terms = own_terms(graph)
    assert len(terms) > 150
    for term in terms:
        concept = (term, SKOS.prefLabel, None) in graph
        label, comment = (SKOS.prefLabel, SKOS.definition) if concept else (RDFS.label, RDFS.comment)
        assert languages(graph, term, label) == ["en", "zh"], term
        assert languages(graph, term, comment) == ["en", "zh"], term


def test_every_property_of_statements_is_complete(graph: Graph) -> None:
    terms = vocabulary()
    properties = list(graph.subjects(RDF.type, MIGOV.Property))
    assert len(properties) == len(terms.properties) > 100
    for term in terms.properties.values():
        assert term.family in terms.families
        assert term.domain in terms.classes
        assert term.value_kind in {"entity", "text", "string", "number", "date", "link"}
        assert (term.range in terms.classes) == (term.value_kind == "entity")
        for template in (term.template.zh, term.template.en):
            assert template.count("{s}") == template.count("{o}") == 1
        if term.value_kind == "entity":
            assert term.inverse is not None
            assert term.inverse.zh
            assert term.inverse.en
        examples = languages(graph, URIRef(term.iri), SKOS.example)
        assert examples == ["en", "zh"], term.id


def test_every_example_is_a_statement_of_the_graph(graph: Graph) -> None:
    terms = vocabulary()
    statements = check_data(data_folder(), Identifiers()).content.statements.values()
    said: dict[str, set[str]] = {id: set() for id in terms.properties}
    for statement in statements:
        status, report = terms.modalities[statement.modality].labels, statement.report
        paragraph = statement.id.removeprefix(f"{report}/").partition(".")[0]
        said[statement.predicate] |= {
            f"{statement.sentence.en} ({status.en}; {report}, {paragraph})",
            f"{statement.sentence.zh}（{status.zh}；{report}，{paragraph}）",
        }
    for term in terms.properties.values():
        examples = {str(example) for example in graph.objects(URIRef(term.iri), SKOS.example)}
        assert examples <= said[term.id], term.id


def test_classes_form_one_tree() -> None:
    terms = vocabulary()
    assert all(terms.is_a(class_id, "Entity") for class_id in terms.classes)
    assert terms.is_a("RegionalConsultativeProcess", "Process")
    assert not terms.is_a("Process", "RegionalConsultativeProcess")


def test_inverse_names_belong_to_object_properties(graph: Graph) -> None:
    for subject in graph.subjects(OWL.inverseOf):
        assert (subject, RDF.type, OWL.ObjectProperty) in graph


def test_shapes_use_only_terms_of_the_ontology(graph: Graph) -> None:
    shapes = Graph().parse(SHAPES_FILE)
    used = {node for triple in shapes for node in triple if isinstance(node, URIRef) and node.startswith(str(MIGOV))}
    assert len(used) > 20
    assert used <= set(own_terms(graph))


def test_every_shape_says_in_both_languages_what_it_asks() -> None:
    shapes = Graph().parse(SHAPES_FILE)
    targets = {s for p in (SH.targetClass, SH.targetObjectsOf) for s in shapes.subjects(p) if isinstance(s, URIRef)}
    found = {shape.id: shape for shape in completeness()}
    assert set(found) == {str(shape).partition("#")[2] for shape in targets}
    for shape in found.values():
        assert shape.demands, shape.id
        texts = (shape.labels, *(labels for _, labels in shape.classes), *shape.demands)
        assert all(text.zh and text.en for text in texts), shape.id
    assert {id for id, _ in found["ProcessShape"].classes} == {"Process", "RegionalConsultativeProcess"}
    assert len(found["EventShape"].demands) == 3  # its own, of its names, and that it is stated at all


def test_no_iri_stands_in_code_outside_the_ontology() -> None:
    root = Path(__file__).parents[2]
    for folder in ("graph", "viz", "api"):
        for path in (root / folder).rglob("*.py"):
            assert "w3id.org/migov/ontology" not in path.read_text(encoding="utf-8"), path
