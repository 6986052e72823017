"""The explorer's timeline in a real browser: dates by their shape, walked by keyboard, in step with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from docx import Document
from playwright.sync_api import expect

from ontology import MIGOV
from tests.api.service import FILES, Served
from tests.browser.accessibility import violations
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

EVERY = "modality=all&certainty=certain&certainty=possible&certainty=unknown"
STATEMENTS = "reports/A-1-1/statements/all.yaml"
# A date of each kind, by the statement that gets it.
DATES = {
    "1.2": ("predicate: memberOf, object: gmg, modality: fact", "2013-05-21"),
    "1.3": ("predicate: memberOf, object: gmg, modality: fact", "2005-02/.."),
    "1.5": ("predicate: hasFeature, object: secretariat, modality: absence", "2006~"),
    "summary.1": ("predicate: addresses, object: gmg, modality: fact", "2012-10-03/2012-10-04"),
}
WORDS = {
    "en": {"closer": "Closer", "status": "Status", "list": "The same as a list (5)", "undated": "Without a date"},
    "zh": {"closer": "放大", "status": "性质", "list": "以列表显示相同内容（5）", "undated": "没有日期"},
}
FILTERS = {"en": ("Filters", "Held by"), "zh": ("筛选", "陈述方")}


def dated_statements() -> str:
    lines = FILES[STATEMENTS].splitlines(keepends=True)
    for name, (words, time) in DATES.items():
        (at,) = (number for number, line in enumerate(lines) if f'id: "{name}"' in line)
        assert words in lines[at]
        lines[at] = lines[at].replace(words, f'{words}, time: "{time}", accept: another passage')
    return "".join(lines)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(Served(tmp_path_factory.mktemp("data"), {STATEMENTS: dated_statements()}).app()) as opened:
        yield opened


def told(page: Page, address: str, query: str = EVERY) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = page.request.get(f"{address}/api/timeline?{query}").json()["items"]
    return items


def one(page: Page, name: str) -> Locator:
    return page.locator(f'.timeline-frame button[data-statement="A-1-1/{name}"]')


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_statements_by_their_dates(page: Page, complaints: list[str], address: str, lang: str) -> None:
    every = told(page, address)
    dated = {each["id"]: each for each in every if each["time"]}
    assert len(dated) == len(DATES) + 1
    drawn = page.locator(".timeline-frame button[data-statement]")
    page.goto(f"{address}/explore/timeline?lang={lang}")
    drawn.first.wait_for()
    assert sorted(each.get_attribute("data-statement") or "" for each in drawn.all()) == sorted(dated)
    for each in drawn.all():
        statement = dated[each.get_attribute("data-statement") or ""]
        assert statement["sentence"][lang] in each.inner_text()
        assert each.locator("svg").count() == 1
    # A shape for each kind of date, not a colour.
    shapes = {name: one(page, name).locator(".dating-bar").get_attribute("class") for name in ("1.1", *DATES)}
    assert shapes == {
        "1.1": "dating-bar within",
        "1.2": "dating-bar certain day",
        "1.3": "dating-bar within open-right",
        "1.5": "dating-bar within unsure",
        "summary.1": "dating-bar certain",
    }
    lefts = [box["x"] for name in ("1.3", "1.1", "summary.1", "1.2") if (box := one(page, name).bounding_box())]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 4
    # The undated are told and listed apart.
    counts = page.locator(".timeline-counts")
    current = [each for each in every if not each["time"] and each["as_of_report"]]
    undated = [each for each in every if not each["time"] and not each["as_of_report"]]
    assert [int(each) for each in re.findall(r"\d+", counts.inner_text())] == [len(dated), len(current), len(undated)]
    page.get_by_role("button", name=WORDS[lang]["undated"]).last.click()
    listed = page.locator(".timeline-list [data-listed]:visible")
    expect(listed).to_have_count(len(undated))
    assert {each.get_attribute("data-listed") for each in listed.all()} == {each["id"] for each in undated}
    page.get_by_role("button", name=WORDS[lang]["list"]).click()
    expect(listed).to_have_count(len(undated) + len(dated))
    assert not violations(page)
    # Each list as a document, in its order.
    with page.expect_download() as saved:
        page.get_by_role("link", name="DOCX").first.click()
    told_there = [row.cells[0].text for table in Document(str(saved.value.path())).tables for row in table.rows[1:]]
    order = [each.get_attribute("data-listed") or "" for each in listed.all()][: len(dated)]
    assert len(told_there) == len(dated)
    assert all(dated[id]["sentence"][lang] in row for id, row in zip(order, told_there, strict=True))
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_walked_chosen_and_kept_in_the_link(page: Page, complaints: list[str], address: str, lang: str) -> None:
    page.goto(f"{address}/explore/timeline?lang={lang}")
    one(page, "1.1").wait_for()
    # One stop of the Tab key for the whole chart; arrow keys lead on in it.
    stops = page.locator(".timeline-frame button[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    page.keyboard.press("Home")
    seen = [page.evaluate("() => document.activeElement.dataset.statement")]
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        seen.append(page.evaluate("() => document.activeElement.dataset.statement"))
    page.keyboard.press("End")
    seen.append(page.evaluate("() => document.activeElement.dataset.statement"))
    assert None not in seen
    assert len(set(seen)) > 2
    assert stops.count() == 1
    page.keyboard.press("Enter")
    page.locator(".evidence-panel blockquote").first.wait_for()
    expect(page.locator(".timeline-frame button[aria-pressed=true]")).to_have_attribute("data-statement", seen[-1])
    # Lanes by status, and closer.
    page.locator(".timeline-tools label", has_text=WORDS[lang]["status"]).click()
    expect(page.locator(".timeline-lane h2")).to_have_count(2)
    before = page.locator(".timeline-sheet").bounding_box()
    page.get_by_role("button", name=WORDS[lang]["closer"], exact=True).click()
    page.wait_for_url("**&d-lanes=modality&d-zoom=*")
    after = page.locator(".timeline-sheet").bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"] * 1.3
    assert not violations(page)
    page.goto(page.url)
    one(page, "1.1").wait_for()
    expect(page.locator(".timeline-lane h2")).to_have_count(2)
    expect(page.locator(".timeline-frame button[aria-pressed=true]")).to_have_attribute("data-statement", seen[-1])
    box = page.locator(".timeline-sheet").bounding_box()
    assert box
    assert box["width"] == after["width"]
    # In step with the graph: what speaks of an entity that is chosen there is marked.
    page.goto(f"{address}/explore/timeline?lang={lang}&e=ilo")
    expect(page.locator(".timeline-frame button[data-related]")).to_have_count(1)
    expect(one(page, "1.2")).to_have_attribute("data-related", "true")
    assert not complaints


def test_the_canvas_and_the_filters_narrow_the_timeline(page: Page, complaints: list[str], address: str) -> None:
    drawn = page.locator(".timeline-frame button[data-statement]")

    def shown() -> set[str | None]:
        return {each.get_attribute("data-statement") for each in drawn.all()}

    page.goto(f"{address}/explore/timeline?lang=en&n=gmg.0.0~ilo.5.5")
    # What stands between them, and what dates one of them.
    expect(drawn).to_have_count(2)
    assert shown() == {"A-1-1/1.1", "A-1-1/1.2"}
    page.goto(f"{address}/explore/timeline?lang=en&as_at=2006-06")
    asked = told(page, address, f"{EVERY}&as_at=2006-06")
    dated = {each["id"]: each["certainty"] for each in asked if each["time"]}
    assert set(dated) == {"A-1-1/1.1", "A-1-1/1.3", "A-1-1/1.5"}
    expect(drawn).to_have_count(len(dated))
    assert shown() == set(dated)
    possible = [each for each, certainty in dated.items() if certainty == "possible"]
    assert possible
    for each in possible:
        assert "Only possibly" in drawn.and_(page.locator(f'[data-statement="{each}"]')).inner_text()
    assert f"{len(possible)} of those dated fall" in page.locator(".timeline-counts").inner_text()
    # The day as at which one looks stands on the axis, after what had begun by then.
    line = page.locator(".timeline-ground .day").bounding_box()
    begun = one(page, "1.3").bounding_box()
    assert line
    assert begun
    assert begun["x"] < line["x"]
    assert "June 2006" in page.locator(".timeline-axis .day").inner_text()
    assert not violations(page)
    assert not complaints


def test_nothing_dated_says_so(page: Page, complaints: list[str], address: str) -> None:
    page.goto(f"{address}/explore/timeline?lang=en&n=rec-2-b.0.0")
    page.locator(".timeline-counts", has_text="No statement has a date").wait_for()
    assert page.locator(".timeline-frame").count() == 0
    assert not violations(page)
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_answer_to_a_question_on_a_timeline(page: Page, complaints: list[str], address: str, lang: str) -> None:
    form = {"en": "Timeline", "zh": "时间线"}[lang]
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=who-created-what")
    page.locator("main table.answer").wait_for()
    page.locator("main .radio", has_text=form).click()
    drawn = page.locator("button[data-statement]")
    expect(drawn).to_have_count(1)
    expect(drawn).to_have_attribute("data-statement", "A-1-1/1.1")
    page.wait_for_url("**&d-as=timeline**")
    assert not violations(page)
    page.goto(page.url)
    drawn.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    # Every row of this answer is a statement of its own: what has no date is told, and stays in the table.
    page.goto(f"{address}/explore/questions?lang={lang}&d-q=claims&d-v-modality=proposal&d-as=timeline")
    counts = page.locator(".timeline-counts")
    counts.wait_for()
    rows = page.request.get(f"{address}/api/questions/claims/answer?modality=proposal").json()["rows"]
    assert len(rows) == 1
    assert page.locator(".timeline-frame").count() == 0
    assert "1" in counts.inner_text()
    assert not violations(page)
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_answer_to_a_query_on_a_timeline(page: Page, complaints: list[str], address: str, lang: str) -> None:
    query = f"SELECT ?who ?what {{ ?who <{MIGOV}created> ?what }}"
    page.goto(f"{address}/explore/sparql?lang={lang}&d-query={quote(query)}")
    page.locator("main table.answer").wait_for()
    page.locator("main .radio", has_text={"en": "Timeline", "zh": "时间线"}[lang]).click()
    drawn = page.locator("button[data-statement]")
    expect(drawn).to_have_attribute("data-statement", "A-1-1/1.1")
    assert page.locator("main table.answer").count() == 0
    page.wait_for_url("**&d-as=timeline**")
    assert not violations(page)
    page.goto(page.url)
    drawn.click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    # What names neither dates nor entities has no timeline to offer.
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    page.goto(f"{address}/explore/sparql?lang={lang}&d-query={quote(count)}")
    page.locator("main table.answer").wait_for()
    assert page.locator("main .radio").count() == 0
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_a_canvas_the_filters_offer_what_the_whole_report_has(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    found = page.request.get(
        f"{address}/api/timeline?modality=all&certainty=certain&certainty=possible&limit=1000"
    ).json()
    years = sorted(
        int(each["time"][end][:4]) for each in found["items"] for end in ("earliest", "latest") if each["time"][end]
    )
    every = page.request.get(f"{address}/api/statements?limit=1000").json()["items"]
    holders = {each["attributed_to"] for each in every}
    page.goto(f"{address}/explore/timeline?lang={lang}")
    page.get_by_role("button", name=FILTERS[lang][0], exact=True).click()
    held = page.get_by_role("group", name=FILTERS[lang][1], exact=True)
    expect(held.get_by_role("checkbox")).to_have_count(len(holders))
    slider = page.locator(".filter-panel").get_by_role("slider").last
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == (str(years[0]), str(years[-1]))
    assert not violations(page)
    slider.press("ArrowLeft")
    page.wait_for_url(f"**&to={years[-1] - 1}**")
    page.locator(".chip").wait_for()
    expect(page.locator(".times [role=status]")).to_contain_text(re.compile(r"\d"))
    assert not complaints
