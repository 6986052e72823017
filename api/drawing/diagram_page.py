"""The page of a diagram: the picture, its files in every form, and what others need to embed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from viz import FORMS, Diagram, Summary

from ..web.pages import Pages
from .embedding import embed_address, query_pairs, root, snippet


def show_page(request: Request, page: Pages, diagram: Diagram, path: str, summary: Summary | None = None) -> Response:
    """The page of a diagram whose own address is a path with the request's query.

    Args:
        request: for the page.
        page: renders it.
        diagram: what it shows.
        path: of its address.
        summary: all that was selected, where the diagram shows only a part; the page then leads to the others.
    """
    language = page.language
    asked = query_pairs(request.url.query)
    kept = [pair for pair in asked if pair[0] != "lang"]
    own = f"{root(request)}{path}" + (f"?{urlencode(kept)}" if kept else "")
    source = embed_address(request, path, request.url.query, language, diagram.version)
    files = [
        (form.extension, form.title, f"{path}.{form.extension}?{urlencode([*kept, ('lang', language)])}")
        for form in FORMS.values()
    ]
    return page.html(
        "diagram.html",
        {
            "diagram": diagram,
            "frame": source.removeprefix(root(request)),
            "files": files,
            "summary": summary,
            "part": lambda *classes: _changed(path, asked, **{"class": dict.fromkeys(classes)}),
            "counted": _changed(path, asked, summary=["true"], layout=["force"], emphasis=[]),
            "clusters": _changed(path, asked, layout=["clusters"]),
            "snippet": snippet(source, diagram.title, language),
            "own": own,
            "oembed": {
                form: f"{root(request)}/oembed?{urlencode({'url': own, 'format': form, 'lang': language})}"
                for form in ("json", "xml")
            },
        },
    )


def _changed(path: str, query: Sequence[tuple[str, str]], **changes: Iterable[str]) -> str:
    """The address of a view with other values of some parameters, and no places, which other entities may not have."""
    dropped = {*changes, "at", "later"}
    kept = [pair for pair in query if pair[0] not in dropped]
    return f"{path}?{urlencode([*kept, *((name, value) for name, values in changes.items() for value in values)])}"
