"""The filters that all views share, as annotated dependencies: status, family, holder, section, class and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Query

from graph.certainty import CERTAINTIES, Certainty, Period, read_period
from graph.criteria import FACTS, Criteria
from graph.snapshot import Snapshot

from .errors import BadParameter
from .parameters import require_known

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
            classes=_known("class", self.class_, snapshot.classes),
        )


@dataclass(frozen=True, slots=True)
class WantedInTime(Wanted):
    """The same with time."""

    from_: Annotated[
        str | None,
        Query(alias="from", max_length=40, description="First day of a period, as EDTF.", examples=["2003"]),
    ] = None
    to: Annotated[
        str | None, Query(max_length=40, description="Last day of a period, as EDTF.", examples=["2006-12-31"])
    ] = None
    as_at: Annotated[
        str | None,
        Query(max_length=40, description="What had taken place or begun by the end of that day.", examples=["2010"]),
    ] = None
    certainty: Annotated[
        list[Certainty] | None,
        Query(
            description="How sure it must be that a statement falls into the period: `certain` (whatever day its date "
            "means), `possible` (for some), `unknown` (no date); may be repeated, each of them without it.",
            max_length=3,
        ),
    ] = None

    def criteria(self, snapshot: Snapshot) -> Criteria:
        """The criteria; raises BadParameter for what the dataset doesn't hold and for what is no date."""
        plain = Wanted.criteria(self, snapshot)
        return replace(plain, period=self.period(), certainties=tuple(sorted(set(self.certainty or CERTAINTIES))))

    def period(self) -> Period:
        """The days asked about."""
        for name, value in (("from", self.from_), ("to", self.to), ("as_at", self.as_at)):
            try:
                read_period(end=value) if name != "from" else read_period(value)
            except ValueError as error:
                raise BadParameter(name, str(error)) from None
        try:
            return read_period(self.from_, self.to, self.as_at)
        except ValueError as error:
            raise BadParameter("to", str(error)) from None


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
