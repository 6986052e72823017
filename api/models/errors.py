"""Every failure."""

from __future__ import annotations

from pydantic import BaseModel, Field

from .words import Shape


class ErrorDetail(BaseModel):
    """A failure; some types carry more fields."""

    type: str = Field(examples=["bad-parameter"])
    message: str = Field(examples=["there is no parameter 'langauge'; known here: lang"])


class ErrorShape(Shape):
    """The answer to every failure."""

    error: ErrorDetail
