"""The explorer's filters in a real browser: chosen, told by chips, and taken away again with nothing lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

CANVAS = "n=gmg.0.0~iom.28.-8~ilo.-28.-8~secretariat.0.1c~secretary-general.-28.1c"
WORDS = {
    "en": {"filters": "Filters", "kind": "Kind", "institution": "institution", "held": "Held by", "to": "To"},
    "zh": {"filters": "筛选", "kind": "类别", "institution": "机构", "held": "陈述方", "to": "至"},
}
TWO = {"en": "2 entities, 0 relations", "zh": "2 个实体，0 条关系"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_filters_narrow_and_give_back(page: Page, complaints: list[str], address: str, lang: str) -> None:
    words = WORDS[lang]
    counts = page.locator(".counts[aria-busy=false]")
    chips = page.locator(".chip")
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    counts.wait_for()
    whole = counts.inner_text()
    page.get_by_role("button", name=words["filters"], exact=True).click()
    kinds = page.get_by_role("group", name=words["kind"], exact=True)
    kinds.locator("label", has_text=re.compile(rf"^\s*{words['institution']}")).click()
    chips.wait_for()
    counts.filter(has_text=TWO[lang]).wait_for()
    assert words["institution"] in chips.inner_text()
    assert not violations(page)
    page.wait_for_url("**&class=Institution")
    assert "gmg.0.0" in page.url
    chips.click()
    counts.filter(has_text=whole).wait_for()
    page.wait_for_url(lambda url: "class=" not in url)
    assert chips.count() == 0

    to = page.get_by_label(words["to"], exact=True).last
    to.fill("soon")
    to.press("Enter")
    page.locator(".field-error").wait_for()
    assert chips.count() == 0
    to.fill("2005")
    to.press("Enter")
    chips.wait_for()
    counts.filter(has_not_text=whole).wait_for()
    page.wait_for_url("**&to=2005")
    page.go_back()
    counts.filter(has_text=whole).wait_for()
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_evidence_keeps_to_the_filters_and_tells_what_they_hide(
    page: Page, complaints: list[str], address: str, lang: str
) -> None:
    about = page.request.get(f"{address}/api/statements?entity=gmg").json()["items"]
    facts = [each["sentence"][lang] for each in about if each["modality"] == "fact"]
    assert 0 < len(facts) < len(about)
    statements = page.locator(".evidence-panel .statements li")
    hidden = page.locator(".evidence-panel [role=status]")
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&e=gmg&modality=fact")
    page.locator(".counts[aria-busy=false]").wait_for()
    hidden.wait_for()
    assert {each.inner_text() for each in statements.locator("button").all()} == set(facts)
    assert str(len(about) - len(facts)) in hidden.inner_text()
    assert not violations(page)
    hidden.get_by_role("button").click()
    expect(statements).to_have_count(len(about))
    hidden.get_by_role("button").click()
    expect(statements).to_have_count(len(facts))
    page.locator(".chip").click()
    expect(statements).to_have_count(len(about))
    assert hidden.count() == 0
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "relations", "alone"),
    [
        ("en", "The filters hide {} relations.", "Hide the {} entities left without a relation"),
        ("zh", "筛选隐藏了 {} 条关系。", "隐藏没有关系的 {} 个实体"),
    ],
)
def test_the_canvas_says_what_the_filters_hide_and_clears_what_they_leave_alone(
    page: Page, complaints: list[str], address: str, lang: str, relations: str, alone: str
) -> None:
    between = [
        each
        for each in page.request.get(f"{address}/api/graph?{_asked()}&depth=0&modality=all").json()["statements"]
        if "id" in each["object"]
    ]
    absences = [each for each in between if each["modality"] == "absence"]
    tied = {end["id"] for each in absences for end in (each["subject"], each["object"])}
    assert 0 < len(absences) < len(between)
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    page.locator(".counts[aria-busy=false]").wait_for()
    assert not page.locator(".narrowed").count()
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&modality=absence")
    told = page.locator(".narrowed")
    told.wait_for()
    assert relations.format(len(between) - len(absences)) in told.inner_text()
    assert not violations(page)
    told.get_by_role("button", name=alone.format(5 - len(tied))).click()
    shown = {"en": f"{len(tied)} entities", "zh": f"{len(tied)} 个实体"}[lang]
    page.locator(".counts[aria-busy=false]", has_text=shown).wait_for()
    assert not told.get_by_role("button").count()
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "more", "bring"),
    [
        ("en", "{} more entities are tied to GMG by what the filters let through.", "Bring to the canvas"),
        ("zh", "另有 {} 个符合筛选条件的实体与移徙小组相关。", "放入画布"),
    ],
)
def test_who_else_the_filters_let_through_around_the_chosen_entity_is_told_and_brought(
    page: Page, complaints: list[str], address: str, lang: str, more: str, bring: str
) -> None:
    around = page.request.get(f"{address}/api/graph?entity=gmg&modality=fact").json()["entities"]
    absent = len(around) - 2
    assert absent > 1
    page.goto(f"{address}/explore/graph?lang={lang}&n=gmg.0.0~ilo.-28.-8&e=gmg&modality=fact")
    told = page.locator(".narrowed", has_text=more.format(absent))
    told.wait_for()
    assert not violations(page)
    told.get_by_role("button", name=bring).click()
    shown = {"en": f"{len(around)} entities", "zh": f"{len(around)} 个实体"}[lang]
    page.locator(".counts[aria-busy=false]", has_text=shown).wait_for()
    told.wait_for(state="detached")
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "dated", "sure"), [("en", "Keep only what is dated", "Dates"), ("zh", "只保留注明日期的", "日期")]
)
def test_a_day_hides_what_came_later_and_keeps_what_is_dated_alone_if_asked_to(
    page: Page, complaints: list[str], address: str, lang: str, dated: str, sure: str
) -> None:
    counts = page.locator(".counts[aria-busy=false]")
    told = page.locator(".narrowed")
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&as_at=2005")
    # The group was created in 2006.
    held = "() => document.querySelector('.canvas')._cyreg.cy.nodes().map(each => each.id()).sort()"
    counts.filter(has_text=re.compile("^4 ")).wait_for()
    assert "gmg" not in page.evaluate(held)
    assert not violations(page)
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}&as_at=2006")
    told.get_by_role("button", name=dated).click()
    page.wait_for_url("**certainty=certain~possible**")
    lines = page.request.get(
        f"{address}/api/graph?{_asked()}&depth=0&modality=all&as_at=2006&certainty=certain&certainty=possible"
    ).json()["statements"]
    between = [each for each in lines if "id" in each["object"]]
    assert between
    counts.filter(has_text=re.compile(rf"\b{len(between)} (条关系|relations?)")).wait_for()
    page.get_by_role("button", name=WORDS[lang]["filters"], exact=True).click()
    group = page.get_by_role("group", name=sure, exact=True)
    assert [each.is_checked() for each in group.get_by_role("checkbox").all()] == [True, True, False]
    page.keyboard.press("Escape")
    # What was narrowed is undone as what was moved is.
    page.locator(".canvas-frame").get_by_role("button", name={"en": "Undo", "zh": "撤销"}[lang], exact=True).click()
    page.wait_for_url(lambda url: "certainty=" not in url and "as_at=2006" in url)
    counts.wait_for()
    assert not complaints


def test_the_panel_goes_by_escape_in_a_field_and_by_going_on_beside_it(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/graph?lang=en&{CANVAS}")
    page.locator(".counts[aria-busy=false]").wait_for()
    opener = page.get_by_role("button", name=WORDS["en"]["filters"], exact=True)
    panel = page.locator(".filter-panel")
    opener.click()
    panel.get_by_label("From", exact=True).last.press("Escape")
    expect(panel).to_have_count(0)
    expect(opener).to_be_focused()
    opener.click()
    panel.wait_for()
    page.locator(".canvas").click(position={"x": 700, "y": 300})
    expect(panel).to_have_count(0)
    # Where it pushes what is below it down, it stays: what is pressed must not move away.
    page.set_viewport_size({"width": 700, "height": 900})
    opener.click()
    panel.wait_for()
    page.locator(".counts").click()
    assert panel.count() == 1


def _asked() -> str:
    return "&".join(f"entity={place.partition('.')[0]}" for place in CANVAS.removeprefix("n=").split("~"))


def test_expanding_brings_what_the_filters_let_through(page: Page, complaints: list[str], address: str) -> None:
    around = page.request.get(f"{address}/api/graph?entity=gmg&depth=1&modality=absence").json()["entities"]
    page.goto(f"{address}/explore/graph?lang=en&n=gmg.0.0&e=gmg&modality=absence")
    page.locator(".counts[aria-busy=false]", has_text="1 entity").wait_for()
    page.locator(".canvas").focus()
    page.keyboard.press("Enter")
    page.locator(".counts[aria-busy=false]", has_text=f"{len(around)} entities").wait_for()
    held = page.evaluate("() => document.querySelector('.canvas')._cyreg.cy.nodes().map(each => each.id())")
    assert sorted(held) == sorted(each["id"] for each in around)
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_ready_diagram_says_that_it_takes_the_filters_away(page: Page, address: str, lang: str) -> None:
    told, again = {
        "en": ("your own filters were taken away", "Filter again"),
        "zh": ("您先前的筛选已取消", "恢复筛选"),
    }[lang]
    page.goto(f"{address}/explore?lang={lang}&class=Institution&as_at=2005")
    page.locator(".pictures button").first.click()
    notice = page.locator(".notice", has_text=told)
    notice.wait_for()
    page.wait_for_url(lambda url: "/graph" in url and "class=" not in url)
    notice.get_by_role("button", name=again).click()
    page.wait_for_url(re.compile("class=Institution.*as_at=2005"))
    assert not notice.count()


def test_the_names_of_holders_come_by_one_request(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/table?lang=en")
    page.locator(".statements-table").wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name=WORDS["en"]["filters"], exact=True).click()
    holders = page.get_by_role("group", name=WORDS["en"]["held"], exact=True)
    holders.locator("label", has_text="Secretary-General").wait_for()
    assert holders.get_by_role("checkbox").count() > 1
    assert not [url for url in asked if re.search("/api/entities/.", url)]


@pytest.mark.parametrize(
    ("lang", "more", "remove"),
    [("en", "2 more", "Remove filter Status: proposal"), ("zh", "另有 2 项", "取消筛选 性质：提议")],
)
def test_many_of_a_kind_are_told_by_the_first_few_and_all_when_wanted(
    page: Page, complaints: list[str], report: str, lang: str, more: str, remove: str
) -> None:
    chips = page.locator(".filter-bar .chip")
    statuses = "fact~plan~proposal~recommendation~criticism"
    page.goto(f"{report}/explore/table?lang={lang}&modality={statuses}&to=2013")
    expect(chips).to_have_count(4)
    page.get_by_role("button", name=more, exact=True).click()
    expect(chips).to_have_count(6)
    assert not violations(page)
    page.get_by_role("button", name=remove, exact=True).click()
    expect(chips).to_have_count(5)
    page.wait_for_url(lambda url: "proposal" not in url)
    assert not complaints


@pytest.mark.parametrize(
    ("lang", "nothing", "undated", "back"),
    [
        ("en", "The filters let nothing through here.", "Nothing that the filters let through has a date.", "Show all"),
        ("zh", "此处没有符合筛选条件的内容。", "符合筛选条件的陈述均无日期。", "全部显示"),
    ],
)
def test_an_empty_view_says_that_the_filters_make_it_so_and_gives_back(
    page: Page, complaints: list[str], report: str, lang: str, nothing: str, undated: str, back: str
) -> None:
    page.goto(f"{report}/explore/table?lang={lang}&class=Place&modality=recommendation&to=1980")
    told = page.locator(".view [role=status]", has_text=nothing)
    told.wait_for()
    assert not violations(page)
    told.get_by_role("button", name=back).click()
    page.locator(".statements-table [role=row]").nth(5).wait_for()
    assert not told.count()
    page.goto(f"{report}/explore/timeline?lang={lang}&modality=conditional")
    told = page.locator(".view [role=status]", has_text=undated)
    told.wait_for()
    told.get_by_role("button", name=back).click()
    page.locator(".timeline-frame").wait_for()
    assert not complaints
