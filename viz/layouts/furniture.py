"""What stands in a layout besides nodes and lines: frames, the marks of time, the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Language
from ontology import Text

from ..lettering import text_width
from .boxes import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around nodes that belong together, with a heading in its upper edge.

    Attributes:
        class_id: class whose glyph and colour it has, empty for none.
    """

    box: Box
    heading: Text
    class_id: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year on the axis of a timeline: a band from its first day to its last.

    Attributes:
        y: of the axis, above which the year's number stands.
        label: its number.
        top, bottom: of its band.
    """

    left: float
    right: float
    y: float
    label: str
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The x of the middle of the year, where its number stands."""
        return (self.left + self.right) / 2

    @property
    def band(self) -> Box:
        """All of it."""
        return Box(self.middle, (self.top + self.bottom) / 2, self.right - self.left, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a node: from `left` to `right` at a height, open where the report gives no bound.

    Attributes:
        words: the date as the report gives it.
    """

    node: str
    left: float
    right: float
    y: float
    words: Text
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and the ids of the edges that are told in it."""

    row: int
    column: int
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Edges as a table: those that lead from the node of a row to that of a column stand in one cell.

    Attributes:
        rows: ids of nodes.
        columns: ids of nodes.
        cells: only those that hold something.
        is_turned: whether edges lead from the column to the row instead.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """All of it; most layouts have none."""

    frames: tuple[Frame, ...] = ()
    years: tuple[Year, ...] = ()
    spans: tuple[Span, ...] = ()
    table: Table | None = None


HEADING_SIZE, HEADING_LINE = 13, 20
DATE_SIZE, DATE_LINE = 11, 21
YEAR_SIZE = 13


def kept_free(furniture: Furniture, language: Language) -> list[Box]:
    """What neither edges nor their words may cover: headings, dates and years."""
    headings = [
        Box(
            frame.box.left + (text_width(frame.heading.get(language), HEADING_SIZE) + 40) / 2,
            frame.box.top + 6 + HEADING_LINE / 2,
            text_width(frame.heading.get(language), HEADING_SIZE) + 40,
            HEADING_LINE,
        )
        for frame in furniture.frames
    ]
    dates = [
        Box(span.left + text_width(span.words.get(language), DATE_SIZE) / 2 + 8, span.y + DATE_LINE / 2,
            text_width(span.words.get(language), DATE_SIZE) + 16, DATE_LINE)
        for span in furniture.spans
    ]  # fmt: skip
    years = [Box(year.middle, year.y - 9, 44, 34) for year in furniture.years]
    return [*headings, *dates, *years]


def with_dates(furniture: Furniture, boxes: Mapping[str, Box]) -> dict[str, Box]:
    """The boxes of nodes with the dates above them, which foreign edges should not cross either."""
    whole = dict(boxes)
    for span in furniture.spans:
        box = boxes[span.node]
        top = span.y - 4
        whole[span.node] = Box(box.x, (top + box.bottom) / 2, box.width, box.bottom - top)
    return whole


def furniture_boxes(furniture: Furniture) -> list[Box]:
    """The room that furniture takes, so that no border cuts it."""
    frames = [frame.box for frame in furniture.frames]
    years = [year.band for year in furniture.years]
    spans = [Box((span.left + span.right) / 2, span.y + 4, span.right - span.left, 8) for span in furniture.spans]
    return [*frames, *years, *spans]
