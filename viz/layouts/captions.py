"""The words on edges, placed where they cover no node and no other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot

import numpy as np

from graph.model import Language

from ..diagram import Claim, Edge
from ..lettering import text_width, wrap
from ..messages import filled
from ..style import CHANGE_STYLES
from .boxes import Box
from .crowd import Boxes, Courses, Points, as_points, held
from .curves import Route
from .stress import Point

LANGUAGES: tuple[Language, ...] = ("en", "zh")
CAPTION_SIZE, CAPTION_LINE = 12, 15
_WIDTH: Mapping[Language, int] = {"en": 124, "zh": 108}
_STOPS = (0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.23, 0.77)
_FINE_STOPS = (*_STOPS, *(step / 40 for step in range(6, 35)))
_STEPS = 32
# Beyond so many edges the courses of others aren't looked at, only boxes: time must stay bounded.
_MAX_CAREFUL = 150
_MOST_COVERED, _HALF = 0.62, 0.5
# How far words move from where they have room onto their line, the farthest first, and how many steps along it.
_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12, 0.0)
_ASIDE = (0, 2, -2, 4, -4)
# Pixels at the ends of a line that its words leave free.
_TAIL, _HEAD = 6.0, 15.0


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on an edge: their lines, their place `t` on its course, the box they fill, and whether they are whole."""

    lines: tuple[str, ...]
    t: float
    box: Box
    is_whole: bool = True


def caption_text(claim: Claim, language: Language) -> str:
    """What stands on the edge of a claim: a stated absence says so in words, an asterisk that the report limits it."""
    label = claim.label.get(language) + "*" * claim.limited
    return filled("not", label=label).get(language) if claim.modality == "absence" and not claim.is_count else label


def source_marks(claim: Claim) -> str:
    """The numbers of a claim's sources, such as `[3, 7]`."""
    return f"[{', '.join(map(str, claim.sources))}]" if claim.sources else ""


def caption_room(edge: Edge) -> tuple[float, float]:
    """Width and height that the whole words of an edge need in either language."""
    forms = [_form(edge, language, numbers_only=False) for language in LANGUAGES]
    return max(width for _, width, _ in forms), max(height for _, _, height in forms)


def _form(edge: Edge, language: Language, *, numbers_only: bool) -> tuple[tuple[str, ...], float, float]:
    """Lines, width and height of an edge's words."""
    marks = source_marks(edge.claim)
    mark = CHANGE_STYLES[edge.change].mark + " " if edge.change else ""
    words = marks + "*" * edge.claim.limited if numbers_only else f"{caption_text(edge.claim, language)} {marks}"
    lines = wrap(mark + words, CAPTION_SIZE, _WIDTH[language], 3)
    return lines, max(text_width(line, CAPTION_SIZE) for line in lines) + 6, len(lines) * CAPTION_LINE + 2


