"""What files of Word and PowerPoint share: fonts, languages, what they say of themselves, bytes that repeat."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from graph.model import Language

# Faces that come with Office on Windows and macOS; LibreOffice puts its own in their place.
LATIN_FONT, CHINESE_FONT = "Arial", "Microsoft YaHei"
LANGUAGE_TAGS: Mapping[Language, str] = {"en": "en-GB", "zh": "zh-CN"}
# The first day a zip archive can hold.
_DAY = (1980, 1, 1, 0, 0, 0)
_DATES = "{http://purl.org/dc/terms/}"


def describe_file(properties: Any, *, title: str, subject: str, comments: str, language: Language) -> None:  # noqa: ANN401
    """Set what an Office file says of itself (its core properties), without a date: the same input, the same bytes."""
    properties.title = title[:255]
    properties.subject = subject[:255]
    properties.comments = comments[:255]
    properties.author = properties.last_modified_by = "Migov"
    properties.language = LANGUAGE_TAGS[language]
    properties.keywords = ""
    properties.revision = 1
    element = properties._element  # the dates can be set, but not unset, in any other way
    for name in ("created", "modified"):
        for date in element.findall(f"{_DATES}{name}"):
            element.remove(date)


def packed(data: bytes, without: Iterable[str] = ()) -> bytes:
    """The same Office file with every part dated alike and in the order of their names.

    Args:
        data: a zip archive.
        without: names of parts to leave out.
    """
    dropped = set(without)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(file, "w") as written:
        # What a part's type is must come first; readers that stream need it.
        for name in sorted(set(read.namelist()) - dropped, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            written.writestr(entry, read.read(name))
    return file.getvalue()
