"""The explorer over RDF of somebody else's in a real browser: begin, expand, search, and no evidence pretended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.app import create_app
from api.settings import Settings
from tests.browser.accessibility import violations
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Page

OTHER = Path(__file__).parents[1] / "rdf" / "other.ttl"
NO_EVIDENCE = {"en": "No evidence: this dataset carries none.", "zh": "无依据：此数据集未附依据。"}
ABSENT = {"en": "This dataset has no such view", "zh": "此数据集没有这一视图"}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over the dataset of somebody else's, on a free port."""
    app = create_app(Settings(files=(OTHER,), workers=1, layouts=tmp_path_factory.mktemp("layouts")))
    with served(app) as address:
        yield address


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_other_rdf_is_explored(page: Page, complaints: list[str], other: str, lang: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{other}/explore?lang={lang}")
    page.locator(".beginnings button").first.wait_for()
    views = page.locator("header nav").first.locator("a").evaluate_all("all => all.map(each => each.pathname)")
    assert not {"/explore/report", "/explore/questions", "/explore/scenarios", "/explore/matrix"} & set(views)
    assert not violations(page)
    page.locator(".beginnings button").first.click()
    panel = page.locator(".evidence-panel")
    page.locator(".view.graph").wait_for()
    panel.get_by_text(NO_EVIDENCE[lang]).wait_for()
    panel.locator(".statements button").first.click()
    panel.get_by_text("http://town.example/terms#headedBy").wait_for()
    panel.get_by_text(NO_EVIDENCE[lang]).wait_for()
    assert not panel.locator("blockquote").count()
    assert not violations(page)
    page.locator("search input").fill("alert(1)")
    page.get_by_role("option").first.click()
    panel.get_by_role("heading", name="<script>alert(1)</script>").wait_for()
    # Measures need no evidence; there is one status, so that none is asked for.
    page.goto(f"{other}/explore/analysis?lang={lang}")
    page.locator("tr[data-figure] .disclosure").first.click()
    page.locator("tr.behind .statements li .status").first.wait_for()
    assert page.locator(".measures .chip").count() == 3
    assert not page.get_by_role("radio").count()
    assert not violations(page)
    page.goto(f"{other}/explore/report?lang={lang}")
    page.locator("main").get_by_text(ABSENT[lang]).wait_for()
    assert not complaints
    assert {url for url in asked if not url.startswith(("data:", "blob:", other))} == set()
