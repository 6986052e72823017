"""Briefing tasks from the start page to the finished file, which another program opens: over the report itself.

In English as on a laptop with a mouse, in Chinese as on a tablet by touch.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.briefings import keep, packed, served_report, settle, text_of_pdf, told
from tests.viz.offices import read_by_office

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

LAPTOP = {"viewport": {"width": 1280, "height": 800}}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "is_mobile": True}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])
GFMD = {"en": "Global Forum on Migration and Development", "zh": "全球移徙与发展论坛"}


@pytest.fixture(scope="module")
def report(report_dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over the report."""
    with served_report(report_dataset, tmp_path_factory.mktemp("layouts")) as address:
        yield address


@pytest.fixture
def desk(new_context: Callable[..., BrowserContext], report: str, lang: str) -> Page:
    """The start page with the focus in its search box."""
    page = new_context(**(LAPTOP if lang == "en" else TABLET)).new_page()
    page.goto(f"{report}/?lang={lang}")
    page.wait_for_function("() => document.activeElement?.matches('.search input')")
    return page


def press(lang: str, place: Locator) -> None:
    """By the mouse on the laptop, by touch on the tablet."""
    (place.click if lang == "en" else place.tap)()


def search(page: Page, lang: str, words: str, found: str) -> None:
    """Type into the search box that is there, and take what is called so; it needs no scrolling."""
    page.get_by_role("searchbox").first.fill(words)
    option = page.get_by_role("option", name=re.compile(re.escape(found))).first
    option.wait_for()
    assert option.evaluate(
        "each => { const list = each.closest('.popover').getBoundingClientRect(), box = each.getBoundingClientRect();"
        " return box.bottom <= list.bottom && box.bottom <= innerHeight; }"
    ), f"{found} is out of sight"
    press(lang, option)


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
    assert paths.evaluate("each => each === document.activeElement && each.getBoundingClientRect().top < innerHeight")
    press(lang, paths.get_by_role("button", name=re.compile("paths alone|只显示这")))
    desk.wait_for_url(re.compile("title-en="))
    settle(desk)
    assert desk.evaluate("document.querySelector('.canvas') === document.activeElement")
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
def test_who_should_do_what_by_the_recommendations(desk: Page, report: str, lang: str, tmp_path: Path) -> None:
    """E: every recommendation with whom it is made to and where: a table of the whole report, narrowed to it."""
    press(lang, desk.get_by_role("link", name={"en": "Table", "zh": "表格"}[lang], exact=True))
    desk.locator(".statements-table").wait_for()
    press(lang, desk.get_by_role("button", name={"en": "Filters", "zh": "筛选"}[lang]))
    word = {"en": "recommendation", "zh": "建议"}[lang]
    group = desk.get_by_role("group", name={"en": "Status", "zh": "性质"}[lang])
    press(lang, group.locator("label", has_text=re.compile(rf"^{word}")))
    whole = told(report, "/api/statements?modality=recommendation&limit=1000")
    desk.get_by_text(re.compile(rf"(of|共) ?{whole['total']}\b|{whole['total']} ")).first.wait_for()
    with desk.expect_download() as saving:
        these = {"en": f"CSV of these {whole['total']} rows", "zh": f"这 {whole['total']} 行的 CSV"}[lang]
        press(lang, desk.get_by_role("button", name=these, exact=True))
    rows = list(csv.DictReader(Path(saving.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == whole["total"] > 100
    told_by = "\n".join(" ".join(row.values()) for row in rows)
    for each in whole["items"]:
        assert each["sentence"][lang] in told_by


@LANGUAGES
def test_what_is_criticized_of_a_process_and_of_its_parts(desk: Page, report: str, lang: str) -> None:
    """F: the criticism of the regional processes, and what is said of many of them only; with the words to quote."""
    typed, part = {
        "en": ("RCPs criticism", "many regional consultative processes"),
        "zh": ("区域协商进程 批评", "许多区域协商进程"),
    }[lang]
    question = told(report, "/api/questions/criticism-of")["title"][lang]
    search(desk, lang, typed, question)
    ids: list[list[str]] = []
    for body in ("rcps", "many-rcps"):
        answer = told(report, f"/api/questions/criticism-of/answer?body={body}")
        ids.append([each["id"] for row in answer["statements"] for each in row])
        named = desk.locator(".answer td button[data-statement]")
        expect(named).to_have_count(len(ids[-1]))
        assert [each.get_attribute("data-statement") for each in named.all()] == ids[-1]
        if body == "rcps":
            press(lang, desk.locator(".entity-links").get_by_role("button", name=part, exact=True))
    # What is said of many of them stands with what is said of all.
    assert set(ids[0]) > set(ids[1])
    name = told(report, "/api/entities/many-rcps")["labels"][lang][0]
    expect(desk.locator(".question-form input")).to_have_value(name)
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(lang, named.first)
    quoted = desk.locator(".evidence-panel .passage")
    press(lang, quoted.get_by_role("button", name={"en": "Copy the quotation", "zh": "复制引文"}[lang]))
    quoted.get_by_text({"en": "Copied", "zh": "已复制"}[lang]).wait_for()
    copied = desk.evaluate("() => navigator.clipboard.readText()")
    assert packed(quoted.locator("blockquote").inner_text()) in packed(copied)
    assert {"en": "A/68/283, para. 74", "zh": "A/68/283，第 74 段"}[lang] in copied


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


@LANGUAGES
def test_recommendations_on_a_topic_and_on_the_topics_below_it(desk: Page, report: str, lang: str) -> None:
    """What is recommended on detention, on detention centres too; then on these alone, as they stand below it."""
    desk.goto(f"{report}/explore/questions?lang={lang}&d-q=recommendations-on&d-v-topic=detention")
    rows = desk.locator(".answer tbody tr")
    whole = told(report, "/api/questions/recommendations-on/answer?topic=detention")["rows"]
    expect(rows).to_have_count(len(whole))
    topic = told(report, "/api/entities/detention")
    below = topic["narrower"]
    around = [*below, *topic["broader"]]
    assert len(around) > len(below) > 1
    names = [told(report, f"/api/entities/{each}")["labels"][lang][0] for each in around]
    links = desk.locator(".entity-links button")
    expect(links).to_have_text(names)
    links.nth(below.index("detention-centres")).click()
    part = told(report, "/api/questions/recommendations-on/answer?topic=detention-centres")["rows"]
    expect(rows).to_have_count(len(part))
    assert 0 < len(part) < len(whole)
    above = told(report, "/api/entities/detention")["labels"][lang][0]
    desk.locator(".entity-links button", has_text=re.compile(f"^{above}$")).click()
    expect(rows).to_have_count(len(whole))


@LANGUAGES
def test_what_is_said_of_one_entity_alone_in_table_and_timeline(desk: Page, report: str, lang: str) -> None:
    """Everything on the GMG and nothing on what else stands on the canvas: as a table, then by its dates."""
    search(desk, lang, "GMG", told(report, "/api/entities/gmg")["labels"][lang][0])
    settle(desk)
    press(lang, desk.get_by_role("link", name={"en": "Table", "zh": "表格"}[lang], exact=True))
    name = told(report, "/api/entities/gmg")["labels"][lang][0]
    only = {"en": f"every statement about {name}", "zh": f"关于“{name}”的全部陈述"}[lang]
    press(lang, desk.locator(".scope label", has_text=only))
    desk.wait_for_url(re.compile("d-scope=of-gmg"))
    said = told(report, "/api/statements?entity=gmg&limit=1000")["items"]
    rows = desk.locator(".statements-table tbody tr[data-statement]")
    expect(rows).to_have_count(len(said))
    assert {each.get_attribute("data-statement") for each in rows.all()} == {each["id"] for each in said}
    # What the filters offer is counted among these.
    press(lang, desk.get_by_role("button", name=re.compile({"en": "Filters", "zh": "筛选"}[lang])).first)
    criticism = told(report, "/api/statements?entity=gmg&modality=criticism")["total"]
    named = {"en": "criticism", "zh": "批评"}[lang]
    expect(desk.locator(".filter-panel label", has_text=named).first).to_contain_text(f"({criticism})")
    desk.keyboard.press("Escape")
    # Choosing a statement chooses another entity, or none: what is looked at stays.
    press(lang, rows.nth(3))
    expect(desk.locator(".scope input[value=of]")).to_be_checked()
    desk.reload()
    expect(rows).to_have_count(len(said))
    assert not violations(desk)
    desk.goto(f"{report}/explore/timeline?lang={lang}&d-scope=of-gmg")
    dated = [each["id"] for each in said if each["time"] and not each["as_of_report"]]
    for each in dated:
        desk.locator(f'.timeline-frame button[data-statement="{each}"]').first.wait_for()


@LANGUAGES
def test_a_recommendation_has_one_row_and_one_line_on_paper(desk: Page, report: str, lang: str) -> None:
    """What is recommended in paragraph 113: a row for each recommendation, with whom it asks and what it concerns."""
    desk.goto(f"{report}/explore/table?lang={lang}&section=III.G.4&modality=recommendation")
    rows = desk.locator(".statements-table tbody tr[data-statement]")
    rows.first.wait_for()
    before = rows.count()
    fold = {"en": "One row for each recommendation", "zh": "每项建议只占一行"}[lang]
    press(lang, desk.locator("label", has_text=fold))
    desk.wait_for_url(re.compile("d-fold=yes"))
    ids = {each.get_attribute("data-statement") for each in rows.all()}
    assert 0 < len(ids) < before
    said = told(report, "/api/statements?predicate=content&paragraph=113&modality=recommendation")["items"]
    assert {each["id"] for each in said} <= ids
    asked = told(report, "/api/statements?predicate=addressedTo&paragraph=113&modality=recommendation")["items"]
    assert ids.isdisjoint(each["id"] for each in asked)
    iom = told(report, "/api/entities/iom")["labels"][lang][0]
    row = desk.locator(f'tr[data-statement="{said[0]["id"]}"]').inner_text()
    assert "→" in row
    assert iom in row.partition("→")[2]
    with desk.expect_download() as saved:
        press(lang, desk.get_by_role("link", name="DOCX"))
    (table,) = Document(str(saved.value.path())).tables
    assert len(table.rows) == 1 + len(ids)
    assert not violations(desk)


@LANGUAGES
def test_two_models_are_compared_side_by_side_and_on_paper(desk: Page, report: str, lang: str) -> None:
    """What each of two models would take, what is said for and against it, in one document."""
    desk.goto(f"{report}/explore/scenarios?lang={lang}")
    ids = ["iom-into-un", "new-un-organization"]
    models = [told(report, f"/api/scenarios/{each}/difference") for each in ids]
    compare = desk.locator(".scenarios > p button")
    expect(compare).to_be_disabled()
    for model in models:
        desk.locator(".models li", has_text=model["title"][lang]).locator("label").click()
    desk.evaluate("() => scrollTo(0, 300)")
    press(lang, compare)
    sides = desk.locator(".scenarios article > section")
    expect(sides).to_have_count(5)
    assert desk.evaluate("() => scrollY") == 0
    for side, part in zip(("substance", "required", "for", "against", "open"), sides.all(), strict=True):
        columns = part.locator(".compared > section").all()
        for model, column in zip(models, columns, strict=True):
            sentences = {each["id"]: each["sentence"][lang] for each in model["statements"]}
            wanted = [sentences[each] for each in model["reasons"][side]]
            shown = column.locator("li").all_inner_texts()
            assert len(shown) == len(wanted)
            assert all(each in text for each, text in zip(wanted, shown, strict=True))
    assert not violations(desk)
    with desk.expect_download() as saved:
        press(lang, desk.get_by_role("link", name="DOCX"))
    document = Document(str(saved.value.path()))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]
    for model in models:
        assert sum(model["title"][lang] in each for each in headings) == 5
    # Nothing said against a model isn't told as more than that.
    nothing = {"en": "nothing against this model itself", "zh": "没有针对该模式本身的反对意见"}[lang]
    assert any(nothing in each.text for each in document.paragraphs)
    desk.go_back()
    desk.locator(".models").wait_for()
    desk.goto(f"{report}/explore/scenarios?lang={lang}&d-m=iom-into-un~nope")
    assert "nope" in desk.locator(".scenarios [role=alert]").inner_text()
