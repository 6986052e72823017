"""Search in names and text, for programs and as a page."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from graph.model import Entity
from graph.searching.search import KINDS, QUERY_MAX, Found, Kind

from ..models import SearchShape
from ..parameters import Data, Finder, Lang, known_parameters_only, require_known
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.search_records import SEARCH_COLUMNS, hit_record, hit_row
from ..web.pages import Page

router = APIRouter(dependencies=[Depends(known_parameters_only)])
SHOWN = {"entity": 50, "paragraph": 20}


@router.get(
    "/api/search", response_model=SearchShape, responses=LIST_ANSWERS, tags=["search"], summary="Find names and text"
)
def list_hits(
    snapshot: Data,
    search: Finder,
    listing: Listed,
    language: Lang,
    q: Annotated[
        str,
        Query(
            max_length=QUERY_MAX,
            description="Words in Chinese or English, acronyms or symbols; the last may be a beginning.",
            examples=["秘书处"],
        ),
    ],
    kind: Annotated[
        list[Kind] | None, Query(max_length=len(KINDS), description="What to look for; may be repeated.")
    ] = None,
    class_: Annotated[str | None, Query(alias="class", description="Class of entities.", examples=["Body"])] = None,
) -> Response:
    """Entities by any of their names and paragraphs by their text, best first, each with the words that show why.

    Entities come before paragraphs. Of a paragraph the snippet is the report's words (`report`) or our working
    translation (`translation`), whichever has more of the words looked for; the language decides between equals.
    """
    found = search.find(q, tuple(kind) if kind else KINDS)
    if class_ is not None:
        require_known("class", [class_], snapshot.classes, f"known: {', '.join(snapshot.classes)}")
        is_a = snapshot.vocabulary.is_a
        found = tuple(each for each in found if isinstance(each.item, Entity) and is_a(each.item.class_id, class_))
    columns: Columns[Found] = Columns(
        SEARCH_COLUMNS,
        record=lambda each: hit_record(each, search, q, language),
        row=lambda each: hit_row(each, search, q, language),
    )
    kinds = Counter(each.kind for each in found)
    return listing.answer(found, columns, {"totals": {name: kinds[name] for name in KINDS}})


@router.get("/search", include_in_schema=False)
def show_results(page: Page, search: Finder, q: Annotated[str, Query(max_length=QUERY_MAX)] = "") -> Response:
    """Entities whose names and paragraphs whose text have the words."""
    words = q.strip()
    found = search.find(words)
    groups = {kind: [each for each in found if each.kind == kind] for kind in KINDS}
    shown = {
        kind: [(each, search.show(each, words, page.language)) for each in groups[kind][: SHOWN[kind]]]
        for kind in KINDS
    }
    return page.html("search.html", {"q": words, "shown": shown, "totals": {kind: len(groups[kind]) for kind in KINDS}})
