"""Statements as documents that the service gives: which, in which order, under which name, and what it refuses."""

from __future__ import annotations

import io

import pytest
from docx import Document
from fastapi.testclient import TestClient


def rows(data: bytes) -> list[str]:
    return [row.cells[0].text for table in Document(io.BytesIO(data)).tables for row in table.rows[1:]]


def test_statements_that_are_named_become_a_document_in_their_order(client: TestClient) -> None:
    listed = client.get("/api/statements?limit=3").json()["items"]
    ids = [each["id"] for each in reversed(listed)]
    for language in ("en", "zh"):
        answer = client.get("/statements.docx", params={"statement": ids, "lang": language})
        assert answer.status_code == 200
        assert 'filename="statements.docx"' in answer.headers["content-disposition"]
        told = rows(answer.content)
        assert len(told) == len(ids)
        for statement, words in zip(reversed(listed), told, strict=True):
            assert statement["sentence"][language] in words
    assert client.get("/statements.pdf", params={"statement": ids}).content.startswith(b"%PDF")


def test_a_title_of_ones_own_names_the_file(client: TestClient) -> None:
    answer = client.get("/statements.docx?statement=A-1-1/1.1&title=My%20list")
    assert "My%20list.docx" in answer.headers["content-disposition"]
    assert Document(io.BytesIO(answer.content)).paragraphs[0].text == "My list"


def test_a_model_becomes_a_document(client: TestClient) -> None:
    told = client.get("/api/scenarios/scenario-a/difference").json()
    answer = client.get("/scenarios/scenario-a.docx?lang=en")
    assert answer.status_code == 200
    assert Document(io.BytesIO(answer.content)).paragraphs[0].text == told["title"]["en"]
    words = rows(answer.content)
    sentences = {each["id"]: each["sentence"]["en"] for each in told["statements"]}
    for id in [*told["added"], *(each for side in told["reasons"].values() for each in side)]:
        assert any(sentences[id] in row for row in words)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/statements.docx", 400, "statement"),
        ("/statements.odt?statement=A-1-1/1.1", 404, "docx, pdf"),
        ("/statements.docx?statement=A-1-1/999.1", 404, "A-1-1/999.1"),
        ("/statements.docx?statement=A-1-1/1.1&colour=red", 400, "colour"),
        ("/statements.docx?" + "&".join(f"statement=s{n}" for n in range(301)), 400, "300"),
        ("/scenarios/nothing.docx", 404, "nothing"),
        ("/scenarios/scenario-a.odt", 404, "docx, pdf"),
    ],
)
def test_what_makes_no_document_is_refused(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == status
    assert words in answer.text
