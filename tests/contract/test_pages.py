"""Every page that can be reached from the start page: no other host, strict policy, no inline code, both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from api.web.messages import MESSAGES
from graph.errors import StoreBusy
from tests.api.service import HOSTILE, Served

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
        self.data: list[str] = []
        self._in_data = False
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
        self._in_data = tag == "script" and values == {"type": "application/ld+json"}
        if tag == "style" or (tag == "script" and "src" not in values and not self._in_data):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name, _ in attrs if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False


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


@pytest.mark.parametrize(
    "path",
    [
        "/entity/gmg",
        "/entity/secretariat",
        "/report/A-1-1",
        "/report/A-1-1/statement/1.1",
        "/report/A-1-1/paragraph/1",
        "/entity/gmg/label/zh-1",
        "/ontology",
    ],
)
def test_a_page_carries_the_rdf_of_what_it_shows(client: TestClient, path: str) -> None:
    for lang in ("en", "zh"):
        text = client.get(path, params={"lang": lang}, headers={"Accept": "text/html"}).text
        (block,) = Page(text).data
        carried = set(pyoxigraph.parse(block, format=pyoxigraph.RdfFormat.JSON_LD))
        alone = client.get(path, params={"format": "ntriples"}).content
        assert len(carried) > 1
        assert carried == set(pyoxigraph.parse(alone, format=pyoxigraph.RdfFormat.N_TRIPLES))


def test_no_word_of_the_data_ends_its_block(client: TestClient) -> None:
    text = client.get("/entity/secretariat", headers={"Accept": "text/html"}).text
    block = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&") & set(block)
    literals = [quad.object for quad in pyoxigraph.parse(block, format=pyoxigraph.RdfFormat.JSON_LD)]
    assert pyoxigraph.Literal(HOSTILE, language="en") in literals


def test_a_page_is_whole_where_its_rdf_is_too_long_or_the_store_is_busy(
    fresh: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise StoreBusy("busy")

    monkeypatch.setattr("api.web.pages.LONGEST_BLOCK", 100)
    assert not Page(fresh.get("/entity/gmg", headers={"Accept": "text/html"}).text).data
    monkeypatch.setattr(fresh.app.state.store, "query", refuse)  # type: ignore[attr-defined]
    answer = fresh.get("/entity/gmg", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert not Page(answer.text).data


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
    from api.web.pages import TEMPLATES

    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    used = set(re.findall(r"""\bt\(["'](\w+)["']""", text))
    assert used <= set(MESSAGES)
    by_variable = {
        "narrower",
        "broader",
        "classes",
        "properties",
        "modalities",
        "families",
        "units",
        "qualifier",
        "condition",
        "note",
    }
    assert set(MESSAGES) - used <= by_variable
