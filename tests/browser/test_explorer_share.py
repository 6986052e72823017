"""What the explorer gives away in a real browser: files of exactly what is shown, a link, a snippet, a citation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

SHARE = {"en": "Share", "zh": "分享"}
LIST = {"en": "The same as a list", "zh": "以列表显示相同内容"}
CANVAS = "n=gmg.0.0~iom.28.-8~ilo.-28.-8~secretariat.0.1c~secretary-general.-28.1c~a-1-1.28.1c"


def open_graph(page: Page, address: str, lang: str, narrowed: str) -> None:
    page.goto(f"{address}/explore/graph?lang={lang}&{narrowed}")
    page.locator(".counts[aria-busy=false]").wait_for()


def listed(page: Page, lang: str) -> list[str]:
    """The relations on the canvas, as its list says them."""
    page.get_by_role("button", name=LIST[lang]).click()
    page.locator(".entities").wait_for()
    return sorted(page.locator(".entities li li button").all_inner_texts())


@pytest.mark.parametrize(
    ("lang", "narrowed", "count"),
    [
        ("en", CANVAS, None),
        ("zh", f"{CANVAS}&modality=fact", None),
        ("en", f"{CANVAS}&families=membership", 3),
        ("en", f"{CANVAS}&class=Institution~Body&modality=fact", 2),
        ("zh", CANVAS.replace("iom.28.-8", "iom.28.-8.h"), None),
        ("en", f"{CANVAS}&as_at=2006&section=I", None),
    ],
)
def test_a_file_holds_what_is_on_the_canvas(
    page: Page, complaints: list[str], address: str, lang: str, narrowed: str, count: int | None
) -> None:
    open_graph(page, address, lang, narrowed)
    seen = listed(page, lang)
    assert seen
    assert count in (None, len(seen))
    page.get_by_role("button", name=SHARE[lang], exact=True).click()
    with page.expect_download() as saving:
        page.get_by_role("button", name=".json", exact=False).first.click()
    record = json.loads(Path(saving.value.path()).read_text(encoding="utf-8"))
    assert sorted(edge["sentence"][lang] for edge in record["edges"]) == seen
    placed = {node["id"]: (node["x"], node["y"]) for node in record["nodes"]}
    assert placed["gmg"] == (0, 0)
    assert placed.get("ilo") in ((-400, -40), None)
    assert ("iom" in placed) == ("iom.28.-8.h" not in narrowed)
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_shown_is_linked_embedded_and_cited(page: Page, complaints: list[str], address: str, lang: str) -> None:
    open_graph(page, address, lang, f"{CANVAS}&modality=fact")
    page.get_by_role("button", name=SHARE[lang], exact=True).click()
    fields = page.locator(".share textarea")
    fields.nth(2).wait_for()
    link, snippet, cited = (field.input_value() for field in fields.all())
    assert link.startswith(f"{address}/explore/graph?lang={lang}&n=gmg.0.0~")
    assert snippet.startswith(f'<iframe src="{address}/embed/view?')
    assert cited == {"en": "A/1/1, summary, para. 1", "zh": "A/1/1，摘要、第 1 段"}[lang]
    assert not violations(page)
    framed = snippet.split('"')[1].replace("&amp;", "&")
    assert page.request.get(framed).status == 200
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_ready_diagram_opens_as_it_is_drawn(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.goto(f"{address}/?lang={lang}")
    ready = page.request.get(f"{address}/api/diagrams").json()["items"][0]
    picture = page.get_by_role("img", name=ready["title"][lang])
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth; }") > 0
    files = page.locator(".pictures li").first.locator("a")
    for link in files.all():
        assert page.request.get(f"{address}{link.get_attribute('href')}").status == 200
    assert files.count() == 4
    assert not violations(page)
    page.locator(".pictures button").first.click()
    page.locator(".counts[aria-busy=false]").wait_for()
    drawn = page.request.get(f"{address}/diagrams/{ready['id']}.json").json()
    assert listed(page, lang) == sorted(edge["sentence"][lang] for edge in drawn["edges"])
    assert not complaints


@pytest.mark.parametrize(
    ("view", "lang", "words"),
    [("timeline", "en", "by their years"), ("timeline", "zh", "年份"), ("matrix", "en", "rows and columns")],
)
def test_what_has_an_order_of_its_own_is_drawn_in_it(
    page: Page, complaints: list[str], address: str, view: str, lang: str, words: str
) -> None:
    page.goto(f"{address}/explore/{view}?lang={lang}&{CANVAS}")
    page.get_by_role("button", name=SHARE[lang], exact=True).click()
    page.locator(".share p", has_text=words).wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as saving:
        page.locator(".share .forms").get_by_role("button", name=".svg", exact=False).click()
    assert b"<svg" in saving.value.path().read_bytes()
    (address_of_file,) = [url for url in asked if "/view.svg" in url]
    assert f"layout={view}" in address_of_file
    assert "&at=" not in address_of_file
    if view == "timeline":
        # Each bar is told, and nothing else.
        bars = (
            page.locator("main .timeline-list")
            .first.locator("li")
            .evaluate_all("items => items.map(each => each.dataset.listed)")
        )
        told = page.request.get(address_of_file.replace("/view.svg", "/view.json")).json()["nodes"]
        assert len(told) == len(set(bars)) > 0
        assert {each["id"] for each in told} == set(bars)
    assert not complaints


def test_a_file_that_fails_says_so(page: Page, address: str) -> None:
    open_graph(page, address, "en", CANVAS)
    page.get_by_role("button", name="Share", exact=True).click()
    page.route("**/view.svg?**", lambda route: route.abort())
    page.get_by_role("button", name=".svg").click()
    page.locator(".share [role=alert]").wait_for()
    page.unroute("**/view.svg?**")
    with page.expect_download() as saving:
        page.locator(".share [role=alert] button").click()
    assert saving.value.suggested_filename.endswith(".svg")
