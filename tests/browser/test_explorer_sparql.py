"""The explorer's SPARQL editor in a real browser: written with completions, asked, mended, drawn and taken along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = {
    "en": {
        "run": "Run",
        "graph": "in the graph",
        "spot": "Line 2, column",
        "edit": "Change it in the SPARQL editor",
        "sparql": "Show the SPARQL",
        "truth": "Yes: the dataset holds that.",
        "cancel": "Cancel",
        "cancelled": "Cancelled.",
        "format": "Lay out",
        "unclosed": "can't be laid out",
        "new": "New tab",
        "close": "Close tab",
        "reopen": "Reopen closed tab",
        "name": "Name of the tab",
        "chart": "As a chart",
    },
    "zh": {
        "run": "运行",
        "graph": "在图中显示",
        "spot": "第 2 行第",
        "edit": "在 SPARQL 编辑器中修改",
        "sparql": "显示 SPARQL",
        "truth": "是：数据集中有此内容。",
        "cancel": "取消",
        "cancelled": "已取消。",
        "format": "整理格式",
        "unclosed": "无法整理此查询",
        "new": "新建标签页",
        "close": "关闭标签页",
        "reopen": "重新打开已关闭的标签页",
        "name": "标签页名称",
        "chart": "以图表显示",
    },
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


def write(page: Page, query: str) -> None:
    """Put a query in the place of the one in the editor, as pasted."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def heard(complaints: list[str]) -> list[str]:
    """What the browser complains of, but that it was told of a fault in a query."""
    return [each for each in complaints if "400 (Bad Request)" not in each]


@LANGUAGES
def test_a_query_is_written_asked_mended_and_drawn(
    page: Page, complaints: list[str], address: str, lang: str, tmp_path: Path
) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/sparql?lang={lang}")
    page.locator(".cm-content").wait_for()
    # A shortcut of the page is a letter here.
    write(page, "?/")
    page.keyboard.type("?/")
    assert page.locator(".cm-content").inner_text().strip() == "?/?/"
    assert not violations(page)
    # A fault stands where it is.
    write(page, "SELECT ?s\nWHERE { ?s ?p }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").filter(has_text=words["spot"]).wait_for()
    page.locator(".cm-lintRange-error").wait_for()
    # The rows name entities, which lead to their evidence, to a file, and onto the canvas.
    page.locator(".cm-content").click()
    write(
        page,
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
        "SELECT DISTINCT ?subject ?statement WHERE { ?statement rdf:subject ?subject } ORDER BY ?statement",
    )
    page.get_by_role("button", name=words["run"], exact=True).click()
    table = page.locator("table.answer")
    table.wait_for()
    table.locator("tbody td:nth-child(2) button").first.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    assert not violations(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="CSV", exact=True).click()
    kept = tmp_path / "answer.csv"
    started.value.save_as(kept)
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "subject,statement"
    assert len(lines) - 1 == table.locator("tbody tr").count()
    # The address brings the same answer.
    page.wait_for_url("**d-query=**")
    page.reload()
    table.wait_for()
    assert table.locator("tbody tr").count() == len(lines) - 1
    page.get_by_role("button", name=words["graph"]).click()
    page.locator(".canvas canvas").first.wait_for()
    assert not heard(complaints)


