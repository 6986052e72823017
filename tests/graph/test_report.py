"""The report is read from its damaged text: nothing lost, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ReportError
from graph.reports.reader import parse_report, read_report
from graph.reports.report import Report
from graph.reports.text import Piece, joint, normalise

REPORT = Path(__file__).parents[2] / "data/reports/A-68-283/report.zh.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(REPORT)


def assert_every_character_accounted_for(report: Report) -> None:
    """The spans partition the source; units are made of its text and footnote characters, each used once."""
    assert "".join(report.source[span.start : span.end] for span in report.spans) == report.source
    kinds = {n: span.kind for span in report.spans for n in range(span.start, span.end)}
    used: list[int] = []
    for unit in report.units:
        expected = "footnote" if unit.id.startswith("fn") else "text"
        assert len(unit.text) == len(unit.normalised.offsets)
        for char, offset in zip(unit.text, unit.normalised.offsets, strict=True):
            if kinds[offset] == expected:
                assert report.source[offset] == char
                used.append(offset)
            else:  # a joint: it stands for layout and adds no word
                assert kinds[offset] == "layout"
                assert char in " \n"
    assert len(used) == len(set(used))
    assert set(used) == {offset for offset, kind in kinds.items() if kind in ("text", "footnote")}
    layout = "".join(report.source[span.start : span.end] for span in report.spans if span.kind == "layout")
    assert set(layout) <= set(" \n_")


def test_every_character_is_accounted_for_exactly_once(report: Report) -> None:
    assert_every_character_accounted_for(report)


def test_units_and_sections(report: Report) -> None:
    expected = ["cover", "summary", *map(str, range(1, 144)), *(f"fn{n}" for n in range(1, 14))]
    assert [unit.id for unit in report.units] == expected
    assert len(report.sections) == 43
    titles = {section.id: section.title for section in report.sections}
    assert titles["III.A.1"] == "全球移徙治理概念"
    assert titles["III.F"] == "人权框架对全球移徙治理的益处"
    assert titles["IV.B.1.b"] == "有关全球移徙与发展论坛的建议"
    assert [number for section in report.sections for number in section.paragraphs] == list(map(str, range(1, 144)))


def test_footnotes_interrupt_no_paragraph(report: Report) -> None:
    assert "援助和保护人口贩运受害者" in report.unit("34").text
    assert "主席每年轮流由发达国家和发展中国家担任" in report.unit("53").text
    assert report.unit("fn4").text.endswith("2013-Global-RCP-Chairs-Summary-English.pdf。")
    assert report.unit("fn6").text.endswith("final_draft_30_september_2012.pdf。")
    marks = {mark.number for unit in report.units for mark in unit.marks}
    marks |= {number for section in report.sections for number in section.marks}
    assert marks == set(range(1, 14))


def test_marks_stand_where_the_marker_stood(report: Report) -> None:
    unit = report.unit("51")
    assert [mark.number for mark in unit.marks] == [5]
    assert unit.text[: unit.marks[0].offset].endswith("自愿进程，")


def test_hard_breaks_leave_no_trace(report: Report) -> None:
    assert "在 470 多个工作地点有 7 800 多名员工" in report.unit("58").text
    assert report.unit("17").text.startswith(
        "根据多伊尔报告，一些国家于 2003 年创建了国际移徙全球委员会，作为一个独立的委员会"
    )
    assert "mechanisms，processes and institutions" in report.unit("fn12").text
    assert not re.search(r"[一-鿿]\n", "".join(unit.text for unit in report.units if unit.id not in ("cover", "134")))


def test_lettered_items(report: Report) -> None:
    unit = report.unit("134")
    assert [item.letter for item in unit.sub_items] == list("abcdefgh")
    assert unit.text[unit.sub_items[2].start : unit.sub_items[2].end] == "确保更注重移徙者的人权;"
    assert [item.letter for item in report.unit("16").sub_items] == list("abc")


def test_source_span_leads_back_to_the_file(report: Report) -> None:
    unit = report.unit("46")
    start = unit.text.index("15 个联合国实体和机构")
    first, last = unit.normalised.source_span(start, start + len("15 个联合国实体和机构"))
    assert re.sub(r"\s", "", report.source[first:last]) == "15个联合国实体和机构"
    with pytest.raises(ValueError, match="no span"):
        unit.normalised.source_span(3, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no paragraph numbered 1"),
        ("一些没有编号的文字\n", "no paragraph numbered 1"),
        ("  一. 导言\n\n没有编号的文字\n", "without a paragraph number"),
        ("  一. 导言\n\n1. 正文\n\n______\n\n没有编号的脚注\n", "before any footnote number"),
    ],
)
def test_texts_that_are_no_report(text: str, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        parse_report(text)


def test_missing_and_mis_encoded_files(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="is missing"):
        read_report(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes(b"1. \xff\xfe")
    with pytest.raises(ReportError, match="not UTF-8 at byte 3"):
        read_report(tmp_path / "latin.txt")


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("移徙者", "人权", ""),
        ("processes", "and", " "),
        ("大会于", "2013 年", " "),
        ("第 143", "号", " "),
        ("20", "13 年", ""),
        ("报告", "(A/HRC", ""),
        ("Press，", "2011", ""),
        ("见 www.iom.int/a-", "b.pdf", ""),
        ("见 www.iom.int/a", "b.pdf", ""),
        ("", "一", ""),
    ],
)
def test_joints(left: str, right: str, between: str) -> None:
    assert joint(left, right) == between


@given(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=12), min_size=1, max_size=8))
def test_normalising_keeps_every_character_and_its_place(lines: list[str]) -> None:
    source = "\n".join(lines) + "\n"
    pieces, at = [], 0
    for n, line in enumerate(lines):
        pieces.append(Piece(at, at + len(line), new_block=n % 3 == 2))
        at += len(line) + 1
    result = normalise(source, pieces)
    kept = [(c, o) for c, o in zip(result.text, result.offsets, strict=True) if source[o] != "\n"]
    assert [o for _, o in kept] == [n for n, char in enumerate(source) if char != "\n"]
    assert all(source[o] == c for c, o in kept)
    assert {c for c, o in zip(result.text, result.offsets, strict=True) if source[o] == "\n"} <= {" ", "\n"}


_WORDS = st.text("移徙者人权 2013A。，", min_size=1, max_size=30).map(str.strip).filter(bool)


@given(st.lists(_WORDS, min_size=1, max_size=6), st.lists(_WORDS, max_size=4), st.data())
def test_made_up_reports_are_read_whole(paragraphs: list[str], footnotes: list[str], data: st.DataObject) -> None:
    """Whatever the paragraphs say and wherever their lines break, every character is accounted for."""
    text = " 第一届会议 \n\n  一. 导言 \n \n\n"
    for number, words in enumerate(paragraphs, start=1):
        cut = data.draw(st.integers(0, len(words)))
        text += f"{number}. 段{words[:cut]} \n\n字{words[cut:]} \n\n"
    if footnotes:
        text += "__________________ \n\n"
        for number, words in enumerate(footnotes, start=1):
            text += f" \n{number}\n 注{words} \n\n"
    report = parse_report(text)
    assert_every_character_accounted_for(report)
    assert [u.id for u in report.units if u.id.isdigit()] == [str(n) for n in range(1, len(paragraphs) + 1)]
    assert sum(u.id.startswith("fn") for u in report.units) == len(footnotes)
