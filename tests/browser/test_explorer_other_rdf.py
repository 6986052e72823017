"""The explorer over RDF of somebody else's in a real browser: begin, expand, search, and no evidence pretended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from api.app import create_app
from api.settings import Settings
from tests.browser.accessibility import violations
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Page

OTHER = Path(__file__).parents[1] / "rdf" / "other.ttl"
NO_EVIDENCE = {"en": "No evidence: this dataset carries none.", "zh": "无依据：此数据集未附依据。"}
IN_GRAPH = {"en": "in the graph", "zh": "在图中显示"}
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
    page.goto(f"{other}/explore/table?lang={lang}")
    page.locator("tr[data-statement]").first.wait_for()
    every = page.request.get(f"{other}/api/timeline?limit=1000&certainty=unknown").json()
    assert page.locator("tr[data-statement]").count() == every["total"]
    assert not violations(page)
    page.goto(f"{other}/explore/report?lang={lang}")
    page.locator("main").get_by_text(ABSENT[lang]).wait_for()
    assert not complaints
    assert {url for url in asked if not url.startswith(("data:", "blob:", other))} == set()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_other_rdf_is_asked_in_sparql(page: Page, complaints: list[str], other: str, lang: str) -> None:
    """What is answered is known by its IRI, named, chosen and drawn; nothing speaks of evidence."""
    query = "SELECT DISTINCT ?who ?whom { ?who <http://town.example/terms#headedBy> ?whom }"
    page.goto(f"{other}/explore/sparql?lang={lang}&d-query={quote(query)}")
    cell = page.locator("table.answer tbody td button").first
    cell.wait_for()
    assert not page.locator(".sparql input[type=checkbox], .sparql form select").count()
    assert not violations(page)
    cell.click()
    page.locator(".evidence-panel").get_by_text(NO_EVIDENCE[lang]).wait_for()
    page.get_by_role("button", name=IN_GRAPH[lang]).click()
    page.locator(".canvas canvas").first.wait_for()
    # Terms of the data are completed by their names.
    page.goto(f"{other}/explore/sparql?lang={lang}")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("ASK { ?s headed")
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete li", has_text="town.example/terms#headedBy").first.click()
    assert "?s <http://town.example/terms#headedBy>" in page.locator(".cm-content").inner_text()
    assert not complaints
