"""The explorer in a real browser: searched, expanded and read in both languages, by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request, Route

WORDS = {
    "en": {
        "tag": "en",
        "group": "Migration Group",
        "start": "How is migration governed, and who says so?",
        "list": "The same as a list",
        "translation": "Our working translation, not the official English version:",
        "status": "stated absence",
        "absence": "Said not to be so:",
        "title": "Graph · Migov: how migration is governed",
        "undo": "Undo",
        "remove": "Take away",
        "shortcuts": "Keyboard shortcuts",
        "confirmed": "looked up in: ",
    },
    "zh": {
        "tag": "zh-Hans",
        "group": "移徙小组",
        "start": "移徙如何治理？依据何在？",
        "list": "以列表显示相同内容",
        "translation": "我们的工作译文，并非正式英文本：",
        "status": "指明不存在",
        "absence": "指明并非如此：",
        "title": "图谱 · 移徙治理知识图谱",
        "undo": "撤销",
        "remove": "移除",
        "shortcuts": "键盘快捷键",
        "confirmed": "查自：",
    },
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


def open_graph(page: Page, address: str, lang: str) -> None:
    """From the start page to the Migration Group and what is around it, by keyboard alone."""
    page.goto(f"{address}/?lang={lang}")
    page.get_by_role("searchbox").wait_for()
    page.keyboard.type("gmg")
    page.get_by_role("option", name=re.compile(WORDS[lang]["group"])).first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()


def painted(page: Page) -> int:
    """How many pixels of the canvas aren't paper."""
    count: int = page.evaluate(
        """() => [...document.querySelectorAll('.canvas canvas')].reduce((sum, canvas) => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            for (let at = 3; at < data.length; at += 4) sum += data[at] > 0 && data[at - 1] < 250 ? 1 : 0;
            return sum;
        }, 0)"""
    )
    return count


@LANGUAGES
def test_from_search_to_the_words_of_the_report(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/?lang={lang}")
    assert page.get_by_role("heading", level=1).inner_text() == words["start"]
    open_graph(page, address, lang)
    assert page.locator("html").get_attribute("lang") == words["tag"]
    assert page.title() == words["title"]
    assert page.locator(".evidence-panel h2").inner_text().strip().startswith(words["group"])
    page.wait_for_function("() => document.querySelectorAll('.canvas canvas').length > 0")
    assert painted(page) > 5000
    page.get_by_role("button", name=words["list"]).click()
    page.locator(".graph-list li").first.wait_for()
    page.locator(".evidence-panel .statements li", has_text=words["status"]).get_by_role("button").click()
    panel = page.locator(".evidence-panel")
    panel.locator("blockquote").wait_for()
    assert panel.locator("blockquote[lang=zh-Hans]").inner_text() == "小组没有秘书处"
    assert panel.locator(".lead-in").inner_text().strip() == words["absence"]
    assert words["translation"] in panel.inner_text()
    assert panel.locator(".translation[lang=en]").inner_text() == "The Group has no secretariat"
    assert panel.locator("figcaption").inner_text().startswith("A/1/1")
    assert not complaints


def test_enter_waits_for_the_results_of_what_was_typed(page: Page, complaints: list[str], address: str) -> None:
    def late(route: Route) -> None:
        route.fulfill(response=route.fetch()) if "kind=entity" in route.request.url else held.append(route)

    held: list[Route] = []
    page.route("**/api/search?*", late)
    page.goto(f"{address}/?lang=en")
    page.get_by_role("searchbox").wait_for()
    page.keyboard.type("gmg")
    page.keyboard.press("Enter")  # before any answer, and the paragraphs' never comes
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()
    page.wait_for_url("**n=gmg.**")
    assert held
    assert not complaints


@LANGUAGES
def test_what_stands_ready_follows_what_is_typed(page: Page, complaints: list[str], address: str, lang: str) -> None:
    ready = page.request.get(f"{address}/api/diagrams").json()["items"][0]["title"][lang]
    page.goto(f"{address}/?lang={lang}")
    page.get_by_role("searchbox").wait_for()
    options = page.get_by_role("option")
    for typed, first in (("gmg", WORDS[lang]["group"]), ("iom", {"en": "for Migration", "zh": "IOM"}[lang])):
        page.get_by_role("searchbox").fill(typed)
        options.first.filter(has_text=first).wait_for()
    page.get_by_role("searchbox").fill("gmg")
    options.filter(has_text=ready).wait_for()
    assert WORDS[lang]["group"] in options.first.inner_text()
    assert violations(page) == []
    options.filter(has_text=ready).click()
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()
    page.wait_for_url("**title-en=**")
    page.get_by_role("searchbox").fill({"en": "established", "zh": "设立"}[lang])
    question = page.request.get(f"{address}/api/questions/who-created-what").json()["title"][lang]
    options.filter(has_text=question).click()
    page.get_by_role("heading", level=1, name=question).wait_for()
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "typed", "by_itself", "nowhere", "about"),
    [
        ("en", "gmg zebra statements", "“gmg” by itself", "No name holds “zebra”", ": Migration Group"),
        ("zh", "移徙小组 斑马 陈述", "单独的“移徙小组”", "没有名称含“斑马”", "：移徙小组"),
    ],
)
def test_words_that_no_name_holds_together_find_each_by_itself(
    page: Page, complaints: list[str], address: str, lang: str, typed: str, by_itself: str, nowhere: str, about: str
) -> None:
    page.goto(f"{address}/?lang={lang}")
    page.get_by_role("searchbox").fill(typed)
    results = page.locator(".search .popover")
    results.get_by_text(by_itself).wait_for()
    assert results.get_by_text(nowhere).count() == 1
    assert violations(page) == []
    results.get_by_role("option", name=WORDS[lang]["group"]).first.click()
    page.wait_for_url("**&e=gmg**")
    # Asked of what the other word names.
    page.get_by_role("searchbox").fill(" ".join(typed.split()[::2]))
    question = page.request.get(f"{address}/api/questions/claims").json()["title"][lang]
    offered = page.get_by_role("option").filter(has_text=question)
    offered.wait_for()
    assert about in offered.inner_text()
    offered.click()
    page.wait_for_url("**d-q=claims&d-v-subject=gmg**")
    assert not complaints


