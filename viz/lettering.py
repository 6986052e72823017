"""How wide words are and where their lines break, without any font at hand.

Widths are those of common sans-serif fonts, on the wide side; renderers squeeze a line that turns out wider.
"""

from __future__ import annotations

import re
import unicodedata

_WIDTHS = {
    **dict.fromkeys("iIjl.,:;'|!’‘", 0.29),
    **dict.fromkeys('frt()[]{}/\\-"“”· ', 0.38),
    **dict.fromkeys("mwMW@%", 0.92),
}
_TOKEN = re.compile(r"\s+|[!-~À-ɏ]+[-/]?|.", re.DOTALL)
_NEVER_FIRST = frozenset("、，。；：！？）》」』”’,.;:!?)]}")
ELLIPSIS = "…"


def text_width(text: str, size: float) -> float:
    """Estimated width of one line in pixels."""
    return size * sum(_advance(character) for character in text)


def wrap(text: str, size: float, width: float, max_lines: int) -> tuple[str, ...]:
    """Break a text into lines of about equal width, at words in Latin script and at characters in Chinese.

    Args:
        text: any text; its white space is collapsed.
        size: size of the letters in pixels.
        width: widest line in pixels.
        max_lines: what doesn't fit into so many lines ends in an ellipsis.
    """
    tokens = _TOKEN.findall(" ".join(text.split()))
    lines = _fill(tokens, size, width)
    if len(lines) > max_lines:
        kept = lines[:max_lines]
        last = kept[-1]
        while last and text_width(last + ELLIPSIS, size) > width:
            last = last[:-1]
        return (*kept[:-1], last.rstrip() + ELLIPSIS)
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


def _advance(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.68 if character.isupper() else 0.57


def _fill(tokens: list[str], size: float, width: float) -> list[str]:
    lines = [""]
    for token in tokens:
        if text_width(lines[-1] + token.rstrip(), size) <= width or (token in _NEVER_FIRST and lines[-1]):
            lines[-1] += token
        elif text_width(token, size) <= width:
            lines.append(token.lstrip())
        else:
            for character in token:
                if text_width(lines[-1] + character, size) > width and lines[-1]:
                    lines.append("")
                lines[-1] += character
    return [line.rstrip() for line in lines if line.strip()] or [""]
