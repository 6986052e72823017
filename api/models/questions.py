"""Ready questions and their answers."""

from __future__ import annotations

from pydantic import Field

from .statements import StatementShape
from .words import Shape, Words


class ParameterShape(Shape):
    """A place of a question that the asker fills."""

    name: str = Field(examples=["actor"])
    kind: str = Field(
        description="`entity`, `class`, `modality`, `paragraph`, `first_day` or `day` (a year's first or last), "
        "`number` or `text`.",
        examples=["entity"],
    )
    default: str = Field(examples=["iom"])
    label: Words


class QuestionShape(Shape):
    """A ready question."""

    id: str = Field(examples=["ties-of-an-actor"])
    topic: str = Field(examples=["membership"])
    topic_label: Words = Field(description="What its topic is called.")
    title: Words
    description: Words
    parameters: list[ParameterShape]


class FittingQuestionShape(QuestionShape):
    """A ready question that finds something where it is asked of an entity."""

    parameter: str = Field(description="The parameter that the entity fills.", examples=["topic"])
    rows: int = Field(description="How many rows the answer then has.", examples=[4])


class FilledQuestionShape(QuestionShape):
    """A ready question with its SPARQL."""

    query: str = Field(description="SPARQL that stands by itself, with the values given.")


class CellShape(Shape):
    """A value of an answer, with what is known of a thing that it names."""

    kind: str | None = Field(
        None, description="What it names: `entity`, `statement`, `term`, `report` or `paragraph`.", examples=["entity"]
    )
    id: str | None = Field(None, description="Of an entity, statement, term, report or paragraph.", examples=["gmg"])
    iri: str | None = Field(None, description="Of a resource.", examples=["https://w3id.org/migov/entity/gmg"])
    label: Words | None = Field(
        None,
        description="An entity's names, a statement's status and sentence, a term's label, a date or a limit in words.",
    )
    value: str = Field(description="The id, another IRI, or a literal's text.", examples=["gmg"])


class AnswerShape(Shape):
    """The rows that answer a question."""

    columns: list[str] = Field(examples=[["body"]])
    headings: list[Words] = Field(description="What the columns are called.")
    rows: list[list[CellShape | None]] = Field(description="Cells in the order of the columns; null where empty.")
    statements: list[list[StatementShape]] = Field(description="For each row those that connect what it names.")
    dataset: str = Field(description="Version of the dataset.")
