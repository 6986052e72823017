"""Nodes by time: each where its date stands on the axis, works above it and all else below; the undated apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from graph.model import TimeSpan
from graph.moments import moment_words
from ontology import Text, vocabulary

from ..diagram import Diagram, Node
from ..lettering import text_width
from ..messages import MESSAGES
from .arrangement import Arrangement, Sizes, whole
from .boxes import Box
from .furniture import DATE_LINE, DATE_SIZE, Frame, Furniture, Span, Year
from .lanes import Piece, choose_lanes
from .stress import Point

_YEAR, _YEARS_MORE, _MOST_YEARS = 70.0, 5.0, 8
_GAP_X, _LANE_GAP = 16.0, 18.0
# However far apart years are, rows are no farther apart than this makes them.
_MOST_APART = 1.6
_OPEN = 46.0
# A year's band, of its room: bands stand apart, as the next year that occurs may be far off.
_FILLED = 0.86
_PADDING, _HEADING = 18.0, 24.0
# A heading needs no line of its own where nothing stands beside it.
_HEADING_WIDTH = 320.0
_AXIS, _DOT = 52.0, 34.0
_DAYS = 366.0
_WORKS = ("Instrument", "Document", "Proposal", "Recommendation", "Concept")


def arrange_by_time(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Dated nodes begin at their date; the bar above each is as long as its time, or as our knowledge of it is vague.

    The axis shows each year that occurs, in order and not to scale, so that crowded years have room. What was written
    or agreed stands above it, who acts and what happens below, in as many lanes as each takes.
    """
    dated = sorted(
        (node for node in diagram.nodes if begin_of(node) is not None),
        key=lambda node: (begin_of(node) or date.max, node.id),
    )
    undated = sorted((node for node in diagram.nodes if node not in dated), key=lambda node: node.id)
    axis = _Axis([bound for node in dated if node.when for bound in _bounds(node.when) if bound is not None], room)
    above, below = _sides(dated)
    times = {node.id: _span(node, axis) for node in dated}
    links = sorted({(edge.start, edge.end) for edge in diagram.edges if {edge.start, edge.end} <= times.keys()})
    lanes = choose_lanes(
        {node.id: _piece(times[node.id], sizes[node.id], _GAP_X * room, upward=node in above) for node in dated}, links
    )
    points: dict[str, Point] = {}
    spans: list[Span] = []
    frames: list[Frame] = []
    y = 0.0
    ends: list[float] = []
    for nodes, heading in ((above, "works"), (below, "doings")):
        if nodes:
            rows = [
                [node.id for node in nodes if lanes[node.id] == lane]
                for lane in sorted({lanes[node.id] for node in nodes})
            ]
            rows = rows[::-1] if heading == "works" else rows
            placed, drawn, end = _placed(rows, times, sizes, y + _PADDING, room)
            points.update(placed)
            spans += drawn
            ends += [points[node.id][0] + sizes[node.id][0] / 2 for node in nodes]
            frames.append(Frame(Box(0, y, 0, end + _PADDING - y), MESSAGES[heading]))
            y = end + _PADDING
        if heading == "works":
            line, y = y + _DOT, y + _AXIS
    right = max([axis.width, *ends, *(span.right for span in spans)]) + _PADDING
    frames = [replace(frame, box=_between(-_PADDING, frame.box.y, right, frame.box.height)) for frame in frames]
    top, bottom = (0.0, y) if above else (line - _DOT, y)
    years = tuple(
        Year(round(x), round(x + axis.band), round(line), str(year), round(top), round(bottom))
        for year, x in axis.years
    )
    if undated:
        placed, frame = _apart([node.id for node in undated], sizes, bottom + 40 if dated else 0.0, right)
        points.update(placed)
        frames.append(frame)
    return Arrangement(
        whole(points), furniture=Furniture(tuple(frames), years=years, spans=tuple(spans)), is_uniform=True
    )


