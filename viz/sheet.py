"""A sheet as data: statements in parts, and what each rests on. What is shown as a table rather than drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ontology import Text

from .diagram import Claim, LegendEntry, Origin, Source

MOST_STATEMENTS = 300

FurtherColumn = Literal["time", "quotation", "translation"]
"""What of a statement can stand in a column of its own, beside what it says, its holder and its sources."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a sheet.

    Attributes:
        lead: what it is to the line above it, such as “According to:”; None where it stands for itself.
        within: statements that are told within it: how the relation of each reads, and what it leads to.
    """

    claim: Claim
    lead: Text | None = None
    within: tuple[tuple[Text, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Statements of a sheet that belong together.

    Attributes:
        title: empty where the sheet has no other part.
        silence: what is said where there is no line.
    """

    title: Text
    lines: tuple[Line, ...]
    silence: Text

    @property
    def count(self) -> int:
        """How many statements stand for themselves."""
        return sum(line.lead is None for line in self.lines)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of an answer and the statements that it rests on."""

    cells: tuple[Text, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """An answer: rows of words under headings.

    Attributes:
        statuses: of the statements behind it, with their names.
    """

    headings: tuple[Text, ...]
    rows: tuple[GridRow, ...]
    statuses: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Statements in parts with numbered sources, perhaps below an answer that rests on them.

    Attributes:
        columns: further ones of each table of statements.
        note: a remark of ours on how it was made, or None.
        sources: by number.
        version: the dataset's version.
    """

    title: Text
    note: Text | None
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    version: str
    columns: tuple[FurtherColumn, ...] = ()
    grid: Grid | None = None
