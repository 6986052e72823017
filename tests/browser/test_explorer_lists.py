"""Briefing tasks that lists answer, from the start page to the finished file: questions, table and models."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.briefings import LANGUAGES, packed, press, search, settle, told

if TYPE_CHECKING:
    from playwright.sync_api import Page


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


@LANGUAGES
def test_limits_in_an_answer_are_told_in_the_language_of_the_page(desk: Page, report: str, lang: str) -> None:
    answer = told(report, "/api/questions/absences-of/answer?body=gfmd")
    at = answer["columns"].index("qualifier")
    limits = [row[at]["label"] for row in answer["rows"] if row[at]]
    assert limits
    assert all(re.search("[一-鿿]", each["zh"]) and not re.search("[一-鿿]", each["en"]) for each in limits)
    desk.goto(f"{report}/explore/questions?lang={lang}&d-q=absences-of&d-v-body=gfmd")
    cells = desk.locator("table.answer tbody tr td")
    cells.first.wait_for()
    assert {each[lang] for each in limits} <= {words.strip() for words in cells.all_inner_texts()}
