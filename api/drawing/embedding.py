"""Diagrams in the pages of others: the page in the frame, the snippet that holds it, and oEmbed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Query, Request
from fastapi.responses import HTMLResponse

from graph.errors import NotFound
from graph.model import Language, Text
from graph.snapshot import Snapshot
from viz import Diagram, render_html, title_of

from ..web.pages import HTML_TAGS
from .diagrams import Diagrams, page_policy
from .views import view_from

WIDTH, HEIGHT = 960, 720
LEAST = 200
_PAGE = re.compile(r"(?:/embed)?/(?:view|diagrams/(?P<id>[a-z0-9-]+))(?:\.html)?")

Version = Annotated[
    str | None,
    Query(max_length=64, description="Version of the dataset that the link was made from; a newer one is told."),
]


@dataclass(frozen=True, slots=True)
class Linked:
    """A diagram that an address of this service leads to.

    Attributes:
        path, query: of its page.
        language: that the address names, or None.
    """

    path: str
    query: str
    title: Text
    language: Language | None


async def read_link(url: str, request: Request, drawn: Diagrams) -> Linked:
    """What an address of this service leads to; raises NotFound for any other, and BadParameter for a faulty view."""
    try:
        parts = urlsplit(url)
        here = urlsplit(root(request))
        if parts.scheme not in ("http", "https") or parts.netloc.lower() != here.netloc.lower():
            raise NotFound(f"{url!r} is no address of this service")
    except ValueError:
        raise NotFound(f"{url!r} is no address") from None
    match = _PAGE.fullmatch(parts.path.removeprefix(here.path))
    if not match:
        raise NotFound(f"{url!r} is no address of a diagram")
    asked = dict(query_pairs(parts.query)).get("lang")
    language: Language | None = "zh" if asked == "zh" else "en" if asked == "en" else None
    if match["id"]:
        title = drawn.recipe(match["id"]).title
        return Linked(f"/diagrams/{match['id']}", "", Text(title.zh, title.en), language)
    view = await view_from(parts.query, drawn.snapshot)
    return Linked("/view", parts.query, title_of(view, drawn.snapshot), language)


def has_moved(version: str | None, snapshot: Snapshot) -> bool:
    """Whether the dataset is another than the one a link was made from."""
    return version is not None and version != snapshot.version


def embedded(diagram: Diagram, language: Language, moved: bool) -> bytes:
    """The page in the frame; it says where the data has moved on since the link was made."""
    return render_html(diagram, language, moved=moved).encode()


def embed_answer(body: bytes, language: Language, ancestors: str) -> HTMLResponse:
    """The page in the frame, with who may show it."""
    headers = {
        "Content-Security-Policy": page_policy(ancestors),
        "Content-Language": HTML_TAGS[language],
        "Vary": "Accept-Language",
    }
    return HTMLResponse(body, headers=headers)


def embed_address(request: Request, path: str, query: str, language: Language, version: str) -> str:
    """The whole address of a diagram's page in a frame: `path` and `query` are those of its own page."""
    kept = [pair for pair in query_pairs(query) if pair[0] not in ("lang", "v")]
    return f"{root(request)}/embed{path}?{urlencode([*kept, ('lang', language), ('v', version)])}"


def query_pairs(query: str) -> list[tuple[str, str]]:
    """Names and values of a query, in its order."""
    return parse_qsl(query, keep_blank_values=True)


def root(request: Request) -> str:
    """Where this service answers, as whoever asked reached it, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def snippet(address: str, title: Text, language: Language, width: int | str = "100%", height: int = HEIGHT) -> str:
    """The HTML that shows a diagram in a page of others."""
    name = escape(title.get(language))
    return (
        f'<iframe src="{escape(address)}" title="{name}" width="{width}" height="{height}" '
        'style="border:0" loading="lazy" allowfullscreen></iframe>'
    )
