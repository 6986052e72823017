"""Texts that every format can hold: no control characters, no lone surrogates, no marks that turn the reading order."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

# What XML 1.0 can't hold (section 2.2), and the marks of Unicode's bidirectional algorithm that can make a text read
# as another one (CVE-2021-42574). Line breaks and tabs become spaces: no text of a diagram needs them.
_SPACES = re.compile(r"[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_ILLEGIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "�"
_Any = TypeVar("_Any")


def legible_text(text: str) -> str:
    """A text with what can't be shown or stored replaced, line breaks by spaces; most texts come back as they are."""
    return _ILLEGIBLE.sub(_REPLACEMENT, _SPACES.sub(" ", text))


def legible(value: _Any) -> _Any:
    """The same diagram, or any part of one, with every text in it legible."""
    result: Any = value
    if isinstance(value, str):
        result = legible_text(value)
    elif isinstance(value, tuple):
        changed = tuple(legible(each) for each in value)
        result = changed if any(one is not other for one, other in zip(changed, value, strict=True)) else value
    elif is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: legible(each) for name, each in before.items()}
        result = replace(value, **after) if any(after[name] is not before[name] for name in before) else value
    return cast("_Any", result)
