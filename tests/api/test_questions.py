"""Ready questions: the catalogue, their SPARQL, their answers, and the pages that show all of it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from starlette.testclient import TestClient

from api.models import AnswerShape, FilledQuestionShape, FittingQuestionShape, PageShape, QuestionShape
from api.rest.questions import TOPICS
from api.routes.start import EXAMPLES
from graph import DEFAULT_BASE, data_folder, read_questions
from tests.api.service import HOSTILE, Served

BROWSER = {"Accept": "text/html"}
CATALOGUE = read_questions(data_folder() / "questions")


def test_the_list_in_every_form(client: TestClient) -> None:
    body = client.get("/api/questions").json()
    PageShape[QuestionShape].model_validate(body)
    assert [each["id"] for each in body["items"]] == ["claims", "every-kind", "who-created-what"]
    assert body["items"][0]["parameters"][0] == {
        "name": "subject",
        "kind": "entity",
        "default": "gmg",
        "label": {"zh": "主语", "en": "Subject"},
    }
    rows = list(csv.DictReader(io.StringIO(client.get("/api/questions?format=csv").text)))
    assert rows[0]["parameters"] == "subject=gmg | modality=absence"
    lines = client.get("/api/questions", params={"format": "jsonl", "topic": "structure"}).text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["who-created-what"]
    assert client.get("/api/questions?limit=1").json()["next"]


def test_a_question_is_filled(client: TestClient) -> None:
    body = client.get("/api/questions/claims", params={"subject": "ilo"}).json()
    FilledQuestionShape.model_validate(body)
    assert f"rdf:subject <{DEFAULT_BASE}entity/ilo>" in body["query"]
    assert "$" not in body["query"]
    assert client.get("/sparql", params={"query": body["query"], "format": "json"}).status_code == 200


def test_an_answer_names_what_stands_in_its_cells(client: TestClient) -> None:
    body = client.get("/api/questions/claims/answer").json()
    AnswerShape.model_validate(body)
    assert body["columns"] == ["statement", "predicate", "object", "of_time"]
    [[statement, predicate, target, time]] = body["rows"]
    assert (statement["id"], statement["iri"]) == ("A-1-1/1.5", f"{DEFAULT_BASE}report/A-1-1/statement/1.5")
    assert statement["label"]["en"].startswith("Said not to be so: The Migration Group ")
    assert predicate["id"] == "hasFeature"
    assert target["label"] == {"zh": "秘书处", "en": HOSTILE}
    assert time is None
    created = client.get("/api/questions/who-created-what/answer").json()["rows"][0]
    assert created[2] == {"value": "2006", "label": {"zh": "2006年", "en": "2006"}}
    paragraph = {"kind": "paragraph", "id": "1", "iri": f"{DEFAULT_BASE}report/A-1-1/paragraph/1", "value": "1"}
    assert created[3] == paragraph
    assert (statement["kind"], predicate["kind"], target["kind"]) == ("statement", "term", "entity")


def test_an_answer_as_csv_and_json_lines(client: TestClient) -> None:
    answer = client.get("/api/questions/who-created-what/answer", headers={"Accept": "text/csv"})
    [row] = csv.DictReader(io.StringIO(answer.text))
    assert (row["creator"], row["creator_zh"], row["creator_en"]) == (
        "secretary-general",
        "秘书长",
        "Secretary-General",
    )
    assert list(row)[6:10] == ["date", "date_zh", "date_en", "paragraph"]
    assert (row["date"], row["date_zh"]) == ("2006", "2006年")
    lines = client.get("/api/questions/who-created-what/answer?format=jsonl").text.splitlines()
    assert [json.loads(line)["created"]["id"] for line in lines] == ["gmg"]


def test_an_answer_carries_the_statements_behind_each_row(client: TestClient, served: Served) -> None:
    body = client.get("/api/questions/who-created-what/answer").json()
    [[told]] = body["statements"]
    evidence = served.snapshot.statement("A-1-1/1.1").evidence[0]
    assert (told["id"], told["modality"], told["attributed_to"]) == ("A-1-1/1.1", "fact", "a-1-1")
    assert told["evidence"][0]["quote"] == evidence.quote
    [row] = csv.DictReader(io.StringIO(client.get("/api/questions/who-created-what/answer?format=csv").text))
    shown = {name: row[f"evidence_{name}"] for name in ("total", "statements", "modalities", "holders", "paragraphs")}
    assert shown == {
        "total": "1",
        "statements": "A-1-1/1.1",
        "modalities": "fact",
        "holders": "a-1-1",
        "paragraphs": "A-1-1/1",
    }
    assert (row["evidence_quotations"], row["evidence_translations"]) == (evidence.quote, evidence.translation)
    line = json.loads(client.get("/api/questions/who-created-what/answer?format=jsonl").text)
    assert line["evidence_quotations"] == evidence.quote
    page = client.get("/questions/who-created-what?lang=en").text
    assert '<a href="/report/A-1-1/statement/1.1?lang=en">1.1</a>' in page


def test_an_empty_answer_says_that_nothing_is_stated_not_that_there_is_none(client: TestClient) -> None:
    page = client.get("/questions/claims?subject=ilo&modality=plan&lang=en").text
    assert "the report states nothing of what is asked. It doesn&#39;t follow that there is none." in page
    assert client.get("/api/questions/claims/answer?subject=ilo&modality=plan").json()["statements"] == []


@pytest.mark.parametrize("name", ["gmg", "GMG", "移徙小组", " migration group "])
def test_an_entity_is_given_by_id_or_any_name(client: TestClient, name: str) -> None:
    rows = client.get("/api/questions/claims/answer", params={"subject": name}).json()["rows"]
    assert [row[0]["id"] for row in rows] == ["A-1-1/1.5"]


def test_part_of_a_name_is_not_taken_for_it(client: TestClient) -> None:
    answer = client.get("/api/questions/claims/answer", params={"subject": "migration"})
    assert answer.status_code == 400
    assert "did you mean" in answer.json()["error"]["message"]


def test_every_kind_of_parameter_becomes_its_term(client: TestClient) -> None:
    values = {"class": "Event", "paragraph": "fn1", "day": "2010-05", "least": "7", "words": '" } DROP ALL #'}
    [row] = client.get("/api/questions/every-kind/answer", params=values).json()["rows"]
    assert [cell["value"] for cell in row] == ["Event", "fn1", "2010-05-31", "7", values["words"]]


def test_the_catalogue_page_lists_all_by_topic(client: TestClient) -> None:
    page = client.get("/questions?lang=zh").text
    for question in ("claims", "every-kind", "who-created-what"):
        assert f'href="/questions/{question}?lang=zh"' in page
    assert TOPICS["structure"].zh in page
    assert "Anything" in page


def test_the_page_of_a_question_shows_form_answer_and_query(client: TestClient) -> None:
    page = client.get("/questions/claims", params={"subject": "移徙小组", "lang": "en"}, headers=BROWSER).text
    assert 'value="Migration Group"' in page
    assert '<option value="absence" selected>' in page
    assert '<a href="/report/A-1-1/statement/1.5?lang=en">' in page
    assert '<a href="/entity/secretariat?lang=en">&lt;script&gt;' in page
    assert "Of time</th>" in page
    assert "PREFIX migov:" in page
    assert 'href="/api/questions/claims/answer?subject=%E7%A7%BB%E5%BE%99%E5%B0%8F%E7%BB%84&amp;format=csv"' in page
    assert '<a href="/report/A-1-1/paragraph/1">' in client.get("/questions/who-created-what").text


def test_a_wrong_value_stands_at_its_field(client: TestClient) -> None:
    answer = client.get("/questions/claims?subject=nope", headers=BROWSER)
    assert answer.status_code == 400
    assert 'aria-describedby="wrong-subject hint-subject" aria-invalid="true"' in answer.text
    assert "there is no entity “nope”" in answer.text
    assert 'value="nope"' in answer.text


def test_the_start_page_has_examples(client: TestClient) -> None:
    page = client.get("/plain").text
    assert 'href="/questions/who-created-what"' in page
    assert "All 3 questions" in page


def test_a_service_without_questions_has_its_pages(fresh: TestClient) -> None:
    fresh.app.state.questions = {}  # type: ignore[attr-defined]
    assert "no questions yet" in fresh.get("/questions").text
    assert "Questions you can ask" not in fresh.get("/plain").text


# The project's own catalogue


def test_the_examples_of_the_start_page_are_in_the_catalogue() -> None:
    assert 3 <= len(EXAMPLES) <= 5
    assert set(EXAMPLES) <= set(CATALOGUE)


def test_no_parameter_has_a_name_that_routes_use() -> None:
    names = {parameter.name for question in CATALOGUE.values() for parameter in question.parameters}
    assert not names & {"lang", "format"}


def test_topics_have_words_in_both_languages() -> None:
    assert {question.topic for question in CATALOGUE.values()} <= set(TOPICS)


def test_the_questions_that_find_something_about_an_entity_are_listed(client: TestClient) -> None:
    body = client.get("/api/entities/gmg/questions").json()
    PageShape[FittingQuestionShape].model_validate(body)
    [fitting] = body["items"]
    assert (fitting["id"], fitting["parameter"]) == ("claims", "subject")
    rows = client.get("/api/questions/claims/answer", params={"subject": "gmg"}).json()["rows"]
    assert fitting["rows"] == len(rows) > 0
    assert client.get("/api/entities/ilo/questions").json()["items"] == []
    [row] = csv.DictReader(io.StringIO(client.get("/api/entities/gmg/questions?format=csv").text))
    assert (row["id"], row["rows"]) == ("claims", str(len(rows)))
