"""The diagram's page in a real browser, opened from a file as from a mail attachment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from graph.model import Neighbourhood, TimeSpan
from ontology import Text
from tests.viz.samples import entity, institutions, snapshot, statement
from viz import Diagram, diagram_of, render_html
from viz.selections.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def sample() -> Diagram:
    data = institutions()
    around = data.neighbourhood(["gmg", "gfmd", "iom"], depth=2, limit=60)
    title = Text("联合国与移徙治理", "The United Nations and migration governance")
    return diagram_of(around, data, title=title, note=Text("说明文字", "A remark"))


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Callable[..., Page]:
    """Open a diagram's page and note what it complains of, which must be nothing."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_page(diagram: Diagram | None = None, language: str = "en", width: int = 1280) -> Page:
        file = tmp_path / "diagram.html"
        file.write_text(render_html(diagram or sample(), language), encoding="utf-8")  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        assert complaints == []
        return page

    page.complaints = complaints  # type: ignore[attr-defined]
    return open_page


@pytest.fixture(autouse=True)
def nothing_wrong(page: Page) -> object:
    yield
    assert getattr(page, "complaints", []) == []


def panel(page: Page) -> str:
    return page.inner_text("#panel")


def painted(page: Page) -> int:
    """How many of the picture's pixels aren't paper."""
    count: int = page.evaluate(
        """() => {
            const canvas = document.querySelector('#picture canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let painted = 0;
            for (let at = 3; at < data.length; at += 4) painted += data[at] > 0 && data[at - 1] < 250 ? 1 : 0;
            return painted;
        }"""
    )
    return count


def test_the_picture_is_painted(opened: Callable[..., Page]) -> None:
    page = opened()
    assert painted(page) > 20_000


def test_every_entity_is_reached_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened()
    page.focus("#picture")
    names = set()
    for _ in sample().nodes:
        page.keyboard.press("ArrowRight")
        names.add(page.inner_text("#panel h3"))
    assert names == {node.names.en for node in sample().nodes}


def test_a_relation_chosen_by_keyboard_shows_its_evidence(opened: Callable[..., Page]) -> None:
    page = opened()
    page.fill("#search", "GFMD")
    page.keyboard.press("Enter")
    assert "Global Forum on Migration and Development" in panel(page)
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if "Said not to be so" in panel(page):
            break
    text = panel(page)
    assert "Stated absence" in text
    denied = next(each for each in institutions().statements.values() if each.modality == "absence")
    assert denied.sentence.en in text
    assert "A/68/283, para. 52" in text
    assert page.inner_text("#panel blockquote[lang=zh]") == "全球论坛不是联合国的机构"
    assert "Our working translation, not the official English version" in text
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h3") == "United Nations"
    page.keyboard.press("Escape")
    assert "Choose an entity or a line" in panel(page)


def test_a_click_on_the_words_of_a_line_shows_its_evidence(opened: Callable[..., Page]) -> None:
    one, two = entity("a", "Institution", "甲", "Alpha"), entity("b", "Body", "乙", "Beta")
    claim = statement("9.1", "a", "supports", "b", "recommendation", quote="甲应支持乙")
    around = Neighbourhood(("a",), (one, two), (claim,))
    page = opened(diagram_of(around, snapshot([one, two], [claim])))
    box = page.locator("#picture").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#panel blockquote")
    assert page.inner_text("#panel blockquote") == "甲应支持乙"
    assert "A recommendation, not a fact:" in panel(page)


def test_the_language_is_switched_everywhere(opened: Callable[..., Page]) -> None:
    page = opened()
    page.click("#languages button[lang=zh]")
    assert page.get_attribute("html", "lang") == "zh"
    assert page.title() == "联合国与移徙治理 · Migov"
    assert page.inner_text("h1") == "联合国与移徙治理"
    page.click("#relations summary")
    page.click("#sources-list summary")
    body = page.inner_text("body")
    for words in ("报告 A/68/283", "选择一个实体或一条线", "全部关系（表格）", "2013年8月7日", "说明文字"):
        assert words in body
    spoken = page.evaluate(
        "[...document.querySelectorAll('[aria-label], [title]')].map((each) => each.ariaLabel || each.title)"
    )
    assert spoken
    assert not [words for words in spoken if words.isascii()]
    assert page.get_attribute("#search", "placeholder") == "名称或缩写"
    page.click("#languages button[lang=en]")
    assert page.title() == "The United Nations and migration governance · Migov"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 800, 390])
def test_no_fault_of_accessibility(opened: Callable[..., Page], language: str, width: int) -> None:
    page = opened(language=language, width=width)
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    for step in ("node", "edge", "lists"):
        if step == "edge":
            page.keyboard.press("ArrowDown")
        if step == "lists":
            page.evaluate("document.querySelectorAll('details').forEach((list) => { list.open = true; })")
        found = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == [], step


