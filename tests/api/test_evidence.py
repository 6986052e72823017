from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.evidence import COLUMNS
from tests.api.service import Served

PREFIXES = (
    "PREFIX m: <https://w3id.org/migov/ontology#> PREFIX e: <https://w3id.org/migov/entity/> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
)
MEMBERS = f"{PREFIXES} SELECT ?member {{ ?member m:memberOf e:gmg }} ORDER BY ?member"


def rows(client: TestClient, query: str) -> list[dict[str, Any]]:
    answer = client.get("/sparql", params={"query": query, "evidence": "true", "format": "json"})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in found]


def test_each_row_has_the_statements_that_connect_it_with_what_the_query_names(
    client: TestClient, served: Served
) -> None:
    found = rows(client, MEMBERS)
    assert [row["evidence_statements"] for row in found] == ["A-1-1/1.2", "A-1-1/1.3"]
    for row in found:
        statement = served.snapshot.statement(row["evidence_statements"])
        evidence = statement.evidence[0]
        assert row["evidence_total"] == "1"
        assert row["evidence_modalities"] == "fact"
        assert row["evidence_paragraphs"] == "A-1-1/1"
        assert row["evidence_quotations"] == evidence.quote
        assert row["evidence_translations"] == evidence.translation


def test_without_a_property_all_that_stands_between_two_entities_counts_with_its_status(client: TestClient) -> None:
    row = rows(client, f"{PREFIXES} SELECT ?one {{ VALUES ?one {{ e:ilo }} VALUES ?other {{ e:gmg }} }}")[0]
    assert row["evidence_statements"] == "A-1-1/1.2 | A-1-1/2.3"
    assert row["evidence_modalities"] == "fact | proposal"


def test_a_row_that_names_a_statement_has_that_one_with_all_its_passages(client: TestClient) -> None:
    row = rows(client, f"{PREFIXES} SELECT ?s {{ ?s rdf:subject e:rec-2-b ; rdf:object e:gmg }}")[0]
    assert row["evidence_statements"] == "A-1-1/2.1 | A-1-1/2.1"
    assert row["evidence_quotations"] == "小组应： | 与劳工组织合作"
    assert row["evidence_total"] == "2"


def test_a_value_belongs_to_its_entity(client: TestClient) -> None:
    query = (
        f"{PREFIXES} SELECT ?body ?count {{ ?s rdf:subject ?body ; rdf:predicate m:memberCount ; rdf:object ?count }}"
    )
    assert rows(client, query)[0]["evidence_statements"] == "A-1-1/1.4"


def test_a_date_belongs_to_what_it_is_the_date_of(client: TestClient) -> None:
    dated = "?s rdf:object ?body ; rdf:predicate m:created ; m:edtf ?date"
    row = rows(client, f"{PREFIXES} SELECT ?date ?body {{ {dated} }}")[0]
    assert (row["date"], row["evidence_statements"]) == ("2006", "A-1-1/1.1")
    # Another date is none of its.
    other = f'{PREFIXES} SELECT ?date ?body {{ {dated.replace("?date", "?real")} BIND("2007" AS ?date) }}'
    assert rows(client, other)[0]["evidence_total"] == "0"


def test_a_row_without_evidence_says_so(client: TestClient) -> None:
    row = rows(client, f"{PREFIXES} SELECT ?one ?other {{ VALUES (?one ?other) {{ (e:ilo e:iom) }} }}")[0]
    assert row["evidence_total"] == "0"
    assert not set(COLUMNS[1:]) & row.keys()


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_every_form_of_results_has_the_columns(client: TestClient, form: str) -> None:
    answer = client.post("/sparql", data={"query": MEMBERS, "evidence": "true", "format": form})
    assert answer.status_code == 200
    for name in COLUMNS:
        assert name in answer.text
    assert answer.text.count("A-1-1/1.2") == 1
    plain = client.post("/sparql", data={"query": MEMBERS, "evidence": "false", "format": form})
    assert "evidence" not in plain.text
    if form == "csv":
        read = list(csv.DictReader(io.StringIO(answer.text)))
        assert [row["evidence_total"] for row in read] == ["1", "1"]


def test_the_tags_of_both_answers_differ(client: TestClient) -> None:
    tags = {
        client.get("/sparql", params={"query": MEMBERS, "evidence": flag}).headers["etag"] for flag in ("true", "false")
    }
    assert len(tags) == 2


@pytest.mark.parametrize(
    ("query", "evidence", "words"),
    [
        ("ASK { ?s ?p ?o }", "true", "SELECT"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "true", "SELECT"),
        ("SELECT (1 AS ?evidence_total) {}", "true", "rename"),
        ("SELECT * { ?s ?p ?o }", "yes", "true or false"),
    ],
)
def test_what_cant_have_evidence_is_refused(client: TestClient, query: str, evidence: str, words: str) -> None:
    answer = client.get("/sparql", params={"query": query, "evidence": evidence})
    assert answer.status_code == 400
    assert words in answer.json()["error"]["message"]


def test_more_than_it_may_be_is_refused(fresh: TestClient, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.evidence.ROWS_MAX", 1)
    answer = fresh.get("/sparql", params={"query": MEMBERS, "evidence": "true"})
    assert (answer.status_code, answer.json()["error"]["limit"]) == (422, "rows")
    monkeypatch.undo()
    with TestClient(served.app(query_bytes=600)) as small:
        answer = small.get("/sparql", params={"query": MEMBERS, "evidence": "true"})
        assert (answer.status_code, answer.json()["error"]["limit"]) == (422, "bytes")
