"""Pages in Chromium without a graphics card: how soon they show something, and how long a frame takes while panning."""

from __future__ import annotations

import math
import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SIZE = {"width": 1280, "height": 800}
PATIENCE = 180_000
MOVES = 90
_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_RECORD = """() => {
    window.frames = [];
    window.recording = true;
    const note = time => { window.frames.push(time); if (window.recording) requestAnimationFrame(note); };
    requestAnimationFrame(note);
}"""
_RECORDED = "() => { window.recording = false; return window.frames; }"
_STARTED = """() => {
    const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
    const painted = performance.getEntriesByName("first-contentful-paint")[0];
    return [painted.startTime, scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)];
}"""


@dataclass(frozen=True, slots=True)
class Frames:
    """Milliseconds of the frames while a picture was drawn about by the mouse."""

    mean: float
    p95: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page with a graph of some nodes.

    Attributes:
        seconds: until the graph was there.
        whole: frames while all of it was in view.
        near: frames while a part of it filled the view, drawn large enough to be read.
    """

    name: str
    nodes: int
    seconds: float
    whole: Frames
    near: Frames


def find_browser() -> str | None:
    """Chromium's program; `CHROMIUM` names another one."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium drawing by software."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Browser) -> Iterator[Page]:
    """A page with a profile of its own, which reaches this machine alone."""

    def only_here(route: Route) -> None:
        here = route.request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))
        route.continue_() if here else route.abort()

    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.route("**/*", only_here)
    yield context.new_page()
    context.close()


def measure_start(browser: Browser, address: str) -> tuple[float, int]:
    """Milliseconds to the first picture of a start page, and the bytes of its scripts as they were sent."""
    with open_page(browser) as page:
        page.goto(address)
        page.locator("search input, [role=combobox]").first.wait_for()
        page.wait_for_load_state("networkidle")
        found: list[Any] = page.evaluate(_STARTED)
        return float(found[0]), int(found[1])


@dataclass(frozen=True, slots=True)
class Expansion:
    """How long expanding an entity took, in milliseconds from the key.

    Attributes:
        boxes: to the frame that shows the entities that came.
        lines: to the frame that shows their relations too; many come after the boxes.
    """

    boxes: float
    lines: float


def measure_expansions(browser: Browser, address: str, entities: Sequence[str], look: float = 0) -> list[Expansion]:
    """How long expanding each entity takes, each on a new page that was looked at for some milliseconds before."""
    taken = []
    for entity in entities:
        with open_page(browser) as page:
            page.goto(f"{address}/explore/graph?lang=en&n={entity}.0.0&e={entity}")
            counts = page.locator(".counts[aria-busy=false]", has_text="1 entity")
            counts.wait_for()
            page.locator(".canvas").focus()
            page.evaluate(
                """() => {
                    const counts = document.querySelector(".counts");
                    const before = counts.textContent;
                    const { cy } = document.querySelector(".canvas")._cyreg;
                    window.taken = new Promise(done => addEventListener("keydown", ({ timeStamp }) => {
                        const since = () => performance.now() - timeStamp;
                        let boxes;
                        // Asked before anything else in each frame, so that nothing of the page stands between the
                        // frame and the time that is taken after it.
                        const look = () => {
                            const isThere = counts.ariaBusy === "false" && counts.textContent !== before;
                            const relations = isThere && Number(/(\\d+) relation/.exec(counts.textContent)[1]);
                            const isWhole = isThere && cy.edges().length >= relations;
                            setTimeout(() => {
                                if (isThere) boxes ??= since();
                                if (isWhole) done([boxes, since()]);
                            });
                            if (!isWhole) requestAnimationFrame(look);
                        };
                        requestAnimationFrame(look);
                    }, { once: true, capture: true }));
                }"""
            )
            page.wait_for_timeout(look)
            page.keyboard.press("Enter")
            taken.append(Expansion(*page.evaluate("() => window.taken")))
    return taken


def measure_explorer(browser: Browser, address: str, canvas: str, nodes: int) -> Drawn:
    """The explorer with so many nodes on its canvas."""
    with open_page(browser) as page:
        start = time.perf_counter()
        page.goto(f"{address}/explore/graph?lang=en#{canvas}")
        page.locator(".counts[aria-busy=false]", has_text=f"{nodes:,} entities").wait_for()
        page.evaluate(_TWO_FRAMES)
        seconds = time.perf_counter() - start
        picture = page.locator(".canvas")

        def come_closer() -> None:
            for _ in range(steps_closer(nodes)):
                picture.press("+")

        whole, near = _measure_frames(page, ".canvas", come_closer)
        return Drawn("explorer", nodes, seconds, whole, near)


def measure_pyvis(browser: Browser, file: Path, nodes: int) -> Drawn:
    """A page of pyvis, as it writes it, with as many."""
    with open_page(browser) as page:
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_function("() => document.querySelector('#mynetwork canvas')")
        page.evaluate(_TWO_FRAMES)
        seconds = time.perf_counter() - start

        def come_closer() -> None:
            page.evaluate("scale => network.moveTo({ scale: network.getScale() * scale })", 1.25 ** steps_closer(nodes))

        page.evaluate("() => network.fit({ animation: false })")
        whole, near = _measure_frames(page, "#mynetwork canvas", come_closer)
        return Drawn("pyvis", nodes, seconds, whole, near)


def steps_closer(nodes: int) -> int:
    """How often to come closer by a quarter until names can be read."""
    return round(math.log(max(nodes / 20, 2)) / math.log(1.25) / 2)


def _measure_frames(page: Page, selector: str, come_closer: Callable[[], None]) -> tuple[Frames, Frames]:
    page.wait_for_timeout(1500)
    whole = _pan(page, selector)
    come_closer()
    page.wait_for_timeout(1500)
    return whole, _pan(page, selector)


def _pan(page: Page, selector: str) -> Frames:
    """Draw the picture about by its lower part, where the least stands."""
    box = page.locator(selector).first.bounding_box()
    if box is None:
        raise RuntimeError(f"{selector} isn't on the page")
    x, y = box["x"] + box["width"] / 2, min(box["y"] + box["height"], SIZE["height"]) - 14
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_RECORD)
    for step in range(MOVES):
        page.mouse.move(x + 160 * math.sin(step / 9), y - 90 + 90 * math.cos(step / 9))
    times: list[float] = page.evaluate(_RECORDED)
    page.mouse.up()
    frames = [after - before for before, after in pairwise(times)]
    return Frames(statistics.mean(frames), statistics.quantiles(frames, n=20)[-1])