@LANGUAGES
def test_a_paragraph_is_found_by_its_words(page: Page, complaints: list[str], address: str, lang: str) -> None:
    told = page.request.get(f"{address}/api/search?q=秘书处&kind=paragraph&limit=10&lang={lang}").json()
    assert told["items"]
    page.goto(f"{address}/?lang={lang}")
    page.get_by_role("searchbox").wait_for()
    page.keyboard.type("秘书处")
    paragraphs = page.get_by_role("option").filter(has_text="¶")
    paragraphs.first.wait_for()
    assert paragraphs.count() == len(told["items"])
    assert "".join(each["text"] for each in told["items"][0]["snippet"]["segments"]) in paragraphs.first.inner_text()
    assert violations(page) == []
    paragraphs.first.click()
    page.wait_for_url(re.compile(rf"/explore/report.*d-p={told['items'][0]['id']}\b"))
    assert not complaints


@LANGUAGES
def test_the_graph_is_walked_by_keyboard(page: Page, complaints: list[str], address: str, lang: str) -> None:
    open_graph(page, address, lang)
    page.focus(".canvas")
    told = page.locator(".announcement")
    page.keyboard.press("PageDown")
    page.locator(".evidence-panel blockquote").first.wait_for()
    first = told.inner_text()
    page.keyboard.press("PageDown")
    assert told.inner_text() != first
    names = set()
    for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        names.add(told.inner_text())
    assert len(names) > 2
    before = page.locator(".counts").inner_text()
    page.keyboard.press("Delete")
    page.wait_for_function("before => document.querySelector('.counts').textContent !== before", arg=before)
    page.keyboard.press("Control+z")
    page.wait_for_function("before => document.querySelector('.counts').textContent === before", arg=before)
    assert not complaints


def test_the_address_holds_the_view(
    page: Page, new_context: Callable[..., BrowserContext], complaints: list[str], address: str
) -> None:
    open_graph(page, address, "en")
    page.wait_for_url(re.compile("n=gmg"))
    counts = page.locator(".counts").inner_text()
    other = new_context().new_page()
    other.goto(page.url)
    other.locator(".counts[aria-busy=false]", has_text=counts).wait_for()
    assert other.locator(".evidence-panel h2").inner_text().strip().startswith("Migration Group")
    page.go_back()
    page.get_by_role("heading", level=1, name=WORDS["en"]["start"]).wait_for()
    page.go_forward()
    page.locator(".counts[aria-busy=false]", has_text=counts).wait_for()
    page.get_by_role("link", name="中文").click()
    page.wait_for_url(re.compile("lang=zh"))
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator(".evidence-panel h2").inner_text().strip().startswith("移徙小组")
    assert not complaints


