"""Every view of the explorer where the service fails, is slow, or knows nothing of what a link names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.explorer_views import CANVAS, open_views, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

ANSWERS = re.compile(r"/api/|/sparql$|/oembed")
RETRY = {"en": "Try again", "zh": "重试"}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


def is_needed_first(route: Route) -> bool:
    """Whether a request is for the words and signs without which there is no page."""
    return "/api/vocabulary" in route.request.url


@pytest.mark.parametrize(("lang", "status"), [("en", 0), ("zh", 503)])
def test_each_view_says_that_the_service_fails_and_asks_again(page: Page, address: str, lang: str, status: int) -> None:
    def fail(route: Route) -> None:
        if is_needed_first(route):
            route.continue_()
        elif status:
            route.fulfill(status=status, body="<html>proxy error</html>", content_type="text/html")
        else:
            route.abort()

    views = open_views(page, address, lang)
    pages = [page.context.new_page() for _ in views]
    page.context.route(ANSWERS, fail)
    for opened, (_, view) in zip(pages, views, strict=True):
        opened.goto(view)
    for opened, (name, _) in zip(pages, views, strict=True):
        alert = opened.locator("main").get_by_role("alert").first
        alert.wait_for(timeout=90_000)
        assert "proxy" not in alert.inner_text(), name
        assert opened.get_by_role("navigation").count() >= 2, name
    page.context.unroute(ANSWERS)
    for opened, (name, _) in zip(pages, views, strict=True):
        opened.bring_to_front()
        again = opened.get_by_role("button", name=RETRY[lang])
        for _ in range(12):
            if not again.count():
                break
            again.first.click()
            settle(opened)
        assert not opened.get_by_role("alert").count(), name
        assert "n=gmg.0.0~iom.28.-8" in opened.url, name


def test_a_view_whose_code_does_not_come_is_asked_for_again(page: Page, address: str) -> None:
    code = re.compile(r"/static/explorer/.*\.js")
    page.goto(f"{address}/explore/graph?lang=en&{CANVAS}")
    settle(page)
    page.route(code, lambda route: route.abort())
    page.locator("header nav").first.get_by_role("link", name="Table").click()
    alert = page.locator("main").get_by_role("alert")
    alert.get_by_text("This view failed. What is on the canvas is kept.").wait_for()
    page.unroute(code)
    alert.get_by_role("button", name=RETRY["en"]).click()
    page.locator(".statements-table").wait_for()
    assert "n=gmg.0.0~iom.28.-8" in page.url


@LANGUAGES
@pytest.mark.parametrize(
    ("view", "gone"),
    [
        ("graph?e=gone-entity", "gone-entity"),
        ("graph?s=A-1-1/99.9", "99.9"),
        ("graph?d-ends=gmg~gone-entity", "gone-entity"),
        ("graph?class=Gone", "Gone"),
        ("table?modality=gone", "gone"),
        ("report?d-r=gone", "gone"),
        ("report?d-r=A-1-1&d-p=999", "999"),
        ("questions?d-q=gone", "gone"),
        ("questions?d-q=claims&d-v-subject=gone-entity", "gone-entity"),
        ("scenarios?d-m=gone", "gone"),
        ("nowhere?", "nowhere"),
    ],
)
def test_a_link_to_what_is_gone_says_so_and_keeps_the_canvas(
    page: Page, address: str, lang: str, view: str, gone: str
) -> None:
    page.goto(f"{address}/explore/{view}&{CANVAS}&lang={lang}")
    page.locator("[role=alert], .notice").filter(has_text=gone).first.wait_for()
    link = page.locator("header nav").first.locator("a", has_text={"en": "Graph", "zh": "图谱"}[lang])
    link.click()
    page.wait_for_url(re.compile("/explore/graph.*n=gmg"))
