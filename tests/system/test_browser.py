"""The browser of the tests calls nobody else, and its absence is never taken for success."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


class Redirect(BaseHTTPRequestHandler):
    """Serves a page at `/` and sends every other path to another host."""

    def do_GET(self) -> None:
        if self.path == "/":
            body = "<!doctype html><meta charset=utf-8><title>页</title>".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_response(302)
            self.send_header("Location", "http://other.example/redirected")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Redirect)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_local_page_is_shown(page, address, foreign_requests):
    page.goto(address)
    assert page.title() == "页"
    assert foreign_requests == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("fetch('http://other.example/a')", "http://other.example/a"),
        ("fetch('http://192.0.2.1/a')", "http://192.0.2.1/a"),
        ("fetch('/away', {mode: 'no-cors'})", "http://other.example/redirected"),
        ("new Promise((_, no) => new WebSocket('ws://other.example/s').onerror = no)", "ws://other.example/s"),
    ],
)
def test_other_hosts_are_refused_and_noted(page, address, foreign_requests, script, expected):
    page.goto(address)
    outcome = page.evaluate(f"() => {script}.then(() => 'answered', () => 'refused')")
    assert outcome == "refused"
    assert foreign_requests == [expected]
    foreign_requests.clear()


def run_pytest(folder: Path, body: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    tests = folder / "tests"
    tests.mkdir()
    (folder / "pyproject.toml").write_bytes(PROJECT.read_bytes())
    (tests / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tests / "install-programs").symlink_to(CONFTEST.with_name("install-programs"))
    (tests / "test_case.py").write_text(body, encoding="utf-8")
    outer = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder, env=outer | environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


NEEDS_BROWSER = "import pytest\n@pytest.mark.browser\ndef test_a(): pass\ndef test_b(page): pass\ndef test_c(): pass\n"


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_missing_browser_is_said_aloud_and_fails_in_ci(tmp_path, arguments, ci, code):
    run = run_pytest(tmp_path, NEEDS_BROWSER, *arguments, CI=ci, MIGOV_TEST_CHROMIUM="/nowhere/chromium")
    assert "NOT TESTED: browser tests (no Chromium" in run.stdout
    assert "1 passed, 2 skipped" in run.stdout
    assert run.returncode == code, run.stdout


def test_request_left_in_the_list_fails_the_test(tmp_path, chromium):
    body = "def test_a(page): page.set_content('<img src=http://other.example/i.png>')\n"
    run = run_pytest(tmp_path, body, MIGOV_TEST_CHROMIUM=str(chromium))
    assert "the page asked for other hosts: ['http://other.example/i.png']" in run.stdout
    assert run.returncode == 1
