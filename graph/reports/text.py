"""Pieces of a source text joined into one readable text, with the way back to every source character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LATIN = re.compile(r"[A-Za-z0-9]")
_IDEOGRAPH = re.compile(r"[㐀-䶿一-鿿]")
_OPEN_LINK = re.compile(r"(?:https?://|www\.)[!-~]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of source characters: `source[start:end]`; `new_block` when it opens a block of its own."""

    start: int
    end: int
    new_block: bool = False


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text without hard line breaks.

    Attributes:
        text: the normalised text; blocks are separated by one line feed.
        offsets: for each character of `text` the offset of its character in the source; a joint that normalisation
            put between two pieces points at the layout character it stands for.
    """

    text: str
    offsets: tuple[int, ...]

    def first_after(self, offset: int) -> int:
        """Index of the first character of the text that stands after a place in the source, or the text's length."""
        return next((n for n, each in enumerate(self.offsets) if each > offset), len(self.text))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source, as (start, end)."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        return self.offsets[start], self.offsets[end - 1] + 1


def joint(left: str, right: str) -> str:
    """What stands between two lines that a hard break parted: a space or nothing.

    Chinese needs no space; Latin words do; between Chinese and Latin letters or digits the report sets a space. A
    broken number or link grows together again.
    """
    before, after = left[-1:], right[:1]
    if _OPEN_LINK.search(left) and re.match(r"[!-~]", after):
        return ""
    if before.isdigit() and after.isdigit():
        return ""
    if _LATIN.match(before) and _LATIN.match(after):
        return " "
    if (_LATIN.match(before) and _IDEOGRAPH.match(after)) or (_IDEOGRAPH.match(before) and _LATIN.match(after)):
        return " "
    return ""


def normalise(source: str, pieces: Iterable[Piece]) -> NormalisedText:
    """Join pieces of a source, in order, into one text without hard line breaks."""
    text: list[str] = []
    offsets: list[int] = []
    last = ""
    for piece in pieces:
        words = source[piece.start : piece.end]
        if text:
            glue = "\n" if piece.new_block else joint(last, words)
            text.append(glue)
            # The layout character right after the previous piece is the one a joint stands for.
            offsets.extend([offsets[-1] + 1] * len(glue))
            last = "" if piece.new_block else last
        text.append(words)
        offsets.extend(range(piece.start, piece.end))
        last += words
    return NormalisedText("".join(text), tuple(offsets))
