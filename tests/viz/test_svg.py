from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree

import pytest

from ontology import Text
from tests.viz.pictures import hostile, sample
from viz import FORMS, Options, render
from viz.pictures.svg import Parts, render_svg
from viz.style import LINE_STYLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Literal["en", "zh"], ...] = ("en", "zh")
# What every program that opens SVG draws; style sheets, foreign objects, markers and scripts are not among it.
PLAIN = {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "text"}
DRAW = """
import hashlib
from tests.viz.pictures import sample
from viz import FORMS, Options, render
for form in {forms}:
    print(hashlib.sha256(render(sample(), form, Options(language="zh"))).hexdigest())
"""


def digests_elsewhere(forms: list[str], seed: str, **environment: str) -> list[str]:
    """Digests of the sample in some forms, as another process with another hash seed and environment makes them."""
    drawn = subprocess.run(
        [sys.executable, "-c", DRAW.format(forms=forms)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), **environment},
        text=True,
    )
    return drawn.stdout.split()


def tree(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own text


def texts(root: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in root.iter(f"{SVG}text")]


def test_a_machine_without_fonts_makes_the_same_files(tmp_path: Path) -> None:
    none = tmp_path / "fonts.conf"
    none.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    forms = ["svg", "png", "pdf", "pptx", "docx"]
    here = [hashlib.sha256(render(sample(), form, Options(language="zh"))).hexdigest() for form in forms]
    assert digests_elsewhere(forms, "4", FONTCONFIG_FILE=str(none), HOME=str(tmp_path)) == here


def test_the_same_bytes_again_and_in_another_process() -> None:
    here = [hashlib.sha256(render(sample(), form, Options(language="zh"))).hexdigest() for form in ("svg", "png")]
    assert here == digests_elsewhere(["svg", "png"], "1") == digests_elsewhere(["svg", "png"], "77")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_but_what_every_program_draws(language: Literal["en", "zh"]) -> None:
    root = tree(render_svg(sample(), language).text)
    used = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert PLAIN - {"circle"} <= used <= PLAIN
    assert not [each for each in root.iter() if {"style", "class"} & set(each.attrib)]
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == {"en": "en", "zh": "zh-Hans"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_node_line_source_and_legend_entry_is_there(language: Literal["en", "zh"]) -> None:
    diagram = sample()
    picture = render_svg(diagram, language)
    root = tree(picture.text)
    written = " ".join(texts(root))
    squeezed = "".join(texts(root)).replace(" ", "")
    for node in diagram.nodes:
        assert node.short_names.get(language).replace(" ", "") in squeezed
    for source in diagram.sources:
        assert f"[{source.number}]" in texts(root)
        assert source.quote.replace(" ", "") in squeezed
        assert language == "zh" or source.translation.replace(" ", "") in squeezed
    for entry in diagram.modalities:
        assert entry.label.get(language) in written
    assert diagram.title.get(language) in written
    assert "A/68/283" in written
    assert diagram.version in written
    titles = [each.text or "" for each in root.iter(f"{SVG}title")]
    for edge in diagram.edges:
        assert any(edge.claim.sentence.get(language) in title for title in titles)


def test_our_translation_is_called_ours_where_it_is_shown() -> None:
    assert "not the official English version" in render_svg(sample(), "en").text
    assert "working translation" not in render_svg(sample(), "zh").text


def test_every_status_has_the_dashes_of_its_own() -> None:
    diagram = sample()
    text = render_svg(diagram, "en").text
    dashes = {" ".join(map(str, LINE_STYLES[edge.claim.modality].dashes)) for edge in diagram.edges}
    assert len(dashes) > 5
    assert set(re.findall('stroke-dasharray="([^"]+)"', text)) == dashes - {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_stay_words(language: Literal["en", "zh"]) -> None:
    root = tree(render_svg(hostile(), language).text)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= PLAIN
    links = {each.attrib[f"{XLINK}href"] for each in root.iter(f"{SVG}a")}
    assert links == {f"https://example.org/{path}" for path in ("entity/a", "entity/b", "statement/1.1")}
    written = "".join(texts(root))
    assert "<script>alert(1)</script>" in written
    assert not set("\x00\x1b\u202e") & set(written)


def test_a_name_without_end_is_cut_with_a_mark() -> None:
    picture = render_svg(hostile(), "zh")
    assert "长…" in picture.text
    assert picture.height < 2000


def test_no_link_leads_anywhere_but_to_the_dataset() -> None:
    diagram = sample()
    nodes = tuple(replace(node, iri="javascript:alert(1)") for node in diagram.nodes)
    edges = tuple(replace(edge, claim=replace(edge.claim, iri="https://elsewhere.test/x")) for edge in diagram.edges)
    assert "xlink:href" not in render_svg(replace(diagram, nodes=nodes, edges=edges), "en").text


def test_changes_of_a_scenario_are_told_by_mark_and_words() -> None:
    diagram = sample()
    first, second, third, *rest = diagram.edges
    edges = (replace(first, change="added"), replace(second, change="ended"), replace(third, change="changed"), *rest)
    nodes = (replace(diagram.nodes[0], change="added"), *diagram.nodes[1:])
    written = texts(tree(render_svg(replace(diagram, nodes=nodes, edges=edges), "en").text))
    assert {"would be added", "would end", "would change"} <= set(written)
    assert written.count("+") == 2
    assert not {"would be added", "would end", "would change"} & set(texts(tree(render_svg(diagram, "en").text)))


def test_parts_can_be_left_out() -> None:
    diagram = sample()
    bare = render_svg(diagram, "en", Parts(title=False, legend=False, sources=False, ground=False))
    written = " ".join(texts(tree(bare.text)))
    assert "Sources" not in written
    assert "A second line" not in written
    assert bare.height < render_svg(diagram, "en").height
    assert f'<rect width="{bare.width:g}"' not in bare.text


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="use en or zh"):
        render_svg(sample(), "fr")  # type: ignore[arg-type]


@pytest.mark.browser
def test_a_browser_draws_it_with_every_word_inside(page: Page, tmp_path: Path) -> None:
    picture = render_svg(sample(), "zh")
    file = tmp_path / "sample.svg"
    file.write_text(picture.text, encoding="utf-8")
    page.goto(file.as_uri())
    outside = page.evaluate(
        """() => [...document.querySelectorAll('text')].filter((each) => {
             const box = each.getBoundingClientRect(), all = document.documentElement.getBoundingClientRect();
             return !box.width || box.left < all.left || box.right > all.right || box.bottom > all.bottom;
           }).map((each) => each.textContent)"""
    )
    assert outside == []
    assert page.evaluate("document.querySelectorAll('a').length") > 40


def test_abbreviations_in_boxes_are_explained_in_the_pictures_own_words() -> None:
    english, chinese = (" ".join(texts(tree(render_svg(sample(), each).text))) for each in LANGUAGES)
    assert "Abbreviations: " in english
    assert "GMG, Global Migration Group" in english
    assert "缩写" not in chinese, "Chinese boxes hold words, not abbreviations"
    bare = render_svg(sample(), "en", Parts(legend=False))
    assert "Abbreviations" not in " ".join(texts(tree(bare.text)))


@pytest.mark.parametrize("form", FORMS)
def test_half_a_character_spoils_no_form(form: str) -> None:
    words = Text("一\ud800半", "half a \udcff character")
    diagram = sample()
    first = replace(diagram.nodes[0], names=words, short_names=words)
    spoiled = replace(diagram, title=words, note=words, nodes=(first, *diagram.nodes[1:]))
    for language in LANGUAGES:
        assert render(spoiled, form, Options(language=language))
