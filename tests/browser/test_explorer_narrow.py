"""The explorer on a narrow screen and with its filters open: nothing is pushed away, and all of it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

CANVAS = "n=gmg.0.0~iom.28.-8~ilo.-28.-8"
FILTERS = {"en": ("Filters", "Close the filters"), "zh": ("筛选", "关闭筛选")}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@LANGUAGES
def test_evidence_is_a_sheet_that_closes(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.set_viewport_size({"width": 600, "height": 900})
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    page.locator(".counts[aria-busy=false]").wait_for()
    sheet = page.locator(".evidence-panel")
    assert not sheet.is_visible()
    page.focus(".canvas")
    page.keyboard.press("ArrowRight")
    sheet.locator("h2").first.wait_for()
    box = sheet.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 900
    assert box["height"] <= 900 * 0.4 + 1
    expect(page.locator(".canvas")).to_be_focused()
    assert not violations(page)
    sheet.locator(".statements button").first.focus()
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    expect(page.locator(".canvas")).to_be_focused()
    # What is chosen stays chosen; choosing something else opens the sheet again.
    assert "e=" in page.url
    page.keyboard.press("ArrowLeft")
    sheet.locator("h2").first.wait_for()
    sheet.locator(".close-sheet").click()
    sheet.wait_for(state="hidden")
    assert not complaints


@LANGUAGES
def test_filters_stand_over_the_view_and_close(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&e=gmg")
    page.locator(".counts[aria-busy=false]").wait_for()
    canvas = page.locator(".canvas")
    before = canvas.bounding_box()
    opener, closer = FILTERS[lang]
    page.get_by_role("button", name=opener, exact=True).click()
    panel = page.locator(".filter-panel")
    panel.locator("input").first.wait_for(state="attached")
    assert canvas.bounding_box() == before
    box = panel.bounding_box()
    assert box
    assert before
    assert box["width"] < before["width"] / 2
    assert not violations(page)
    panel.locator("input").first.focus()
    page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    expect(page.get_by_role("button", name=opener, exact=True, expanded=False)).to_be_focused()
    page.keyboard.press("Enter")
    panel.get_by_role("button", name=closer).click()
    panel.wait_for(state="detached")
    # On the wide screen the evidence stays beside, and has nothing to close.
    assert page.locator(".evidence-panel").is_visible()
    assert not page.locator(".close-sheet").is_visible()
    assert not complaints
