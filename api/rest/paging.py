"""Pages of a list: a cursor belongs to one list in one version of the dataset, so that no item is lost or repeated."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

from ..errors import BadParameter

Item = TypeVar("Item")
# Of the number of an item: more than any list has, and few enough for int().
_DIGITS_MAX = 12


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list.

    Attributes:
        total: how many items the whole list has.
        next: the cursor of the following page, None on the last one.
    """

    items: Sequence[Item]
    total: int
    next: str | None


def list_digest(version: str, path: str, filters: Iterable[tuple[str, str]]) -> str:
    """What tells one list of one version from every other: a short digest."""
    return sha256(repr((version, path, sorted(filters))).encode()).hexdigest()[:12]


def to_cursor(start: int, digest: str) -> str:
    """The cursor of the page that starts at an item of a list."""
    return urlsafe_b64encode(f"{digest}.{start}".encode()).decode().rstrip("=")


def from_cursor(cursor: str, digest: str) -> int:
    """Where the page of a cursor starts.

    Raises:
        BadParameter: it isn't a cursor, or one of another list or another version of the dataset.
    """
    try:
        given, _, start = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").partition(".")
    except (binascii.Error, ValueError):
        given, start = "", ""
    if given != digest or not start.isdecimal() or len(start) > _DIGITS_MAX:
        raise BadParameter(
            "cursor", f"{cursor!r} isn't a cursor of this list in this version of the dataset; start anew"
        )
    return int(start)


def page_of(items: Sequence[Item], digest: str, cursor: str | None, limit: int) -> Page[Item]:
    """The page of a list that a cursor names, the first without one; at most `limit` items."""
    start = from_cursor(cursor, digest) if cursor else 0
    end = start + limit
    return Page(items[start:end], len(items), to_cursor(end, digest) if end < len(items) else None)
