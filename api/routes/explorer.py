"""The explorer: one page, which its script turns into the view that the address names."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ..serving.conditional import note_change
from ..serving.security import content_policy
from ..web.explorer import read_bundle
from ..web.pages import Page

# The script reads the address and tells the reader what it doesn't know of it, so no parameter is refused here.
router = APIRouter(include_in_schema=False)


@router.get("/")
@router.get("/explore")
@router.get("/explore/{view}")
def show_explorer(page: Page) -> Response:
    """The page of every view; without a script, the way to the plain pages."""
    note_change(page.request.scope)  # the bundle may be built anew
    bundle = read_bundle()
    policy = content_policy(styles=("'self'", *bundle.injected))
    return page.html("explorer.html", {"bundle": bundle}, headers={"Content-Security-Policy": policy})
