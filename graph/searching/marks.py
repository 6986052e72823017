"""Why a text was found: the part of it around the searcher's words, in segments of which some are marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .terms import Piece, Span, find_piece, fold_character, pieces_of

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded, with the way back: `folded[n]` comes from `text[places[n]]`."""

    text: str
    folded: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where `folded[start:end]` stands in the text."""
        return self.places[start], self.places[end - 1] + 1


def fold_with_places(text: str) -> FoldedText:
    """A text folded character by character."""
    folded = [(each, place) for place, char in enumerate(text) for each in fold_character(char)]
    return FoldedText(text, "".join(each for each, _ in folded), tuple(place for _, place in folded))


def find_marks(text: str, wanted: Sequence[Piece]) -> tuple[Span, ...]:
    """Where a text has the pieces of a search, slips allowed; in its order, apart from each other."""
    source = fold_with_places(text)
    places = pieces_of(source.folded)
    found = [span for piece in wanted for span in find_piece(piece, source.folded, places)]
    return tuple(_merged(source.span(start, end) for start, end in found))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def to_segments(text: str, marks: Sequence[Span], width: int | None = None) -> tuple[Segment, ...]:
    """A text, or the part of it with the most marks, in segments; joined they are that part with `…` where it is cut.

    Args:
        text: the whole text.
        marks: spans, in its order and apart from each other.
        width: at most how many characters; all of them without it.
    """
    start, end = _window(text, marks, width) if width is not None and len(text) > width else (0, len(text))
    segments = [Segment(_ELLIPSIS, False)] if start else []
    at = start
    for left, right in marks:
        if left < start or right > end:
            continue
        if left > at:
            segments.append(Segment(text[at:left], False))
        segments.append(Segment(text[left:right], True))
        at = right
    if at < end:
        segments.append(Segment(text[at:end], False))
    if end < len(text):
        segments.append(Segment(_ELLIPSIS, False))
    return tuple(segments)


def _window(text: str, marks: Sequence[Span], width: int) -> Span:
    """The part of a text with the most marked characters, the first of equals, not cut inside a word of letters."""
    best, room = (0, min(width, len(text))), -1
    for first, (left, _) in enumerate(marks):
        inside = [mark for mark in marks[first:] if mark[1] <= left + width]
        marked = sum(end - start for start, end in inside)
        if inside and marked > room:
            slack = width - (inside[-1][1] - left)
            start = max(0, left - slack // 2)
            best, room = (start, min(len(text), start + width)), marked
    start, end = best
    while 0 < start < end and _is_letter(text[start - 1]) and _is_letter(text[start]):
        start += 1
    while start < end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end]):
        end -= 1
    return (start, end) if start < end else best


def _is_letter(char: str) -> bool:
    return char.isalnum() and char.isascii()
