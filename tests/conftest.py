"""What all tests share: one way to say that something couldn't be tested, and a browser that calls nobody else.

A test is skipped only through `not_tested`. The end of the run lists each such reason, and where `CI` is true the run
fails for it, so that a missing tool never looks like a passed test.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

INSTALL_PROGRAMS = Path(__file__).with_name("install-programs")
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})
LOCAL_SCHEMES = frozenset({"about", "blob", "data", "file"})
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What a route can't see (redirects, preconnect, the browser's own calls) finds no address and no proxy.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
_PREFIX = "NOT TESTED: "

# The machine may be busy: no test judges by the clock.
settings.register_profile("migov", deadline=None)
settings.load_profile("migov")


# What couldn't be tested


def _not_tested(what: str, why: str) -> NoReturn:
    pytest.skip(f"{_PREFIX}{what} ({why})")


@pytest.fixture(scope="session")
def not_tested() -> Callable[[str, str], NoReturn]:
    """Give up on the running test, as in `not_tested("a remote store", "no Virtuoso: apt-get install …")`."""
    return _not_tested


def _reasons(config: pytest.Config) -> Counter[str]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    texts = [report.longrepr[2] for report in skipped if isinstance(report.longrepr, tuple)]
    return Counter(text.removeprefix("Skipped: ") for text in texts if _PREFIX in text)


def _is_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run where `CI` is true and something couldn't be tested (the xdist workers leave it to their head)."""
    is_worker = hasattr(session.config, "workerinput")
    if _is_ci() and not is_worker and _reasons(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """List what couldn't be tested, with its reason and the number of tests."""
    reasons = _reasons(config)
    if not reasons:
        return
    terminalreporter.section("NOT TESTED", red=True, bold=True)
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{reason}: {count} {'test' if count == 1 else 'tests'}", red=True)
    if _is_ci():
        terminalreporter.write_line("CI is true, so this run fails.", red=True)


# The report


@pytest.fixture(scope="session")
def report_dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report's own dataset, built once for all processes of a run: don't write to it."""
    from graph import Identifiers
    from graph.datasets.building import check_data
    from graph.datasets.publish import publish, sorted_quads
    from graph.locations import data_folder

    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "report-dataset"
    with (shared / "report-dataset.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            aside = shared / "report-dataset.new"
            publish(sorted_quads(check_data(data_folder(), Identifiers()).dataset), aside)
            aside.replace(folder)
    return folder


# The browser


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses the browser, so that `-m 'not browser'` leaves it out."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Hold a marked test to the same condition when it starts the browser by other means than the fixtures."""
    if item.get_closest_marker("browser"):
        _find_chromium(item.session)


def _ask(option: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHON": sys.executable}
    return subprocess.run([INSTALL_PROGRAMS, option], capture_output=True, text=True, check=False, env=environment)


_CHROMIUM = pytest.StashKey[Path | None]()


def _find_chromium(session: pytest.Session) -> Path:
    if _CHROMIUM not in session.stash:
        answer = _ask("--find")
        session.stash[_CHROMIUM] = Path(answer.stdout.strip()) if answer.returncode == 0 else None
    chromium = session.stash[_CHROMIUM]
    if chromium is None:
        _not_tested("browser tests", "no Chromium: tests/install-programs installs one or says how")
    return chromium


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Path:
    """The path of a Chromium that runs."""
    return _find_chromium(request.session)


@pytest.fixture(scope="session")
def cjk_font() -> None:
    """Ask for this where a picture of Chinese text is judged."""
    if _ask("--font").returncode != 0:
        _not_tested("how Chinese text looks", "no font for Chinese: tests/install-programs installs one or says how")


@pytest.fixture(scope="session")
def office() -> Path:
    """The path of a LibreOffice that opens slides and texts; poppler's `pdftotext` stands beside it."""
    answer = _ask("--office")
    if answer.returncode != 0:
        reason = "no LibreOffice, or no pdftotext: tests/install-programs installs them or says how"
        _not_tested("slides and texts in another program", reason)
    return Path(answer.stdout.strip())


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A browser for one module: while it lives, `asyncio.run` can't be used in this thread."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield started
        started.close()


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOCAL_HOSTS


@pytest.fixture
def foreign_requests() -> Iterator[list[str]]:
    """Every address outside this machine that a page asked for, in order; none was answered.

    One left at the end fails the test; a test that expects one clears the list.
    """
    addresses: list[str] = []
    yield addresses
    assert not addresses, f"the page asked for other hosts: {addresses}"


@pytest.fixture
def new_context(browser: Browser, foreign_requests: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Make a fresh profile with Playwright's options (`locale`, `viewport` …), guarded against other hosts."""
    contexts: list[BrowserContext] = []

    def note(url: str) -> None:
        if not _is_local(url):
            foreign_requests.append(url)

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(service_workers="block", **options)
        contexts.append(context)
        context.route(lambda url: not _is_local(url), lambda route: route.abort("blockedbyclient"))
        context.on("request", lambda request: note(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """An empty page in a fresh profile."""
    return new_context().new_page()
