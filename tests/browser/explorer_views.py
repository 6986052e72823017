"""The views of the explorer that tests go through, over the small dataset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

CANVAS = "n=gmg.0.0~iom.28.-8~ilo.-28.-8~secretary-general.-28.1c"
# What each view is looked at with; a view that isn't named here is looked at with the canvas alone.
WITH = {
    "graph": "&e=gmg",
    "table": "&s=A-1-1/1%2E5",
    "report": "&d-r=A-1-1&d-p=1",
    "questions": "&d-q=claims",
    "scenarios": "&d-m=scenario-a",
}


def open_views(page: Page, address: str, lang: str) -> list[tuple[str, str]]:
    """The name and address of every view that the navigation shows."""
    page.goto(f"{address}/explore/graph?lang={lang}&{CANVAS}")
    settle(page)
    links = page.locator("header nav").first.locator("a")
    views = []
    for link in links.all():
        href = str(link.get_attribute("href"))
        found = re.search(r"/explore/([a-z]+)", href)
        name = found.group(1) if found else "start"
        views.append((name, f"{address}{href}{WITH.get(name, '')}"))
    assert {"start", *WITH} <= {name for name, _ in views}
    return views


# There, and nothing waited for or come for a while: what an answer leads to is asked for at once.
SETTLED = """() => new Promise((done, fail) => {
    const begun = performance.now();
    let since = begun, come = -1;
    const look = () => {
        const now = performance.now(), all = performance.getEntriesByType('resource').length;
        const waits = !document.querySelector('main h1') || document.querySelector('.loading, [aria-busy=true]');
        if (waits || all !== come) since = now;
        come = all;
        if (now - since > 120) done();
        else if (now - begun > 60_000) fail(new Error('the view still waits'));
        else setTimeout(look, 20);
    };
    look();
})"""


def settle(page: Page) -> None:
    """Wait until a view is there and waits for nothing."""
    page.evaluate(SETTLED)
