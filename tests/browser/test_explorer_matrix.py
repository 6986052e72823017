"""The explorer's matrix in a real browser: cells as SPARQL counts them, walked by keyboard, in step with the graph."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.asking import rows_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A statement between two bodies is counted in the cells of both.
CELLS = """
SELECT ?one ?other (COUNT(DISTINCT ?statement) AS ?count) (COUNT(DISTINCT ?status) AS ?statuses) WHERE {
  { ?statement rdf:subject ?one ; rdf:object ?other } UNION { ?statement rdf:subject ?other ; rdf:object ?one }
  ?statement migov:modality ?status .
  ?one a ?class . FILTER(?class IN (migov:Institution, migov:Body, migov:Process, migov:RegionalConsultativeProcess))
  ?other a ?kind . FILTER(?kind IN (KINDS))
} GROUP BY ?one ?other"""
KINDS = {
    "bodies": "migov:Institution, migov:Body, migov:Process, migov:RegionalConsultativeProcess",
    "actors": "migov:Group, migov:Role, migov:Person",
    "topics": "migov:Concept",
    "recommendations": "migov:Recommendation, migov:Proposal",
}
WORDS = {
    "en": {"order": "In the order of", "kind": "against", "cell": "2 statements", "csv": "CSV of all"},
    "zh": {"order": "排列", "kind": "机构和进程对照", "cell": "2 条陈述", "csv": "全部 3 × 3 的 CSV"},
}


def shown(page: Page) -> dict[tuple[str, str], tuple[int, int]]:
    """The number and the lines of each filled cell, by the entities at its heads."""
    heads = [str(each.get_attribute("data-head")) for each in page.locator(".matrix .across").all()]
    found = {}
    for row in page.locator(".matrix tbody tr").all():
        for head, cell in zip(heads, row.locator("td").all(), strict=True):
            if cell.locator("button").count():
                number = cell.locator("button > span").first.inner_text()
                found[str(row.get_attribute("data-row")), head] = (int(number), cell.locator("svg").count())
    return found


@pytest.mark.parametrize("against", list(KINDS))
def test_cells_are_as_sparql_counts_them(page: Page, complaints: list[str], address: str, against: str) -> None:
    counted = rows_of(page, address, CELLS.replace("KINDS", KINDS[against]))
    page.goto(f"{address}/explore/matrix?lang=en&d-against={against}")
    page.locator(".ties").first.wait_for()
    assert counted
    expected = {(each["one"], each["other"]): (int(each["count"]), int(each["statuses"])) for each in counted}
    assert shown(page) == expected
    assert not complaints


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_cell_opens_its_statements(
    page: Page, complaints: list[str], address: str, lang: str, tmp_path: Path
) -> None:
    names = {
        each["id"]: each["labels"][lang][0] for each in page.request.get(f"{address}/api/entities").json()["items"]
    }
    sentences = {
        each["id"]: each["sentence"][lang] for each in page.request.get(f"{address}/api/statements").json()["items"]
    }
    page.goto(f"{address}/explore/matrix?lang={lang}")
    cell = page.locator("tr[data-row=ilo] .ties")
    cell.wait_for()
    expect(page.get_by_role("grid")).to_have_count(1)
    label = str(cell.get_attribute("aria-label"))
    assert WORDS[lang]["cell"] in label
    assert names["ilo"] in label
    assert names["gmg"] in label
    assert not violations(page)
    cell.click()
    statements = page.locator(".behind .statements li")
    expect(statements).to_have_count(2)
    for each, row in zip(("A-1-1/1.2", "A-1-1/2.3"), statements.all(), strict=True):
        assert sentences[each] in row.inner_text()
        expect(row.locator(".status")).to_have_count(1)
        expect(row.locator("a")).to_have_count(1)
    expect(page.locator(".evidence-panel blockquote[lang^=zh]")).to_have_count(2)
    expect(cell).to_have_attribute("aria-pressed", "true")
    assert not violations(page)
    page.wait_for_url("**d-cell=ilo~gmg**")
    page.goto(page.url)
    expect(statements).to_have_count(2)
    expect(cell).to_have_attribute("aria-pressed", "true")
    # The head of a row or column chooses its entity.
    page.locator("tr[data-row=iom] th button").click()
    page.locator(".evidence-panel .entity-name").get_by_text(names["iom"]).first.wait_for()
    page.get_by_role("combobox", name=WORDS[lang]["order"]).select_option("communities")
    page.locator(".matrix .group").first.wait_for()
    page.get_by_role("combobox", name=WORDS[lang]["order"]).select_option("names")
    expect(page.locator(".matrix .group")).to_have_count(0)
    rows = [str(each.get_attribute("data-row")) for each in page.locator(".matrix tbody tr").all()]
    if lang == "en":
        assert [names[each] for each in rows] == sorted(names[each] for each in rows)
    with page.expect_download() as saved:
        page.get_by_role("button", name=WORDS[lang]["csv"]).click()
    path = tmp_path / "saved.csv"
    saved.value.save_as(path)
    (_, *columns), *lines = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert columns == [names[each] for each in rows]
    (ilo,) = [line for line in lines if line[0] == names["ilo"]]
    assert {"1 fact, 1 proposal", "1 事实、1 提议"} & {ilo[1 + columns.index(names["gmg"])]}
    # The roles of a body, with a word for each side of a relation.
    page.get_by_role("combobox", name=WORDS[lang]["kind"]).select_option("roles")
    page.locator("tr[data-row=gmg] .ties").first.wait_for()
    heads = page.locator(".matrix .across").all_inner_texts()
    vocabulary = page.request.get(f"{address}/api/vocabulary").json()["properties"]
    member = next(each for each in vocabulary if each["id"] == "memberOf")
    assert {member["label"][lang], member["inverse_label"][lang]} <= {each.strip() for each in heads}
    assert not violations(page)
    assert not complaints


def test_the_grid_is_walked_by_keyboard(page: Page, complaints: list[str], address: str) -> None:
    def spot() -> str:
        return str(page.evaluate("() => document.activeElement?.dataset.spot"))

    page.goto(f"{address}/explore/matrix?lang=en")
    page.locator(".ties").first.wait_for()
    # One stop of the tab key; the arrows go on, over empty cells and heads as well.
    assert page.locator(".matrix [tabindex='0']").count() == 1
    page.locator(".matrix [tabindex='0']").focus()
    assert spot() == "1 1"
    for key, expected in (
        ("ArrowRight", "1 2"),
        ("ArrowDown", "2 2"),
        ("Home", "2 0"),
        ("Control+End", "3 3"),
        ("ArrowRight", "3 3"),
        ("PageUp", "0 3"),
        ("Control+Home", "0 0"),
    ):
        page.keyboard.press(key)
        assert spot() == expected, key
    assert page.locator(".matrix [tabindex='0']").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator(".behind .statements li").first.wait_for()
    assert spot() == "1 2"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.locator(".evidence-panel .entity-name").wait_for()
    assert not complaints


def test_the_canvas_and_the_filters_narrow_the_matrix(page: Page, complaints: list[str], address: str) -> None:
    page.goto(f"{address}/explore/matrix?lang=en&n=gmg.0.0~ilo.1k.0")
    page.locator(".ties").first.wait_for()
    assert shown(page) == {("gmg", "ilo"): (2, 2), ("ilo", "gmg"): (2, 2)}
    page.get_by_text("every statement about any of them").click()
    expect(page.locator(".ties")).to_have_count(4)
    page.goto(f"{address}/explore/matrix?lang=en&modality=proposal&d-cell=iom~gmg")
    page.locator(".ties").first.wait_for()
    assert shown(page) == {("gmg", "ilo"): (1, 1), ("ilo", "gmg"): (1, 1)}
    page.get_by_text("The cell that was open has no statement now.").wait_for()
    page.goto(f"{address}/explore/matrix?lang=en&class=Institution")
    page.get_by_text("has no statement of that kind").wait_for()
    # What is opened here is chosen in the graph too.
    page.goto(f"{address}/explore/matrix?lang=en&n=gmg.0.0~ilo.1k.0")
    page.locator("tr[data-row=gmg] .ties").click()
    page.get_by_role("link", name="Graph", exact=True).click()
    page.wait_for_url("**/explore/graph?**s=A-1-1/1%2E2~A-1-1/2%2E3**")
    assert not complaints
