"""Whether what a statement says surely falls into a period, may do so, or can't be told: by the bounds of its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ..dates import read_date
from ..model import Statement, TimeSpan

Certainty = Literal["certain", "possible", "unknown"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_FIRST, _LAST = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a reader asks about, each an ISO date that is part of it; None where a side is open.

    Attributes:
        start, end: what took place between these days.
        day: what had taken place, or begun, by the end of this day.
    """

    start: str | None = None
    end: str | None = None
    day: str | None = None

    def __bool__(self) -> bool:
        return any((self.start, self.end, self.day))


ALWAYS = Period()


def read_period(start: str | None = None, end: str | None = None, day: str | None = None) -> Period:
    """A period from dates in EDTF: it begins with the first day of `start` and ends with the last day of the others.

    Raises:
        ValueError: one isn't such a date, has no such day, or the period ends before it begins.
    """
    first = _bound(start, "earliest") if start else None
    last = _bound(end, "latest") if end else None
    if first and last and first > last:
        raise ValueError(f"the period ends ({end}) before it begins ({start}): swap its ends")
    return Period(first, last, _bound(day, "latest") if day else None)


def _bound(edtf: str, side: Literal["earliest", "latest"]) -> str:
    span = read_date(edtf.strip())
    bound = span.earliest if side == "earliest" else span.latest
    if bound is None:
        raise ValueError(f"“{edtf}” is open on the side that is needed: give a date such as 2006 or 2006-09-14")
    return bound


def certainty_of(statement: Statement, period: Period, report_date: TimeSpan) -> Certainty | None:
    """How sure it is that a statement falls into a period; None where it surely doesn't.

    A date is known by its earliest and its latest day only, an open side by none: “2006” is some day of 2006. What is
    said to hold at the time of writing is so at the date of its report; nobody knows of other times.

    Args:
        statement: what is said.
        period: what is asked about; into one without any day falls whatever has a date.
        report_date: when its report is dated.
    """
    if statement.time is None or (statement.time.earliest is None and statement.time.latest is None):
        return _certainty_at(period, report_date) if statement.as_of_report and period else "unknown"
    earliest, latest = statement.time.earliest or _FIRST, statement.time.latest or _LAST
    first, last = period.start or _FIRST, min(period.end or _LAST, period.day or _LAST)
    if latest < first or earliest > last or first > last:
        return None
    inside = first <= earliest and latest <= last
    return "certain" if inside else "possible"


def _certainty_at(period: Period, report_date: TimeSpan) -> Certainty:
    """How sure it is that a period asks about the very time of a report."""
    earliest, latest = report_date.earliest or _FIRST, report_date.latest or _LAST
    if not ((period.start or _FIRST) <= earliest and latest <= (period.end or _LAST)):
        return "unknown"
    if period.day is None or earliest == period.day == latest:
        return "certain"
    return "possible" if earliest <= period.day <= latest else "unknown"
