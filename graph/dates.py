"""Dates as reports give them: EDTF in, earliest and latest day out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from .model import TimeSpan


def _iso(moment: struct_time | float) -> str | None:
    # The library gives infinite floats for open and unknown ends.
    if isinstance(moment, struct_time):
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday).isoformat()
    return None


@lru_cache(4096)
def read_date(edtf: str) -> TimeSpan:
    """The bounds of a date in Extended Date/Time Format (ISO 8601-2, levels 0 to 2).

    Raises:
        ValueError: the text isn't such a date.
    """
    try:
        # An empty end means “unknown” in EDTF, which the library bounds by a guess: it is not for us to guess.
        parsed = parse_edtf("" if edtf.startswith("/") or edtf.endswith("/") else edtf)
        earliest, latest = _iso(parsed.lower_strict()), _iso(parsed.upper_strict())
    except (EDTFParseException, ValueError):
        raise ValueError(
            f"“{edtf}” is not a date in EDTF: write 2013, 2013-05, 2013-10-03, 2013-10-03/2013-10-04 or 2007/.."
        ) from None
    if earliest and latest and earliest > latest:
        raise ValueError(f"“{edtf}” ends before it begins: swap its ends")
    return TimeSpan(edtf, earliest, latest)
