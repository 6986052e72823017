"""What axe finds against WCAG on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page


def violations(page: Page, **options: Any) -> list[tuple[str, list[str]]]:
    """The rules that a page breaks, each with the places; options are those of axe."""
    found = Axe().run(page, **options).response["violations"]
    return [(each["id"], [f"{node['target']} {node['html']}" for node in each["nodes"]]) for each in found]
