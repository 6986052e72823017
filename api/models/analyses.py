"""Measures and the figures they give."""

from __future__ import annotations

from pydantic import Field

from .entities import NodeShape
from .words import Shape, Words


class MeasureShape(Shape):
    """A way to look at the network."""

    id: str = Field(examples=["brokers"])
    title: Words
    method: Words = Field(description="How it is computed and what it doesn't tell.")


class FigureShape(Shape):
    """One result of a measure."""

    entities: list[NodeShape] = Field(description="What it is about: one, a pair or a group.")
    value: float = Field(examples=[29])
    shared: list[str] = Field(description="Ids of what a pair shares.")
    statements: list[str] = Field(description="Ids of the statements it was computed from, at most 200.")
    statements_total: int = Field(description="How many there are.")


class AnalysisShape(Shape):
    """A page of the figures of a measure, the greatest first."""

    measure: MeasureShape
    items: list[FigureShape]
    total: int = Field(description="Items of the whole list.")
    exact: bool = Field(description="Whether the values are exact, and not estimated from a sample of a large network.")
    complete: bool = Field(description="Whether these are all figures; false where there were too many pairs.")
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")
