"""The page of a diagram: the picture, its files in every form, and what others need to embed it."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from viz import FORMS, Diagram

from .embedding import embed_address, query_pairs, root, snippet
from .pages import Pages


def show_page(request: Request, page: Pages, diagram: Diagram, path: str) -> Response:
    """The page of a diagram whose own address is a path with the request's query."""
    language = page.language
    kept = [pair for pair in query_pairs(request.url.query) if pair[0] != "lang"]
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
            "snippet": snippet(source, diagram.title, language),
            "own": own,
            "oembed": {
                form: f"{root(request)}/oembed?{urlencode({'url': own, 'format': form, 'lang': language})}"
                for form in ("json", "xml")
            },
        },
    )
