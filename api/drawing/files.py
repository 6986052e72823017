"""The file of a diagram or sheet as an answer: its media type and its name."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Path, Query
from fastapi.responses import Response

from graph.model import Language, Text
from viz import FORMS, SHEET_FORMS, require_form

from ..web.pages import HTML_TAGS
from .diagrams import page_policy

NAME_MAX, TITLE_MAX = 80, 120
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")

Download = Annotated[bool, Query(description="Whether a browser is to save the file rather than show it.")]


async def read_form(
    extension: Annotated[str, Path(description=f"Form of the file: {', '.join(FORMS)}.", examples=["html"])],
) -> str:
    """The form that the ending of a path names; raises UnknownForm."""
    return require_form(extension, FORMS, "a diagram")


FormOf = Annotated[str, Depends(read_form)]


async def read_sheet_form(
    extension: Annotated[str, Path(description=f"Form of the file: {', '.join(SHEET_FORMS)}.", examples=["docx"])],
) -> str:
    """The form of a sheet that the ending of a path names; raises UnknownForm."""
    return require_form(extension, SHEET_FORMS, "a sheet of statements")


SheetForm = Annotated[str, Depends(read_sheet_form)]


def file_answer(body: bytes, extension: str, name: str, title: Text, language: Language, download: bool) -> Response:
    """The file of a diagram or sheet.

    Args:
        body: the file.
        extension: of its form.
        name: its name in ASCII, without extension.
        title: what it shows, its name in full.
        language: it is in.
        download: whether a browser is to save it.
    """
    headers = {"Content-Language": HTML_TAGS[language], "Vary": "Accept-Language"}
    if extension == "html":
        # The page holds its script and style, allowed by their digests.
        headers["Content-Security-Policy"] = page_policy("'none'")
    if download:
        headers["Content-Disposition"] = disposition(name, title.get(language), extension)
    media = FORMS[extension].media_type
    return Response(body, headers=headers, media_type=media)


def disposition(name: str, title: str, extension: str) -> str:
    """The Content-Disposition of a file to save (RFC 6266), its full name encoded as RFC 8187 says."""
    plain = _PLAIN.sub("-", name).strip("-.")[:NAME_MAX] or "diagram"
    whole = " ".join(_UNFIT.sub(" ", unicodedata.normalize("NFC", title)).split())[:TITLE_MAX].strip(". ") or plain
    return f"attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{quote(f'{whole}.{extension}', safe='')}"