def test_an_outdated_address_shows_what_is_left_and_says_what_is_gone(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/graph?lang=en&n=gmg.0.0~gone.20.0~ilo.2k.0~broken&modality=fact")
    page.get_by_text("Not in this dataset, and left out: “gone”").wait_for()
    page.get_by_text("Parts of the address couldn't be read, and were left out: “broken”").wait_for()
    page.locator(".counts[aria-busy=false]", has_text="2 entities, 1 relation").wait_for()
    page.wait_for_url(lambda url: "gone" not in url)


def test_a_failed_request_says_so_and_is_tried_again(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/graph?lang=en&n=gmg.0.0~ilo.2k.0")
    page.locator(".counts[aria-busy=false]", has_text="2 entities").wait_for()
    page.route("**/api/statements**", lambda route: route.abort())
    page.focus(".canvas")
    page.keyboard.press("ArrowRight")
    alert = page.get_by_role("alert")
    alert.wait_for(timeout=60_000)
    assert "The service doesn't answer." in alert.inner_text()
    assert page.locator(".counts").inner_text().startswith("2 entities")
    page.unroute("**/api/statements**")
    alert.get_by_role("button", name="Try again").click()
    page.locator(".evidence-panel .statements li").first.wait_for()


@LANGUAGES
def test_each_name_says_where_it_comes_from(page: Page, complaints: list[str], address: str, lang: str) -> None:
    told = page.request.get(f"{address}/api/entities/ilo").json()
    called = {
        each["id"]: each["label"][lang] for each in page.request.get(f"{address}/api/vocabulary").json()["name_sources"]
    }
    page.goto(f"{address}/explore/graph?lang={lang}&n=ilo.0.0&e=ilo")
    names = page.locator(".name-sources li")
    page.locator(".evidence-panel summary").first.click()
    names.first.wait_for()
    first, second = ("en", "zh") if lang == "en" else ("zh", "en")
    assert page.locator(".name-sources li > span").all_inner_texts() == [
        *told["labels"][first],
        *told["labels"][second],
    ]
    for language in ("en", "zh"):
        for n, name in enumerate(told["labels"][language]):
            said = names.filter(has=page.get_by_text(name, exact=True)).locator("small").inner_text()
            confirmed = told["label_confirmations"][language][n]
            assert said.startswith(called[told["label_sources"][language][n]])
            assert said.endswith(WORDS[lang]["confirmed"] + confirmed) if confirmed else "·" not in said
    assert any(told["label_confirmations"]["en"])
    assert violations(page) == []
    assert not complaints


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_context: Callable[..., BrowserContext], address: str, lang: str, scheme: str) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(f"{address}/?lang={lang}")
    page.locator(".beginnings button").first.wait_for()
    assert violations(page) == []
    page.keyboard.type("gmg")
    page.get_by_role("option", name=re.compile(WORDS[lang]["group"])).first.wait_for()
    page.keyboard.press("ArrowDown")
    # The option that the field points to changes with the list, a moment after it.
    page.wait_for_function(
        "() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    )
    assert violations(page) == []
    page.keyboard.press("Escape")
    open_graph(page, address, lang)
    page.get_by_role("button", name=WORDS[lang]["list"]).click()
    page.locator(".evidence-panel .statements li").first.wait_for()
    assert violations(page) == []
    page.locator(".evidence-panel .statements button").first.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    assert violations(page) == []
    page.focus(".canvas")
    page.keyboard.press("?")
    page.get_by_role("dialog", name=WORDS[lang]["shortcuts"]).wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 820])
def test_narrow_screens_need_no_sideways_scrolling(
    new_context: Callable[..., BrowserContext], address: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    for view in ("/", "/explore/graph?n=gmg.0.0~ilo.2k.0&e=gmg"):
        page.goto(address + view)
        page.locator("main h1").wait_for()
        page.locator(".evidence-panel h2, .beginnings button").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_page_leads_to_the_plain_ones(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context(java_script_enabled=False, locale="zh-CN").new_page()
    page.goto(f"{address}/explore/graph")
    page.get_by_role("link", name="首页").click()
    assert page.get_by_role("heading", level=1).inner_text() == "移徙治理知识图谱"
    page.get_by_role("searchbox").fill("小组")


def test_a_hostile_name_runs_nothing(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto(f"{address}/explore/graph?lang=en&n=secretariat.0.0~gmg.2k.0&e=secretariat")
    page.locator(".evidence-panel h2").wait_for()
    page.get_by_role("button", name=WORDS["en"]["list"]).click()
    assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_start_leads_to_answers(page: Page, complaints: list[str], address: str, lang: str) -> None:
    told = page.request.get(f"{address}/api/questions?limit=1000").json()["items"]
    page.goto(f"{address}/explore?lang={lang}")
    questions = page.locator(".ready-questions button")
    questions.first.wait_for()
    assert 0 < questions.count() <= 6
    title = questions.first.inner_text()
    assert title in [each["title"][lang] for each in told]
    questions.first.click()
    page.get_by_role("heading", name=title).wait_for()
    page.locator("table.answer").wait_for()
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_start_page_stays_light(new_context: Callable[..., BrowserContext], address: str, lang: str) -> None:
    """Its scripts as they cross the wire, and its first picture: the search with the focus and the ready diagrams."""
    page = new_context().new_page()
    sizes: dict[str, int] = {}

    def weigh(request: Request) -> None:
        if urlsplit(request.url).path.endswith(".js"):
            sizes[request.url] = request.sizes()["responseBodySize"]

    page.on("requestfinished", weigh)
    page.goto(f"{address}/?lang={lang}")
    page.wait_for_function("() => document.activeElement?.matches('.search input')")
    page.locator("main img").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert len(sizes) > 1
    assert 50_000 < sum(sizes.values()) < 400_000, sizes
    search = page.locator(".search input").bounding_box()
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert search is not None
    assert heading is not None
    assert max(search["y"] + search["height"], heading["y"] + heading["height"]) < 720
    drawn = "() => [...document.querySelectorAll('main img')].every(each => each.loading === 'lazy' || each.complete)"
    page.wait_for_function(drawn)
    first = page.locator("main img").first
    first.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('main img').naturalWidth > 0")
