from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from graph.model import Language
from tests.viz.hostile import hostile_diagram
from tests.viz.offices import read_by_office
from tests.viz.pictures import hostile, sample
from tests.viz.test_svg import digests_elsewhere
from viz import Diagram, Options, render
from viz.documents.paper import Paper

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def words_of(document: Any) -> str:
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return sample()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_title_claims_statuses_and_sources(diagram: Diagram, language: Language) -> None:
    document = opened(render(diagram, "docx", Options(language)))
    said = words_of(document)
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.paragraphs[0].text == diagram.title.get(language)
    for entry in diagram.modalities:
        assert f"{entry.label.get(language)}{'：' if language == 'zh' else ': '}{entry.comment.get(language)}" in said
    for edge in diagram.edges:
        assert edge.claim.sentence.get(language) in said
    for source in diagram.sources:
        assert f"[{source.number}]\tA/68/283" in said
        assert source.quote in said
        assert (source.translation in said) is (language == "en")
    assert ("Our working translation, not the official English version" in said) is (language == "en")
    assert diagram.version in said


def test_the_picture_has_a_description_and_a_caption_that_counts_itself(diagram: Diagram) -> None:
    document = opened(render(diagram, "docx"))
    (picture,) = document.inline_shapes
    assert diagram.edges[0].claim.sentence.en in picture._inline.docPr.get("descr")
    (caption,) = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    assert caption.text == f"Figure 1. {diagram.title.en}"
    assert "SEQ Figure" in caption._p.xml
    section = document.sections[0]
    assert picture.width <= section.page_width - section.left_margin - section.right_margin
    assert picture.height <= section.page_height - section.top_margin - section.bottom_margin


def test_numbers_in_the_table_lead_to_the_sources_they_name(diagram: Diagram) -> None:
    document = opened(render(diagram, "docx"))
    body = document.element.body
    marks = {mark.get(qn("w:name")): mark for mark in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    assert len(links) >= len(diagram.edges)
    for link in links:
        target = link.get(qn("w:anchor"))
        assert target == f"source-{''.join(text.text for text in link.iter(qn('w:t')))}"
        assert target in marks
    assert {f"source-{source.number}" for source in diagram.sources} <= set(marks)
    numbers = [mark.get(qn("w:id")) for mark in marks.values()]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_there_as_vectors_with_the_same_words(diagram: Diagram, language: Language) -> None:
    data = render(diagram, "docx", Options(language))
    document = opened(data)
    (vectors,) = document.element.body.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    blip = next(vectors.iterancestors(qn("a:blip")))
    part = document.part.related_parts[vectors.get(qn("r:embed"))]
    assert part.content_type == "image/svg+xml"
    picture = etree.fromstring(part.blob)
    said = "".join("".join(text.itertext()) for text in picture.iter("{http://www.w3.org/2000/svg}text"))
    for source in {number for edge in diagram.edges for number in edge.claim.sources}:
        assert str(source) in said
    # Both show the same: pixels and vectors have one shape.
    image = document.part.related_parts[blip.get(qn("r:embed"))].image
    width, height = (float(picture.get(side)) for side in ("width", "height"))
    assert image.px_width / image.px_height == pytest.approx(width / height, rel=0.01)
    types = zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml").decode()
    assert "image/svg+xml" in types


@pytest.mark.parametrize(("paper", "long"), [("a4", 297), ("a3", 420), ("16:9", 339)])
def test_pages_have_the_size_asked_for(diagram: Diagram, paper: Paper, long: int) -> None:
    document = opened(render(diagram, "docx", Options(paper=paper)))
    for section in document.sections:
        assert round(max(section.page_width.mm, section.page_height.mm)) == long


def test_fonts_for_chinese_and_languages_are_set(diagram: Diagram) -> None:
    archive = zipfile.ZipFile(io.BytesIO(render(diagram, "docx", Options("zh"))))
    styles = archive.read("word/styles.xml").decode()
    assert '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in styles
    for style in ("Normal", "Heading1", "Caption"):
        text = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', styles, re.DOTALL)
        assert text is not None
        assert 'w:eastAsia="Microsoft YaHei"' in text[0]
        assert "Theme=" not in re.search(r"<w:rFonts[^>]*>", text[0])[0]  # type: ignore[index]


def test_the_same_bytes_again_and_in_another_process(diagram: Diagram) -> None:
    data = render(diagram, "docx", Options(language="zh"))
    assert [hashlib.sha256(data).hexdigest()] == digests_elsewhere(["docx"], "11")
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml").decode()
    assert "dcterms:" not in core
    assert diagram.title.zh in core
    assert "<dc:language>zh-CN</dc:language>" in core


def test_hostile_and_endless_words_stay_words() -> None:
    for diagram in (hostile(), hostile_diagram()):
        data = render(diagram, "docx")
        archive = zipfile.ZipFile(io.BytesIO(data))
        assert not [name for name in archive.namelist() if b'TargetMode="External"' in archive.read(name)]
        assert "<script>alert(1)" in words_of(opened(data))


def test_libreoffice_opens_the_text_and_reads_its_words(office: Path, tmp_path: Path, diagram: Diagram) -> None:
    files = {f"{language}.docx": render(diagram, "docx", Options(language)) for language in LANGUAGES}
    files["hostile.docx"] = render(hostile_diagram(), "docx")
    pages = read_by_office(office, tmp_path, files)
    for language in LANGUAGES:
        first, words = pages[f"{language}.docx"][0], "".join(pages[f"{language}.docx"])
        title = "".join(diagram.title.get(language).split())
        # Picture and caption stand on the first page, under the title.
        assert title in first
        assert (f"图1{title}" if language == "zh" else f"Figure1.{title}") in first
        for source in diagram.sources:
            assert "".join(source.quote.split()) in words
    assert "<script>alert(1)" in "".join(pages["hostile.docx"])
