"""The explorer's canvas with hundreds of entities in a real browser: asked for at once, listed by the page, linked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from api.app import create_app
from api.settings import Settings
from bench.network import make_network, write_turtle
from tests.browser.accessibility import violations
from tests.browser.serving import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

NODES = 700
NETWORK = make_network(NODES)
COUNTS = {
    "en": f"{NODES} entities, {len(NETWORK.ties):,} relations",
    "zh": f"{NODES} 个实体，{len(NETWORK.ties):,} 条关系",
}
LIST = {"en": "The same as a list", "zh": "以列表显示相同内容"}
PAGES = {
    "en": ("Next entities", "Entities 101 to 200 of 700"),
    "zh": ("后面的实体", "第 101 至 200 个实体，共 700 个"),
}
ON_CANVAS = {"en": "50 on the canvas", "zh": "画布上 50 个"}
DRAW = {"en": "Draw the kinds on the canvas", "zh": "在画布上画出各类别"}
BY_COMMUNITY = {"en": "by community", "zh": "按群组"}
NO_COMMUNITY = {"en": "No community under these filters", "zh": "在当前筛选下不成群组"}
DRAW_COMMUNITIES = {"en": "Draw the communities on the canvas", "zh": "在画布上画出各群组"}
FOLD = {"en": "Fold together", "zh": "收起"}
UNDO = {"en": "Undo", "zh": "撤销"}
ARRANGE = {"en": "Arrange", "zh": "布局"}
IN_CLUSTERS = {"en": "In clusters", "zh": "分组"}
BY_FORCE = {"en": "By force", "zh": "力导向"}
ARRANGED = {"en": "Arranged: In clusters", "zh": "已排列：分组"}
OVERVIEW = {"en": "Overview", "zh": "概览"}
# How many points of a canvas have anything on them.
INKED = """selector => {
    const { width, height } = document.querySelector(selector);
    const { data } = document.querySelector(selector).getContext("2d").getImageData(0, 0, width, height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
}"""
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over a network of hundreds, on a free port."""
    folder = tmp_path_factory.mktemp("network")
    data = folder / "network.ttl"
    data.write_text("".join(write_turtle(NETWORK)), encoding="utf-8")
    with served(create_app(Settings(files=(data,), workers=1, layouts=folder / "layouts"))) as address:
        yield address


def everything(page: Page, address: str) -> str:
    """All nodes of the network in rows, as the address of a canvas."""
    found = page.request.get(f"{address}/api/entities?fields=id,labels&limit=1000").json()["items"]
    ids = [each["id"] for each in found if each["labels"]["en"][0].endswith("for migration")]
    assert len(ids) == NODES
    return "n=" + "~".join(f"{each}.{at % 25}0.{at // 25}k" for at, each in enumerate(ids))


@LANGUAGES
def test_hundreds_of_entities_are_shown_listed_and_linked(
    page: Page, complaints: list[str], large: str, lang: str
) -> None:
    page.goto(f"{large}/explore/graph?lang={lang}#{everything(page, large)}")
    counts = page.locator(".counts[aria-busy=false]")
    counts.filter(has_text=COUNTS[lang]).wait_for()
    page.get_by_role("button", name=LIST[lang]).click()
    items = page.locator(".graph-list .entities > li")
    assert items.count() == 100
    first = items.first.inner_text()
    following, told = PAGES[lang]
    page.get_by_role("button", name=following).click()
    page.locator(".graph-list [role=status]").filter(has_text=told).wait_for()
    assert items.count() == 100
    assert items.first.inner_text() != first
    assert not violations(page)
    # Skipping to the content and back again loses nothing of what stands behind the #.
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.startsWith('#n=')")
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**e=*")
    page.reload()
    counts.filter(has_text=COUNTS[lang]).wait_for()
    page.keyboard.press("Tab")
    page.locator(".canvas").focus()
    page.keyboard.press("Delete")
    counts.filter(has_text=COUNTS[lang].replace(str(NODES), str(NODES - 1), 1).split(" ")[0]).wait_for()
    assert not complaints


@LANGUAGES
def test_the_overview_leads_elsewhere_and_names_stay_readable(
    page: Page, complaints: list[str], large: str, lang: str
) -> None:
    page.goto(f"{large}/explore/graph?lang={lang}#{everything(page, large)}")
    page.locator(".counts[aria-busy=false]").filter(has_text=COUNTS[lang]).wait_for()
    page.wait_for_function(f"() => ({INKED})('.far-labels') > 500")  # the whole is too far away for words in boxes
    small = page.locator(".minimap")
    assert small.get_attribute("aria-hidden") == "true"
    frame = page.evaluate(f"() => ({INKED})('.minimap')")
    for _ in range(16):
        page.locator(".canvas").press("+")
    page.wait_for_function(f"() => ({INKED})('.far-labels') === 0")
    page.wait_for_function(f"before => ({INKED})('.minimap') !== before", arg=frame)
    before = page.locator(".canvas").screenshot()
    box = small.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + 20, steps=4)
    page.mouse.up()
    assert page.locator(".canvas").screenshot() != before
    page.get_by_role("button", name=OVERVIEW[lang]).click()
    small.wait_for(state="detached")
    # The browser advises this test, which reads the points of canvases.
    assert not [each for each in complaints if "getImageData" not in each]


