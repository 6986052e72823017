"""A page of any list."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from .words import Shape

Item = TypeVar("Item", bound=BaseModel)


class PageShape(Shape, Generic[Item]):
    """A page of a list."""

    items: list[Item]
    total: int = Field(description="Items of the whole list.")
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")