def _sides(dated: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """What was written or agreed, and all else; all of it is else where one of the two is missing."""
    terms = vocabulary()

    def is_work(node: Node) -> bool:
        # Other RDF than ours has classes that our ontology doesn't know.
        known = node.class_id in terms.classes
        return known and any(terms.is_a(node.class_id, each) for each in _WORKS)

    works, doings = [n for n in dated if is_work(n)], [n for n in dated if not is_work(n)]
    return (works, doings) if works and doings else ([], list(dated))


def _between(left: float, top: float, right: float, height: float) -> Box:
    return Box(round((left + right) / 2), round(top + height / 2), round(right - left), round(height))


def _piece(span: Span, size: tuple[float, float], gap: float, *, upward: bool) -> Piece:
    width = max(size[0], *(text_width(words, DATE_SIZE) + 16 for words in _both(span.words)))
    return Piece(span.left, size[0], size[1], max(span.left + width, span.right) + gap, upward)


def _placed(
    rows: Sequence[Sequence[str]], times: Mapping[str, Span], sizes: Sizes, top: float, room: float
) -> tuple[dict[str, Point], list[Span], float]:
    """The middle of each node and its time, in rows from the top down, and where the lowest row ends."""
    points: dict[str, Point] = {}
    spans = []
    gap = _LANE_GAP * min(room, _MOST_APART)
    y = top if all(times[id].left > _HEADING_WIDTH for id in rows[0]) else top + _HEADING
    for names in rows:
        for id in names:
            width, height = sizes[id]
            spans.append(replace(times[id], y=y))
            points[id] = (times[id].left + width / 2, y + DATE_LINE + height / 2)
        y += DATE_LINE + max(sizes[id][1] for id in names) + gap
    return points, spans, y - gap


class _Axis:
    """From dates to pixels: each year that occurs is as wide as any other, longer gaps are a little wider."""

    def __init__(self, dates: Sequence[date], room: float) -> None:
        years = sorted({each.year for each in dates})
        self.years: list[tuple[int, float]] = []
        x = 0.0
        for index, year in enumerate(years):
            if index:
                x += (_YEAR + min(year - years[index - 1] - 1, _MOST_YEARS) * _YEARS_MORE) * room
            self.years.append((year, x))
        self.band = _YEAR * room * _FILLED
        self.width = x + self.band

    def at(self, when: date) -> float:
        """The x of a date, which is of a year that occurs."""
        x = next(x for year, x in self.years if year == when.year)
        return x + self.band * ((when - date(when.year, 1, 1)).days / _DAYS)


def _bounds(when: TimeSpan) -> tuple[date | None, date | None]:
    """First and last day that are drawn; where no first one is known, the beginning of the year of the last."""
    first = date.fromisoformat(when.earliest) if when.earliest else None
    last = date.fromisoformat(when.latest) if when.latest else None
    return (first or date(last.year, 1, 1) if last else first), last


def begin_of(node: Node) -> date | None:
    """Where a node stands on the axis of time, None where the report doesn't date it."""
    return _bounds(node.when)[0] if node.when else None


def _both(words: Text) -> tuple[str, str]:
    return words.en, words.zh


def _span(node: Node, axis: _Axis) -> Span:
    when = node.when or TimeSpan("", None, None)
    first, last = _bounds(when)
    left = axis.at(first) if first else 0.0
    right = axis.at(last) if last else left
    return Span(
        node.id,
        round(left),
        round(right if last else left + _OPEN),
        0.0,
        moment_words(when.edtf),
        open_left=when.earliest is None,
        open_right=when.latest is None,
    )


def _apart(names: Sequence[str], sizes: Sizes, top: float, width: float) -> tuple[dict[str, Point], Frame]:
    """The undated in rows within a frame of their own."""
    widest = max(width, *(sizes[name][0] for name in names), 700.0)
    points: dict[str, Point] = {}
    x, y, tallest, right = 0.0, top + _PADDING + _HEADING, 0.0, 0.0
    for name in names:
        if x and x + sizes[name][0] > widest:
            x, y, tallest = 0.0, y + tallest + _GAP_X, 0.0
        points[name] = (x + sizes[name][0] / 2, y + sizes[name][1] / 2)
        tallest = max(tallest, sizes[name][1])
        right = max(right, x + sizes[name][0])
        x += sizes[name][0] + _GAP_X
    height = y + tallest + _PADDING - top
    box = Box(round(right / 2), round(top + height / 2), round(right + 2 * _PADDING), round(height))
    return points, Frame(box, MESSAGES["undated"])