def place_captions(
    edges: Sequence[Edge],
    routes: Mapping[str, Route],
    boxes: Mapping[str, Box],
    language: Language,
    *,
    kept_free: Sequence[Box] = (),
    rooms: Mapping[str, Point] | None = None,
) -> dict[str, Caption]:
    """Captions by edge, the tightest edges first; words without room shrink to the sources' numbers, then vanish.

    Args:
        edges: to be captioned.
        routes: their courses.
        boxes: of the nodes.
        language: of the words.
        kept_free: what else no caption may lie over.
        rooms: where the words of an edge are known to have room.
    """
    taken, nodes = Boxes(kept_free), Boxes(boxes.values())
    placed: dict[str, Caption] = {}
    fine = {edge.id: routes[edge.id].points(_STEPS) for edge in edges}
    courses = Courses({} if len(edges) > _MAX_CAREFUL else fine)
    seen = {edge.id: _seen(fine[edge.id], boxes[edge.start], boxes[edge.end]) for edge in edges}
    order = sorted(edges, key=lambda edge: (_room(routes[edge.id], boxes[edge.start], boxes[edge.end]), edge.id))
    known = [edge for edge in order if rooms and edge.id in rooms and edge.start != edge.end]
    reserved = {
        edge.id: Box(*rooms[edge.id], *_form(edge, language, numbers_only=False)[1:]) for edge in known if rooms
    }
    for edge in known:
        others = Boxes(box for id, box in reserved.items() if id != edge.id and id not in placed)
        caption = _near_line(edge, reserved[edge.id], fine, (nodes, taken, others), language, seen[edge.id], courses)
        if caption is not None:
            placed[edge.id] = caption
            taken.add(caption.box)
    for numbers_only in (False, True):
        for edge in order:
            if edge.id in placed or edge.start == edge.end:
                continue
            lines, width, height = _form(edge, language, numbers_only=numbers_only)
            best: tuple[tuple[int, int], Caption] | None = None
            stops = _FINE_STOPS if numbers_only else _STOPS
            centres = routes[edge.id].points_at(stops)
            isnt_free = nodes.overlap_at(centres, (width, height), (3, 2))
            isnt_free |= taken.overlap_at(centres, (width, height), (2, 1))
            for rank in np.flatnonzero(~isnt_free).tolist():
                t, (x, y) = stops[rank], centres[rank].tolist()
                box = Box(x, y, width, height)
                if not numbers_only and _covered(box, seen[edge.id]) > _MOST_COVERED:
                    continue
                if not numbers_only and held(box, seen[edge.id][-1:], _HEAD).any():
                    continue
                crossed = courses.crossed(box, edge.id)
                if best is None or (crossed, rank) < best[0]:
                    best = (crossed, rank), Caption(lines, t, box, not numbers_only)
            if best is not None:
                placed[edge.id] = best[1]
                taken.add(best[1].box)
    return placed


def _seen(course: Sequence[Point], start: Box, end: Box) -> Points:
    """What is seen of a course: its points outside the two boxes."""
    points = as_points(course)
    return points[~(held(start, points) | held(end, points))]


def _near_line(
    edge: Edge,
    room: Box,
    fine: Mapping[str, Sequence[Point]],
    others: Sequence[Boxes],
    language: Language,
    seen: Points,
    courses: Courses,
) -> Caption | None:
    """Words moved from their room as far onto their line as nothing else is in the way; None where the room is taken.

    Words that stand apart from their line could be taken for those of another.
    """
    lines, width, height = _form(edge, language, numbers_only=False)
    nearest = _nearest(fine[edge.id], (room.x, room.y))
    for share, aside in product(_SHARES, _ASIDE):
        rank = min(max(nearest + aside, 0), len(fine[edge.id]) - 1)
        x, y = fine[edge.id][rank]
        box = Box(room.x + (x - room.x) * share, room.y + (y - room.y) * share, width, height)
        if any(boxes.overlap(box) for boxes in others):
            continue
        if not share:
            return Caption(lines, (rank + 1) / _STEPS, box)
        if held(box, seen[:1], _TAIL).any() or held(box, seen[-1:], _HEAD).any():
            continue
        if _covered(box, seen) <= _HALF and not courses.crossed(box, edge.id, 1):
            return Caption(lines, (rank + 1) / _STEPS, box)
    return None


def _nearest(course: Sequence[Point], place: Point) -> int:
    """Which point of a course is nearest to a place."""
    return min(
        range(len(course)), key=lambda rank: (hypot(course[rank][0] - place[0], course[rank][1] - place[1]), rank)
    )


def _covered(box: Box, course: Points) -> float:
    """Which part of the visible course a box covers, from 0 to 1: the line's style must stay to be seen."""
    return float(held(box, course).sum() / len(course)) if len(course) else 1.0


def _room(route: Route, start: Box, end: Box) -> float:
    length = hypot(route.end[0] - route.start[0], route.end[1] - route.start[1])
    return length - (start.width + end.width) / 2
