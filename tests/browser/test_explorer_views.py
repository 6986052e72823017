"""The explorer's models for the future in a real browser: what each would change, and every statement's evidence."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_model_beside_today(page: Page, complaints: list[str], address: str, lang: str) -> None:
    told = page.request.get(f"{address}/api/scenarios/scenario-a/difference").json()
    sentences = {each["id"]: each["sentence"][lang] for each in told["statements"]}
    page.goto(f"{address}/explore/scenarios?lang={lang}")
    page.get_by_role("button", name=told["title"][lang]).click()
    # What it would take and what is said for and against it comes first.
    added = page.locator(".scenarios article section").nth(5)
    added.locator("button").first.wait_for()
    assert told["added"]
    shown = added.locator("li").all_inner_texts()
    assert len(shown) == len(told["added"])
    assert all(sentences[each] in text for each, text in zip(told["added"], shown, strict=True))
    assert added.locator("li .status").count() == len(told["added"])
    # Each says who holds it and where, and opens the report there.
    cited = {"en": "para.", "zh": "段"}[lang]
    assert all(cited in text for text in added.locator(".said-by").all_inner_texts())
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(saved.value.path().read_text("utf-8-sig").splitlines()))
    sides = [row[0] for row in rows[1:]]
    reasons = [each for side in ("substance", "required", "for", "against", "open") for each in told["reasons"][side]]
    parts = [*reasons, *told["added"]]
    turned = [fact for each in told["ended"] for fact in (each["fact"], *each["because"])]
    turned += [each[end] for each in told["changed"] for end in ("from", "to")]
    assert len(sides) == len(parts) + len(turned)
    assert {"en": "Would be added", "zh": "将新增"}[lang] == sides[len(reasons)]
    assert page.locator(".scenarios article section").count() == 8
    # The same as a document of words.
    with page.expect_download() as saved:
        page.locator(".scenarios .links").first.get_by_role("link", name="DOCX").click()
    document = Document(str(saved.value.path()))
    assert document.paragraphs[0].text == told["title"][lang]
    rows = [row.cells[0].text for table in document.tables for row in table.rows[1:]]
    assert len(rows) == len(sides)
    assert all(any(sentences[each] in row for row in rows) for each in parts)
    added.locator("button").first.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    assert not violations(page)
    page.get_by_role("link", name={"en": "As a diagram", "zh": "以图示显示"}[lang]).click()
    page.wait_for_url("**/view.html?scenario=scenario-a**")
    page.locator("svg").first.wait_for()
    page.goto(f"{address}/explore/scenarios?lang={lang}&d-m=nope")
    page.locator(".scenarios [role=alert]").wait_for()
    assert not complaints
