"""A United Nations report as it was read from its text: units, sections, and what every character of the source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..errors import ReportError
from .text import NormalisedText

SpanKind = Literal["text", "marker", "footnote", "heading", "link", "layout"]


@dataclass(frozen=True, slots=True)
class Span:
    """What a run of source characters is: `source[start:end]`."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class SubItem:
    """A lettered item inside a paragraph: `unit.text[start:end]`, without its letter."""

    letter: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote's mark in the running text: it stands before `unit.text[offset]`."""

    number: int
    offset: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable piece of the report: `cover`, `summary`, a paragraph (`1`…) or a footnote (`fn1`…).

    Attributes:
        id: the unit's id.
        section: id of the section it stands in, empty for cover, summary and footnotes.
        normalised: its text and the way back to the source.
        sub_items: lettered items, in order.
        marks: footnote marks, in order.
    """

    id: str
    section: str
    normalised: NormalisedText
    sub_items: tuple[SubItem, ...] = ()
    marks: tuple[FootnoteMark, ...] = ()

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normalised.text


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the report.

    Attributes:
        id: path of the headings' numbers, such as `III.C.1.a`.
        level: depth from 1.
        title: the heading without its number.
        parent: id of the section above, empty at the top.
        paragraphs: ids of the paragraphs directly in it.
        marks: numbers of the footnotes marked in the heading.
    """

    id: str
    level: int
    title: str
    parent: str
    paragraphs: tuple[str, ...]
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read.

    Attributes:
        source: the text it was read from.
        units: cover, summary, paragraphs by number, footnotes by number.
        sections: in the order of the text.
        spans: every character of the source exactly once, in order.
    """

    source: str
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    spans: tuple[Span, ...]

    def unit(self, unit_id: str) -> Unit:
        """The unit with that id; raises ReportError when there is none."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise ReportError(f"the report has no paragraph or footnote “{unit_id}”")
