"""The explorer's models for the future in a real browser: what each would change, and every statement's evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_model_beside_today(page: Page, complaints: list[str], address: str, lang: str) -> None:
    told = page.request.get(f"{address}/api/scenarios/scenario-a/difference").json()
    sentences = {each["id"]: each["sentence"][lang] for each in told["statements"]}
    page.goto(f"{address}/explore/scenarios?lang={lang}")
    page.get_by_role("button", name=told["title"][lang]).click()
    added = page.locator(".scenarios article section").first
    added.locator("button").first.wait_for()
    assert told["added"]
    shown = added.locator("li").all_inner_texts()
    assert len(shown) == len(told["added"])
    assert all(sentences[each] in text for each, text in zip(told["added"], shown, strict=True))
    assert added.locator("li .status").count() == len(told["added"])
    assert page.locator(".scenarios article section").count() == 6
    added.locator("button").first.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    assert not violations(page)
    page.get_by_role("link", name={"en": "As a diagram", "zh": "以图示显示"}[lang]).click()
    page.wait_for_url("**/view.html?scenario=scenario-a**")
    page.locator("svg").first.wait_for()
    page.goto(f"{address}/explore/scenarios?lang={lang}&d-m=nope")
    page.locator(".scenarios [role=alert]").wait_for()
    assert not complaints
