"""The ready questions of one request: the catalogue, the question asked with its values, and their records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Path, Request

from graph.errors import NotFound
from graph.identifiers import Identifiers
from graph.model import Text
from graph.questions import Parameter, Question, fill, find_entity
from graph.records import Record, Row, text_record
from graph.snapshot import Snapshot

from ..parameters import Config, Data, refuse_unknown

QUESTION_COLUMNS = ("id", "topic", "title_zh", "title_en", "description_zh", "description_en", "parameters")
FITTING_COLUMNS = (*QUESTION_COLUMNS, "parameter", "rows")
TOPICS: Mapping[str, Text] = {
    "membership": Text("成员", "Membership"),
    "structure": Text("结构", "Structure"),
    "mandate": Text("任务与职能", "Mandates and functions"),
    "processes": Text("进程与活动", "Processes and events"),
    "law": Text("法律与规范", "Law and norms"),
    "criticism": Text("批评与缺失", "Criticism and absences"),
    "recommendations": Text("建议", "Recommendations"),
    "models": Text("未来模式", "Models for the future"),
    "comparison": Text("比较", "Comparison"),
    "tensions": Text("不一致之处", "Tensions"),
    "time": Text("时间与数字", "Time and figures"),
    "documents": Text("文件与来源", "Documents and sources"),
    "coverage": Text("文本与覆盖", "Text and coverage"),
}
# How OpenAPI 3 says that the names of some parameters depend on the question.
VALUES: dict[str, Any] = {
    "parameters": [
        {
            "name": "values",
            "in": "query",
            "description": "The question's own parameters by name, such as `actor=iom`; the others keep their "
            "defaults. An entity is given by its id or any of its names.",
            "style": "form",
            "explode": True,
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
        }
    ]
}


def get_questions(request: Request) -> Mapping[str, Question]:
    """The ready questions by id."""
    found: Mapping[str, Question] = request.app.state.questions
    return found


Questions = Annotated[Mapping[str, Question], Depends(get_questions)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A ready question with the values that a request gives.

    Attributes:
        values: by parameter, as given; the other parameters keep their defaults.
    """

    question: Question
    values: Mapping[str, str]
    snapshot: Snapshot
    identifiers: Identifiers

    def fill(self) -> str:
        """The question as SPARQL; raises UnfitValue."""
        return fill(self.question, self.values, self.identifiers, self.snapshot)


def get_asked(
    request: Request,
    questions: Questions,
    snapshot: Data,
    settings: Config,
    question_id: Annotated[str, Path(alias="id", description="Id of a question.", examples=["ties-of-an-actor"])],
) -> Asked:
    """The question of the path; raises BadParameter for parameters that neither it nor the route has, and NotFound."""
    question = questions.get(question_id)
    names = [parameter.name for parameter in question.parameters] if question else []
    refuse_unknown(request, names)
    if question is None:
        raise NotFound(f"there is no question {question_id!r}; /api/questions lists them")
    values = {name: request.query_params[name] for name in names if name in request.query_params}
    return Asked(question, values, snapshot, Identifiers(settings.base_iri))


Asking = Annotated[Asked, Depends(get_asked)]


def title_of_asked(asked: Asked) -> Text:
    """What the question is asked of, in words, and its title; raises NotFound."""
    given = [
        _value_words(each, asked.values.get(each.name, each.default), asked.snapshot)
        for each in asked.question.parameters
    ]
    title = asked.question.title
    if not given:
        return title
    zh, en = "、".join(each.zh for each in given), ", ".join(each.en for each in given)
    return Text(f"{zh}：{title.zh}", f"{en[:1].upper()}{en[1:]}: {title.en}")


def _value_words(parameter: Parameter, value: str, snapshot: Snapshot) -> Text:
    if parameter.kind == "entity":
        return find_entity(value.strip(), snapshot).names
    terms = {"class": snapshot.classes, "modality": snapshot.modalities}.get(parameter.kind, {})
    return terms[value].labels if value in terms else Text(value, value)


def topic_words(topic: str) -> Text:
    """What a topic is called; one that is new here, by its id."""
    return TOPICS.get(topic, Text(topic, topic.capitalize()))


def question_record(question: Question) -> Record:
    """A question without its SPARQL."""
    return {
        "id": question.id,
        "topic": question.topic,
        "topic_label": text_record(topic_words(question.topic)),
        "title": text_record(question.title),
        "description": text_record(question.description),
        "parameters": [_parameter_record(parameter) for parameter in question.parameters],
    }


def _parameter_record(parameter: Parameter) -> Record:
    return {
        "name": parameter.name,
        "kind": parameter.kind,
        "default": parameter.default,
        "label": text_record(parameter.label),
    }


@dataclass(frozen=True, slots=True)
class Fitting:
    """A ready question that finds something where it is asked of an entity.

    Attributes:
        parameter: the name of the parameter that the entity fills.
        rows: how many rows it then has.
    """

    question: Question
    parameter: str
    rows: int


def fitting_record(fitting: Fitting) -> Record:
    """The question, what the entity fills, and how much it then finds."""
    return {**question_record(fitting.question), "parameter": fitting.parameter, "rows": fitting.rows}


def fitting_row(fitting: Fitting) -> Row:
    """The same as a flat row; keys are FITTING_COLUMNS."""
    return {**question_row(fitting.question), "parameter": fitting.parameter, "rows": str(fitting.rows)}


def question_row(question: Question) -> Row:
    """The same as a flat row; keys are QUESTION_COLUMNS."""
    words = (question.title.zh, question.title.en, question.description.zh, question.description.en)
    parameters = " | ".join(f"{parameter.name}={parameter.default}" for parameter in question.parameters)
    return dict(zip(QUESTION_COLUMNS, (question.id, question.topic, *words, parameters), strict=True))
