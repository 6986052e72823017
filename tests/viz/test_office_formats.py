"""Files of Word, PowerPoint and Excel against the formats' schemas and what their programs are known to mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from graph.model import Language
from tests.viz.hostile import hostile_diagram
from tests.viz.pictures import sample
from viz import Diagram, Options, brief, render, render_briefing

FORMS = ("docx", "pptx", "xlsx")


def faults(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    validator = OpenXmlValidator(FileFormat.MICROSOFT_365)
    return [str(error) for error in validator.validate(str(path)).errors]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("diagram", [sample(), hostile_diagram()], ids=["sample", "hostile"])
def test_no_file_needs_mending(diagram: Diagram, form: str, language: Language, tmp_path: Path) -> None:
    assert faults(render(diagram, form, Options(language=language)), tmp_path / f"a.{form}") == []


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_no_briefing_needs_mending(form: str, tmp_path: Path) -> None:
    briefing = brief([sample(), hostile_diagram()])
    assert faults(render_briefing(briefing, form), tmp_path / f"a.{form}") == []


def test_a_file_that_word_would_mend_is_told(tmp_path: Path) -> None:
    data = render(sample(), "docx").replace(b"word/styles.xml", b"word/stylez.xml")
    assert faults(data, tmp_path / "a.docx")
