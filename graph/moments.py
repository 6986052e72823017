"""Dates in words, for readers."""

from __future__ import annotations

import re

from ontology import Text

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SET = re.compile(r"\[([\d-]*)\.\.([\d-]*)\]")


def moment_words(edtf: str) -> Text:
    """A date or interval in Extended Date/Time Format in words; what words can't render stays as it was authored.

    An interval lasts (`2003/..`, since 2003); of a set one day is meant (`[2003..]`, 2003 or later).
    """
    one_of = _SET.fullmatch(edtf)
    if one_of:
        return _some_day(*one_of.groups())
    if "/" not in edtf:
        return _point(edtf)
    start, end = edtf.split("/", 1)
    if end == "..":
        words = _point(start)
        return Text(f"{words.zh}起", f"since {words.en}")
    if start == "..":
        words = _point(end)
        return Text(f"至{words.zh}", f"until {words.en}")
    first, last = _point(start), _point(end)
    return Text(f"{first.zh}至{last.zh}", _days_of_a_month(start, end) or f"{first.en} to {last.en}")


def _days_of_a_month(start: str, end: str) -> str:
    """An interval of days within a month in English, month and year named once; empty for any other."""
    first, last = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if not (first and last and first[3] and last[3] and first.group(1, 2) == last.group(1, 2)):
        return ""
    joint = "and" if int(last[3]) == int(first[3]) + 1 else "to"
    return f"{int(first[3])} {joint} {_point(end).en}"


def _some_day(start: str, end: str) -> Text:
    first, last = _point(start), _point(end)
    if not end:
        return Text(f"{first.zh}或以后", f"{first.en} or later")
    if not start:
        return Text(f"{last.zh}或以前", f"{last.en} or earlier")
    return Text(f"{first.zh}至{last.zh}之间", f"between {first.en} and {last.en}")


def _point(edtf: str) -> Text:
    plain = edtf.rstrip("~?%")
    match = _DAY.fullmatch(plain)
    if not match:
        return Text(edtf, edtf)
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= len(_MONTHS):
        return Text(edtf, edtf)
    zh = f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    en = " ".join([*([str(int(day))] if day else []), *([_MONTHS[int(month) - 1]] if month else []), year])
    approximate, uncertain = edtf[-1] in "~%", edtf[-1] in "?%"
    zh = "约" * approximate + zh + "（待考）" * uncertain
    en = "about " * approximate + en + " (uncertain)" * uncertain
    return Text(zh, en)
