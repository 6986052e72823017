"""What a searcher's words come down to: folded pieces, words of letters and runs of Chinese characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

Span = tuple[int, int]
Fit = Literal[0, 1, 2]
"""How a text has a piece: as it is (2), nearly (1) or not at all (0)."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PIECE = re.compile(rf"(?P<run>[{_HAN}]+)|(?P<word>(?:(?![{_HAN}])[^\W_])+)")
# From how many letters on a word, or characters on a run, may have one slip, and two.
_ONE_SLIP, _TWO_SLIPS = 4, 8
# Of a longer run, as in a question, this share of its pairs is enough.
_LONG_RUN, _SHARE = 5, 0.5
# English words that say nothing alone.
_EMPTY_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "has", "have", "how"),
        *("in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "there", "these", "this", "to", "was"),
        *("were", "what", "when", "where", "which", "who", "whom", "whose", "why", "with"),
    )
)


def fold(text: str) -> str:
    """A name without the differences that a searcher doesn't mean: width, case, accents, spaces at its ends."""
    return "".join(map(fold_character, text)).strip()


def fold_character(char: str) -> str:
    """A character without width, case and accents; nothing for an accent, several for a ligature."""
    if char.isascii():
        return char.lower()
    wide = unicodedata.normalize("NFKD", char).casefold()
    return "".join(each for each in wide if not unicodedata.combining(each))


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a run of Chinese characters, folded: `folded[start:end] == text`.

    Attributes:
        is_run: whether it is a run.
        is_open: whether it may be the beginning of a word.
    """

    text: str
    start: int
    end: int
    is_run: bool
    is_open: bool = False


def pieces_of(folded: str) -> tuple[Piece, ...]:
    """The pieces of a folded text, in its order."""
    return tuple(
        Piece(match[0], match.start(), match.end(), match.lastgroup == "run") for match in _PIECE.finditer(folded)
    )


def wanted_pieces(folded: str) -> tuple[Piece, ...]:
    """The pieces that a searcher means, once each; without the words that say nothing, where others remain.

    The last one may not be whole yet.
    """
    found = pieces_of(folded)
    pieces = [Piece(*(each.text, each.start, each.end, each.is_run), is_open=each is found[-1]) for each in found]
    telling = [piece for piece in pieces if piece.text not in _EMPTY_WORDS]
    return tuple({piece.text: piece for piece in telling or pieces}.values())


def words_of(folded: str) -> list[str]:
    """The words of a folded text that are no Chinese."""
    return [piece.text for piece in pieces_of(folded) if not piece.is_run]


def grams_of(folded: str) -> list[str]:
    """The pairs of neighbouring Chinese characters in a folded text."""
    return [gram for piece in pieces_of(folded) if piece.is_run for gram in pairs(piece.text)]


def pairs(run: str) -> list[str]:
    """The pairs of neighbouring characters of a run."""
    return [run[n : n + 2] for n in range(len(run) - 1)]


def slips_allowed(text: str, other: str = "") -> int:
    """How many slips of the pen there may be in a word or a run: one wrong, missing or too many, or two swapped.

    Args:
        text: what was written.
        other: what may be meant; without it, the text decides.
    """
    length = max(len(text), len(other))
    if length < _ONE_SLIP or text.isdecimal():
        return 0
    return 1 if length < _TWO_SLIPS else 2


def grams_needed(run: str) -> int:
    """How many pairs of a run a text must have at least to be looked at closely: one wrong character spoils two."""
    count = len(run) - 1
    return max(1, min(count - 2, round(count * _SHARE)))


def is_like(text: str, other: str) -> bool:
    """Whether a text differs from another by no more slips than it may have."""
    slips = slips_allowed(text, other)
    return slips > 0 and OSA.distance(text, other, score_cutoff=slips) <= slips


def fit_of(piece: Piece, folded: str, words: Collection[str]) -> Fit:
    """How a folded text with these words has a piece."""
    if piece.is_run:
        return 2 if piece.text in folded else 1 if find_like(piece.text, folded) else 0
    if piece.text in words or (piece.is_open and any(word.startswith(piece.text) for word in words)):
        return 2
    slips = slips_allowed(piece.text)
    near = process.extractOne(piece.text, words, scorer=OSA.distance, score_cutoff=slips) if slips else None
    return 1 if near else 0


def find_like(run: str, folded: str) -> list[Span]:
    """Where a folded text has a run of Chinese characters with a slip, or else most of its pairs."""
    slips, width = slips_allowed(run), len(run)
    if not slips:
        return []
    starts: dict[int, None] = {}
    pairs_at: list[Span] = []
    for offset, gram in enumerate(pairs(run)):
        at = folded.find(gram)
        while at >= 0:
            pairs_at.append((at, at + 2))
            starts[at - offset] = None
            at = folded.find(gram, at + 1)
    # The last characters may be the ones that are missing.
    spans = ((start, min(start + width, len(folded))) for start in sorted(starts) if start >= 0)
    near = [(start, end) for start, end in spans if _differences(run, folded[start:end]) <= slips]
    if near:
        return near
    had = {folded[start:end] for start, end in pairs_at}
    enough = width >= _LONG_RUN and len(had) >= len(set(pairs(run))) * _SHARE
    return sorted(pairs_at) if enough else []


def _differences(run: str, other: str) -> int:
    return len(run) - sum(a == b for a, b in zip(run, other, strict=False))


def find_piece(piece: Piece, folded: str, places: Sequence[Piece]) -> list[Span]:
    """Where a folded text with these pieces has a wanted one; with slips only where it stands nowhere as it is."""
    if piece.is_run:
        whole = [match.span() for match in re.finditer(re.escape(piece.text), folded)]
        return whole or find_like(piece.text, folded)
    words = [each for each in places if not each.is_run]
    same = [each for each in words if each.text == piece.text or (piece.is_open and each.text.startswith(piece.text))]
    return [(each.start, each.end) for each in same or [each for each in words if is_like(piece.text, each.text)]]
