"""Briefing tasks from the start page to the finished file, which another program opens: over the report itself.

In English as on a laptop with a mouse, in Chinese as on a tablet by touch.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.briefings import LANGUAGES, keep, packed, press, search, settle, text_of_pdf, told
from tests.viz.offices import read_by_office

if TYPE_CHECKING:
    from playwright.sync_api import Page

GFMD = {"en": "Global Forum on Migration and Development", "zh": "全球移徙与发展论坛"}


@LANGUAGES
def test_how_two_bodies_are_tied_and_who_says_so(
    desk: Page, report: str, lang: str, office: Path, tmp_path: Path
) -> None:
    """A: how is the GFMD tied to the UN, and who says so? One picture with its sources in Word."""
    united = {"en": "United Nations", "zh": "联合国"}[lang]
    search(desk, lang, "GFMD", GFMD[lang])
    settle(desk)
    press(lang, desk.get_by_role("button", name={"en": "The same as a list", "zh": "以列表显示相同内容"}[lang]))
    choose = {"en": "Choose {}", "zh": "选择{}"}[lang]
    desk.get_by_role("checkbox", name=choose.format(united), exact=True).check(force=True)
    panel = desk.locator(".evidence-panel")
    said = told(report, "/api/graph?entity=gfmd&entity=united-nations&depth=0&modality=all")["statements"]
    between = [statement for statement in said if "id" in statement["object"]]
    panel.locator(".statements li").nth(len(between) - 1).wait_for()
    assert panel.locator(".statements li .status").count() == len(between) > 1
    press(lang, desk.locator(".canvas-frame").get_by_role("button", name={"en": "Paths", "zh": "路径"}[lang]))
    paths = desk.locator(".paths")
    paths.locator("ol .statements li").first.wait_for()
    expect(paths).to_be_focused()
    assert paths.evaluate("each => each.getBoundingClientRect().top < innerHeight")
    press(lang, paths.get_by_role("button", name=re.compile("paths alone|只显示这")))
    desk.wait_for_url(re.compile("title-en="))
    settle(desk)
    expect(desk.locator(".canvas")).to_be_focused()
    # One line's words, as the report has them.
    press(lang, paths.locator("ol .statements button").first)
    panel.locator("blockquote").first.wait_for()
    assert "A/68/283" in panel.locator("figcaption").first.inner_text()
    file = keep(desk, "docx", tmp_path)
    assert file.name == f"{GFMD[lang]} – {united}.docx"
    text = "".join(read_by_office(office, tmp_path, {"read.docx": file.read_bytes()})["read.docx"])
    assert packed(f"{GFMD[lang]} – {united}") in text
    for statement in between:
        assert packed(statement["sentence"][lang]) in text
        for evidence in statement["evidence"]:
            assert packed(evidence["quote"]) in text
            assert (packed(evidence["translation"]) in text) is (lang == "en")


@LANGUAGES
def test_who_supports_funds_and_observes(desk: Page, report: str, lang: str, office: Path, tmp_path: Path) -> None:
    """B: who supports, funds and observes the regional consultative processes? A ready diagram as slides."""
    ready = told(report, "/api/diagrams/rcps")
    title = ready["title"][lang]
    desk.get_by_role("searchbox").fill({"en": "regional consultative", "zh": "区域协商"}[lang])
    kind = {"en": "Diagram", "zh": "图示"}[lang]
    press(lang, desk.get_by_role("option", name=title).filter(has_text=kind))
    settle(desk)
    file = keep(desk, "pptx", tmp_path)
    assert file.name == f"{title}.pptx"
    pages = read_by_office(office, tmp_path, {"read.pptx": file.read_bytes()})["read.pptx"]
    assert packed(title) in pages[0]
    text = "".join(pages)
    drawn = told(report, "/diagrams/rcps.json")
    assert {edge["status"] for edge in drawn["edges"]} == {"fact"}
    assert drawn["sources"]
    for source in drawn["sources"]:
        assert packed(source["quote"]) in text


@LANGUAGES
def test_what_a_model_would_change_and_what_speaks_for_it(desk: Page, report: str, lang: str, tmp_path: Path) -> None:
    """C: what if IOM became a UN agency, who says so, what speaks for and against it? Two PDFs."""
    told_of = told(report, "/api/scenarios/iom-into-un/difference")
    press(lang, desk.get_by_role("link", name={"en": "Scenarios", "zh": "情景"}[lang]))
    press(lang, desk.get_by_role("button", name=told_of["title"][lang], exact=True))
    with desk.expect_download(timeout=90_000) as saving:
        press(lang, desk.locator(".view .links").last.get_by_role("link", name="PDF"))
    saving.value.save_as(tmp_path / "difference.pdf")
    difference = text_of_pdf(tmp_path / "difference.pdf")
    assert packed(told_of["title"][lang]) in difference
    statements = {each["id"]: each for each in told_of["statements"]}
    added = [statements[each] for each in told_of["added"]]
    assert added
    assert all(packed(evidence["quote"]) in difference for each in added for evidence in each["evidence"])
    press(
        lang,
        desk.get_by_role("button", name={"en": "What is said of it, in the graph", "zh": "在图谱中显示有关论述"}[lang]),
    )
    settle(desk)
    file = keep(desk, "pdf", tmp_path)
    # Named apart from the model's own diagram.
    assert file.stem != told_of["title"][lang]
    assert file.stem.endswith(told_of["title"][lang])
    text = text_of_pdf(file)
    reasons = [statements[each] for side in told_of["reasons"].values() for each in side]
    drawn = [each for each in reasons if "id" in each["object"]]
    assert drawn
    for each in drawn:
        assert all(packed(evidence["quote"]) in text for evidence in each["evidence"])


@LANGUAGES
def test_which_instruments_protect_since_when_and_how_many_ratified(
    desk: Page, report: str, lang: str, tmp_path: Path
) -> None:
    """D: the legal framework as a workbook with the words of each line; a figure with the words it rests on."""
    ready = told(report, "/api/diagrams/legal-framework")
    title = ready["title"][lang]
    search(desk, lang, {"en": "legal framework", "zh": "法律框架"}[lang], title)
    settle(desk)
    workbook = load_workbook(keep(desk, "xlsx", tmp_path))
    cells = [[cell for cell in row if cell is not None] for row in workbook.worksheets[0].iter_rows(values_only=True)]
    drawn = told(report, "/diagrams/legal-framework.json")
    assert len(cells) == len(drawn["edges"]) + 1
    text = "\n".join(str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row)
    assert all(source["quote"] in text for source in drawn["sources"])
    question = told(report, "/api/questions/ratification-count")["title"][lang]
    search(desk, lang, {"en": "ratified", "zh": "批准了某一文书"}[lang], question)
    place = desk.locator(".answer td a")
    place.wait_for()
    assert desk.locator(".answer td").first.inner_text() == "46"
    with desk.expect_download() as saving:
        press(lang, desk.get_by_role("button", name="CSV"))
    assert saving.value.suggested_filename == "ratification-count_icrmw.csv"
    file = Path(saving.value.path()).read_bytes().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(file, newline=""))
    with desk.expect_download() as saving:
        press(lang, desk.get_by_role("button", name="Excel"))
    sheet = list(load_workbook(io.BytesIO(Path(saving.value.path()).read_bytes())).active.iter_rows(values_only=True))
    assert [list(row), list(row.values())] == [[cell or "" for cell in line] for line in sheet]
    words = {
        "en": ("fact", "A/68/283, para. 29", "Held by", "Where it is said", "Words of the report", "Status"),
        "zh": ("事实", "A/68/283，第 29 段", "陈述方", "出处", "报告原文", "性质"),
    }[lang]
    status, cited, by, where, quotation, of = words
    assert (row[of], row[where]) == (status, cited)
    assert row[by].startswith({"en": "Report of the Special Rapporteur", "zh": "移徙者人权问题特别报告员的报告"}[lang])
    assert "46" in row[quotation]
    press(lang, desk.locator(".answer td button[data-statement]"))
    quoted = desk.locator(".evidence-panel blockquote")
    quoted.wait_for()
    assert packed(quoted.inner_text()) == packed(row[quotation])
    if lang == "zh":
        press(lang, desk.locator(".close-sheet"))
    press(lang, place)
    chosen = desk.locator(".report-paragraph.chosen")
    chosen.wait_for()
    assert packed(row[quotation]) in packed(chosen.inner_text())


@LANGUAGES
def test_when_something_began_is_in_sight_on_the_timeline(desk: Page, report: str, lang: str) -> None:
    """G: the whole report's timeline opens where what is said of the chosen entity stands."""
    dated = [
        each
        for each in told(report, "/api/timeline?entity=icrmw&modality=all&limit=1000")["items"]
        if each["time"] and each["time"]["earliest"]
    ]
    assert dated
    desk.goto(f"{report}/explore/timeline?lang={lang}&e=icrmw")
    one = desk.locator(", ".join(f'.timeline-frame button[data-statement="{each["id"]}"]' for each in dated)).first
    one.wait_for()
    frame = desk.locator(".timeline-frame").bounding_box()
    names = {each["id"] for each in dated}
    places = [
        each.bounding_box()
        for each in desk.locator(".timeline-frame button[data-statement]").all()
        if each.get_attribute("data-statement") in names
    ]
    assert frame
    assert any(place and frame["x"] <= place["x"] < frame["x"] + frame["width"] for place in places)
