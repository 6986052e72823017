"""Document symbols, resolutions, links and dates recognised where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal["symbol", "resolution", "link", "date"]

_PATTERNS: tuple[tuple[ReferenceKind, re.Pattern[str]], ...] = (
    # The host and path of a link; a full stop at its end belongs to the sentence.
    ("link", re.compile(r"(?:https?://|www\.)[A-Za-z0-9./_~%?#=&+:-]*[A-Za-z0-9/]")),
    ("symbol", re.compile(r"(?<![A-Za-z0-9/])A(?:/(?:HRC|C\.\d|RES|CONF\.\d+|INF))?(?:/\d+)+(?:/Add\.\d+)?(?![\d/])")),
    ("resolution", re.compile(r"第 ?(\d{1,3}/\d{1,3}) ?号决议")),
    ("date", re.compile(r"(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日(?:和 ?(\d{1,2}) ?日)?)?)?")),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something a text refers to: `text[start:end]`.

    Attributes:
        value: the symbol, the resolution's symbol (`A/RES/67/172`), the link, or the date in EDTF.
    """

    kind: ReferenceKind
    start: int
    end: int
    value: str


def _value(kind: ReferenceKind, match: re.Match[str]) -> str:
    if kind == "resolution":
        return f"A/RES/{match[1]}"
    if kind != "date":
        return match[0]
    year, month, day, second_day = match.groups()
    if month is None:
        return str(year)
    if day is None:
        return f"{year}-{int(month):02}"
    first = f"{year}-{int(month):02}-{int(day):02}"
    return f"{first}/{year}-{int(month):02}-{int(second_day):02}" if second_day else first


def find_references(text: str) -> tuple[Reference, ...]:
    """Everything a text refers to, in order; the earlier pattern wins where two overlap."""
    found: list[Reference] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found.append(Reference(kind, match.start(), match.end(), _value(kind, match)))
    return tuple(sorted(found, key=lambda reference: reference.start))
