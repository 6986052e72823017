"""Nodes by time: each where its date stands on the axis, in lanes below each other; the undated apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from graph.model import TimeSpan
from graph.moments import moment_words
from ontology import Text

from .arrangement import Arrangement, Sizes, whole
from .boxes import Box
from .diagram import Diagram, Node
from .furniture import DATE_LINE, DATE_SIZE, Frame, Furniture, Span, Tick
from .lettering import text_width
from .messages import MESSAGES
from .stress import Point

_YEAR, _YEARS_MORE, _MOST_YEARS = 70.0, 8.0, 8
_GAP_X, _LANE_GAP = 24.0, 28.0
_AXIS = 34.0
_OPEN = 46.0
_PADDING, _HEADING = 20.0, 26.0
_DAYS = 366.0


def arrange_by_time(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Dated nodes begin at their date; the bar above each is as long as its time, or as our knowledge of it is vague.

    The axis shows each year that occurs, in order and not to scale, so that crowded years have room.
    """
    dated = sorted(
        (node for node in diagram.nodes if node.when is not None and _bounds(node.when)[0] is not None),
        key=lambda node: (_begin(node), node.id),
    )
    undated = sorted((node for node in diagram.nodes if node not in dated), key=lambda node: node.id)
    axis = _Axis([bound for node in dated if node.when for bound in _bounds(node.when) if bound is not None], room)
    points: dict[str, Point] = {}
    spans: list[Span] = []
    ends: list[float] = []
    lane_of: dict[str, int] = {}
    for node in dated:
        span = _span(node, axis)
        width = max(sizes[node.id][0], *(text_width(words, DATE_SIZE) + 16 for words in _both(span.words)))
        lane = next((index for index, end in enumerate(ends) if end + _GAP_X <= span.left), len(ends))
        ends[lane : lane + 1] = [max(span.left + width, span.right)]
        lane_of[node.id] = lane
        spans.append(span)
    tops = _lane_tops(dated, lane_of, sizes, room)
    for index, span in enumerate(spans):
        top, (width, height) = tops[lane_of[span.node]], sizes[span.node]
        spans[index] = Span(
            span.node, span.left, span.right, top, span.words, open_left=span.open_left, open_right=span.open_right
        )
        points[span.node] = (span.left + width / 2, top + DATE_LINE + height / 2)
    bottom = max((points[node.id][1] + sizes[node.id][1] / 2 for node in dated), default=0.0)
    ticks = tuple(Tick(round(x), 0.0, round(bottom + 10), str(year)) for year, x in axis.ticks)
    frames = []
    if undated:
        placed, frame = _apart([node.id for node in undated], sizes, bottom + 60 if dated else 0.0, axis.width)
        points.update(placed)
        frames.append(frame)
    return Arrangement(
        whole(points), furniture=Furniture(tuple(frames), ticks=ticks, spans=tuple(spans)), is_uniform=True
    )


class _Axis:
    """From dates to pixels: each year that occurs is as wide as any other, longer gaps are a little wider."""

    def __init__(self, dates: Sequence[date], room: float) -> None:
        years = sorted({each.year for each in dates})
        self.ticks: list[tuple[int, float]] = []
        x = 0.0
        for index, year in enumerate(years):
            if index:
                x += (_YEAR + min(year - years[index - 1] - 1, _MOST_YEARS) * _YEARS_MORE) * room
            self.ticks.append((year, x))
        self.width = x + _YEAR * room
        self._year = _YEAR * room

    def at(self, when: date) -> float:
        """The x of a date, which is of a year that occurs."""
        x = next(x for year, x in self.ticks if year == when.year)
        return x + self._year * 0.92 * ((when - date(when.year, 1, 1)).days / _DAYS)


def _bounds(when: TimeSpan) -> tuple[date | None, date | None]:
    """First and last day; where only one is known it stands first."""
    first = date.fromisoformat(when.earliest) if when.earliest else None
    last = date.fromisoformat(when.latest) if when.latest else None
    return (first, last) if first else (last, None)


def _begin(node: Node) -> date:
    first = _bounds(node.when)[0] if node.when else None
    return first or date.max


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
        round(right if last else left + (_OPEN if when.earliest else 0.0)),
        0.0,
        moment_words(when.edtf),
        open_left=when.earliest is None,
        open_right=when.latest is None,
    )


def _lane_tops(dated: Sequence[Node], lane_of: Mapping[str, int], sizes: Sizes, room: float) -> list[float]:
    count = max(lane_of.values(), default=-1) + 1
    heights = [max(sizes[node.id][1] for node in dated if lane_of[node.id] == lane) for lane in range(count)]
    tops, y = [], _AXIS
    for height in heights:
        tops.append(y)
        y += DATE_LINE + height + _LANE_GAP * room
    return tops


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
