"""Every view of the explorer for those who zoom, use the keyboard, other colours or a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.explorer_views import CANVAS, open_views, settle

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])
SIZES = {"options": {"rules": {"target-size": {"enabled": True}}}}
# The keys of a view are walked until they come round, or as far as this.
MOST_STOPS = 160


# The element that has the focus: what it is, whether it can be seen, and whether a ring is around it.
STOP = """() => {
    let each = document.activeElement;
    if (!each || each === document.body) return null;
    const outside = each;
    while (each.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
    const box = each.getBoundingClientRect();
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const points = [.5, .1, .9].flatMap(x => [.5, .1, .9].map(y => [x, y]));
    const isSeen = right - left > 1 && bottom - top > 1 && points.some(([x, y]) => {
        const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return there && (outside.contains(there) || there.contains(each) && !there.matches('html, body'));
    });
    const style = getComputedStyle(each);
    const host = each.closest('label, .cm-editor') ?? each;
    const looks = [style, getComputedStyle(host)];
    const ring = looks.some(look => look.outlineStyle !== 'none' && look.outlineWidth !== '0px');
    each.dataset.stop ??= String(window.stops = (window.stops ?? 0) + 1);
    const words = (each.getAttribute('aria-label') ?? each.innerText ?? '').slice(0, 40);
    return { stop: each.dataset.stop, words: `${each.tagName}.${each.className} ${words}`, isSeen, ring };
}"""


def sideways(page: Page) -> list[str]:
    """What stands out of the page to the right, where the page can be scrolled sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
            .map(each => `${each.tagName}.${each.className}`).slice(-4)"""
    )
    return found


def hidden_stops(page: Page) -> list[str]:
    """What takes the focus by Tab, from the start of the page, and can't be seen then."""
    found, seen = [], set()
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop and not (stop["isSeen"] and stop["ring"]):
            page.wait_for_timeout(200)  # the editor draws its ring a moment later
            stop = page.evaluate(STOP)
        if stop is None or stop["stop"] in seen:
            break
        seen.add(stop["stop"])
        if not stop["isSeen"] or not stop["ring"]:
            found.append(stop["words"])
    assert len(seen) > 8
    return found


@LANGUAGES
def test_headings_and_landmarks_are_in_order(page: Page, address: str, lang: str) -> None:
    for name, view in open_views(page, address, lang):
        page.goto(view)
        settle(page)
        levels = page.evaluate("[...document.querySelectorAll('main h1, main h2, main h3')].map(h => +h.tagName[1])")
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)
        assert page.get_by_role("main").count() == 1, name
        assert page.get_by_role("banner").count() == 1, name
        assert page.get_by_role("contentinfo").count() == 1, name
        assert page.locator("[role=status], [aria-live=polite]").count() >= 1, name
        names = page.evaluate("[...document.querySelectorAll('nav, aside')].map(each => each.ariaLabel)")
        assert all(names), name
        assert len(set(names)) == len(names), name


@LANGUAGES
def test_every_target_is_large_enough(page: Page, address: str, lang: str) -> None:
    for name, view in open_views(page, address, lang):
        page.goto(view)
        settle(page)
        assert violations(page, **SIZES) == [], name


@LANGUAGES
@pytest.mark.parametrize(("width", "height", "scale"), [(320, 640, 1), (640, 400, 2)])
def test_zoomed_pages_are_read_without_scrolling_sideways(
    new_context: Callable[..., BrowserContext], address: str, lang: str, width: int, height: int, scale: int
) -> None:
    page = new_context(viewport={"width": width, "height": height}, device_scale_factor=scale).new_page()
    for name, view in open_views(page, address, lang):
        page.goto(view)
        settle(page)
        assert sideways(page) == [], name
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if width > 320:
            assert sideways(page) == [], f"{name}, text twice as large"


@pytest.mark.parametrize(
    ("size", "lang"), [((1280, 800), "en"), ((820, 1180), "zh"), ((640, 400), "en"), ((640, 400), "zh")]
)
def test_the_focus_is_seen_wherever_it_goes(
    new_context: Callable[..., BrowserContext], address: str, size: tuple[int, int], lang: str
) -> None:
    page = new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    for name, view in open_views(page, address, lang):
        page.goto(view)
        settle(page)
        assert hidden_stops(page) == [], name


@pytest.mark.parametrize("look", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {"reduced_motion": "reduce"}])
def test_other_looks_break_nothing(
    new_context: Callable[..., BrowserContext], address: str, look: dict[str, str]
) -> None:
    page = new_context(**look).new_page()
    for name, view in open_views(page, address, "en"):
        page.goto(view)
        settle(page)
        assert violations(page) == [], name
        moving = page.evaluate("document.getAnimations().filter(each => each.playState === 'running').length")
        assert "reduced_motion" not in look or moving == 0, name


