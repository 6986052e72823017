"""Words and names in both languages, and what every shape shares."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Base of all shapes: exactly the named fields."""

    model_config = ConfigDict(extra="forbid")


class Words(Shape):
    """The same words in both languages."""

    zh: str = Field(examples=["全球移徙问题小组"])
    en: str = Field(examples=["Global Migration Group"])


class Names(Shape):
    """All names in each language, preferred first."""

    zh: list[str] = Field(examples=[["全球移徙问题小组", "全球移徙小组"]])
    en: list[str] = Field(examples=[["Global Migration Group", "GMG"]])


class NameConfirmations(Shape):
    """Of each name in each language the publication that has it in these words, null where it wasn't looked up."""

    zh: list[str | None] = Field(examples=[[None, None]])
    en: list[str | None] = Field(examples=[["A/68/283 (English), para. 20", None]])
