from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.dates import read_date
from graph.network.certainty import Period, certainty_of, read_period
from graph.network.criteria import Criteria, Filter
from tests.graph.synthetic import make_snapshot, make_statement

WRITTEN = read_date("2013-08-07")
days = st.dates(date(1999, 1, 1), date(2004, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date | None, date | None, str]:
    """First day, last day and EDTF of a date that may be imprecise or open at one side."""
    first = draw(days)
    last = draw(st.dates(first, first + timedelta(days=400)))
    form = draw(st.sampled_from(["day", "span", "since", "until"]))
    if form == "day":
        return first, first, first.isoformat()
    if form == "since":
        return first, None, f"{first}/.."
    if form == "until":
        return None, last, f"../{last}"
    return first, last, f"{first}/{last}"


@settings(deadline=None)
@given(span=spans(), start=st.none() | days, end=st.none() | days, day=st.none() | days)
def test_certain_is_whatever_day_it_means_and_possible_is_some(
    span: tuple[date | None, date | None, str], start: date | None, end: date | None, day: date | None
) -> None:
    first, last, edtf = span
    if start and end and start > end:
        start, end = end, start
    floor, ceiling = date(1990, 1, 1), date(2015, 1, 1)
    # Every day that the date can mean, thinned out, with its ends and those of the period.
    meant = [first or floor, last or ceiling]
    meant += [each for each in (start, end, day) if each and meant[0] <= each <= meant[1]]
    near = [each + timedelta(days=n) for each in (start, end, day) if each for n in (-1, 1)]
    meant += [each for each in near if meant[0] <= each <= meant[1]]

    def falls(each: date) -> bool:
        return (not start or each >= start) and (not end or each <= end) and (not day or each <= day)

    hits = [falls(each) for each in meant]
    expected = "certain" if all(hits) else "possible" if any(hits) else None
    period = Period(*(each.isoformat() if each else None for each in (start, end, day)))
    assert certainty_of(make_statement(1, (0, 1, "fact"), edtf), period, WRITTEN) == expected


def test_what_came_after_the_days_asked_about_is_later_and_what_is_said_of_it_without_a_date_falls_outside() -> None:
    started = replace(make_statement(1, (1, 2, "fact"), "2006"), predicate="heldOn")
    undated = [make_statement(2, (1, 3, "fact")), make_statement(3, (2, 3, "fact"))]
    dated = make_statement(4, (1, 4, "fact"), "2005-05")
    snapshot = make_snapshot([started, *undated, dated], 5)
    wanted = Filter(Criteria(period=read_period(day="2005")), snapshot)
    assert [n for n in range(5) if wanted.is_later(f"e{n}")] == [1]
    assert not wanted.shows(snapshot.entities["e1"])
    assert [wanted.certainty(each) for each in (started, *undated, dated)] == [None, None, "unknown", "certain"]
    # No longer in 2006, of which it is some day, and never where a period has no end.
    for period in (read_period(day="2006"), read_period(start="2005"), Period()):
        assert not Filter(Criteria(period=period), snapshot).is_later("e1")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(), "unknown"),
        (Period(day="2013-08-07"), "certain"),
        (Period(day="2014-01-01"), "unknown"),
        (Period(start="2013-01-01", end="2013-12-31"), "certain"),
        (Period(end="2012-12-31"), "unknown"),
    ],
)
def test_what_holds_at_the_time_of_writing_is_known_for_that_time_only(period: Period, expected: str) -> None:
    assert certainty_of(make_statement(1, (0, 1, "fact"), as_of_report=True), period, WRITTEN) == expected
    assert certainty_of(make_statement(1, (0, 1, "fact")), period, WRITTEN) == "unknown"


def test_a_period_takes_whole_years_and_refuses_what_has_no_bound() -> None:
    assert read_period("2003", "2006-02", "2010") == Period("2003-01-01", "2006-02-28", "2010-12-31")
    for given_ in ({"start": "../2003"}, {"end": "2003/.."}, {"day": "soon"}, {"start": "2004", "end": "2003"}):
        with pytest.raises(ValueError, match=r"date|period|open"):
            read_period(**given_)
