"""The explorer's analysis in a real browser: figures as SPARQL counts them, and the statements behind each."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.asking import rows_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEIGHBOURS = """
SELECT ?one (COUNT(DISTINCT ?other) AS ?figure) (COUNT(DISTINCT ?statement) AS ?from) WHERE {
  { ?statement rdf:subject ?one ; rdf:object ?other } UNION { ?statement rdf:subject ?other ; rdf:object ?one }
  ?statement migov:modality ?status . FILTER(isIRI(?other) && STRSTARTS(STR(?one), STR(entity:))) STATUS
  FILTER(STRSTARTS(STR(?other), STR(entity:)))
} GROUP BY ?one"""
STANCES = {
    "facts": "FILTER(?status = migov:fact)",
    "proposals": "FILTER(?status IN (migov:fact, migov:plan, migov:conditional, migov:proposal, migov:recommendation))",
    "every": "",
}
WORDS = {
    "en": {"of": "Figures of", "proposals": "with plans, conditions"},
    "zh": {"of": "显示谁的数值", "proposals": "加上计划"},
}


def shown(page: Page) -> dict[str, tuple[int, int]]:
    """The figure of each row, and how many statements it was counted from, as a reader sees them."""
    found = {}
    for row in page.locator("tr[data-figure]").all():
        figure = row.locator("td:has(.bar)").inner_text()
        behind = "".join(each for each in row.locator(".disclosure").inner_text() if each.isdigit())
        found[str(row.get_attribute("data-figure"))] = (int(figure), int(behind))
    return found


@pytest.mark.parametrize("stance", list(STANCES))
def test_figures_are_as_sparql_counts_them(page: Page, complaints: list[str], address: str, stance: str) -> None:
    counted = rows_of(page, address, NEIGHBOURS.replace("STATUS", STANCES[stance]))
    page.goto(f"{address}/explore/analysis?lang=en&d-status={stance}")
    page.locator("tr[data-figure]").first.wait_for()
    assert len(counted) > 3
    assert shown(page) == {each["one"]: (int(each["figure"]), int(each["from"])) for each in counted}
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_figure_opens_its_statements(page: Page, complaints: list[str], address: str, lang: str) -> None:
    every = {each["id"]: each for each in page.request.get(f"{address}/api/statements").json()["items"]}
    page.goto(f"{address}/explore/analysis?lang={lang}")
    gmg = page.locator("tr[data-figure=gmg]")
    gmg.locator(".disclosure").click()
    behind = page.locator("tr.behind .statements li")
    behind.first.wait_for()
    facts = [each for each in every.values() if each["modality"] == "fact"]
    about = [each for each in facts if "gmg" in (each["subject"]["id"], each["object"].get("id"))]
    about = [each for each in about if "id" in each["object"]]
    assert behind.count() == len(about) > 2
    for row, statement in zip(behind.all(), about, strict=True):
        assert statement["sentence"][lang] in row.inner_text()
        assert row.locator(".status").count() == 1
        assert row.locator("a").count() == len({each["paragraph"] for each in statement["evidence"]}) == 1
    assert not violations(page)
    behind.first.locator("button").click()
    page.locator(".evidence-panel blockquote").first.wait_for()
    # The network stays whole where bodies alone are ranked.
    page.get_by_role("combobox", name=WORDS[lang]["of"]).select_option("bodies")
    expect(page.locator("tr[data-figure]")).to_have_count(3)
    assert shown(page)["gmg"] == (4, len(about))
    page.get_by_role("combobox", name=WORDS[lang]["of"]).select_option("")
    # With proposals: what changed beside facts alone.
    page.get_by_text(WORDS[lang]["proposals"]).click()
    expect(page.locator("tr.behind")).to_have_count(0)
    expect(page.locator("tr[data-figure=model-a] td")).to_contain_text([{"en": "none", "zh": "无"}[lang]])
    expect(gmg).to_contain_text({"en": "place 1 (4)", "zh": "第 1 名（4）"}[lang])
    assert not violations(page)
    gmg.locator(".disclosure").click()
    behind.first.wait_for()
    statuses = page.locator("tr.behind .status").all_inner_texts()
    assert len(set(statuses)) == 3  # a fact, a proposal, a recommendation
    page.wait_for_url("**d-figure=gmg**")
    # The link holds all of it.
    texts = behind.all_inner_texts()
    page.goto(page.url)
    behind.first.wait_for()
    assert behind.all_inner_texts() == texts
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_groups_and_pairs(page: Page, complaints: list[str], address: str, lang: str) -> None:
    names = {
        each["id"]: each["labels"][lang][0] for each in page.request.get(f"{address}/api/entities").json()["items"]
    }
    page.goto(f"{address}/explore/analysis?lang={lang}&d-measure=shared-membership")
    pair = page.locator("tr[data-figure]")
    expect(pair).to_have_count(1)
    for each in ("ilo", "iom", "gmg"):
        expect(pair.get_by_role("button", name=names[each])).to_be_visible()
    assert not violations(page)
    for measure in ("communities", "brokers", "mandate-overlap"):
        found = page.request.get(f"{address}/api/analysis/{measure}").json()
        title = page.get_by_role("button", name=found["measure"]["title"][lang], exact=True)
        title.click()
        expect(title).to_have_attribute("aria-current", "true")
        page.get_by_text(found["measure"]["method"][lang]).wait_for()
        expect(page.locator("tr[data-figure]")).to_have_count(found["total"])
        for row, figure in zip(page.locator("tr[data-figure]").all(), found["items"], strict=True):
            members = [names[each["id"]] for each in figure["entities"]]
            assert [each.strip() for each in row.locator("th .link").all_inner_texts()] == members
        assert not violations(page)
    assert not complaints


def test_the_canvas_and_the_filters_narrow_it_and_it_fills_the_canvas(
    page: Page, complaints: list[str], address: str
) -> None:
    rows = page.locator("tr[data-figure]")
    page.goto(f"{address}/explore/analysis?lang=en&n=gmg.0.0~ilo.1k.0")
    rows.first.wait_for()
    assert rows.count() > 2
    page.get_by_text("the 2 on the canvas").click()
    expect(rows).to_have_count(2)
    page.wait_for_url("**d-within=canvas**")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV of all 2 figures").click()
    listed = list(csv.DictReader(io.StringIO(saved.value.path().read_text(encoding="utf-8-sig"))))
    assert [(each["entities"], each["value"]) for each in listed] == [("gmg", "1"), ("ilo", "1")]
    page.goto(f"{address}/explore/analysis?lang=en&modality=absence")
    expect(rows).to_have_count(2)
    page.get_by_text("Statements that count are those of the filter: stated absence.").wait_for()
    page.goto(f"{address}/explore/analysis?lang=en&modality=requirement")
    page.get_by_text("Nothing to count").wait_for()
    page.goto(f"{address}/explore/analysis?lang=en")
    page.locator("tr[data-figure=ilo] .disclosure").click()
    page.locator("tr.behind").get_by_role("button", name="Show 2 entities on the canvas").click()
    page.wait_for_url("**/explore/graph?**")
    page.wait_for_url(lambda url: "n=" in url and "ilo." in url and "gmg." in url)
    assert not complaints
