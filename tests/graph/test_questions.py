"""The ready questions over the repository's own data: each gives its known answer, in time, and takes other values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from graph import DEFAULT_BASE, Identifiers, OpenDataset, Question, data_folder, fill, read_questions
from ontology import MIGOV

TOPICS = {
    "membership",
    "structure",
    "mandate",
    "processes",
    "law",
    "time",
    "documents",
    "criticism",
    "models",
    "recommendations",
    "coverage",
    "tensions",
    "comparison",
}
OTHER_VALUES = {
    "entity": ("unhcr", "iom"),
    "class": ("Event", "Body"),
    "modality": ("criticism", "fact"),
    "paragraph": ("46", "58"),
    "first_day": ("2010", "2011-06"),
    "day": ("2010", "2011-06"),
    "number": ("1", "2"),
    "text": ("人权", "“防火墙”"),
}
QUESTIONS = read_questions(data_folder() / "questions")
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


@pytest.fixture(scope="session")
def real_dataset(report_dataset: Path) -> Iterator[OpenDataset]:
    with OpenDataset(report_dataset) as dataset:
        yield dataset


def short(term: Mapping[str, str]) -> str:
    """A result's term as the answers write it."""
    value = term["value"]
    if term["type"] != "uri":
        return value
    for prefix in (f"{DEFAULT_BASE}entity/", str(MIGOV), f"{DEFAULT_BASE}report/"):
        if value.startswith(prefix):
            return value.removeprefix(prefix).replace("/statement/", "/")
    return value


def answer(dataset: OpenDataset, question: Question, values: Mapping[str, str]) -> list[tuple[str, ...]]:
    query = fill(question, values, Identifiers(), dataset.snapshot)
    document = json.loads(dataset.store.evaluate(query).body)
    names = document["head"]["vars"]
    return [tuple(short(row[name]) if name in row else "" for name in names) for row in document["results"]["bindings"]]


@every_question
def test_the_known_answer(real_dataset: OpenDataset, question: Question) -> None:
    rows = answer(real_dataset, question, {})
    if question.ordered:
        assert rows == list(question.answer)
    else:
        assert Counter(rows) == Counter(question.answer)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param(question, parameter.name, id=f"{question.id}-{parameter.name}")
        for question in QUESTIONS.values()
        for parameter in question.parameters
    ],
)
def test_another_value(real_dataset: OpenDataset, question: Question, name: str) -> None:
    parameter = next(parameter for parameter in question.parameters if parameter.name == name)
    value = next(value for value in OTHER_VALUES[parameter.kind] if value != parameter.default)
    usual = fill(question, {}, Identifiers(), real_dataset.snapshot)
    assert fill(question, {name: value}, Identifiers(), real_dataset.snapshot) != usual
    answer(real_dataset, question, {name: value})


def test_recommendations_on_a_topic_are_those_on_the_topics_below_it_too(real_dataset: OpenDataset) -> None:
    snapshot = real_dataset.snapshot
    assert snapshot.narrower("detention") == ("alternatives-to-detention", "detention-centres")
    found = {row[0] for row in answer(real_dataset, QUESTIONS["recommendations-on"], {"topic": "detention"})}
    below = {row[0] for row in answer(real_dataset, QUESTIONS["recommendations-on"], {"topic": "detention-centres"})}
    assert "suggestion-113-2" in below < found
    about = {
        statement.subject
        for topic in ("detention", "alternatives-to-detention", "detention-centres", "running-of-detention-centres")
        for statement in snapshot.statements_about(topic)
        if snapshot.entity(statement.subject).class_id == "Recommendation"
    }
    assert found == about


def test_there_are_enough() -> None:
    assert len(QUESTIONS) >= 60
    assert {question.topic for question in QUESTIONS.values()} == TOPICS
    kinds = {parameter.kind for question in QUESTIONS.values() for parameter in question.parameters}
    assert kinds == set(OTHER_VALUES)


@pytest.mark.parametrize("part", ["title", "description"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_is_told_apart(part: str, language: str) -> None:
    words = Counter(getattr(getattr(question, part), language) for question in QUESTIONS.values())
    assert [text for text, number in words.items() if number > 1] == []


@every_question
def test_an_answer_fits_a_page(question: Question) -> None:
    assert len(question.answer) <= 40
    assert len({len(row) for row in question.answer}) <= 1


def test_a_year_bounds_a_period_whole(real_dataset: OpenDataset) -> None:
    question = QUESTIONS["dated-chain"]
    whole = answer(real_dataset, question, {"from": "2006-01-01", "to": "2013-12-31"})
    assert any("2006" in row[0] for row in whole)
    assert answer(real_dataset, question, {"from": "2006", "to": "2013"}) == whole
    assert answer(real_dataset, question, {"from": "2006年", "to": "2013年"}) == whole
