"""The plain pages in a real browser: found, read and used in both languages, with no request to another host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

WORDS = {
    "en": {
        "heading": "Migov: how migration is governed",
        "button": "Search",
        "result": "Migration Group",
        "lang": "en",
    },
    "zh": {"heading": "移徙治理知识图谱", "button": "搜索", "result": "移徙小组", "lang": "zh-Hans"},
}
PAGES = (
    *("/plain", "/search?q=group", "/diagrams", "/entity/gmg", "/entity/secretariat", "/source/un", "/ontology"),
    *(
        "/diagrams/institutions",
        "/view?scenario=scenario-a",
        "/questions",
        "/questions/claims",
        "/questions/every-kind",
    ),
    *("/report/A-1-1", "/report/A-1-1/section/I", "/report/A-1-1/paragraph/1", "/report/A-1-1/statement/1.4"),
    *("/report/A-1-1/scenario/scenario-a", "/report/A-1-1/note/note-a", "/graph/entities"),
)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_from_the_start_page_to_an_entity(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/plain?lang={lang}")
    assert page.locator("html").get_attribute("lang") == words["lang"]
    assert page.get_by_role("heading", level=1).inner_text() == words["heading"]
    frame = page.frame_locator("iframe")
    frame.locator("canvas").first.wait_for()
    page.get_by_role("searchbox").fill("gmg")
    page.get_by_role("button", name=words["button"]).click()
    page.get_by_role("main").get_by_role("link", name=words["result"]).first.click()
    assert page.url == f"{address}/entity/gmg?lang={lang}"
    assert words["result"] in page.get_by_role("heading", level=1).inner_text()
    assert not complaints


def test_the_start_page_works_without_a_script(new_context: Callable[..., BrowserContext], address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/plain")
    page.get_by_role("searchbox").fill("劳工组织")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="International Labour Organization").click()
    assert page.url == f"{address}/entity/ilo"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_ready_question_is_asked_without_a_script(
    new_context: Callable[..., BrowserContext], address: str, lang: str
) -> None:
    label, button, answered = {
        "en": ("Subject", "Answer", "International Labour Organization"),
        "zh": ("主语", "回答", "劳工组织"),
    }[lang]
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/questions/claims?modality=fact&lang={lang}")
    page.get_by_label(label).fill("nothing of the kind")
    page.get_by_role("button", name=button).click()
    assert page.get_by_label(label).get_attribute("aria-invalid") == "true"
    assert "no entity “nothing of the kind”" in page.get_by_role("form").inner_text()
    page.get_by_label(label).fill("ilo")
    page.get_by_role("button", name=button).click()
    assert page.get_by_label(label).input_value() == answered
    assert page.locator("html").get_attribute("lang") == WORDS[lang]["lang"]
    page.get_by_role("row").nth(1).get_by_role("link").first.click()
    assert page.url == f"{address}/report/A-1-1/statement/1.2?lang={lang}"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_axe_finds_nothing_at_a_wrong_value(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}/questions/claims?subject=nope&lang={lang}")
    assert page.locator("[aria-invalid=true]").count() == 1
    assert violations(page) == []


def test_the_browser_language_decides_until_the_reader_does(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context(locale="zh-CN").new_page()
    page.goto(f"{address}/plain")
    assert page.get_by_role("heading", level=1).inner_text() == WORDS["zh"]["heading"]
    page.get_by_role("link", name="English").click()
    assert page.get_by_role("heading", level=1).inner_text() == WORDS["en"]["heading"]
    page.get_by_role("link", name="Diagrams").click()
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_keyboard_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}/plain")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    assert skip.evaluate("link => document.activeElement === link && link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, complaints: list[str], address: str, path: str, lang: str) -> None:
    page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page) == []
    assert not complaints


@pytest.mark.parametrize("width", [320, 768])
def test_narrow_screens_need_no_sideways_scrolling(
    new_context: Callable[..., BrowserContext], address: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_documentation_renders_under_the_policy(page: Page, complaints: list[str], address: str) -> None:
    page.goto(f"{address}/docs")
    page.locator(".opblock").first.wait_for()
    assert page.locator(".opblock").count() > 30
    page.locator(".opblock-summary-control").first.click()
    page.locator(".opblock-body .parameters").first.wait_for()
    # Swagger UI has no field of its own for an IRI, says so, and shows one for text.
    assert not [words for words in complaints if words != "Could not find component: JsonSchema_string_iri"]
    # What Swagger UI draws has faults of its own: buttons in buttons, a list without a name, faint small print.
    assert violations(page, context={"exclude": [["#swagger-ui"]]}) == []


def test_a_hostile_name_runs_nothing(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    for path in ("/entity/secretariat", "/search?q=script", "/view?entity=secretariat", "/source/un"):
        page.goto(address + path)
    assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0