@LANGUAGES
def test_a_cluster_is_opened_a_part_at_a_time_and_closed(
    page: Page, complaints: list[str], large: str, lang: str
) -> None:
    told = page.request.get(f"{large}/api/clusters?modality=all").json()
    largest = max(told["clusters"], key=lambda each: each["entities"])
    page.goto(f"{large}/explore/graph?lang={lang}")
    line = page.locator(".cluster-list > li", has_text=largest["label"][lang]).first
    line.wait_for()
    assert page.locator(".cluster-list > li").count() == len(told["clusters"])
    assert str(largest["entities"]) in line.inner_text()
    assert not violations(page)
    line.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    counts = page.locator(".counts[aria-busy=false]")
    counts.filter(has_text=re.compile("^50 ")).wait_for()
    page.locator(".clusters button.disclosure").click()
    assert ON_CANVAS[lang] in line.inner_text()
    line.get_by_role("button").first.click()
    counts.filter(has_text=re.compile("^100 ")).wait_for()
    assert not violations(page)
    line.get_by_role("button").last.click()
    line.wait_for()  # with nothing on it, the canvas offers everything again
    page.wait_for_url(lambda url: "n=" not in url)
    assert not complaints


@LANGUAGES
def test_clusters_are_drawn_walked_opened_and_folded(page: Page, complaints: list[str], large: str, lang: str) -> None:
    told = page.request.get(f"{large}/api/clusters?modality=all").json()
    largest = max(told["clusters"], key=lambda each: each["entities"])
    page.goto(f"{large}/explore/graph?lang={lang}")
    page.get_by_role("button", name=DRAW[lang]).click()
    canvas = page.locator(".canvas")
    canvas.wait_for()
    page.wait_for_url("**k=*")
    assert not violations(page)
    canvas.focus()
    page.keyboard.press("ArrowRight")  # the first one is the largest
    page.wait_for_url(lambda url: f"&c={largest['id']}" in url)
    said = page.locator(".announcement").filter(has_text=largest["label"][lang])
    said.wait_for(state="attached")
    assert str(largest["entities"]) in (said.text_content() or "")
    counts = page.locator(".counts[aria-busy=false]")
    page.keyboard.press("Enter")
    counts.filter(has_text=re.compile("^50 ")).wait_for()
    assert not violations(page)
    page.get_by_role("button", name=FOLD[lang]).click()
    counts.filter(has_text=re.compile("^0 ")).wait_for()
    page.get_by_role("button", name=UNDO[lang], exact=True).click()
    counts.filter(has_text=re.compile("^50 ")).wait_for()
    page.wait_for_url(lambda url: "&n=" in url and "&k=" in url)
    page.reload()
    counts.filter(has_text=re.compile("^50 ")).wait_for()
    canvas.focus()
    page.keyboard.press("Delete")
    page.wait_for_url(
        lambda url: f"&c={largest['id']}" not in url and "&k=" in url and f"k={largest['id']}." not in url
    )
    assert not complaints


@LANGUAGES
def test_communities_are_chosen_drawn_opened_and_folded(
    page: Page, complaints: list[str], large: str, lang: str
) -> None:
    told = page.request.get(f"{large}/api/clusters?modality=all&by=community").json()
    largest = told["clusters"][0]
    opened = min(50, largest["entities"])
    page.goto(f"{large}/explore/graph?lang={lang}")
    page.get_by_text(BY_COMMUNITY[lang], exact=True).click()
    page.wait_for_url("**d-by=community**")
    line = page.locator(".cluster-list > li", has_text=largest["label"][lang])
    line.wait_for()
    assert page.locator(".cluster-list > li").count() == len(told["clusters"])
    assert str(largest["entities"]) in line.inner_text()
    assert not violations(page)
    page.reload()
    line.wait_for()
    page.get_by_role("button", name=DRAW_COMMUNITIES[lang]).click()
    canvas = page.locator(".canvas")
    canvas.wait_for()
    page.wait_for_url(lambda url: f"k={largest['id'].replace('@', '%40')}." in url)
    assert not violations(page)
    canvas.focus()
    page.keyboard.press("ArrowRight")  # the first one is the largest
    page.locator(".announcement").filter(has_text=largest["label"][lang]).wait_for(state="attached")
    page.keyboard.press("Enter")
    counts = page.locator(".counts[aria-busy=false]")
    counts.filter(has_text=re.compile(f"^{opened} ")).wait_for()
    page.wait_for_url(lambda url: all(f"{each}." in url for each in largest["members"][:opened]))
    page.reload()
    counts.filter(has_text=re.compile(f"^{opened} ")).wait_for()
    page.get_by_role("button", name=FOLD[lang]).click()
    counts.filter(has_text=re.compile("^0 ")).wait_for()
    page.locator(".clusters button.disclosure").click()
    page.locator(".cluster-list > li", has_text=largest["label"][lang]).wait_for()
    assert not violations(page)
    # Of a link that names a community which is none under its filters, that is said.
    page.goto(f"{large}/explore/graph?lang={lang}&k=%40gone.0.0")
    canvas.wait_for()
    said = page.locator(".announcement").filter(has_text=NO_COMMUNITY[lang])
    for _ in range(100):  # before the communities have come, a box has no name yet
        canvas.click()
        if said.count():
            break
        page.wait_for_timeout(100)
    assert said.count() == 1
    assert not complaints