@LANGUAGES
def test_names_are_completed_with_their_prefix(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/sparql?lang={lang}")
    write(page, "ASK { ?s a ")
    term = next(
        each for each in page.request.get(f"{address}/api/vocabulary").json()["classes"] if each["id"] == "Event"
    )
    page.keyboard.insert_text(term["label"][lang])
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete li", has_text="migov:Event").first.click()
    text = page.locator(".cm-content").inner_text()
    assert text.startswith("PREFIX migov: <"), text
    assert "?s a migov:Event" in text
    write(page, "ASK { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.get_by_text(words["truth"]).wait_for()
    # Tab leaves the editor.
    page.keyboard.press("Tab")
    assert page.evaluate("() => !document.activeElement.matches('.sparql-editor')")
    assert not heard(complaints)


def test_a_query_that_takes_long_is_cancelled(page: Page, address: str) -> None:
    words = WORDS["en"]
    # That the service stops what nobody waits for is tested beside its store; here the answer never comes.
    page.route("**/sparql", lambda _: None)
    page.goto(f"{address}/explore/sparql?lang=en")
    write(page, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name=words["cancel"]).click()
    page.get_by_text(words["cancelled"]).wait_for()
    assert not page.get_by_role("alert").count()


def test_a_ready_question_opens_in_the_editor_as_it_was_asked(page: Page, complaints: list[str], address: str) -> None:
    words = WORDS["en"]
    page.goto(f"{address}/explore/questions?lang=en&d-q=claims&d-v-modality=fact")
    page.get_by_text(words["sparql"]).click()
    page.locator("pre.code").wait_for()
    asked = page.locator("pre.code").inner_text()
    page.get_by_role("button", name=words["edit"]).click()
    page.locator(".cm-content").wait_for()
    lines = [line.strip() for line in page.locator(".cm-line").all_inner_texts() if line.strip()]
    assert lines == [line.strip() for line in asked.splitlines() if line.strip()]
    page.locator("table.answer, .view [role=status]").first.wait_for()
    assert not heard(complaints)


def written(page: Page) -> list[str]:
    """The lines in the editor."""
    return [line.rstrip() for line in page.locator(".cm-line").all_inner_texts() if line.strip()]


@LANGUAGES
def test_a_query_is_laid_out_and_shown_as_a_chart(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/sparql?lang={lang}")
    write(page, "SELECT ?class (COUNT(?s) AS ?n) {?s a ?class. # of every kind\n?s ?p ?o} GROUP BY ?class ORDER BY ?n")
    page.get_by_role("button", name=words["format"]).click()
    assert written(page) == [
        "SELECT ?class (COUNT(?s) AS ?n) {",
        "  ?s a ?class . # of every kind",
        "  ?s ?p ?o",
        "}",
        "GROUP BY ?class",
        "ORDER BY ?n",
    ]
    page.keyboard.press("Control+Enter")
    page.locator("table.answer").wait_for()
    page.get_by_text(words["chart"]).click()
    drawing = page.locator(".chart svg[role=img]")
    rows = page.locator("table.answer tbody tr")
    assert drawing.locator("rect").count() == min(rows.count(), 40) > 3
    # The longest bar is the greatest number's, and each says its number.
    lengths = [box["width"] for each in drawing.locator("rect").all() if (box := each.bounding_box())]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1] / 10
    told = str(drawing.locator("text").last.text_content()).replace(",", "")
    assert rows.last.locator("td").nth(1).inner_text() == told
    assert not violations(page)
    write(page, "SELECT ?s { ?s ?p 'open }")
    page.get_by_role("button", name=words["format"]).click()
    page.get_by_role("status").filter(has_text=words["unclosed"]).wait_for()
    assert written(page) == ["SELECT ?s { ?s ?p 'open }"]
    assert not heard(complaints)


@LANGUAGES
def test_queries_stand_in_tabs_that_the_browser_keeps(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/sparql?lang={lang}")
    tabs = page.get_by_role("tab")
    write(page, "ASK { <urn:x:1> ?p ?o }")
    page.get_by_label(words["name"]).fill("First")
    page.get_by_role("button", name=words["new"]).click()
    write(page, "ASK { <urn:x:2> ?p ?o }")
    assert tabs.count() == 2
    assert not violations(page)
    page.reload()
    page.locator(".cm-content").wait_for()
    assert written(page) == ["ASK { <urn:x:2> ?p ?o }"]
    tabs.first.click()
    assert tabs.first.inner_text() == "First"
    page.locator(".cm-line", has_text="urn:x:1").wait_for()
    page.get_by_role("button", name=words["close"]).click()
    page.locator(".cm-line", has_text="urn:x:2").wait_for()
    assert tabs.count() == 1
    page.get_by_role("button", name=words["reopen"]).click()
    page.locator(".cm-line", has_text="urn:x:1").wait_for()
    # A link opens beside what was written, and nothing of that is lost.
    page.goto(f"{address}/explore/sparql?lang={lang}&d-query=ASK%20%7B%20%3Curn%3Ax%3A3%3E%20%3Fp%20%3Fo%20%7D")
    page.locator(".cm-line", has_text="urn:x:3").wait_for()
    assert tabs.count() == 3
    assert not heard(complaints)
