from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NoReturn

import pytest
from pypdf import PdfReader

from ontology import Text
from tests.viz.pictures import hostile, sample, small
from tests.viz.test_svg import LANGUAGES, digests_elsewhere
from viz import Options, render
from viz.documents.paper import Paper
from viz.documents.pdf import render_pdf


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_same_bytes_again_and_in_another_process() -> None:
    here = [hashlib.sha256(render(sample(), "pdf", Options(language="zh"))).hexdigest()]
    assert here == digests_elsewhere(["pdf"], "5")


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("zh", "zh-CN")])
def test_it_is_tagged_with_title_and_language_and_no_date(language: Literal["en", "zh"], tag: str) -> None:
    diagram = sample()
    pdf = PdfReader(BytesIO(render(diagram, "pdf", Options(language=language))))
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert pdf.metadata.title == diagram.title.get(language)
    assert pdf.metadata.creation_date is None
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("a3", (1191, 842)), ("16:9", (960, 540))])
def test_pages_have_the_size_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    pdf = PdfReader(BytesIO(render(sample(), "pdf", Options(paper=paper))))
    assert len(pdf.pages) >= 2
    for page in pdf.pages:
        box = page.mediabox
        assert sorted((round(box.width), round(box.height)), reverse=True) == list(size)


def test_abbreviations_give_way_to_letters_that_are_hard_to_read() -> None:
    diagram = small()
    widened = tuple(
        replace(diagram.nodes[n % len(diagram.nodes)], id=f"extra-{n:03}", short_names=Text(f"缩{n}", f"ABC{n}"))
        for n in range(120)
    )
    for crowded, page in ((diagram, 0), (replace(diagram, nodes=diagram.nodes + widened), 1)):
        pdf = PdfReader(BytesIO(render_pdf(crowded)))
        assert [n for n, each in enumerate(pdf.pages) if "Abbreviations:" in each.extract_text()] == [page]
        assert "fact" in pdf.pages[0].extract_text()


def test_fonts_are_embedded_subsets() -> None:
    pdf = PdfReader(BytesIO(render_pdf(sample(), "zh")))
    resources: list[Any] = [page["/Resources"] for page in pdf.pages]
    fonts = [font.get_object() for each in resources for font in each.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert re.fullmatch("/[A-Z]{6}[+]NotoSansSC-Regular.*", font["/BaseFont"])
        assert "/FontFile3" in descriptor
    assert len(render_pdf(sample(), "zh")) < 400_000


def test_another_program_reads_its_words_back(tmp_path: Path, not_tested: Callable[[str, str], NoReturn]) -> None:
    if shutil.which("pdftotext") is None:
        not_tested("PDF files in another program", "no pdftotext: apt-get install poppler-utils")
    file = tmp_path / "sample.pdf"
    diagram = sample()
    for language in LANGUAGES:
        file.write_bytes(render(diagram, "pdf", Options(language=language)))
        read = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True, text=True)
        words = squeezed(read.stdout)
        for node in diagram.nodes:
            assert squeezed(node.short_names.get(language)) in words
        for source in diagram.sources:
            assert squeezed(source.quote) in words
            assert (squeezed(source.translation) in words) is (language == "en")
        assert diagram.version in words


def test_hostile_words_stay_words() -> None:
    for language in LANGUAGES:
        pdf = PdfReader(BytesIO(render(hostile(), "pdf", Options(language=language))))
        words = squeezed("".join(page.extract_text() for page in pdf.pages))
        assert "<script>alert(1)</script>" in words
        assert not [page for page in pdf.pages if "/Annots" in page and "javascript" in str(page["/Annots"])]


def test_a_markup_of_typst_is_words_too() -> None:
    title = Text('#read("/etc/passwd") *粗* $x$', '#read("/etc/passwd") *bold* $x$ @label <label>')
    pdf = PdfReader(BytesIO(render_pdf(replace(sample(), title=title), "en")))
    assert pdf.metadata is not None
    assert pdf.metadata.title == title.en
    assert squeezed(title.en) in squeezed(pdf.pages[0].extract_text())
