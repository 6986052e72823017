"""The queries that read a whole dataset: each gives plain rows of one kind."""

from __future__ import annotations

from ontology import MIGOV, PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in {**PREFIXES, "": str(MIGOV)}.items())


def _both(variable: str, property_name: str, name: str) -> str:
    """Optional patterns for a property's words in both languages, as ?{name}_zh and ?{name}_en."""
    return "\n".join(
        f'OPTIONAL {{ ?{variable} {property_name} ?{name}_{language} FILTER(lang(?{name}_{language}) = "{language}") }}'
        for language in ("zh", "en")
    )


REPORTS = f"""SELECT * {{ ?r a :Report ; dct:identifier ?symbol ; dct:issued ?date ; owl:sameAs ?entity
{_both("r", "dct:title", "title")} }}"""

HEADINGS = f"""SELECT * {{ ?s a :Section ; dct:identifier ?id ; :order ?order ; :inReport ?r ; dct:isPartOf ?above
{_both("s", "dct:title", "title")} }}"""

PARAGRAPHS = f"""SELECT * {{ ?p a :Paragraph ; dct:identifier ?id ; :order ?order ; :inReport ?r ; :text ?text
OPTIONAL {{ ?p :inSection/dct:identifier ?section }}
{_both("p", ":withoutStatements", "reason")} }}"""

FOOTNOTES = """SELECT ?p ?footnote ?order { ?p a :Paragraph ; :footnote ?f .
?f dct:identifier ?footnote ; :order ?order }"""

ENTITIES = f"""SELECT ?e ?id ?class {{ ?e dct:identifier ?id ; skos:prefLabel ?name ; a ?class
FILTER(lang(?name) = "en" && strstarts(str(?class), "{MIGOV}")) }}"""

LABELS = """SELECT ?id ?label ?text ?lang ?source ?citation {
?e dct:identifier ?id ; skosxl:prefLabel|skosxl:altLabel ?label .
?label skosxl:literalForm ?text ; dct:source ?source BIND(lang(?text) AS ?lang)
OPTIONAL { ?label dct:bibliographicCitation ?citation } }"""

BROADER = "SELECT ?id ?above { ?e dct:identifier ?id ; skos:broader/dct:identifier ?above }"

SOURCES = f"""SELECT * {{ {{ SELECT DISTINCT ?source {{ ?label dct:source ?source }} }}
{_both("source", "rdfs:label", "words")} }}"""

MENTIONS = """SELECT ?id ?r ?unit ?start ?end ?form {
?m a :Mention ; oa:hasBody/dct:identifier ?id ; oa:hasTarget ?t ; :form ?form .
?t :inParagraph ?p ; oa:hasSelector ?at .
?p dct:identifier ?unit ; :inReport ?r .
?at oa:start ?start ; oa:end ?end }"""

STATEMENTS = f"""SELECT * {{ ?s a :Statement ; dct:identifier ?id ; :inReport ?r ;
rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
:modality ?modality ; prov:wasAttributedTo ?holder ; :asOfReport ?as_of
BIND(if(isIRI(?object), "", str(datatype(?object))) AS ?datatype)
{_both("s", ":sentence", "sentence")}
{_both("s", ":qualifier", "qualifier")}
{_both("s", ":condition", "condition")}
{_both("s", "skos:note", "note")}
OPTIONAL {{ ?s :edtf ?edtf }} OPTIONAL {{ ?s :earliest ?earliest }} OPTIONAL {{ ?s :latest ?latest }}
OPTIONAL {{ ?s :objectTranslation ?object_en }} OPTIONAL {{ ?s :unit ?unit ; :bound ?bound }} }}"""

EVIDENCE = """SELECT ?s ?r ?unit ?start ?end ?quote ?translation ?main ?order {
?s :evidence ?t .
?t :inParagraph ?p ; :translation ?translation ; oa:hasSelector ?at, ?words .
?p dct:identifier ?unit ; :inReport ?r ; :order ?order .
?at oa:start ?start ; oa:end ?end .
?words oa:exact ?quote
BIND(exists { ?s :mainEvidence ?t } AS ?main) }"""

NOTES = f"""SELECT * {{
VALUES (?kind ?name) {{ (:Tension 'tension') (:Inference 'inference') (:Continuation 'continuation') }}
?n a ?kind ; dct:identifier ?id ; :inReport ?r
{_both("n", "skos:note", "words")} }}"""

NOTE_PARTS = """SELECT ?n ?statement ?entity {
{ ?n :concernsStatement/dct:identifier ?statement } UNION { ?n :concernsEntity/dct:identifier ?entity } }"""

SCENARIOS = f"""SELECT * {{ GRAPH ?g {{ ?s a :Scenario ; dct:identifier ?id ; :inReport ?r ; :ofModel ?model
{_both("s", "dct:title", "title")} }} }}"""

SCENARIO_LISTS = """SELECT ?s ?list ?statement {
VALUES ?list { :adds :saidFor :saidAgainst :saidRequired }
GRAPH ?g { ?s ?list ?node } ?node dct:identifier ?statement }"""

SCENARIO_CHANGES = """SELECT ?s ?change ?old ?new ?reason {
GRAPH ?g { ?s :changes ?change . ?change :from ?from } ?from dct:identifier ?old
OPTIONAL { GRAPH ?g { ?change :to ?to } ?to dct:identifier ?new }
OPTIONAL { GRAPH ?g { ?change :because ?why } ?why dct:identifier ?reason } }"""
