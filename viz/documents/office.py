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
# The extension of a picture by its vectors (Microsoft, Office Drawing Extensions, 2.14 svgBlip).
_VECTORS = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_VECTORS_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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


def vectors_xml(relation: str) -> str:
    """What, in the `a:blip` of a picture's pixels, leads by a relation to the same as SVG."""
    vectors = f'<asvg:svgBlip xmlns:asvg="{_VECTORS_NAMESPACE}" xmlns:r="{_RELATIONS}" r:embed="{relation}"/>'
    return f'<a:extLst xmlns:a="{_MAIN}"><a:ext uri="{_VECTORS}">{vectors}</a:ext></a:extLst>'


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
