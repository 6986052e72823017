"""Symbols, resolutions, links and dates are recognised where they stand."""

from __future__ import annotations

import pytest

from graph.reports.references import find_references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年度报告(A/HRC/23/46)，", [("symbol", "A/HRC/23/46")]),
        ("(见 A/61/515)。", [("symbol", "A/61/515")]),
        ("大会第 67/172 号决议", [("resolution", "A/RES/67/172")]),
        ("2013年 5月，", [("date", "2013-05")]),
        ("2010 年 9 月 30 日", [("date", "2010-09-30")]),
        ("2013 年 10 月 3 日和 4 日", [("date", "2013-10-03/2013-10-04")]),
        ("自 2007 年以来", [("date", "2007")]),
        ("参阅：www.gfmd.org/en/process/background。", [("link", "www.gfmd.org/en/process/background")]),
        ("(第 97 号公约)7 800 多名", []),
        ("见http://undocs.org/ch/A/57/387。", [("link", "http://undocs.org/ch/A/57/387")]),
    ],
)
def test_references(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_references(text)
    assert [(reference.kind, reference.value) for reference in found] == expected
    assert all(text[reference.start : reference.end] for reference in found)