def test_what_is_chosen_is_seen_without_the_pages_own_colours(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context(forced_colors="active").new_page()
    page.goto(f"{address}/explore/graph?lang=en&{CANVAS}&e=gmg")
    settle(page)
    several = page.get_by_role("button", name="Choose several")

    def looks() -> tuple[str, ...]:
        found: list[str] = several.evaluate(
            "each => (look => [look.backgroundColor, look.color, look.borderColor])(getComputedStyle(each))"
        )
        return tuple(found)

    before = looks()
    several.click()
    assert several.get_attribute("aria-pressed") == "true"
    page.mouse.move(0, 0)
    assert looks() != before
    boxes = page.locator(".legend .check")
    marks = boxes.evaluate_all("all => all.map(each => getComputedStyle(each.querySelector('.box'), '::after').width)")
    assert all(mark != "auto" and mark != "0px" for mark in marks)


@LANGUAGES
def test_the_list_of_the_graph_reads_as_the_graph(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&modality=fact")
    settle(page)
    page.get_by_role("button", name={"en": "The same as a list", "zh": "以列表显示相同内容"}[lang]).click()
    tree = page.locator(".graph-list").aria_snapshot()
    graph = page.request.get(
        f"{address}/api/graph?{'&'.join(f'entity={each}' for each in ('gmg', 'iom', 'ilo', 'secretary-general'))}"
        "&depth=0&modality=fact"
    ).json()
    assert graph["statements"]
    fact = {"en": "fact", "zh": "事实"}[lang]
    for entity in graph["entities"]:
        assert f'button "{entity["label"][lang]}"' in tree
    for statement in graph["statements"]:
        if "id" in statement["object"]:
            assert f'button "{statement["sentence"][lang]}"' in tree
            assert "- listitem:\n" in tree
    assert tree.count(fact) >= sum("id" in each["object"] for each in graph["statements"])


@LANGUAGES
def test_a_briefing_is_made_by_keyboard_alone(page: Page, address: str, lang: str) -> None:
    """From the start page to the file and the words of a line, without a mouse."""
    page.goto(f"{address}/?lang={lang}")
    page.wait_for_function("() => document.activeElement?.matches('.search input')")
    page.keyboard.type("gmg")
    ready = page.request.get(f"{address}/api/diagrams").json()["items"][0]["title"][lang]
    page.get_by_role("option", name=ready).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "name => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.textContent.includes(name)",
        arg=ready,
    )
    page.keyboard.press("Enter")
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for()
    reach(page, ".canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    page.locator(".evidence-panel blockquote").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    share = {"en": "Share", "zh": "分享"}[lang]
    reach(page, ".top button", share)
    page.keyboard.press("Enter")
    page.locator(".share .forms button").first.wait_for()
    page.locator(".share :focus").wait_for()
    assert page.get_by_role("textbox", name=re.compile("Title|标题")).input_value() == ready
    reach(page, ".forms button", ".docx")
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    assert saving.value.suggested_filename == f"{ready}.docx"
    page.keyboard.press("Escape")
    page.locator(".share").wait_for(state="hidden")
    # The focus goes back in a frame of its own, once the dialog is gone.
    expect(page.get_by_role("button", name=share, exact=True)).to_be_focused()


@LANGUAGES
def test_a_table_an_answer_and_a_model_are_taken_along_by_keyboard_alone(page: Page, address: str, lang: str) -> None:
    views = dict(open_views(page, address, lang))
    page.goto(views["table"])
    settle(page)
    reach(page, ".filter-bar button", {"en": "Filters", "zh": "筛选"}[lang])
    page.keyboard.press("Enter")
    fact = {"en": "fact", "zh": "事实"}[lang]
    reach(page, ".filter-panel input[value=fact]")
    page.keyboard.press("Space")
    page.locator(".chip", has_text=fact).wait_for()
    settle(page)
    reach(page, ".table-tools button", "CSV")
    keep_by_key(page, "statements.csv")
    page.goto(views["questions"])
    settle(page)
    reach(page, "main .tools button", "CSV")
    keep_by_key(page, ".csv")
    reach(page, ".answer td button[data-statement]")
    page.keyboard.press("Enter")
    reach(page, ".evidence-panel .passage button", {"en": "Copy the quotation", "zh": "复制引文"}[lang])
    page.goto(views["scenarios"])
    settle(page)
    reach(page, ".view .links a", "PDF")
    keep_by_key(page, ".pdf")


@LANGUAGES
def test_a_path_is_found_read_and_drawn_by_keyboard_alone(page: Page, address: str, lang: str) -> None:
    find, draw = {"en": ("Paths", "Show on the canvas"), "zh": ("路径", "在画布上显示")}[lang]
    told = page.request.get(f"{address}/api/paths?from=gmg&to=ilo&max_length=3&modality=all&limit=20").json()
    first = told["paths"][0]
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0~ilo.2k.0")
    page.locator(".counts[aria-busy=false]", has_text="2").wait_for()
    reach(page, ".canvas")
    page.keyboard.press("Control+a")
    page.wait_for_url("**&e=gmg~ilo**")
    # A row of tools is one stop of Tab; the arrow keys walk in it.
    page.keyboard.press("Shift+Tab")
    walk_tools(page, find)
    page.keyboard.press("Enter")
    page.locator(".paths > ol > li").first.wait_for()
    expect(page.locator(".paths")).to_be_focused()
    for statement in first["steps"][0]:
        sentence = next(each["sentence"][lang] for each in told["statements"] if each["id"] == statement)
        reach(page, ".paths .statements button", sentence)
        page.keyboard.press("Enter")
        page.locator(f".evidence-panel article:has-text('{sentence}') blockquote").first.wait_for()
    page.evaluate("document.querySelector('.paths').focus()")
    reach(page, ".paths li button", draw)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.canvas')")
    page.wait_for_function("ids => ids.every(id => location.href.includes(id + '.'))", arg=first["entities"])


def walk_tools(page: Page, words: str) -> None:
    """Go along the tools by the arrow keys until the one with these words has the focus."""
    for _ in range(MOST_STOPS):
        if page.evaluate("document.activeElement.innerText") == words:
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"the arrow keys never reach {words}")


def keep_by_key(page: Page, name: str) -> None:
    """Save the file of what has the focus by Enter; its name ends so."""
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    assert saving.value.suggested_filename.endswith(name)


def reach(page: Page, place: str, words: str = "") -> None:
    """Go on by Tab until the focus is there."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        there = "([place, words]) => (at => at.matches(place) && at.innerText.includes(words))(document.activeElement)"
        if page.evaluate(there, [place, words]):
            return
    raise AssertionError(f"the keyboard never reaches {place} {words}")
