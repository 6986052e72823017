"""The explorer's table in a real browser: the same statements as the graph's, sorted, sought, chosen and saved."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

EVERY = "modality=all&certainty=certain&certainty=possible&certainty=unknown"
WORDS = {
    "en": {
        "save": "CSV of these",
        "about": "every statement about any of them",
        "when": "When",
        "find": "Rows with",
        "excel": "Excel of this",
        "relation": "Relation",
        "leave": "Leave this row out",
        "back": "Bring back",
        "title": "Title of the Word",
        "report": "Report",
        "table": "Table",
    },
    "zh": {
        "save": "行的 CSV",
        "about": "涉及其中任何一个的全部陈述",
        "when": "时间",
        "find": "查找含有",
        "excel": "Excel",
        "relation": "关系",
        "leave": "略去此行",
        "back": "恢复",
        "title": "文件的标题",
        "report": "报告",
        "table": "表格",
    },
}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_statements_as_a_table(page: Page, complaints: list[str], address: str, lang: str, tmp_path: Path) -> None:
    every = page.request.get(f"{address}/api/timeline?{EVERY}").json()["items"]
    rows = page.locator("tr[data-statement]")
    page.goto(f"{address}/explore/table?lang={lang}")
    rows.first.wait_for()
    assert {each.get_attribute("data-statement") for each in rows.all()} == {each["id"] for each in every}
    assert rows.locator(".status").count() == len(every)
    # By date: what has none comes last.
    page.get_by_role("columnheader", name=WORDS[lang]["when"]).click()
    page.locator("th[aria-sort=ascending]").wait_for()
    assert rows.first.get_attribute("data-statement") == next(each["id"] for each in every if each["time"])
    assert "d-order=time" in page.evaluate("() => new Promise(done => setTimeout(() => done(location.search), 400))")
    rows.last.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    expect(rows.last).to_have_attribute("aria-selected", "true")
    assert not violations(page)
    wanted = next(each for each in every if each["time"])
    page.get_by_label(WORDS[lang]["find"]).fill(wanted["sentence"]["zh"])
    expect(rows).to_have_count(1)
    with page.expect_download() as saved:
        page.get_by_role("button", name=WORDS[lang]["save"]).click()
    path = tmp_path / "saved.csv"
    saved.value.save_as(path)
    (row,) = csv.reader(path.read_text(encoding="utf-8-sig").splitlines()[1:])
    assert wanted["sentence"][lang] in row[1]
    # As a workbook too, with the columns that are chosen, which stay chosen.
    page.locator("details.columns summary").click()
    page.locator(".columns label").filter(has_text=WORDS[lang]["relation"]).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=WORDS[lang]["excel"]).click()
    workbook = tmp_path / "saved.xlsx"
    saved.value.save_as(workbook)
    sheet = load_workbook(workbook).active
    assert sheet is not None
    heading, *lines = sheet.iter_rows(values_only=True)
    assert WORDS[lang]["relation"] in heading
    assert [line[1] for line in lines] == [row[1]]
    # As a document, with the exact words.
    with page.expect_download() as saved:
        page.get_by_role("link", name="DOCX").click()
    document = Document(str(saved.value.path()))
    assert [line.cells[0].text for table in document.tables for line in table.rows[1:]] == [row[1]]
    assert wanted["evidence"][0]["quote"] in "".join(each.text for each in document.paragraphs)
    page.goto(f"{address}/explore/table?lang={lang}")
    page.get_by_role("columnheader", name=WORDS[lang]["relation"]).wait_for()
    # A row that is left out is in no file either, and comes back.
    expect(rows).to_have_count(len(every))
    first = rows.first.get_attribute("data-statement")
    rows.first.get_by_role("button", name=WORDS[lang]["leave"]).click()
    expect(rows).to_have_count(len(every) - 1)
    assert first not in {each.get_attribute("data-statement") for each in rows.all()}
    page.get_by_role("button", name=re.compile(rf"{len(every) - 1}.*CSV|CSV.*{len(every) - 1}")).wait_for()
    assert not violations(page)
    # It stands in the link, and the document bears the title that it is given.
    page.wait_for_url("**&d-out=*")
    page.goto(page.url)
    expect(rows).to_have_count(len(every) - 1)
    # Whoever reads in the report and comes back finds it as it was.
    page.locator(".top nav a").filter(has_text=WORDS[lang]["report"]).first.click()
    page.locator(".report-paragraph").first.wait_for()
    page.locator(".top nav a").filter(has_text=WORDS[lang]["table"]).first.click()
    expect(rows).to_have_count(len(every) - 1)
    page.get_by_label(WORDS[lang]["title"]).fill("Mine")
    page.locator("a.tool", has_text="DOCX").first.wait_for()
    assert "title=Mine" in str(page.locator("a.tool", has_text="DOCX").first.get_attribute("href"))
    page.get_by_role("button", name=WORDS[lang]["back"], exact=True).click()
    expect(rows).to_have_count(len(every))
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "among", "about"),
    [
        ("en", "between the entities on the canvas", "about the entities on the canvas"),
        ("zh", "画布上各实体之间", "有关画布上各实体"),
    ],
)
def test_a_search_that_finds_nothing_says_what_was_looked_through(
    page: Page, address: str, lang: str, among: str, about: str
) -> None:
    told = page.locator(".turn [role=status]")
    page.goto(f"{address}/explore/table?lang={lang}&n=gmg.0.0~ilo.1k.0&d-words=zebra")
    told.filter(has_text=among).wait_for()
    assert not violations(page)
    page.get_by_text(WORDS[lang]["about"]).click()
    told.filter(has_text=about).wait_for()
    page.goto(f"{address}/explore/table?lang={lang}&d-words=zebra")
    page.locator(".statements-table").wait_for()
    assert among not in told.inner_text()


def test_the_canvas_and_the_filters_narrow_the_table(page: Page, complaints: list[str], address: str) -> None:
    def asked(query: str) -> set[str]:
        return {each["id"] for each in page.request.get(f"{address}/api/timeline?{query}").json()["items"]}

    def shown() -> set[str | None]:
        return {each.get_attribute("data-statement") for each in rows.all()}

    rows = page.locator("tr[data-statement]")
    among, about = asked(f"{EVERY}&entity=gmg&among=true"), asked(f"{EVERY}&entity=gmg")
    page.goto(f"{address}/explore/table?lang=en&n=gmg.0.0")
    expect(rows).to_have_count(len(among))
    assert shown() == among
    page.get_by_text(WORDS["en"]["about"]).click()
    expect(rows).to_have_count(len(about))
    assert shown() == about
    # Leaving the search for another choice keeps both.
    page.goto(f"{address}/explore/table?lang=en&n=gmg.0.0")
    page.get_by_label("Rows with the words").fill("Group")
    page.get_by_text(WORDS["en"]["about"]).click()
    page.wait_for_url(lambda url: "=about" in url and "d-words=Group" in url)
    page.goto(f"{address}/explore/table?lang=en&modality=absence")
    rows.first.wait_for()
    assert shown() == asked(EVERY.replace("all", "absence")) < asked(EVERY)
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_entities_that_statements_are_about_as_a_table(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    every = page.request.get(f"{address}/api/timeline?{EVERY}").json()["items"]
    told = {id_ for each in every for id_ in (each["subject"]["id"], each["object"].get("id")) if id_}
    about = [each for each in every if "gmg" in (each["subject"]["id"], each["object"].get("id"))]
    page.goto(f"{address}/explore/table?lang={lang}&d-rows=entities")
    rows = page.locator("tr[data-entity]")
    rows.first.wait_for()
    assert {each.get_attribute("data-entity") for each in rows.all()} == told
    cells = page.locator("tr[data-entity=gmg] > *").all_inner_texts()
    assert str(len(about)) in cells
    assert str(sum(each["modality"] == "fact" for each in about)) in cells
    page.locator("tr[data-entity=gmg]").click()
    page.locator(".evidence-panel h2").first.wait_for()
    assert not violations(page)
    assert not complaints
