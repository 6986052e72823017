from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from graph.model import Language
from ontology import Text
from tests.viz.hostile import hostile_diagram
from tests.viz.offices import read_by_office
from tests.viz.samples import institutions
from viz import (
    BRIEFING_FORMS,
    MOST_DIAGRAMS,
    Diagram,
    Options,
    UnfitBriefing,
    UnknownForm,
    brief,
    diagram_of,
    render_briefing,
)

LANGUAGES: tuple[Language, ...] = ("en", "zh")
ROOT = Path(__file__).parents[2]


def two() -> list[Diagram]:
    """Two diagrams that rest in part on the same passages."""
    data = institutions()
    return [
        diagram_of(data.neighbourhood(["iom"]), data, id="one", title=Text("第一图", "The first")),
        diagram_of(data.neighbourhood(["gmg"]), data, id="two", title=Text("第二图", "The second")),
    ]


def test_the_sources_are_numbered_through_and_every_line_keeps_its_quotations() -> None:
    made = brief(two())
    assert [source.number for source in made.sources] == list(range(1, len(made.sources) + 1))
    places = [(source.unit, source.quote) for source in made.sources]
    assert len(set(places)) == len(places)
    common = {source.number: source.quote for source in made.sources}
    shared = 0
    for before, after in zip(two(), made.diagrams, strict=True):
        own = {source.number: source.quote for source in before.sources}
        assert {source.number: source.quote for source in after.sources}.items() <= common.items()
        shared += len(before.sources)
        claims = [(old.claim, new.claim) for old, new in zip(before.edges, after.edges, strict=True)] + [
            pair
            for old, new in zip(before.nodes, after.nodes, strict=True)
            for pair in zip(old.claims, new.claims, strict=True)
        ]
        for old, new in claims:
            assert {own[number] for number in old.sources} == {common[number] for number in new.sources}
            assert list(new.sources) == sorted(new.sources)
    assert shared > len(made.sources)


def text_of(data: bytes, extension: str) -> str:
    if extension == "docx":
        document = Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        # Links are runs of their own, which `Paragraph.text` holds too.
        return "".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if extension == "pptx":
        parts = []
        for slide in Presentation(io.BytesIO(data)).slides:
            for shape in slide.shapes:
                if shape.has_text_frame:
                    parts.append(shape.text_frame.text)
                if shape.has_table:
                    parts += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        return "".join(parts)
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("extension", BRIEFING_FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_has_title_contents_diagrams_and_one_list_of_sources(extension: str, language: Language) -> None:
    made = brief(two(), Text("给部长的简报", "A briefing for the minister"))
    text = "".join(text_of(render_briefing(made, extension, Options(language)), extension).split())
    assert "".join(made.title.get(language).split()) in text
    for diagram in made.diagrams:
        # In the contents and over the diagram itself.
        assert text.count("".join(diagram.title.get(language).split())) >= 2
    for source in made.sources:
        assert text.count("".join(source.quote.split())) == 1
        assert ("".join(source.translation.split()) in text) is (language == "en")
    assert "A/68/283" in text
    assert made.diagrams[0].version in text
    assert ("ourworkingtranslations,nottheofficialEnglishversion" in text) is (language == "en")


def test_the_contents_of_a_text_lead_to_its_parts() -> None:
    made = brief(two())
    body = Document(io.BytesIO(render_briefing(made, "docx"))).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert {"part-1", "part-2", "part-3"} <= links <= marks
    kinds = [field.get(qn("w:fldCharType")) for field in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate")


def test_a_pdf_is_tagged_with_an_outline() -> None:
    pdf = PdfReader(io.BytesIO(render_briefing(brief(two()), "pdf", Options("zh"))))
    assert pdf.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    assert [entry.title for entry in pdf.outline if not isinstance(entry, list)][-3:] == [
        "第一图",
        "第二图",
        "资料来源",
    ]


@pytest.mark.parametrize("extension", BRIEFING_FORMS)
def test_the_same_bytes_again_and_in_another_process(extension: str) -> None:
    script = (
        "import hashlib; from tests.viz.test_briefing import *;"
        f"print(hashlib.sha256(render_briefing(brief(two()), {extension!r}, Options('zh'))).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "9", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    data = render_briefing(brief(two()), extension, Options("zh"))
    assert done.stdout.strip() == hashlib.sha256(data).hexdigest()


def test_what_makes_no_briefing_is_refused_with_advice() -> None:
    one, other = two()
    with pytest.raises(UnfitBriefing, match="name at least one"):
        brief([])
    with pytest.raises(UnfitBriefing, match=f"at most {MOST_DIAGRAMS}"):
        brief([one] * (MOST_DIAGRAMS + 1))
    with pytest.raises(UnfitBriefing, match="of different datasets"):
        brief([one, replace(other, version="another")])
    with pytest.raises(UnknownForm, match="docx, pptx, pdf"):
        render_briefing(brief([one]), "odt")


@pytest.mark.parametrize("extension", BRIEFING_FORMS)
def test_hostile_words_stay_words(extension: str) -> None:
    made = brief([hostile_diagram()], Text("#eval <b>", '#read("/etc/passwd") <script>alert(1)</script>'))
    text = text_of(render_briefing(made, extension), extension)
    assert "alert(1)" in text
    assert "root:" not in text


def test_libreoffice_opens_both_forms(office: Path, tmp_path: Path) -> None:
    made = brief(two())
    files = {f"{form}.{form}": render_briefing(made, form, Options("zh")) for form in ("docx", "pptx")}
    for name, pages in read_by_office(office, tmp_path, files).items():
        text = "".join(pages)
        assert "目录" in text, name
        for source in made.sources:
            assert "".join(source.quote.split()) in text


def test_a_notebook_shows_picture_and_description() -> None:
    diagram = two()[0]
    bundle = diagram._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "image/svg+xml"}
    assert bundle["image/svg+xml"].startswith("<?xml")
    assert diagram.title.en in bundle["image/svg+xml"]
    assert bundle["text/plain"].startswith("The first.")
    assert "<script" not in hostile_diagram()._repr_mimebundle_()["image/svg+xml"]