def test_the_page_fits_a_narrow_window(opened: Callable[..., Page]) -> None:
    page = opened(width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_filter_hides_and_brings_back(opened: Callable[..., Page]) -> None:
    page = opened()
    page.click("#relations summary")
    rows = "#table table:first-of-type tbody tr"
    before = page.locator(rows).count()
    page.uncheck("#legend label:has-text('Fact') input")
    facts = sum(edge.claim.modality == "fact" for edge in sample().edges)
    assert f"{facts} relations are hidden" in page.inner_text("#filtered")
    assert page.locator(rows).count() < before
    page.click("#filtered button")
    assert page.locator(rows).count() == before


def test_the_table_tells_what_the_picture_shows(opened: Callable[..., Page]) -> None:
    page = opened()
    page.click("#relations summary")
    assert page.locator("#table .scroll:first-child tbody tr").count() == len(sample().edges)
    page.click("#table td button >> nth=0")
    assert page.inner_text("#panel blockquote") in page.inner_text("#table tbody tr >> nth=0")


def test_search_knows_both_languages_and_says_when_nothing_is_found(opened: Callable[..., Page]) -> None:
    page = opened()
    page.fill("#search", "劳工")
    assert page.inner_text("#found button") == "International Labour Organization"
    page.fill("#search", "zzz")
    assert page.inner_text("#found") == "Nothing found"


def test_hostile_words_do_nothing(opened: Callable[..., Page]) -> None:
    attack = "<img src=x onerror=\"document.title='owned'\"> href </script><script>document.title='owned'</script>"
    one, two = entity("a", "Institution", attack, attack, attack), entity("b", "Body", attack, attack)
    claim = statement("1.1", "a", "supports", "b", quote=attack)
    around = Neighbourhood(("a",), (one, two), (claim,))
    page = opened(diagram_of(around, snapshot([one, two], [claim]), note=Text(attack, attack)))
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.click("#relations summary")
    box = page.locator("#picture").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.inner_text("#panel blockquote") == attack
    assert page.locator("img").count() == 0
    assert "owned" not in page.title().replace(attack, "")


def test_the_policy_stops_a_foreign_script(opened: Callable[..., Page]) -> None:
    page = opened()
    ran = page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
            return window.ran === true;
        }"""
    )
    assert ran is False
    assert "Content Security Policy" in page.complaints.pop()  # type: ignore[attr-defined]
    page.complaints.clear()  # type: ignore[attr-defined]


def dated_and_changing() -> Diagram:
    """Two dated relations, one that isn't, and a scenario that ends one for a reason and adds another."""
    ends = [entity(id, "Institution", id, id.upper()) for id in ("one", "two", "three")]
    reason = statement("9.9", "three", "proposes", "two", "proposal", quote="三提议二")
    claims = [
        replace(statement("9.1", "one", "supports", "two", quote="一九九〇年"), time=span("1990")),
        replace(statement("9.2", "two", "created", "three", quote="二〇〇六年"), time=span("2006")),
        statement("9.3", "one", "funds", "three", quote="无日期"),
        statement("9.4", "three", "supports", "one", "proposal", quote="设想"),
    ]
    around = Neighbourhood((), tuple(ends), tuple(claims))
    marks = Marks(
        {"A-68-283/9.3": "ended", "A-68-283/9.4": "added"}, {"two": "changed"}, {"A-68-283/9.3": ("A-68-283/9.9",)}
    )
    return diagram_of(around, snapshot(ends, [*claims, reason]), marks=marks)


def span(year: str) -> TimeSpan:
    return TimeSpan(year, f"{year}-01-01", f"{year}-12-31")


def relations_in_table(page: Page) -> int:
    return page.locator("#table tbody").first.locator("tr").count()


def test_years_hide_what_is_dated_outside_them_and_keep_what_isnt_dated(opened: Callable[..., Page]) -> None:
    page = opened(dated_and_changing())
    page.click("#relations summary")
    assert relations_in_table(page) == 4
    page.fill("#years-from", "2000")
    assert relations_in_table(page) == 3
    assert "一九九〇年" not in page.inner_text("#table")
    assert "二〇〇六年" in page.inner_text("#table")
    page.fill("#years-to", "2001")
    assert relations_in_table(page) == 2
    assert "无日期" in page.inner_text("#table")
    page.click("#filtered button")
    assert relations_in_table(page) == 4
    assert page.input_value("#years-from") == ""


def test_relation_families_are_filtered(opened: Callable[..., Page]) -> None:
    page = opened(dated_and_changing())
    page.click("#relations summary")
    page.uncheck("#legend label:has-text('Structure') input")
    assert relations_in_table(page) == 3
    assert "二〇〇六年" not in page.inner_text("#table")


def test_what_a_scenario_does_is_told_with_its_reason(opened: Callable[..., Page]) -> None:
    page = opened(dated_and_changing())
    legend = page.inner_text("#legend").lower()
    for words in ("would be added", "would end", "would change"):
        assert words in legend
    page.click("#relations summary")
    page.click("#table tr:has-text('无日期') button")
    text = panel(page)
    assert "Would end" in text
    assert "Why, in the words of the report" in text
    assert "三提议二" in text
    assert "An idea put forward, not a fact:" in text
    page.uncheck("#legend label:has-text('Would end') input")
    assert "无日期" not in page.inner_text("#table")


def test_the_diagram_is_told_in_words(opened: Callable[..., Page]) -> None:
    page = opened()
    page.click("#in-words summary")
    told = page.inner_text("#words")
    for edge in sample().edges:
        assert edge.claim.sentence.en in told
    page.click("#languages button[lang=zh]")
    assert sample().edges[0].claim.sentence.zh in page.inner_text("#words")
