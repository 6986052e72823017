"""The explorer's canvas in a real browser: unfolded by relation, narrowed, arranged, and the paths across it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

WORDS = {
    "en": {
        "arrange": "Arrange",
        "collapse": "Collapse",
        "expand": "Expand",
        "focus": "Focus",
        "hide": "Hide",
        "list": "The same as a list",
        "path": "Show on the canvas",
        "paths": "Paths",
        "pin": "Pin",
        "rings": "On rings",
        "shown": "Show hidden (1)",
        "undo": "Undo",
    },
    "zh": {
        "arrange": "布局",
        "collapse": "收起",
        "expand": "展开",
        "focus": "聚焦",
        "hide": "隐藏",
        "list": "以列表显示相同内容",
        "path": "在画布上显示",
        "paths": "路径",
        "pin": "固定",
        "rings": "环形",
        "shown": "显示已隐藏的（1）",
        "undo": "撤销",
    },
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])
BETWEEN_TWO = "n=gmg.0.0~ilo.2k.0"


def tool(page: Page, name: str) -> Locator:
    return page.locator(".canvas-frame").get_by_role("button", name=re.compile(f"^{re.escape(name)}"))


def wait_for_entities(page: Page, count: int) -> None:
    page.locator(".counts[aria-busy=false]", has_text=re.compile(rf"^{count} ")).wait_for()


def places(page: Page) -> dict[str, str]:
    """What the address says of each entity on the canvas."""
    items = parse_qs(urlsplit(page.url).query)["n"][0].split("~")
    return dict(item.split(".", 1) for item in items)


@LANGUAGES
def test_an_entity_is_unfolded_by_one_relation(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    relations = page.request.get(f"{address}/api/entities/gmg/relations?modality=all&neighbours=100").json()["items"]
    (member,) = (each for each in relations if (each["predicate"], each["direction"]) == ("memberOf", "in"))
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0&e=gmg")
    wait_for_entities(page, 1)
    tool(page, words["expand"]).focus()
    page.keyboard.press("Enter")
    items = page.get_by_role("menuitem")
    said = items.filter(has_text=f"{member['label'][lang]} ({member['neighbours_total']})")
    said.wait_for()
    together = len({neighbour for each in relations for neighbour in each["neighbours"]} - {"gmg"})
    assert str(together) in items.nth(1).inner_text()
    assert items.count() == 2 + sum(each["neighbours_total"] > 0 for each in relations)
    assert violations(page) == []
    said.click()
    wait_for_entities(page, 1 + member["neighbours_total"])
    page.wait_for_url(lambda url: all(f"~{each}." in url for each in member["neighbours"]))
    assert places(page).keys() == {"gmg", *member["neighbours"]}
    tool(page, words["collapse"]).click()
    wait_for_entities(page, 1)
    tool(page, words["undo"]).click()
    wait_for_entities(page, 1 + member["neighbours_total"])
    assert not complaints


@LANGUAGES
def test_what_is_chosen_is_pinned_hidden_and_focused(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}~secretariat.0.4k")
    wait_for_entities(page, 3)
    page.get_by_role("button", name=words["list"]).click()
    boxes = page.locator(".graph-list .entities input[type=checkbox]")
    boxes.first.focus()
    page.keyboard.press("Space")
    tool(page, words["pin"]).click()
    page.wait_for_url(re.compile(r"n=gmg\.0\.0\.p~"))
    tool(page, words["hide"]).click()
    wait_for_entities(page, 2)
    tool(page, words["shown"]).click()
    wait_for_entities(page, 3)
    page.focus(".canvas")
    page.keyboard.press("Control+a")
    page.wait_for_function("() => document.querySelectorAll('.graph-list input:checked').length === 3")
    page.keyboard.press("Escape")
    left, top, width, height = page.locator(".canvas").evaluate(
        "each => { const { x, y, width, height } = each.getBoundingClientRect(); return [x, y, width, height]; }"
    )
    page.keyboard.down("Shift")
    page.mouse.move(left + 6, top + 6)
    page.mouse.down()
    page.mouse.move(left + width / 2, top + height / 2, steps=3)
    page.mouse.move(left + width - 6, top + height - 6, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")
    page.wait_for_function("() => document.querySelectorAll('.graph-list input:checked').length === 3")
    page.keyboard.press("Escape")
    page.locator(".graph-list .entities input[type=checkbox]").nth(1).focus()
    page.keyboard.press("Space")
    tool(page, words["focus"]).click()
    wait_for_entities(page, 2)
    assert violations(page) == []
    assert not complaints


@LANGUAGES
def test_arranging_keeps_what_is_pinned_and_is_undone(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    words = WORDS[lang]
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0.p~ilo.2k.0~secretariat.0.4k&e=gmg")
    wait_for_entities(page, 3)
    before = places(page)
    tool(page, words["arrange"]).click()
    page.get_by_role("menuitem", name=words["rings"]).click()
    page.wait_for_url(lambda url: before["ilo"] not in url)
    assert places(page)["gmg"] == before["gmg"]
    tool(page, words["undo"]).click()
    page.wait_for_url(lambda url: f"ilo.{before['ilo']}" in url)
    assert places(page) == before
    assert not complaints


@LANGUAGES
def test_paths_come_with_the_words_of_each_step(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    query = "from=gmg&to=ilo&max_length=3&modality=all&limit=20"
    told = page.request.get(f"{address}/api/paths?{query}").json()
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}&e=gmg~ilo")
    wait_for_entities(page, 2)
    tool(page, words["paths"]).click()
    paths = page.locator(".paths > ol > li")
    paths.first.wait_for()
    assert paths.count() == len(told["paths"]) > 0
    steps = told["paths"][0]["steps"]
    assert paths.first.locator(".statements li .status").count() == sum(map(len, steps))
    paths.first.get_by_role("button", name=words["path"]).click()
    evidence = page.locator(".evidence-panel article")
    evidence.nth(sum(map(len, steps)) - 1).locator("blockquote").first.wait_for()
    assert evidence.count() == sum(map(len, steps))
    assert violations(page) == []
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}&modality=criticism&d-ends=gmg~ilo")
    page.locator(".paths [role=status]").wait_for()
    narrowed = page.request.get(f"{address}/api/paths?{query.replace('=all', '=criticism')}").json()
    assert page.locator(".paths > ol > li").count() == narrowed["total"] == 0
    # What made the one out of the other is dated 2006, and the paths keep to the time that is chosen.
    created = f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}&modality=fact&d-ends=secretary-general~gmg"
    page.goto(f"{created}&to=2006")
    page.locator(".paths > ol > li").first.wait_for()
    page.goto(f"{created}&to=2005")
    page.locator(".paths [role=status]").wait_for()
    assert not page.locator(".paths > ol > li").count()
    assert not complaints


# What cytoscape keeps at its element tells by its own rule whether it draws the words in a box; the names from afar
# stand on a canvas of their own.
IS_READ = """() => {
    const { cy } = document.querySelector('.canvas')._cyreg;
    return cy.renderer().eleTextBiggerThanMin(cy.nodes()[0]);
}"""
IS_NAMED_FROM_AFAR = """() => {
    const sheet = document.querySelector('.far-labels');
    return sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data.some(each => each);
}"""


DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2, 3])
def test_a_box_has_its_words_or_a_name_from_afar_and_never_both(
    new_context: Callable[..., BrowserContext], address: str, scale: float
) -> None:
    page = new_context(device_scale_factor=scale).new_page()
    page.goto(f"{address}/explore/graph?lang=en&{BETWEEN_TWO}")
    wait_for_entities(page, 2)
    page.focus(".canvas")
    for _ in range(3):
        page.keyboard.press("+")
    seen = set()
    for _ in range(12):
        page.evaluate(DRAWN)
        is_read = page.evaluate(IS_READ)
        assert page.evaluate(IS_NAMED_FROM_AFAR) is not is_read
        seen.add(is_read)
        page.keyboard.press("-")
    assert seen == {True, False}
    # As sharp as the screen.
    assert page.evaluate(
        "document.querySelector('.far-labels').width / document.querySelector('.canvas').clientWidth"
    ) == (pytest.approx(scale, rel=0.01))


@LANGUAGES
def test_the_line_of_a_stated_absence_says_that_it_is_not_so(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0~secretariat.2k.0")
    page.locator(".counts[aria-busy=false]", has_text="1").wait_for()
    told = page.request.get(f"{address}/api/statements?id=A-1-1/1.5").json()["items"][0]
    label = told["predicate"]["label"][lang]
    drawn = page.evaluate("() => document.querySelector('.canvas')._cyreg.cy.edges().map(each => each.data('label'))")
    assert {"en": f"not: {label}", "zh": f"并非：{label}"}[lang] in drawn
    limits = {"en": "* The report limits", "zh": "* 报告对该陈述有所限定"}[lang]
    assert page.locator(".legend", has_text=limits).count() == 1
    assert not complaints


POINT_OF = """id => {
    const canvas = document.querySelector('.canvas'), frame = canvas.getBoundingClientRect();
    const { x, y } = canvas._cyreg.cy.getElementById(id).renderedPosition();
    return [frame.left + x, frame.top + y];
}"""


@LANGUAGES
def test_a_box_is_chosen_where_it_is_seen_after_what_is_above_it_has_gone(page: Page, address: str, lang: str) -> None:
    # An address with somebody unknown opens with a notice.
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}~nobody.0.5k")
    wait_for_entities(page, 2)
    notice = page.locator(".notice", has_text="nobody")
    notice.wait_for()
    page.mouse.click(*page.evaluate(POINT_OF, "gmg"))
    page.wait_for_url("**e=gmg**")
    before = page.evaluate(POINT_OF, "ilo")
    notice.get_by_role("button").click()
    notice.wait_for(state="detached")
    after = page.evaluate(POINT_OF, "ilo")
    assert before[1] - after[1] > 20
    page.mouse.click(*after)
    page.wait_for_url("**e=ilo**")


# Where lines lie that lead from one box to another, as cytoscape draws them, and what else they run behind.
RUNS_BEHIND = """() => {
    const { cy } = document.querySelector('.canvas')._cyreg;
    return cy.edges().map(edge => {
        const [start, end] = [edge.source().position(), edge.target().position()];
        const control = edge.controlPoints()?.[0] ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
        const points = Array.from({ length: 41 }, (_, at) => at / 40).map(at => ({
            x: (1 - at) ** 2 * start.x + 2 * at * (1 - at) * control.x + at ** 2 * end.x,
            y: (1 - at) ** 2 * start.y + 2 * at * (1 - at) * control.y + at ** 2 * end.y,
        }));
        const others = cy.nodes().filter(node => !edge.connectedNodes().contains(node));
        return others.some(node => {
            const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: false });
            return points.some(({ x, y }) => x > x1 && x < x2 && y > y1 && y < y2);
        });
    });
}"""


def test_a_line_is_led_around_a_box_that_it_does_not_lead_to(page: Page, complaints: list[str], address: str) -> None:
    # ILO stands between the other two, in the middle of the way.
    page.goto(f"{address}/explore/graph?lang=en&n=gmg.0.0~ilo.2s.0~secretary-general.5k.0")
    wait_for_entities(page, 3)
    page.wait_for_function("() => document.querySelector('.canvas')._cyreg.cy.edges().length")
    edges = page.evaluate(
        "() => document.querySelector('.canvas')._cyreg.cy.edges().map(e => [e.source().id(), e.target().id()].sort())"
    )
    assert ["gmg", "secretary-general"] in edges
    assert not any(page.evaluate(RUNS_BEHIND))
    assert not complaints


@LANGUAGES
def test_what_was_cleared_comes_back_by_a_button(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}")
    wait_for_entities(page, 2)
    tool(page, {"en": "Clear", "zh": "清空"}[lang]).click()
    page.get_by_role("button", name={"en": "Undo: bring back", "zh": "撤销：恢复"}[lang]).click()
    wait_for_entities(page, 2)
    assert not complaints


@LANGUAGES
def test_several_chosen_under_filters_say_what_is_listed(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}&modality=fact&e=gmg~ilo")
    panel = page.locator(".evidence-panel article")
    panel.locator(".statements").wait_for()
    assert "{" not in panel.inner_text()
    assert {"en": "those too that the filters hide", "zh": "包括被筛选隐藏的"}[lang] in panel.inner_text()
    assert not complaints


@LANGUAGES
def test_one_begins_anew_from_the_start_page_and_has_back_what_there_was(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&{BETWEEN_TWO}&modality=plan")
    wait_for_entities(page, 2)
    page.get_by_role("link", name={"en": "Start", "zh": "首页"}[lang], exact=True).click()
    page.locator(".beginnings button").first.click()
    page.locator(".counts[aria-busy=false]").wait_for()
    page.wait_for_url(lambda url: "modality" not in url and "n=" in url)
    # The entity stands alone with what is around it, where nothing stood before.
    (chosen,) = parse_qs(urlsplit(page.url).query)["e"]
    assert places(page)[chosen] == "0.0"
    # The filter comes back from its notice, the canvas by undoing.
    page.locator(".notice", has_text={"en": "filter", "zh": "筛选"}[lang]).get_by_role("button").first.click()
    page.wait_for_url("**modality=plan**")
    while BETWEEN_TWO not in page.url:
        before = page.url
        tool(page, WORDS[lang]["undo"]).or_(page.locator(".view > p > button")).first.click()
        page.wait_for_function("before => location.href !== before", arg=before)
    assert not complaints


def test_the_wheel_scrolls_past_the_picture_until_it_is_wanted_there(
    page: Page, complaints: list[str], address: str
) -> None:
    zoom = "() => document.querySelector('.canvas')._cyreg.cy.zoom()"
    page.set_viewport_size({"width": 1366, "height": 700})
    page.goto(f"{address}/explore/graph?lang=en&{BETWEEN_TWO}")
    wait_for_entities(page, 2)
    box = page.locator(".canvas").bounding_box()
    assert box
    # Beside both entities.
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    before = page.evaluate(zoom)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 0")
    assert page.evaluate(zoom) == before
    page.evaluate("scrollTo(0, 0)")
    # For a quarter of a second after the page has moved cytoscape takes the wheel for a part of that.
    page.wait_for_timeout(500)
    page.mouse.click(box["x"] + 20, box["y"] + 20)
    page.mouse.wheel(0, 200)
    page.wait_for_function("before => document.querySelector('.canvas')._cyreg.cy.zoom() < before", arg=before)
    assert page.evaluate("scrollY") == 0
    assert not complaints
