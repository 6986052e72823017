"""Dates in EDTF and their bounds."""

from __future__ import annotations

import pytest

from graph.dates import read_date


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-10-03", "2013-10-03", "2013-10-03"),
        ("2013-10-03/2013-10-04", "2013-10-03", "2013-10-04"),
        ("2007/..", "2007-01-01", None),
        ("../2004", None, "2004-12-31"),
    ],
)
def test_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    span = read_date(edtf)
    assert (span.edtf, span.earliest, span.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize("text", ["", "2013-13", "2013-02-30", "3 October 2013", "2014/2013", "2007/", "/2007"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|before it begins"):
        read_date(text)
