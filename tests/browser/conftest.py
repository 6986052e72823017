"""The service over the small dataset, and what the browser complains of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.api.service import Served
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page


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
