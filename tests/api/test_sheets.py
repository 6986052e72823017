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


def test_further_columns_stand_in_their_order_each_once(client: TestClient) -> None:
    asked = "/statements.docx?statement=A-1-1/1.1&column=quotation&column=time&column=quotation&lang=en"
    (table,) = Document(io.BytesIO(client.get(asked).content)).tables
    told = client.get("/api/statements?id=A-1-1/1.1").json()["items"][0]
    assert [cell.text for cell in table.rows[1].cells][1:3] == [told["evidence"][0]["quote"], "2006"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_answer_becomes_a_document_named_after_what_is_asked(client: TestClient, language: str) -> None:
    answer = client.get("/api/questions/claims/answer").json()
    file = client.get(f"/questions/claims.docx?subject=GMG&lang={language}")
    assert file.status_code == 200
    document = Document(io.BytesIO(file.content))
    (question,) = [each for each in client.get("/api/questions").json()["items"] if each["id"] == "claims"]
    title, name = question["title"][language], client.get("/api/entities/gmg").json()["labels"][language][0]
    assert title in document.paragraphs[0].text
    assert document.paragraphs[0].text.startswith(name)
    grid = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert grid[0][:-1] == [each[language] for each in answer["headings"]]
    assert [row[:-1] for row in grid[1:]] == [
        [(cell["label"][language] if "label" in cell else cell["value"]) if cell else "" for cell in row]
        for row in answer["rows"]
    ]
    for row, behind in zip(grid[1:], answer["statements"], strict=True):
        assert behind
        assert all(each["evidence"][0]["paragraph"] in row[-1] for each in behind)
    assert client.get("/questions/claims.pdf").content.startswith(b"%PDF")


def test_a_model_becomes_a_document(client: TestClient) -> None:
    told = client.get("/api/scenarios/scenario-a/difference").json()
    answer = client.get("/scenarios/scenario-a.docx?lang=en")
    assert answer.status_code == 200
    assert Document(io.BytesIO(answer.content)).paragraphs[0].text == told["title"]["en"]
    words = rows(answer.content)
    sentences = {each["id"]: each["sentence"]["en"] for each in told["statements"]}
    for id in [*told["added"], *(each for side in told["reasons"].values() for each in side)]:
        assert any(sentences[id] in row for row in words)


def test_models_are_compared_without_what_they_would_change(client: TestClient) -> None:
    told = client.get("/api/scenarios/scenario-a/difference").json()
    whole, short = (
        Document(io.BytesIO(client.get(path).content))
        for path in (
            "/scenarios/scenario-a.docx?lang=en",
            "/scenarios.docx?scenario=scenario-a&scenario=scenario-a&lang=en",
        )
    )
    assert short.paragraphs[0].text == told["title"]["en"]
    heads = [[each.text for each in made.paragraphs if each.style.name == "Heading 2"] for made in (whole, short)]
    assert [each for each in heads[0] if not each.startswith("Would ")] == heads[1]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/statements.docx", 400, "statement"),
        ("/statements.odt?statement=A-1-1/1.1", 404, "docx, pdf"),
        ("/statements.docx?statement=A-1-1/999.1", 404, "A-1-1/999.1"),
        ("/statements.docx?statement=A-1-1/1.1&colour=red", 400, "colour"),
        ("/statements.docx?" + "&".join(f"statement=s{n}" for n in range(301)), 400, "300"),
        ("/statements.docx?statement=A-1-1/1.1&column=colour", 400, "column"),
        ("/scenarios/nothing.docx", 404, "nothing"),
        ("/scenarios.docx", 400, "scenario"),
        ("/scenarios.docx?scenario=nothing", 404, "nothing"),
        ("/scenarios.docx?" + "&".join(f"scenario=s{n}" for n in range(7)), 400, "6"),
        ("/questions/nothing.docx", 404, "nothing"),
        ("/questions/claims.odt", 404, "docx, pdf"),
        ("/questions/claims.docx?colour=red", 400, "colour"),
        ("/questions/claims.docx?subject=nobody", 400, "nobody"),
        ("/questions/claims.docx?modality=plan", 400, "no row"),
        ("/scenarios/scenario-a.odt", 404, "docx, pdf"),
    ],
)
def test_what_makes_no_document_is_refused(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == status
    assert words in answer.text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_plain_page_of_an_answer_leads_to_its_documents_where_it_has_rows(
    client: TestClient, language: str
) -> None:
    page = client.get(f"/questions/claims?subject=gmg&lang={language}").text
    for form in ("docx", "pdf"):
        href = f"/questions/claims.{form}?subject=gmg&lang={language}"
        assert f'href="{href.replace("&", "&amp;")}"' in page
        assert client.get(href).status_code == 200
    assert "claims.docx" not in client.get(f"/questions/claims?modality=plan&lang={language}").text
