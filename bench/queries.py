"""What explorers ask: the same in SPARQL of every server, and in REST of ours."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

PREFIXES = """\
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX m: <https://w3id.org/migov/ontology#>
PREFIX e: <https://w3id.org/migov/entity/>
"""
# Well connected and hardly connected ones, bodies and concepts.
ENTITIES = (
    *("iom", "gmg", "gfmd", "ilo", "unhcr", "ohchr", "european-union", "general-assembly", "human-rights-council"),
    *("secretary-general", "rcps", "igc", "states", "migrants", "unicef", "undp"),
)
WORDS = ("移徙", "migration", "人权", "rights", "forum", "论坛", "union", "劳工", "convention", "group")

# $e and $f stand for entities, $w for a word, $p for a paragraph, $y for a year.
MIX: Mapping[str, str] = {
    "entity": "SELECT ?p ?o { e:$e ?p ?o }",
    "names": "SELECT ?name { e:$e skos:prefLabel|skos:altLabel ?name }",
    "neighbourhood": """SELECT ?s ?p ?other ?name ?status {
  { ?s rdf:subject e:$e ; rdf:object ?other } UNION { ?s rdf:object e:$e ; rdf:subject ?other }
  ?s rdf:predicate ?p ; m:modality ?status . ?other skos:prefLabel ?name FILTER(lang(?name) = "en") }""",
    "evidence": """SELECT ?s ?paragraph ?words { ?s rdf:subject e:$e ; m:evidence ?t .
  ?t m:inParagraph/dct:identifier ?paragraph ; oa:hasSelector/oa:exact ?words }""",
    "mentions": "SELECT ?m ?form { ?m oa:hasBody e:$e ; m:form ?form }",
    "paragraph": """SELECT DISTINCT ?s ?subject ?predicate { ?p dct:identifier "$p" . ?t m:inParagraph ?p .
  ?s m:evidence ?t ; rdf:subject ?subject ; rdf:predicate ?predicate }""",
    "search": """SELECT DISTINCT ?entity { ?entity skos:prefLabel|skos:altLabel ?name ; dct:identifier ?id
  FILTER(CONTAINS(LCASE(STR(?name)), "$w")) } LIMIT 20""",
    "shared membership": """SELECT DISTINCT ?body { { SELECT DISTINCT ?body { e:$e m:memberOf ?body } }
  { SELECT DISTINCT ?body { e:$f m:memberOf ?body } } }""",
    "two steps": """SELECT DISTINCT ?middle { ?a rdf:subject e:$e ; rdf:object ?middle .
  ?b rdf:subject ?middle ; rdf:object ?end FILTER(isIRI(?middle)) } LIMIT 50""",
    "timeline": """SELECT ?s ?subject ?from { ?s m:earliest ?from ; rdf:subject ?subject
  FILTER(?from >= "$y-01-01"^^xsd:date) } ORDER BY ?from ?s LIMIT 50""",
    "count by status": "SELECT ?status (COUNT(?s) AS ?n) { ?s m:modality ?status } GROUP BY ?status ORDER BY ?status",
    "most mentioned": """SELECT ?entity (COUNT(?m) AS ?n) { ?m oa:hasBody ?entity }
  GROUP BY ?entity ORDER BY DESC(?n) ?entity LIMIT 10""",
}

_DOUBLED = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(27))
ABUSE: Mapping[str, str] = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "sorted cross product": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c",
    "joined strings": "SELECT (GROUP_CONCAT(?a) AS ?all) { ?a ?b ?c . ?d ?e ?f }",
    "doubled strings": f'SELECT (STRLEN(?v27) AS ?n) {{ BIND("{"a" * 60}" AS ?v0) {_DOUBLED} }}',
    "nested paths": "SELECT (COUNT(*) AS ?n) { ?a ((!<a:b>|^!<a:b>)*/(!<a:c>|^!<a:c>)*)* ?b }",
    "filtered away": "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(CONCAT(STR(?a),STR(?d))) = 1) }",
    "nested groups": "SELECT * " + "{" * 20_000 + "}" * 20_000,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that REST and SPARQL both answer; `path` is of our service."""

    name: str
    path: str
    query: str


def fill(pattern: str, choose: random.Random) -> str:
    """A query of a pattern with entities, word, paragraph and year chosen."""
    first, second = choose.sample(ENTITIES, 2)
    values = {"$e": first, "$f": second, "$w": choose.choice(WORDS), "$p": str(choose.randint(1, 130))}
    values["$y"] = str(choose.randint(1950, 2013))
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return PREFIXES + pattern


def draw_queries(seed: int) -> Iterator[tuple[str, str]]:
    """Queries without end, each with the name of its kind; every kind as often as every other."""
    choose = random.Random(seed)  # noqa: S311 - repeatable, not secret
    while True:
        kinds = list(MIX)
        choose.shuffle(kinds)
        for kind in kinds:
            yield kind, fill(MIX[kind], choose)


SHARED_MEMBERSHIP = """SELECT ?a ?b (COUNT(DISTINCT ?body) AS ?n) { ?a m:memberOf ?body . ?b m:memberOf ?body
  FILTER(STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?n) ?a ?b LIMIT 50"""


def draw_questions(seed: int) -> Iterator[Question]:
    """Questions without end, of the four kinds that REST is measured with."""
    choose = random.Random(seed)  # noqa: S311 - repeatable, not secret
    while True:
        entity, word = choose.choice(ENTITIES), choose.choice(WORDS)
        filled = {
            name: PREFIXES + MIX[name].replace("$e", entity).replace("$w", word)
            for name in ("entity", "neighbourhood", "search")
        }
        yield Question("entity", f"/api/entities/{entity}", filled["entity"])
        yield Question("neighbourhood", f"/api/entities/{entity}/neighbourhood?limit=60", filled["neighbourhood"])
        yield Question("shared membership", "/api/analysis/shared-membership?limit=50", PREFIXES + SHARED_MEMBERSHIP)
        yield Question("search", f"/api/search?q={quote(word)}&kind=entity&limit=20", filled["search"])
