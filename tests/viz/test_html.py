from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from graph.model import Language, Neighbourhood
from ontology import Text
from tests.viz.samples import entity, institutions, snapshot, statement
from viz import Diagram, content_security_policy, diagram_of, render_html

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\"'><svg/onload=alert(1)> href",
    "{{ 7*7 }}{% raw %}",
    "]]>\u2028\u2029\u202e&lt;b&gt;",
)


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inlined: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.elements[-1] if self.elements else ("", {})
        if tag in {"script", "style"} and self.cdata_elem == tag:
            self.inlined.append((tag, attributes, data))

    def data(self) -> dict[str, Any]:
        """The JSON that the page's script is handed."""
        (text,) = ("".join(d for t, a, d in self.inlined if a.get("id") == "data"),)
        loaded: dict[str, Any] = json.loads(text)
        return loaded


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    data = institutions()
    around = data.neighbourhood(["gmg", "gfmd", "iom"], depth=2, limit=60)
    return diagram_of(around, data, note=Text("说明", "A remark"))


@pytest.fixture(scope="module")
def html(diagram: Diagram) -> str:
    return render_html(diagram)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_opens_in_the_language_asked_for(diagram: Diagram, language: Language) -> None:
    html = render_html(diagram, language)
    assert html.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert f"<title>{diagram.title.get(language)} · Migov</title>" in html
    assert Page(html).data()["language"] == language


def test_another_language_is_refused_by_name(diagram: Diagram) -> None:
    with pytest.raises(ValueError, match="“fr” is not a language"):
        render_html(diagram, "fr")  # type: ignore[arg-type]


def test_nothing_in_the_page_is_fetched(html: str) -> None:
    page = Page(html)
    for tag, attributes in page.elements:
        for name in ("src", "href", "srcset", "action", "data", "poster", "background", "style"):
            value = attributes.get(name)
            assert value is None or value.startswith(("#", "data:")), (tag, name, value)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
    styles = "".join(text for tag, _, text in page.inlined if tag == "style")
    assert "url(" not in styles
    assert "@import" not in styles
    own = [text for tag, attributes, text in page.inlined if tag == "script" and "@version 9.1.2" not in text]
    for script in own:
        assert not re.search(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon|innerHTML|eval\(", script)


def test_the_policy_allows_exactly_what_the_page_holds(html: str) -> None:
    page = Page(html)
    given = next(a["content"] for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert given == content_security_policy()
    assert given is not None
    assert given.startswith("default-src 'none'; ")
    assert "unsafe" not in given
    hashes = set(re.findall(r"'(sha256-[^']+)'", given))
    found = {
        "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
        for _, attributes, text in page.inlined
        if attributes.get("type") not in ("application/json", "application/ld+json")
    }
    assert found == hashes
    assert len(found) == 3


def test_the_same_diagram_gives_the_same_bytes(diagram: Diagram, html: str) -> None:
    data = institutions()
    again = diagram_of(
        data.neighbourhood(["gmg", "gfmd", "iom"], depth=2, limit=60), data, note=Text("说明", "A remark")
    )
    assert render_html(again).encode() == html.encode()


def test_the_page_is_small(html: str) -> None:
    assert len(html.encode()) < 1_500_000


def test_every_node_and_edge_is_drawn_with_its_style_and_evidence(diagram: Diagram, html: str) -> None:
    data = Page(html).data()
    assert [node["id"] for node in data["picture"]["nodes"]] == [node.id for node in diagram.nodes]
    drawn = {edge["id"]: edge for edge in data["picture"]["edges"]}
    assert list(drawn) == [edge.id for edge in diagram.edges]
    assert drawn["A-68-283/46.1"]["dashes"] is False
    assert drawn["A-68-283/60.2"]["dashes"] == [6, 5]
    assert drawn["A-68-283/60.1"]["smooth"] != drawn["A-68-283/60.2"]["smooth"]
    told = {edge["id"]: edge for edge in data["diagram"]["edges"]}
    quotes = {source["number"]: source["quote"] for source in data["diagram"]["sources"]}
    for edge in diagram.edges:
        assert [quotes[number] for number in told[edge.id]["sources"]]
        assert told[edge.id]["modality"] == edge.claim.modality


def test_a_stated_absence_says_so_in_words(html: str) -> None:
    (edge,) = (e for e in Page(html).data()["diagram"]["edges"] if e["id"] == "A-68-283/60.1")
    assert edge["label"]["en"].startswith("not: ")
    assert edge["label"]["zh"].startswith("并非：")


def test_title_report_version_and_what_is_left_out_are_shown(diagram: Diagram) -> None:
    html = render_html(replace(diagram, left_out=7))
    for words in ("Report A/68/283", "7 August 2013", "Dataset 3f9c2ab41d70", "7 more not shown", "A remark"):
        assert words in html
    assert "not shown" not in render_html(replace(diagram, left_out=0)).partition("<script")[0]


def test_without_script_the_statements_can_be_read(html: str) -> None:
    words = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "Said not to be so: The International Organization for Migration is a body of the United Nations." in words
    assert '<q lang="zh">全球论坛不是联合国的机构</q> (A/68/283, para. 52)' in words


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_words_stay_text(attack: str) -> None:
    one, two = entity("a", "Institution", attack, attack, attack), entity("b", "Body", f"乙{attack}", "b")
    claim = statement("1.1", "a", "supports", "b", quote=attack, qualifier=Text(attack, attack))
    claim = replace(claim, sentence=Text(attack, attack))
    data = snapshot([one, two], [claim])
    around = Neighbourhood(("a",), (one, two), (claim,))
    html = render_html(
        diagram_of(around, data, title=Text(attack, attack), subtitle=Text(attack, attack), note=Text(attack, attack))
    )
    harmless = render_html(
        diagram_of(
            replace(around, entities=(replace(one, zh=two.zh, en=two.en), two)),
            data, title=Text("t", "t"), subtitle=Text("t", "t"), note=Text("t", "t"),
        )
    )  # fmt: skip
    assert [tag for tag, _ in Page(html).elements] == [tag for tag, _ in Page(harmless).elements]
    told = Page(html).data()["diagram"]
    assert told["nodes"][0]["names"]["en"] == attack
    assert told["sources"][0]["quote"] == attack
    assert "\u2028" not in html.partition('id="data"')[2].partition("</script>")[0]


def test_an_enormous_label_is_shortened_in_the_picture_and_whole_in_the_evidence() -> None:
    name = "长" * 3000
    one = entity("a", "Institution", name, "W" * 3000)
    html = render_html(diagram_of(Neighbourhood(("a",), (one,), ()), snapshot([one], [])))
    (node,) = Page(html).data()["diagram"]["nodes"]
    assert node["names"]["zh"] == name
    assert node["card"]["zh"]["lines"][-1].endswith("…")
    assert node["card"]["en"]["width"] <= 230 + 22 + 2 * 9  # the widest form of a label, its glyph, its padding
