"""Tables of documents: what is claimed, or rows of an answer, and on what each rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Language

from ..citations import ClaimRow, Placed, claim_row, placed_marks, placed_sources, short_places
from ..diagram import Cited, Claim
from ..sheet import Grid, Line, Part, Sheet
from .words import words_of

Note = tuple[str, tuple[Placed, ...]]
"""Words and the sources behind them."""
Cell = str | tuple[Note, ...]

_CLAIM, _HOLDER, _SOURCES = 60, 22, 18
_FURTHER = {"time": 16, "quotation": 42, "translation": 42}
_LIES_FROM = 125
_NARROW, _WIDE, _RESTS = 14, 60, 36


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads.

    Attributes:
        weights: how much room each column takes beside the others.
    """

    heads: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """What of the room across each column takes."""
        return tuple(weight / sum(self.weights) for weight in self.weights)

    @property
    def lies(self) -> bool:
        """Whether it is read better on a page that lies."""
        return sum(self.weights) > _LIES_FROM


def diagram_table(rows: Sequence[ClaimRow], language: Language) -> Table:
    """What each line of a diagram says."""
    return _claims([(words, (), holder, placed) for words, holder, placed in rows], (), language)


def part_table(sheet: Sheet, part: Part, language: Language) -> Table:
    """The statements of a part of a sheet, with the further columns that it has."""
    places = short_places(sheet, language)
    sources = {source.number: source for source in sheet.sources}
    space = "" if language == "zh" else " "

    def further(claim: Claim, column: str) -> str:
        if column == "time":
            return claim.time.get(language) if claim.time else ""
        told = [sources[number] for number in claim.sources]
        return "\n".join(each.quote if column == "quotation" else each.translation for each in told)

    rows = []
    for line in part.lines:
        words, holder, placed = claim_row(line.claim, sheet, places, language)
        lead = f"→ {line.lead.get(language)}{space}" if line.lead else ""
        told = lead + words + _within(line, language)
        rows.append((told, tuple(further(line.claim, each) for each in sheet.columns), holder, placed))
    return _claims(rows, sheet.columns, language)


def grid_table(grid: Grid, cited: Cited, language: Language) -> Table:
    """The rows of an answer, the last cell of each what it rests on: statuses, holders and sources."""
    places = short_places(cited, language)
    heads = [heading.get(language) for heading in grid.headings]
    cells = [[cell.get(language) for cell in row.cells] for row in grid.rows]
    # Each column has room for the longest of its words, within bounds.
    weights = [min(_WIDE, max(_NARROW, *map(_length, column))) for column in zip(heads, *cells, strict=True)]
    rests = [tuple(_rests(row.claims, grid, cited, places, language)) for row in grid.rows]
    rows: Iterable[tuple[Cell, ...]] = ((*words, notes) for words, notes in zip(cells, rests, strict=True))
    return Table((*heads, words_of("rests_on", language)), (*weights, _RESTS), tuple(rows))


def table_record(table: Table) -> dict[str, object]:
    """A table as the templates read it."""
    return {
        "heads": table.heads,
        "shares": table.shares,
        "lies": table.lies,
        "rows": [[cell if isinstance(cell, str) else _plain(cell) for cell in row] for row in table.rows],
    }


def _within(line: Line, language: Language) -> str:
    """What is told within a line, each relation once."""
    objects: dict[str, list[str]] = {}
    for relation, leads_to in line.within:
        objects.setdefault(relation.get(language), []).append(leads_to.get(language))
    space, joint, stop = ("", "、", "；") if language == "zh" else (" ", ", ", "; ")
    told = stop.join(f"{relation}{space}{joint.join(names)}" for relation, names in objects.items())
    return f"\n→ {told}" if told else ""


def _claims(
    rows: Iterable[tuple[str, tuple[str, ...], str, tuple[Placed, ...]]], columns: Sequence[str], language: Language
) -> Table:
    return Table(
        tuple(words_of(key, language) for key in ("claim", *columns, "holder", "sources")),
        (_CLAIM, *(_FURTHER[each] for each in columns), _HOLDER, _SOURCES),
        tuple((words, *further, holder, (("", placed),)) for words, further, holder, placed in rows),
    )


def _rests(
    claims: Iterable[Claim], grid: Grid, cited: Cited, places: dict[int, str], language: Language
) -> Iterable[Note]:
    """Each status and holder once, with the sources of the statements that have them."""
    names = {status.id: status.label.get(language) for status in grid.statuses}
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        _, holder, _ = claim_row(claim, cited, places, language)
        status = names[claim.modality]
        held.setdefault(f"{status}，{holder}：" if language == "zh" else f"{status}, {holder}: ", []).append(claim)
    for words, alike in held.items():
        numbers = tuple(sorted({number for claim in alike for number in claim.sources}))
        yield words, placed_sources(numbers, places)


def _plain(notes: Iterable[Note]) -> str:
    return "; ".join(words + placed_marks(placed) for words, placed in notes)


def _length(text: str) -> int:
    """About how much room words take: a Chinese character takes twice that of a letter."""
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
