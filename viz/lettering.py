"""How wide words are and where their lines break, without any font at hand.

Widths are those of common sans-serif fonts, on the wide side; renderers squeeze a line that turns out wider.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.model import Language

_WIDTHS = {
    **dict.fromkeys("iIjl.,:;'|!", 0.29),
    **dict.fromkeys('frt()[]{}/\\-"· ', 0.38),
    **dict.fromkeys("“”‘’…—", 1.0),
    **dict.fromkeys("mwMW@%", 0.92),
}
_TOKEN = re.compile(r"\s+|[!-~À-ɏ]+[-/]?|.", re.DOTALL)
_NEVER_FIRST = frozenset("、，。；：！？）》」』〉】…—·”’,.;:!?)]}%")
_NEVER_LAST = frozenset("（《「『〈【“‘")
ELLIPSIS = "…"


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def typeset(text: str, language: Language) -> str:
    """The text as a picture sets it: in English with straight quotation marks, since fonts for Chinese set others wide.

    Never to be used on a quotation from a report.
    """
    return text.translate(_STRAIGHT) if language == "en" else text


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float) -> float:
    """Estimated width of one line in pixels."""
    return size * sum(_advance(character) for character in text)


@lru_cache(maxsize=5_000)
def fill_lines(text: str, size: float, width: float, max_lines: int) -> tuple[str, ...]:
    """Break a text into as few lines as it takes, at words in Latin script and at characters in Chinese.

    Args:
        text: any text; its white space is collapsed.
        size: size of the letters in pixels.
        width: widest line in pixels.
        max_lines: what doesn't fit into so many lines ends in an ellipsis.
    """
    return _cut(_fill(_tokens(text), size, width), size, width, max_lines)


@lru_cache(maxsize=5_000)
def wrap(text: str, size: float, width: float, max_lines: int) -> tuple[str, ...]:
    """Break a text as `fill_lines` does, but into lines of about equal width."""
    tokens = _tokens(text)
    lines = _fill(tokens, size, width)
    if len(lines) > max_lines:
        return _cut(lines, size, width, max_lines)
    # Never narrower than the longest word that fits, so that evening out breaks no word.
    narrow = max((length for length in (text_width(token, size) for token in tokens) if length <= width), default=width)
    wide = width
    if len(_fill(tokens, size, narrow)) == len(lines):
        wide = narrow
    for _ in range(6):
        middle = (narrow + wide) / 2
        if len(_fill(tokens, size, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return tuple(_fill(tokens, size, wide))


def _tokens(text: str) -> list[str]:
    """What no line breaks: words and characters, each with the marks that may not begin or end a line."""
    tokens: list[str] = []
    opened = ""
    for token in _TOKEN.findall(" ".join(text.split())):
        if token in _NEVER_LAST:
            opened += token
        elif tokens and not opened and token in _NEVER_FIRST and not tokens[-1].isspace():
            tokens[-1] += token
        else:
            tokens.append(opened + token)
            opened = ""
    return [*tokens, opened] if opened else tokens


def _cut(lines: list[str], size: float, width: float, max_lines: int) -> tuple[str, ...]:
    if len(lines) <= max_lines:
        return tuple(lines)
    *kept, last = lines[:max_lines]
    while last and text_width(last + ELLIPSIS, size) > width:
        last = last[:-1]
    return (*kept, last.rstrip() + ELLIPSIS)


@lru_cache(maxsize=20_000)
def _advance(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.68 if character.isupper() else 0.57


def _fill(tokens: list[str], size: float, width: float) -> list[str]:
    lines, used = [""], 0.0
    for token in tokens:
        length = text_width(token, size)
        if used + text_width(token.rstrip(), size) <= width:
            lines[-1] += token
            used += length
        elif length <= width:
            lines.append(token.lstrip())
            used = text_width(lines[-1], size)
        else:
            for character in token:
                advance = size * _advance(character)
                if used + advance > width and lines[-1]:
                    lines.append("")
                    used = 0.0
                lines[-1] += character
                used += advance
    return [line.rstrip() for line in lines if line.strip()] or [""]
