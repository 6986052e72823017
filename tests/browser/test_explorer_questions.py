"""The explorer's ready questions in a real browser: found, asked with other values, read and drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

WORDS = {
    "en": {"title": "Who established what?", "sparql": "Show the SPARQL", "graph": "in the graph"},
    "zh": {"title": "谁设立了什么？", "sparql": "显示 SPARQL", "graph": "在图中显示"},
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@LANGUAGES
def test_a_question_is_found_answered_and_drawn(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/questions?lang={lang}")
    rows = page.locator(".questions .plain li")
    rows.first.wait_for()
    assert rows.count() == 3
    assert not violations(page)
    page.locator(".narrow input").fill("ILO")
    # What no question's words hold is looked for by the search of the whole.
    page.locator(".questions").get_by_role("button", name=re.compile("ILO")).click()
    found = page.get_by_role("option", name=re.compile({"en": "International Labour", "zh": "劳工组织"}[lang]))
    found.first.wait_for()
    expect(page.locator("search input")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".narrow input").fill(words["title"])
    assert rows.count() == 1
    rows.get_by_role("button").click()
    table = page.locator("table.answer")
    table.wait_for()
    assert table.locator("th").count() == 5
    table.locator("td.behind button").first.click()
    page.locator(".evidence-panel blockquote").wait_for()
    assert not violations(page)
    # Each row says what it rests on, with its status, and all of it comes as a document.
    told = page.request.get(f"{address}/api/questions/who-created-what/answer").json()
    sentences = [each["sentence"][lang] for behind in told["statements"] for each in behind]
    assert sentences
    assert all(sentence in table.inner_text() for sentence in sentences)
    assert table.locator("td.behind .status").count() == len(sentences)
    assert {"en": "2006", "zh": "2006年"}[lang] in table.locator("tbody td").all_inner_texts()
    with page.expect_download() as saved:
        page.get_by_role("link", name="DOCX").click()
    document = Document(str(saved.value.path()))
    assert document.paragraphs[0].text == words["title"]
    rows_told = [row.cells[0].text for made in document.tables for row in made.rows[1:]]
    assert [any(sentence in row for row in rows_told) for sentence in sentences] == [True] * len(sentences)
    creator = table.locator("tbody button").first
    name = creator.inner_text()
    creator.click()
    page.locator(".evidence-panel .statements li").first.wait_for()
    assert page.locator(".evidence-panel h2").inner_text().strip().startswith(name)
    page.get_by_text(words["sparql"]).click()
    assert "SELECT" in page.locator("pre.code").inner_text()
    page.get_by_role("button", name=words["graph"]).click()
    page.locator(".canvas canvas").first.wait_for()
    assert "/explore/graph?" in page.url
    assert not complaints


def test_an_entity_that_is_chosen_again_stays_in_its_field(page: Page, complaints: list[str], address: str) -> None:
    page.goto(f"{address}/explore/questions?lang=en&d-q=claims&d-v-subject=ilo")
    field = page.locator(".question-form [role=combobox]").first
    expect(field).to_have_value(re.compile("International Labour"))
    name = field.input_value()
    field.fill("ILO")
    page.get_by_role("option", name=re.compile(f"^{name}")).click()
    expect(field).to_have_value(name)
    page.locator(".answer, [role=status]").first.wait_for()
    expect(field).to_have_value(name)
    assert not complaints


@LANGUAGES
def test_a_name_leads_to_the_questions_that_find_something_about_it(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    [fitting] = page.request.get(f"{address}/api/entities/gmg/questions").json()["items"]
    page.goto(f"{address}/explore/questions?lang={lang}&d-find=GMG")
    found = page.locator(".questions details[open]")
    link = found.get_by_role("button", name=fitting["title"][lang])
    link.wait_for()
    assert str(fitting["rows"]) in found.inner_text()
    assert not violations(page)
    # The same questions stand by its evidence, asked for when they are wanted.
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0&e=gmg")
    about = page.locator(".evidence-panel summary", has_text={"en": "Questions about it", "zh": "关于它的问题"}[lang])
    about.click()
    page.locator(".evidence-panel").get_by_role("button", name=fitting["title"][lang]).click()
    page.wait_for_url(f"**d-q={fitting['id']}**")
    expect(page.locator("table.answer tbody tr")).to_have_count(fitting["rows"])
    assert not complaints


def test_the_values_of_a_question_stand_in_the_address(page: Page, complaints: list[str], address: str) -> None:
    page.goto(f"{address}/explore/questions?lang=en&d-q=claims")
    status = page.locator(".question-form select")
    status.wait_for()
    status.select_option("fact")
    page.wait_for_url("**d-v-modality=fact**")
    page.locator(".answer, [role=status]").first.wait_for()
    page.reload()
    status.wait_for()
    assert status.input_value() == "fact"
    assert not complaints


@pytest.mark.parametrize(("lang", "words"), [("en", "the report states nothing"), ("zh", "报告没有作出")])
def test_an_answer_without_rows_says_that_nothing_is_stated(
    page: Page, complaints: list[str], address: str, lang: str, words: str
) -> None:
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=claims&d-v-subject=ilo&d-v-modality=plan")
    page.locator("main [role=status]", has_text=words).wait_for()
    assert not page.get_by_role("button", name="CSV").count()
    assert not violations(page)
    assert not complaints


def test_an_unknown_question_is_named(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/questions?lang=en&d-q=nope")
    page.get_by_role("alert").filter(has_text="nope").wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == "Questions"


@pytest.mark.parametrize(("lang", "words"), [("en", "Loading…"), ("zh", "正在加载……")])
def test_drawing_an_answer_says_that_it_waits(
    page: Page, complaints: list[str], address: str, lang: str, words: str
) -> None:
    held: list[Route] = []
    page.route("**/view.json?**", lambda route: held.append(route))
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=claims")
    draw = page.locator("main .tools button").first
    draw.click()
    page.locator("main").get_by_text(words, exact=True).wait_for()
    assert draw.get_attribute("aria-disabled") == "true"
    assert not violations(page)
    page.locator(".announcement", has_text=words).wait_for(state="attached")
    held.pop().continue_()
    page.wait_for_url("**/explore/graph?**")
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_one_asks_to_see_is_never_hidden_by_filters(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    told, again = {"en": ("filters were taken away", "Filter again"), "zh": ("已取消筛选", "恢复筛选")}[lang]
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=claims&modality=absence&class=Process")
    page.locator("main .tools button").first.click()
    page.wait_for_url("**/explore/graph?**")
    page.locator(".notice", has_text=told).wait_for()
    # Changes within a view reach the address a moment later.
    page.wait_for_url(lambda url: "modality=" not in url)
    assert not page.locator(".filter-bar .chip").count()
    shown = page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).inner_text()
    page.get_by_role("button", name=again).click()
    page.wait_for_url("**modality=absence**")
    page.locator(".counts[aria-busy=false]").filter(has_not_text=shown).wait_for()
    assert page.locator(".filter-bar .chip").count() == 2
    assert not page.locator(".notice", has_text=told).count()
    # Without filters nothing is taken away, and nothing is said.
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=claims")
    page.locator("main .tools button").first.click()
    page.wait_for_url("**/explore/graph?**")
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()
    assert not page.locator(".notice").count()
    assert not complaints
