"""The explorer's legend in a real browser: each sign switches its own off and on, for every view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

CANVAS = "n=gmg.0.0~iom.28.-8~ilo.-28.-8~secretariat.0.1c~secretary-general.-28.1c"
INSTITUTION = {"en": "institution", "zh": "机构"}
COUNTED = {"en": r"^(\d+) entit\w+, (\d+) relation", "zh": r"^(\d+) 个实体，(\d+) 条关系"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_signs_switch_what_they_stand_for(page: Page, complaints: list[str], address: str, lang: str) -> None:
    counts = page.locator(".counts[aria-busy=false]")

    def counted() -> tuple[int, int]:
        found = re.match(COUNTED[lang], counts.inner_text())
        assert found
        return int(found[1]), int(found[2])

    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    signs = page.locator(".legend button[aria-pressed]")
    signs.first.wait_for()
    counts.wait_for()
    whole = counted()
    assert signs.evaluate_all("all => all.every(each => each.ariaPressed === 'true')")
    institution = signs.filter(has_text=re.compile(rf"^\s*{INSTITUTION[lang]}"))
    number = int(institution.locator("small").inner_text())
    assert number == 2
    institution.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**&class=*")
    page.wait_for_function("() => document.querySelector('.legend button[aria-pressed=false]')")
    counts.filter(has_not_text=re.compile(rf"^{whole[0]} ")).wait_for()
    assert counted()[0] == whole[0] - number
    # What is switched off stays in the legend, with its number.
    assert institution.get_attribute("aria-pressed") == "false"
    assert not violations(page)
    institution.click()
    page.wait_for_url(lambda url: "class=" not in url)
    counts.filter(has_text=re.compile(rf"^{whole[0]} ")).wait_for()

    line = page.locator(".legend button:has(svg[width='40'])").first
    relations = int(line.locator("small").inner_text())
    line.click()
    page.wait_for_url("**&modality=*")
    page.wait_for_function("() => document.querySelector('.legend button[aria-pressed=false]')")
    counts.filter(has_not_text=re.compile(rf"{whole[1]}\D*$")).wait_for()
    assert counted()[1] == whole[1] - relations
    families = page.locator(".legend ul").last.locator("button")
    assert families.count() >= 1
    assert not complaints
