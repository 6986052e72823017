"""The service over the small dataset and over the report, a reader's desk, and what the browser complains of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.api.service import Served
from tests.browser.briefings import LAPTOP, TABLET, served_report
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over the small dataset, on a free port."""
    with served(Served(tmp_path_factory.mktemp("data")).app()) as opened:
        yield opened


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says of the page's policy and scripts."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture(scope="module")
def report(report_dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over the report."""
    with served_report(report_dataset, tmp_path_factory.mktemp("layouts")) as address:
        yield address


@pytest.fixture
def desk(new_context: Callable[..., BrowserContext], report: str, lang: str) -> Page:
    """The start page with the focus in its search box."""
    page = new_context(**(LAPTOP if lang == "en" else TABLET)).new_page()
    page.goto(f"{report}/?lang={lang}")
    page.wait_for_function("() => document.activeElement?.matches('.search input')")
    return page
