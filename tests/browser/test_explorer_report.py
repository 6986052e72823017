"""The explorer's report reader in a real browser: from a statement to its words, and from them to what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])
WORDS = {
    "en": {"cite": "Copy “A/1/1, para. 1”", "graph": "Show its graph", "statements": "statements"},
    "zh": {"cite": "复制“A/1/1，第 1 段”", "graph": "显示其关系图", "statements": "条陈述"},
}


@LANGUAGES
def test_a_statement_leads_to_its_words(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0&s=A-1-1/1.5")
    quoted = page.locator(".evidence-panel blockquote")
    quoted.wait_for()
    words = quoted.inner_text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy, done, whole = {
        "en": ("Copy the quotation", "Copied", "Copy this statement"),
        "zh": ("复制引文", "已复制", "复制此陈述"),
    }[lang]
    page.locator(".evidence-panel .passage").first.get_by_role("button", name=copy).click()
    page.locator(".evidence-panel .passage button", has_text=done).wait_for()
    cited = page.locator(".evidence-panel figcaption a").first.inner_text()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == {"en": f"“{words}” ({cited})", "zh": f"“{words}”（{cited}）"}[lang]
    # The statement itself, never as more than it is.
    statement = page.request.get(f"{address}/api/statements/A-1-1/1.5").json()
    assert statement["modality"] == "absence"
    page.locator(".evidence-panel").get_by_role("button", name=whole).click()
    page.wait_for_function(
        "words => navigator.clipboard.readText().then(text => text.includes(words))", arg=statement["sentence"][lang]
    )
    told = page.evaluate("() => navigator.clipboard.readText()")
    assert told.startswith({"en": "Said not to be so: ", "zh": "指明并非如此："}[lang] + statement["sentence"][lang])
    assert cited in told
    page.locator(".evidence-panel figcaption a").click()
    page.locator(".report-paragraph.chosen mark").first.wait_for()
    assert "".join(page.locator(".report-paragraph.chosen mark").all_inner_texts()) == words
    assert "/explore/report?" in page.url
    page.go_back()
    page.locator(".canvas").wait_for()
    assert not complaints


@LANGUAGES
def test_paragraphs_that_are_chosen_show_their_graph_together(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    choose, show = {"en": ("Choose", "Show the graph of the 2"), "zh": ("选择", "显示所选 2 段")}[lang]
    wanted = set()
    page.goto(f"{address}/explore/report?lang={lang}&d-p=1")
    for number in ("1", "2"):
        found = page.request.get(f"{address}/api/reports/A-1-1/paragraphs/{number}").json()
        ends = [(each["subject"], each["object"]) for each in found["statements"]]
        wanted |= {end["id"] for pair in ends for end in pair if "id" in end}
        paragraph = page.locator(".report-paragraph").filter(has=page.locator(".margin b", has_text=f"{number}"))
        paragraph.first.locator("label", has_text=choose).click()
    assert not violations(page)
    page.get_by_role("button", name=show).click()
    page.locator(".counts[aria-busy=false]").wait_for()
    held = page.evaluate("() => document.querySelector('.canvas')._cyreg.cy.nodes().map(each => each.id())")
    assert set(held) == wanted
    assert not complaints


@LANGUAGES
def test_those_who_read_no_chinese_have_our_translations_in_the_order_of_the_text(
    page: Page, address: str, lang: str
) -> None:
    found = page.request.get(f"{address}/api/reports/A-1-1/paragraphs/1").json()
    passages = {
        (each["start"], -each["end"], each["translation"])
        for statement in found["statements"]
        for each in statement["evidence"]
        if each["paragraph"] == "1"
    }
    page.goto(f"{address}/explore/report?lang={lang}&d-p=1")
    page.locator(".report-paragraph.chosen .mention").first.wait_for()
    lines = page.locator(".report-paragraph.chosen .report-translation p").all_inner_texts()
    if lang == "zh":
        assert not lines
        return
    shown = [line for line in lines if line != "[…]"]
    ordered = [translation for _, _, translation in sorted(passages)]
    assert shown
    assert [each for each in ordered if each in shown] == shown


@LANGUAGES
def test_a_paragraph_is_read_with_what_it_names(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/report?lang={lang}&d-p=1")
    paragraph = page.locator(".report-paragraph.chosen")
    paragraph.locator(".mention").first.wait_for()
    assert page.locator(".report-paragraph").count() > 1
    page.wait_for_function("() => document.querySelector('.chosen .mention[title*=\"(\"]')")
    assert not violations(page)
    paragraph.locator(".mention").first.click()
    page.locator(".evidence-panel h2.entity-name").wait_for()
    paragraph.get_by_role("button", name=words["statements"]).click()
    paragraph.locator(".statements button").first.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paragraph.get_by_role("button", name=words["cite"]).click()
    page.wait_for_function(
        "words => navigator.clipboard.readText().then(text => words.includes(text))", arg=words["cite"]
    )
    paragraph.get_by_role("button", name={"en": "Copied", "zh": "已复制"}[lang]).wait_for()
    paragraph.get_by_role("button", name=words["graph"]).click()
    page.locator(".canvas canvas").first.wait_for()
    assert not complaints
