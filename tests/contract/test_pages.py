"""Every page that can be reached from the start page: no other host, strict policy, no inline code, both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from api.messages import MESSAGES
from tests.api.service import Served

# Attributes whose address a browser fetches by itself.
FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
    ("object", "data"),
}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "manifest"}


class Page(HTMLParser):
    """What a page links to and fetches, and what stands in it that its policy would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.inline: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if tag == "link" and FETCHED_LINKS & set(str(values.get("rel")).split()):
            self.fetched.append(str(values["href"]))
        self.fetched += [str(value) for name, value in attrs if (tag, name) in FETCHED]
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name, _ in attrs if name == "style" or name.startswith("on")]


def crawl(client: TestClient, start: str) -> Iterator[tuple[str, Page, str]]:
    """Every HTML page reachable from one: (path, page, policy)."""
    waiting, seen = [start], {start}
    while waiting:
        path = waiting.pop()
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200 or path == "/sparql", path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        yield path, page, answer.headers["content-security-policy"]
        for link in page.links + [link for link in page.fetched if not urlsplit(link).netloc]:
            joined = urlsplit(urljoin(path, link))
            if not joined.netloc and joined.scheme == "":
                target = joined._replace(fragment="").geturl()
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_reached_from_the_start_page(served: Served, lang: str) -> None:
    with TestClient(served.app()) as client:
        pages = list(crawl(client, f"/?lang={lang}"))
    paths = {path.partition("?")[0] for path, _, _ in pages}
    wanted = (
        "/plain",
        "/search",
        "/diagrams",
        "/questions",
        "/questions/claims",
        "/diagrams/institutions",
        "/docs",
        "/ontology",
        "/report/A-1-1",
        "/embed/diagrams/institutions",
        "/diagrams/institutions.html",
        "/view",
        "/embed/view",
        "/view.html",
    )
    assert paths >= set(wanted)
    for path, page, policy in pages:
        foreign = [address for address in page.fetched if urlsplit(address).netloc]
        assert not foreign, path
        assert "unsafe" not in policy, path
        assert "default-src 'none'" in policy, path
        assert "frame-ancestors" in policy, path
        if not (path.startswith(("/embed/", "/view.")) or "/diagrams/institutions." in path):
            assert not page.inline, path
            assert policy.endswith("frame-ancestors 'none'"), path
        names = [tag for tag, _ in page.tags]
        assert names.count("main") == 1, path
        assert names.count("h1") == 1, path
        html = next(values for tag, values in page.tags if tag == "html")
        assert html["lang"] in ("en", "zh-Hans", "zh"), path


def test_inline_code_of_diagrams_is_allowed_by_digest_only(client: TestClient) -> None:
    policy = client.get("/diagrams/institutions.html").headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts
    assert all(source.startswith("'sha256-") for source in scripts[1].split())


def test_every_answer_has_the_security_headers(client: TestClient) -> None:
    for path in (
        "/",
        "/plain",
        "/api/entities",
        "/api/nope",
        "/entity/gmg?format=turtle",
        "/static/migov.css",
        "/healthz",
        "/docs",
    ):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "same-origin", path
        assert "default-src 'none'" in headers["content-security-policy"], path


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/explore/graph",
        "/plain",
        "/search",
        "/api/entities",
        "/api/entities/gmg",
        "/entity/gmg",
        "/diagrams/institutions",
        "/static/migov.css",
        "/healthz",
        "/docs",
        "/openapi.json",
        "/questions/claims",
        "/api/questions/claims/answer",
        "/nope",
    ],
)
def test_head_has_the_headers_of_get_and_no_body(client: TestClient, path: str) -> None:
    for headers in ({}, {"Accept-Encoding": "identity"}):
        got, head = client.get(path, headers=headers), client.head(path, headers=headers)
        assert (head.status_code, head.content) == (got.status_code, b"")
        varying = ("x-request-id", "date")
        assert {k: v for k, v in head.headers.items() if k not in varying} == {
            k: v for k, v in got.headers.items() if k not in varying
        }


def test_both_languages_are_complete() -> None:
    for key, words in MESSAGES.items():
        assert words.zh, key
        assert words.en, key
        assert sorted(re.findall(r"{\d}", words.zh)) == sorted(re.findall(r"{\d}", words.en)), key
        assert not re.search(r"[\u4e00-\u9fff]", words.en), key


def test_no_message_is_unused_or_missing() -> None:
    from api.pages import TEMPLATES

    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    used = set(re.findall(r"""\bt\(["'](\w+)["']""", text))
    assert used <= set(MESSAGES)
    by_variable = {"classes", "properties", "modalities", "families", "units", "qualifier", "condition", "note"}
    assert set(MESSAGES) - used <= by_variable