@LANGUAGES
def test_hundreds_are_arranged_by_community(page: Page, complaints: list[str], large: str, lang: str) -> None:
    shown = everything(page, large)
    ids = [each.partition(".")[0] for each in shown.removeprefix("n=").split("~")]
    page.goto(f"{large}/explore/graph?lang={lang}#{shown}")
    page.locator(".counts[aria-busy=false]").filter(has_text=COUNTS[lang]).wait_for()
    page.get_by_role("button", name=ARRANGE[lang]).click()
    force = page.get_by_role("menuitem", name=BY_FORCE[lang])
    assert force.get_attribute("aria-disabled") == "true"
    assert not violations(page)
    page.get_by_role("menuitem", name=IN_CLUSTERS[lang]).click()
    page.locator(".announcement").filter(has_text=ARRANGED[lang]).wait_for(state="attached")
    page.wait_for_url(lambda url: url.endswith(shown) is False)
    items = page.url.partition("#n=")[2].split("~")
    places = {id: (int(x, 36) * 5, int(y, 36) * 5) for id, x, y in (each.split(".")[:3] for each in items)}
    assert places.keys() == set(ids)
    for (one, (x, y)), (other, (left, top)) in combinations(places.items(), 2):
        assert abs(x - left) >= 225 or abs(y - top) >= 70, f"{one} lies on {other}"
    asked = {"entity": ids}
    answer = page.request.post(f"{large}/api/analysis/communities?modality=all&limit=1", data=asked).json()
    largest = {each["id"] for each in answer["items"][0]["entities"]}
    inside = [places[each] for each in largest]
    for id, (x, y) in places.items():
        is_within = min(inside)[0] <= x <= max(inside)[0] and min(y for _, y in inside) <= y <= max(
            y for _, y in inside
        )
        assert not is_within or id in largest
    assert not complaints


def test_what_is_gone_of_hundreds_is_told(page: Page, large: str) -> None:
    page.goto(f"{large}/explore/graph?lang=en#{everything(page, large)}~nobody.0.0")
    page.locator(".notice", has_text="nobody").wait_for()
    page.locator(".counts[aria-busy=false]").filter(has_text=COUNTS["en"]).wait_for()


@LANGUAGES
def test_more_entities_than_an_address_names_are_told_in_a_table(
    page: Page, complaints: list[str], large: str, lang: str, tmp_path: Path
) -> None:
    shown = everything(page, large)
    ids = [each.partition(".")[0] for each in shown.removeprefix("n=").split("~")]
    every = "among=true&modality=all&certainty=certain&certainty=possible&certainty=unknown"
    total = page.request.post(f"{large}/api/timeline?{every}", data={"entity": ids}).json()["total"]
    assert total >= len(NETWORK.ties)
    page.goto(f"{large}/explore/table?lang={lang}#{shown}")
    page.locator(".scope", has_text=str(NODES)).wait_for()
    page.locator("tr[data-statement]").first.wait_for()
    whole = page.get_by_role("button", name=f"{total:,}").last
    with page.expect_download() as saved:
        whole.click()
    path = tmp_path / "statements.csv"
    saved.value.save_as(path)
    assert len(list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))) == total + 1
    page.route("**/api/timeline?*format=csv*", lambda route: route.fulfill(status=503, body=""))
    whole.click()
    page.locator("main").get_by_role("alert").wait_for()
    page.unroute("**/api/timeline?*format=csv*")
    with page.expect_download():
        page.locator("main").get_by_role("alert").get_by_role("button").click()
    assert not [each for each in complaints if "503" not in each]


@LANGUAGES
def test_more_entities_than_an_address_names_are_analysed(
    page: Page, complaints: list[str], large: str, lang: str
) -> None:
    shown = everything(page, large)
    ids = [each.partition(".")[0] for each in shown.removeprefix("n=").split("~")]
    answer = page.request.post(f"{large}/api/analysis/connections?modality=all&limit=20", data={"entity": ids}).json()
    page.goto(f"{large}/explore/analysis?lang={lang}&d-within=canvas#{shown}")
    rows = page.locator("tr[data-figure]")
    rows.nth(19).wait_for()
    assert [row.get_attribute("data-figure") for row in rows.all()] == [
        each["entities"][0]["id"] for each in answer["items"]
    ]
    assert not violations(page)
    assert not complaints
