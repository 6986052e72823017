"""Every view of the explorer where the service fails, is slow, or knows nothing of what a link names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

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


@LANGUAGES
def test_each_view_says_that_it_waits_and_keeps_the_canvas(page: Page, address: str, lang: str) -> None:
    """A slow service: the page says so, to screen readers too, and then shows what it waited for."""
    words = {"en": "Loading…", "zh": "正在加载……"}[lang]
    held: list[Route] = []
    answering = False

    def hold(route: Route) -> None:
        if answering or is_needed_first(route):
            route.continue_()
        else:
            held.append(route)

    # The editor needs no answer before somebody asks.
    views = [(name, view) for name, view in open_views(page, address, lang) if name != "sparql"]
    page.route(ANSWERS, hold)
    for name, view in views:
        answering = False
        page.goto(view, wait_until="commit")
        page.get_by_role("navigation").nth(1).wait_for()
        page.locator("main").get_by_text(words).first.wait_for()
        assert not page.get_by_role("alert").count(), name
        told = page.locator(".announcement", has_text=words)
        if name != "graph":  # the canvas says itself that it is busy
            told.wait_for()
        answering = True
        while held:
            held.pop().continue_()
        settle(page)
        assert not told.count(), name
        assert not page.get_by_role("alert").count(), name
        assert "n=gmg.0.0~iom.28.-8" in page.url, name


@pytest.mark.parametrize(("lang", "none"), [("en", "Nothing is called that"), ("zh", "没有这个名称")])
def test_a_search_that_fails_says_so_and_asks_again(page: Page, address: str, lang: str, none: str) -> None:
    """Where the results would stand; that nothing was found is said of what was found alone."""
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    settle(page)
    page.route("**/api/search**", lambda route: route.fulfill(status=503, body="proxy error"))
    box = page.get_by_role("search")
    field = box.get_by_role("searchbox")
    field.fill("IOM")
    alert = box.locator(".popover").get_by_role("alert")
    alert.wait_for(timeout=90_000)
    assert not box.get_by_text(none).count()
    page.unroute("**/api/search**")
    again = alert.get_by_role("button", name=RETRY[lang])
    while again.count():
        again.click()
        settle(page)
    box.get_by_role("option").first.wait_for()
    expect(field).to_be_focused()
    assert "n=gmg.0.0~iom.28.-8" in page.url


@LANGUAGES
def test_the_search_says_that_nothing_is_found_only_once_it_knows(page: Page, address: str, lang: str) -> None:
    told = {"en": ("Searching…", "Nothing is called that"), "zh": ("正在搜索……", "没有这个名称")}[lang]
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    settle(page)
    seen = page.evaluate_handle(
        """() => {
            const seen = new Set();
            new MutationObserver(() => {
                const hint = document.querySelector('search .results .hint')?.textContent;
                if (hint) seen.add(hint);
            }).observe(document.querySelector('search'), { subtree: true, childList: true, characterData: true });
            return seen;
        }"""
    )
    field = page.get_by_role("search").get_by_role("searchbox")
    for words in ("IOM", "GMG"):
        field.fill(words)
        page.get_by_role("search").get_by_role("option").first.wait_for()
        field.fill("")
    assert page.evaluate("seen => [...seen]", seen) in ([], [told[0]])
    field.fill("qqqqzzzz")
    page.get_by_role("search").get_by_text(told[1]).wait_for()


@LANGUAGES
def test_a_file_that_does_not_come_says_so_in_its_place(page: Page, address: str, lang: str) -> None:
    """In the dialog of what is shown, and at the links of ready diagrams."""
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    settle(page)
    page.get_by_role("button", name={"en": "Share", "zh": "分享"}[lang], exact=True).click()
    dialog = page.get_by_role("dialog")
    file = dialog.get_by_role("button", name=".json")
    file.wait_for()
    page.route("**/view.json**", lambda route: route.fulfill(status=503, body="proxy error"))
    file.click()
    alert = dialog.get_by_role("alert")
    alert.wait_for()
    page.unroute("**/view.json**")
    with page.expect_download() as saving:
        alert.get_by_role("button", name=RETRY[lang]).click()
    name = saving.value.suggested_filename
    assert name.endswith(".json")
    # Said beside the dialog, which hides all else from screen readers.
    expect(page.get_by_role("status").filter(has_text=name)).to_have_count(2)
    page.goto(f"{address}/explore?lang={lang}")
    settle(page)
    link = page.get_by_role("link", name="DOCX").first
    page.route("**/diagrams/*.docx**", lambda route: route.abort())
    link.click()
    alert = page.locator("main").get_by_role("alert")
    alert.wait_for()
    page.unroute("**/diagrams/*.docx**")
    with page.expect_download() as saving:
        alert.get_by_role("button", name=RETRY[lang]).click()
    assert saving.value.suggested_filename.endswith(".docx")


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
