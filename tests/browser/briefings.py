"""Briefing tasks over the report: how its readers press and search, and their files as other programs read them."""

from __future__ import annotations

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from api.app import create_app
from api.settings import Settings
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

# In English as on a laptop with a mouse, in Chinese as on a tablet by touch.
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "is_mobile": True}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@contextmanager
def served_report(dataset: Path, layouts: Path) -> Iterator[str]:
    """The address of the service over the report's dataset, which keeps its layouts in a folder."""
    with served(create_app(Settings(dataset=dataset, layouts=layouts, workers=1))) as address:
        yield address


def told(address: str, path: str) -> Any:
    """What the service says in JSON, asked beside the page."""
    with urllib.request.urlopen(f"{address}{path}", timeout=60) as answer:
        return json.load(answer)


def settle(page: Page) -> None:
    """Wait until the canvas shows what was asked for."""
    page.locator(".counts[aria-busy=false]", has_text=re.compile("[1-9]")).wait_for(timeout=60_000)


def keep(page: Page, form: str, folder: Path) -> Path:
    """The file of what the canvas shows, through the dialog that shares it, under the name that it comes with."""
    page.locator(".top").get_by_role("button", name=re.compile("^(Share|分享)$")).click()
    with page.expect_download(timeout=90_000) as saving:
        page.locator(".share .forms").get_by_role("button", name=f".{form}", exact=False).click()
    file = folder / saving.value.suggested_filename
    saving.value.save_as(file)
    page.locator(".share").get_by_role("button", name=re.compile("^(Close|关闭)$")).click()
    page.locator(".share").wait_for(state="hidden")
    return file


def text_of_pdf(file: Path) -> str:
    """The text of a PDF as poppler reads it, without white space: Chinese is broken anywhere."""
    read = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True, timeout=60)
    return packed(read.stdout)


def packed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def press(lang: str, place: Locator) -> None:
    """By the mouse on the laptop, by touch on the tablet."""
    (place.click if lang == "en" else place.tap)()


def search(page: Page, lang: str, words: str, found: str) -> None:
    """Type into the search box that is there, and take what is called so; it needs no scrolling."""
    page.get_by_role("searchbox").first.fill(words)
    option = page.get_by_role("option", name=re.compile(re.escape(found))).first
    option.wait_for()
    assert option.evaluate(
        "each => { const list = each.closest('.popover').getBoundingClientRect(), box = each.getBoundingClientRect();"
        " return box.bottom <= list.bottom && box.bottom <= innerHeight; }"
    ), f"{found} is out of sight"
    press(lang, option)
