"""The filters that all views share, as annotated dependencies: status, family, holder, section, class and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Query

from graph.network.certainty import CERTAINTIES, Certainty, Period, read_period
from graph.network.criteria import FACTS, Criteria
from graph.snapshot import Snapshot

from ..errors import BadParameter
from ..parameters import require_known

ALL = "all"
VALUES_MAX = 50
ID_MAX = 200
# As many as an explorer may have on its canvas; the bound of the address comes soon after.
ENTITIES_MAX = 500


def _ids(description: str, *examples: str, alias: str | None = None) -> Any:  # noqa: ANN401 - as Query itself
    """A parameter for ids that may be repeated."""
    return Query(
        alias=alias, description=f"{description}; may be repeated.", max_length=VALUES_MAX, examples=[list(examples)]
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What statements and entities must have, time aside; what is None matches all, but statements are facts."""

    modality: Annotated[
        list[str] | None,
        _ids("Status of statements; facts alone without it, `all` for every status", "fact", "proposal"),
    ] = None
    families: Annotated[list[str] | None, _ids("Relation family", "membership")] = None
    holder: Annotated[list[str] | None, _ids("Id of the entity that holds the statement", "special-rapporteur")] = None
    section: Annotated[list[str] | None, _ids("Section on which it rests, with those below", "III.B")] = None
    class_: Annotated[list[str] | None, _ids("Class of entities, with those below", "Institution", alias="class")] = (
        None
    )

    def criteria(self, snapshot: Snapshot) -> Criteria:
        """The criteria; raises BadParameter for what the dataset doesn't hold."""
        return Criteria(
            families=_known("families", self.families, snapshot.families),
            modalities=read_modalities(self.modality, snapshot),
            holders=_known("holder", self.holder, snapshot.entities, "search /api/search?q= for its id"),
            sections=_known("section", self.section, known_sections(snapshot)),
            classes=read_classes("class", self.class_, snapshot),
        )


CERTAINTY = Query(
    description="How sure it must be that a statement falls into the period: `certain` (whatever day its date "
    "means), `possible` (for some), `unknown` (no date); may be repeated, each of them without it.",
    max_length=3,
)


def _day(description: str, example: str, alias: str | None = None) -> Any:  # noqa: ANN401 - as Query itself
    """A parameter for a day in EDTF."""
    return Query(alias=alias, max_length=40, description=description, examples=[example])


_FIRST_DAY = ("First day of a period, as EDTF.", "2003")
_LAST_DAY = ("Last day of a period, as EDTF.", "2006-12-31")
_AS_AT = _day("What had taken place or begun by the end of that day.", "2010")


@dataclass(frozen=True, slots=True)
class WantedInTime(Wanted):
    """The same with time."""

    from_: Annotated[str | None, _day(*_FIRST_DAY, alias="from")] = None
    to: Annotated[str | None, _day(*_LAST_DAY)] = None
    as_at: Annotated[str | None, _AS_AT] = None
    certainty: Annotated[list[Certainty] | None, CERTAINTY] = None

    def criteria(self, snapshot: Snapshot) -> Criteria:
        """The criteria; raises BadParameter for what the dataset doesn't hold and for what is no date."""
        period = _read_days(("from", self.from_), ("to", self.to), ("as_at", self.as_at))
        return _in_time(Wanted.criteria(self, snapshot), period, self.certainty)


@dataclass(frozen=True, slots=True)
class WantedOnTheWay(Wanted):
    """The same with time, where `from` and `to` are the ends of a way."""

    since: Annotated[str | None, _day(*_FIRST_DAY)] = None
    until: Annotated[str | None, _day(*_LAST_DAY)] = None
    as_at: Annotated[str | None, _AS_AT] = None
    certainty: Annotated[list[Certainty] | None, CERTAINTY] = None

    def criteria(self, snapshot: Snapshot) -> Criteria:
        """The criteria; raises BadParameter for what the dataset doesn't hold and for what is no date."""
        period = _read_days(("since", self.since), ("until", self.until), ("as_at", self.as_at))
        return _in_time(Wanted.criteria(self, snapshot), period, self.certainty)


_Day = tuple[str, str | None]
"""A parameter and its value."""


def _read_days(first: _Day, last: _Day, day: _Day) -> Period:
    """The days asked about; raises BadParameter for one that is no date and for a period that ends too early."""
    for (name, value), is_first in ((first, True), (last, False), (day, False)):
        try:
            read_period(value) if is_first else read_period(end=value)
        except ValueError as error:
            raise BadParameter(name, str(error)) from None
    try:
        return read_period(first[1], last[1], day[1])
    except ValueError as error:
        raise BadParameter(last[0], str(error)) from None


def _in_time(plain: Criteria, period: Period, certainties: Sequence[Certainty] | None) -> Criteria:
    return replace(plain, period=period, certainties=tuple(sorted(set(certainties or CERTAINTIES))))


def read_modalities(given: Sequence[str] | None, snapshot: Snapshot) -> Sequence[str] | None:
    """The statuses that a parameter names, facts without it, None for every one; raises BadParameter.

    Any other RDF knows one status only, and no facts.
    """
    if given is None:
        return FACTS if snapshot.carries_evidence else None
    if ALL in given:
        return None
    return _known("modality", given, {ALL: None, **snapshot.modalities})


def read_entities(parameter: str, given: Sequence[str], snapshot: Snapshot) -> tuple[str, ...]:
    """Ids of entities; raises BadParameter for one that the dataset doesn't hold."""
    require_known(parameter, given, snapshot.entities, "search /api/search?q= for its id")
    return tuple(dict.fromkeys(given))


def read_classes(parameter: str, given: Sequence[str] | None, snapshot: Snapshot) -> Sequence[str] | None:
    """Ids of classes, None for all; raises BadParameter for one that the dataset doesn't hold."""
    return _known(parameter, given, snapshot.classes)


def _known(
    name: str, given: Sequence[str] | None, known: Mapping[str, object], where: str = ""
) -> Sequence[str] | None:
    if given is None:
        return None
    require_known(name, given, known, where or f"known: {', '.join(known)}")
    return tuple(sorted(set(given)))


def known_sections(snapshot: Snapshot) -> Mapping[str, object]:
    """The sections of all reports, by id."""
    return {heading.id: heading for report in snapshot.reports for heading in report.headings}
